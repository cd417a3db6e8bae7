#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static int signal_pipe[2] = {-1, -1};

static const struct {
  int number;
  char byte;
} signals[] = {
    {SIGWINCH, CT_SIGNAL_RESIZE}, {SIGTERM, CT_SIGNAL_QUIT},    {SIGHUP, CT_SIGNAL_QUIT},
    {SIGINT, CT_SIGNAL_QUIT},     {SIGTSTP, CT_SIGNAL_SUSPEND}, {SIGCONT, CT_SIGNAL_CONTINUE},
};
enum { signal_count = sizeof signals / sizeof signals[0] };

static struct sigaction before[signal_count];
static struct sigaction pipe_before;

static void write_byte(int number) {
  int error = errno;
  for (int index = 0; index < signal_count; index++) {
    if (signals[index].number != number) continue;
    // A full pipe already says what this byte would.
    ssize_t written = write(signal_pipe[1], &signals[index].byte, 1);
    (void)written;
  }
  errno = error;
}

static sigset_t our_signals(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int index = 0; index < signal_count; index++) sigaddset(&set, signals[index].number);
  return set;
}

int ct_signals_open(void) {
  if (pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  struct sigaction action = {.sa_handler = write_byte, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < signal_count; index++) {
    sigaction(signals[index].number, &action, &before[index]);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGPIPE, &ignore, &pipe_before);
  sigset_t set = our_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  return signal_pipe[0];
}

void ct_signals_close(void) {
  if (signal_pipe[0] < 0) return;
  for (int index = 0; index < signal_count; index++) {
    sigaction(signals[index].number, &before[index], NULL);
  }
  sigaction(SIGPIPE, &pipe_before, NULL);
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
}

void ct_signals_block_in_thread(void) {
  sigset_t set = our_signals();
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

void ct_stop_process(void) { kill(getpid(), SIGSTOP); }
