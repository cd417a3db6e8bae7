// What happens when the program dies: the terminal is given back and the message stays readable.
//
// Everything the handler calls may be called from a signal handler; nothing here allocates then.

#include "cterminal.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { crash_count = sizeof crash_signals / sizeof crash_signals[0] };

static struct sigaction before[crash_count];
static volatile sig_atomic_t is_guarding;
static struct termios line_before;
static char leaving[512];
static size_t leaving_length;
static char handler_stack[64 * 1024];

static int captured = -1;
static int real_errors = -1;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void copy_captured_errors(void) {
  char part[4096];
  off_t offset = 0;
  for (;;) {
    ssize_t count = pread(captured, part, sizeof part, offset);
    if (count <= 0) return;
    write_all(real_errors, part, (size_t)count);
    offset += count;
  }
}

static void die(int number) {
  if (is_guarding) {
    is_guarding = 0;
    write_all(STDOUT_FILENO, leaving, leaving_length);
    ct_console_give_back();
    // Without waiting for output: a line that is held up must not keep a dead program alive.
    tcsetattr(STDIN_FILENO, TCSANOW, &line_before);
    if (captured >= 0) copy_captured_errors();
  }
  signal(number, SIG_DFL);
  raise(number);
}

void ct_crash_guard_open(void) {
  if (tcgetattr(STDIN_FILENO, &line_before) != 0) return;
  leaving_length = 0;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < crash_count; index++) {
    sigaction(crash_signals[index], &action, &before[index]);
  }
  is_guarding = 1;
}

void ct_crash_guard_say_on_leaving(const char *bytes) {
  leaving_length = strnlen(bytes, sizeof leaving);
  memcpy(leaving, bytes, leaving_length);
}

void ct_crash_guard_close(void) {
  if (!is_guarding) return;
  is_guarding = 0;
  for (int index = 0; index < crash_count; index++) {
    sigaction(crash_signals[index], &before[index], NULL);
  }
}

void ct_errors_capture(void) {
  if (!isatty(STDERR_FILENO)) return;
  captured = memfd_create("standard error", MFD_CLOEXEC);
  real_errors = dup(STDERR_FILENO);
  if (captured >= 0 && real_errors >= 0) dup2(captured, STDERR_FILENO);
}

void ct_errors_release(void) {
  if (captured < 0 || real_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  copy_captured_errors();
  close(captured);
  close(real_errors);
  captured = real_errors = -1;
}
