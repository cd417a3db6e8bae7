#include "cvirtualterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

enum { cut_off_maximum = 64 };

struct cvt {
  VTerm *vt;
  VTermScreen *screen;
  pid_t process;
  int line;
  /// Kept open, so that the line's modes can be asked for after the program's end.
  int line_end;
  int status;
  bool is_gone, is_reaped;
  bool is_cursor_visible, is_on_alternate_screen;
  int bells;
  long received;
  long beyond_ascii;
  cvt_beacon beacon;
  /// The beginning of a letter or a beacon whose rest was not read yet: libvterm wants them whole.
  char cut_off[cut_off_maximum];
  size_t cut_off_length;
};

// MARK: What libvterm tells

static int on_bell(void *user) {
  ((cvt *)user)->bells++;
  return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user) {
  cvt *terminal = user;
  if (property == VTERM_PROP_CURSORVISIBLE) terminal->is_cursor_visible = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN) terminal->is_on_alternate_screen = value->boolean;
  return 1;
}

static int on_osc(const char *command, size_t length, void *user) {
  cvt *terminal = user;
  char text[64];
  if (length >= sizeof text) return 0;
  memcpy(text, command, length);
  text[length] = 0;
  cvt_beacon beacon;
  if (sscanf(text, "5150;%ld;%d;%d", &beacon.consumed, &beacon.rows, &beacon.columns) != 3) return 0;
  beacon.count = terminal->beacon.count + 1;
  terminal->beacon = beacon;
  return 1;
}

static VTermScreenCallbacks screen_callbacks = {.settermprop = on_property, .bell = on_bell};
static VTermParserCallbacks fallbacks = {.osc = on_osc};

// MARK: Life

static void run_child(
    const char *path, char *const arguments[], char *const environment[]) {
  // A test runs on threads that block signals; a program must not inherit that.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
  _exit(127);
}

cvt *cvt_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int line, line_end;
  if (openpty(&line, &line_end, NULL, NULL, &size) != 0) return NULL;
  fcntl(line, F_SETFD, FD_CLOEXEC);
  pid_t process = fork();
  if (process == 0) {
    if (login_tty(line_end) != 0) _exit(126);
    run_child(path, arguments, environment);
  }
  if (process < 0) {
    close(line);
    close(line_end);
    return NULL;
  }
  fcntl(line_end, F_SETFD, FD_CLOEXEC);
  fcntl(line, F_SETFL, O_NONBLOCK);
  cvt *terminal = calloc(1, sizeof *terminal);
  terminal->process = process;
  terminal->line = line;
  terminal->line_end = line_end;
  terminal->is_cursor_visible = true;
  terminal->vt = vterm_new(rows, columns);
  vterm_set_utf8(terminal->vt, 1);
  terminal->screen = vterm_obtain_screen(terminal->vt);
  vterm_screen_set_callbacks(terminal->screen, &screen_callbacks, terminal);
  vterm_screen_set_unrecognised_fallbacks(terminal->screen, &fallbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  return terminal;
}

void cvt_free(cvt *terminal) {
  if (!terminal->is_reaped) {
    kill(terminal->process, SIGKILL);
    waitpid(terminal->process, NULL, 0);
  }
  close(terminal->line);
  close(terminal->line_end);
  vterm_free(terminal->vt);
  free(terminal);
}

static bool reap(cvt *terminal) {
  if (terminal->is_reaped) return true;
  int status;
  if (waitpid(terminal->process, &status, WNOHANG) != terminal->process) return false;
  terminal->status = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
  return terminal->is_reaped = true;
}

// MARK: Bytes

/// How many bytes at the end begin a UTF-8 letter that is not complete.
static size_t incomplete_tail(const char *bytes, size_t count) {
  for (size_t tail = 1; tail <= 3 && tail <= count; tail++) {
    unsigned char byte = (unsigned char)bytes[count - tail];
    if ((byte & 0xC0) == 0x80) continue;
    size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return length > tail ? tail : 0;
  }
  return 0;
}

/// How many bytes at the end begin an OSC that is not complete; 0 when it is too long to keep.
static size_t unfinished_osc(const char *bytes, size_t count) {
  for (size_t tail = 1; tail <= cut_off_maximum && tail <= count; tail++) {
    const char *start = bytes + count - tail;
    if (*start == '\a') return 0;
    if (*start == '\033') return tail == 1 || start[1] == ']' ? tail : 0;
  }
  return 0;
}

/// Shows what can be read now; false when nothing could be.
static bool read_some(cvt *terminal) {
  char bytes[16384];
  size_t count = terminal->cut_off_length;
  memcpy(bytes, terminal->cut_off, count);
  ssize_t got = read(terminal->line, bytes + count, sizeof bytes - count);
  if (got <= 0) return false;
  terminal->received += got;
  for (ssize_t index = 0; index < got; index++) {
    terminal->beyond_ascii += (unsigned char)bytes[index] >= 0x80;
  }
  count += (size_t)got;
  terminal->cut_off_length = incomplete_tail(bytes, count);
  size_t osc = unfinished_osc(bytes, count);
  if (osc > 0) terminal->cut_off_length = osc;
  count -= terminal->cut_off_length;
  memcpy(terminal->cut_off, bytes + count, terminal->cut_off_length);
  vterm_input_write(terminal->vt, bytes, count);
  return true;
}

int cvt_pump(cvt *terminal, int milliseconds) {
  // Our own end of the line keeps it open, so the program's end is noticed by asking for it.
  struct pollfd line = {.fd = terminal->line, .events = POLLIN};
  int waited = 0;
  do {
    bool has_ended = reap(terminal);
    int step = has_ended ? 0 : milliseconds - waited < 20 ? milliseconds - waited : 20;
    if (poll(&line, 1, step) > 0 && read_some(terminal)) return 1;
    if (has_ended) return -1;
    waited += step;
  } while (waited < milliseconds);
  return 0;
}

bool cvt_write(cvt *terminal, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    struct pollfd line = {.fd = terminal->line, .events = POLLIN | POLLOUT};
    if (poll(&line, 1, 1000) <= 0 && reap(terminal)) return false;
    if (line.revents & POLLIN) read_some(terminal);
    if (!(line.revents & POLLOUT)) continue;
    ssize_t written = write(terminal->line, bytes, count);
    if (written < 0 && errno != EAGAIN) return false;
    if (written <= 0) continue;
    bytes += written;
    count -= (size_t)written;
  }
  return true;
}

// MARK: The screen

void cvt_resize(cvt *terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  vterm_set_size(terminal->vt, rows, columns);
  ioctl(terminal->line, TIOCSWINSZ, &size);
}

void cvt_size(const cvt *terminal, int *rows, int *columns) {
  vterm_get_size(terminal->vt, rows, columns);
}

static int palette_number(const VTermColor *color, bool is_default) {
  if (is_default) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

bool cvt_cell_at(const cvt *terminal, int row, int column, cvt_cell *cell) {
  VTermScreenCell found;
  VTermPos place = {.row = row, .col = column};
  if (!vterm_screen_get_cell(terminal->screen, place, &found)) return false;
  memset(cell, 0, sizeof *cell);
  for (int index = 0; index < VTERM_MAX_CHARS_PER_CELL && found.chars[index]; index++) {
    cell->scalars[index] = found.chars[index];
  }
  cell->width = found.width;
  cell->foreground = palette_number(&found.fg, VTERM_COLOR_IS_DEFAULT_FG(&found.fg));
  cell->background = palette_number(&found.bg, VTERM_COLOR_IS_DEFAULT_BG(&found.bg));
  cell->bold = found.attrs.bold;
  cell->underline = found.attrs.underline != 0;
  cell->reverse = found.attrs.reverse;
  return true;
}

void cvt_cursor(const cvt *terminal, int *row, int *column, bool *is_visible) {
  VTermPos place;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->vt), &place);
  *row = place.row;
  *column = place.col;
  *is_visible = terminal->is_cursor_visible;
}

cvt_beacon cvt_last_beacon(const cvt *terminal) { return terminal->beacon; }

bool cvt_is_on_alternate_screen(const cvt *terminal) { return terminal->is_on_alternate_screen; }

int cvt_bells(const cvt *terminal) { return terminal->bells; }

long cvt_received(const cvt *terminal) { return terminal->received; }
long cvt_beyond_ascii(const cvt *terminal) { return terminal->beyond_ascii; }

bool cvt_is_line_cooked(const cvt *terminal) {
  struct termios line;
  if (tcgetattr(terminal->line_end, &line) != 0) return false;
  return (line.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG) && line.c_iflag & ICRNL;
}

// MARK: The process

int cvt_process(const cvt *terminal) { return terminal->process; }

bool cvt_is_stopped(const cvt *terminal) {
  siginfo_t state = {0};
  int options = WSTOPPED | WNOHANG | WNOWAIT;
  return waitid(P_PID, (id_t)terminal->process, &state, options) == 0
         && state.si_pid == terminal->process;
}

void cvt_signal(cvt *terminal, int number) { kill(terminal->process, number); }

void cvt_hang_up(cvt *terminal) {
  close(terminal->line_end);
  close(terminal->line);
  // Nothing is left to read; empty descriptors stand in.
  terminal->line = open("/dev/null", O_RDWR | O_CLOEXEC);
  terminal->line_end = open("/dev/null", O_RDWR | O_CLOEXEC);
}

int cvt_wait(cvt *terminal, int milliseconds) {
  for (int waited = 0; !reap(terminal); waited += 2) {
    if (waited >= milliseconds) return -1;
    struct pollfd line = {.fd = terminal->line, .events = POLLIN};
    if (poll(&line, 1, 2) > 0 && !read_some(terminal)) {
      struct timespec pause = {.tv_nsec = 2000000};
      nanosleep(&pause, NULL);
    }
  }
  while (cvt_pump(terminal, 0) > 0) {
  }
  return terminal->status;
}
