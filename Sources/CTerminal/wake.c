#include "cterminal.h"

#include <sys/eventfd.h>

int ct_wake_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void ct_wake(int descriptor) { eventfd_write(descriptor, 1); }

void ct_wake_clear(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}
