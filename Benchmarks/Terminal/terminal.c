// Times a full-screen program from outside, over a pseudo terminal, by its idle beacon.
//
// Usage: terminal first COUNT PROGRAM ARG...   exec to the first beacon
//        terminal keys COUNT PROGRAM ARG...    one key to the first byte that comes back
//        terminal typing STEPS PROGRAM ARG...  the same for 100 keys, when the lines of the file STEPS
//                                              have been worked off
//        terminal burst CODES PROGRAM ARG...   the bytes of the file CODES in one write, to the
//                                              beacon that has counted them
//        terminal day STEPS PROGRAM ARG...     the lines of the file STEPS one after the other, each
//                                              when the one before has been worked off
// Prints microseconds, one measurement a line; `burst` also the frames it took, `day` instead the
// resident and the private kB of the program at its end.

#define _GNU_SOURCE
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

static void fail(const char *what) {
  fprintf(stderr, "terminal: %s; the last bytes were: %.*s\n", what, (int)(held < 200 ? held : 200),
          tail + (held < 200 ? 0 : held - 200));
  kill(child, SIGKILL);
  exit(1);
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

// Reads once; 0 when the program is gone or silent for too long.
static size_t take(int patience) {
  struct pollfd wait = {terminal, POLLIN, 0};
  if (poll(&wait, 1, patience) <= 0) return 0;
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

// Waits for a beacon that has counted so many bytes, and answers the frames it names.
static long settle(long bytes) {
  for (;;) {
    char *at = tail, *end = tail + held;
    while ((at = memmem(at, (size_t)(end - at), "\033]5150;", 7))) {
      long consumed = 0, frames = 0;
      char *bell = memchr(at, '\a', (size_t)(end - at));
      if (bell && sscanf(at + 7, "%ld;%*d;%*d;%ld", &consumed, &frames) > 0 && consumed >= bytes) {
        return frames;
      }
      at += 7;
    }
    if (!take(10000)) fail("the program does not come to rest");
  }
}

static void type(const char *bytes, size_t length) {
  fcntl(terminal, F_SETFL, O_NONBLOCK);
  for (size_t sent = 0; sent < length;) {
    ssize_t count = write(terminal, bytes + sent, length - sent);
    if (count > 0) sent += (size_t)count;
    struct pollfd wait = {terminal, POLLIN | (sent < length ? POLLOUT : 0), 0};
    poll(&wait, 1, 1000);
    if (wait.revents & POLLIN && !take(0)) fail("the program is gone");
  }
}

static void first(int count, char **program) {
  for (int run = 0; run < count; run++) {
    double begin = microseconds();
    start(program);
    settle(0);
    printf("%.1f\n", microseconds() - begin);
    stop();
  }
}

static void time_keys(int count) {
  for (int run = 0; run < count; run++) {
    // Letters and erasing in turn; slower than a scanner, so that no burst is seen in them.
    char key = run % 2 ? 0x7F : (char)('a' + run / 2 % 16);
    usleep(45000);
    while (take(0)) continue;
    double begin = microseconds();
    if (write(terminal, &key, 1) != 1 || !take(10000)) fail("no answer to a key");
    printf("%.1f\n", microseconds() - begin);
  }
}

static void keys(int count, char **program) {
  start(program);
  settle(0);
  time_keys(count);
  stop();
}

static char *contents(const char *path, size_t *length) {
  FILE *file = fopen(path, "r");
  if (!file) exit(2);
  char *all = malloc(1 << 24);
  *length = fread(all, 1, 1 << 24, file);
  fclose(file);
  return all;
}

static void burst(const char *path, char **program) {
  size_t length;
  char *codes = contents(path, &length);
  start(program);
  long before = settle(0);
  double begin = microseconds();
  type(codes, length);
  long frames = settle((long)length) - before;
  printf("%.1f\n%ld\n", microseconds() - begin, frames);
  stop();
}

static void print_memory(void) {
  char path[64], line[256];
  snprintf(path, sizeof path, "/proc/%d/status", child);
  FILE *status = fopen(path, "r");
  while (status && fgets(line, sizeof line, status)) {
    if (!strncmp(line, "VmRSS:", 6)) printf("%ld\n", atol(line + 6));
    if (!strncmp(line, "RssAnon:", 8)) printf("%ld\n", atol(line + 8));
  }
}

static void take_steps(const char *path) {
  size_t length;
  char *steps = contents(path, &length);
  settle(0);
  long sent = 0;
  for (char *step = steps, *end = steps + length; step < end;) {
    char *stop = memchr(step, '\n', (size_t)(end - step));
    if (!stop) stop = end;
    type(step, (size_t)(stop - step));
    sent += stop - step;
    settle(sent);
    step = stop + 1;
  }
}

static void day(const char *path, char **program) {
  start(program);
  take_steps(path);
  print_memory();
  stop();
}

static void typing(const char *path, char **program) {
  start(program);
  take_steps(path);
  time_keys(100);
  // What was typed has not been saved, so the program would ask before it ends.
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
}

int main(int count, char **words) {
  if (count < 4) return 2;
  char **program = words + 3;
  if (!strcmp(words[1], "first")) first(atoi(words[2]), program);
  else if (!strcmp(words[1], "keys")) keys(atoi(words[2]), program);
  else if (!strcmp(words[1], "typing")) typing(words[2], program);
  else if (!strcmp(words[1], "burst")) burst(words[2], program);
  else if (!strcmp(words[1], "day")) day(words[2], program);
  else return 2;
  return 0;
}
