// Times a full-screen program from outside, over a pseudo terminal, by its idle beacon.
//
// Usage: terminal first COUNT PROGRAM ARG...   exec to the first beacon, in microseconds
//        terminal keys COUNT PROGRAM ARG...    one key to the first byte that comes back
//        terminal burst CODES PROGRAM ARG...   all lines of the file CODES, each with Enter, in one
//                                              write; microseconds to the beacon that counts them
//        terminal memory CODES PROGRAM ARG...  the same, then resident kB of the program
// Prints median and 99th percentile, or one figure.

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int terminal;
static pid_t child;
static char tail[65536];
static size_t held;

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static void start(char **program) {
  struct winsize size = {24, 80, 0, 0};
  child = forkpty(&terminal, NULL, NULL, &size);
  if (child == 0) {
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("THUTHU_IDLE_BEACON", "1", 1);
    execvp(program[0], program);
    _exit(127);
  }
  held = 0;
}

static void stop(void) {
  kill(child, SIGTERM);
  close(terminal);
  waitpid(child, NULL, 0);
}

// Reads once; 0 when the program is gone or silent for ten seconds.
static size_t take(void) {
  struct pollfd wait = {terminal, POLLIN, 0};
  if (poll(&wait, 1, 10000) <= 0) return 0;
  if (held > sizeof tail / 2) {
    memmove(tail, tail + held - 256, 256);
    held = 256;
  }
  ssize_t count = read(terminal, tail + held, sizeof tail - held - 1);
  if (count <= 0) return 0;
  held += (size_t)count;
  tail[held] = 0;
  return (size_t)count;
}

// Waits for a beacon that has counted at least so many bytes.
static int settle(long bytes) {
  for (;;) {
    for (char *at = tail; held && (at = memmem(at, held - (size_t)(at - tail), "\033]5150;", 7)); at += 7) {
      if (atol(at + 7) >= bytes && memchr(at, '\a', held - (size_t)(at - tail))) return 1;
    }
    if (!take()) return 0;
  }
}

static int by_size(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

static int report(double *times, int count) {
  qsort(times, (size_t)count, sizeof times[0], by_size);
  printf("%.1f %.1f\n", times[count / 2], times[count * 99 / 100]);
  return 0;
}

static int first(int count, char **program) {
  double *times = calloc((size_t)count, sizeof *times);
  for (int run = 0; run < count; run++) {
    double begin = microseconds();
    start(program);
    if (!settle(0)) return 1;
    times[run] = microseconds() - begin;
    stop();
  }
  return report(times, count);
}

static int keys(int count, char **program) {
  double *times = calloc((size_t)count, sizeof *times);
  start(program);
  if (!settle(0)) return 1;
  long sent = 0;
  for (int run = 0; run < count; run++) {
    // Letters and erasing in turn; slower than a scanner, so that no burst is seen in them.
    char key = run % 2 ? 0x7F : (char)('a' + run / 2 % 16);
    usleep(40000);
    held = 0;
    double begin = microseconds();
    if (write(terminal, &key, 1) != 1) return 1;
    sent++;
    if (!take()) return 1;
    times[run] = microseconds() - begin;
    if (getenv("BEACONS")) settle(sent);
  }
  stop();
  return report(times, count);
}

static char *codes(const char *path, size_t *length) {
  FILE *file = fopen(path, "r");
  if (!file) exit(2);
  char *all = malloc(1 << 24);
  *length = fread(all, 1, 1 << 24, file);
  for (size_t at = 0; at < *length; at++) {
    if (all[at] == '\n') all[at] = '\r';
  }
  return all;
}

static int burst(const char *path, int wants_memory, char **program) {
  size_t length;
  char *all = codes(path, &length);
  start(program);
  if (!settle(0)) return 1;
  double begin = microseconds();
  fcntl(terminal, F_SETFL, O_NONBLOCK);
  for (size_t sent = 0; sent < length;) {
    ssize_t count = write(terminal, all + sent, length - sent);
    if (count > 0) sent += (size_t)count;
    struct pollfd wait = {terminal, POLLIN | (sent < length ? POLLOUT : 0), 0};
    poll(&wait, 1, 1000);
    if (wait.revents & POLLIN) take();
  }
  if (!settle((long)length)) return 1;
  if (!wants_memory) {
    printf("%.1f\n", microseconds() - begin);
  } else {
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/status", child);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status)) {
      if (!strncmp(line, "VmRSS:", 6)) printf("%ld\n", atol(line + 6));
    }
  }
  stop();
  return 0;
}

int main(int count, char **words) {
  if (count < 4) return 2;
  if (!strcmp(words[1], "first")) return first(atoi(words[2]), words + 3);
  if (!strcmp(words[1], "keys")) return keys(atoi(words[2]), words + 3);
  if (!strcmp(words[1], "burst")) return burst(words[2], 0, words + 3);
  if (!strcmp(words[1], "memory")) return burst(words[2], 1, words + 3);
  return 2;
}
