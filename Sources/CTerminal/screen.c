// The one file that includes <curses.h>: its macros, variadics and globals stay here.

#include "cterminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// term.h makes a macro of this common word.
#undef columns

#if !NCURSES_WIDECHAR
#error "the wide-character version of ncurses is needed"
#endif

static SCREEN *screen;
static bool knows_default_colors;
static bool is_cursor_hidden;

bool ct_use_utf8_locale(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

const char *ct_locale_charset(const char *name) {
  static char charset[64];
  locale_t locale = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
  if (locale == (locale_t)0) return NULL;
  snprintf(charset, sizeof charset, "%s", nl_langinfo_l(CODESET, locale));
  freelocale(locale);
  return charset;
}

/// What ncurses leaves as the login found it: a line may still strip the eighth bit.
static void make_line_transparent(bool keep_flow_control) {
  struct termios line;
  if (tcgetattr(STDIN_FILENO, &line) != 0) return;
  line.c_iflag &= ~(tcflag_t)(ISTRIP | INPCK | PARMRK | IXOFF);
  if (keep_flow_control) line.c_iflag |= IXON | IXOFF;
  line.c_cflag |= CS8;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &line);
  def_prog_mode();
}

static void register_close(void) {
  static bool is_registered;
  if (!is_registered) atexit(ct_screen_close);
  is_registered = true;
}

ct_opening ct_screen_open(bool keep_flow_control) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  use_extended_names(TRUE);
  screen = newterm(NULL, stdout, stdin);
  if (screen && !ct_capability("cup")) ct_screen_close();
  if (!screen) return CT_UNKNOWN_TYPE;
  register_close();
  raw();
  noecho();
  nonl();
  make_line_transparent(keep_flow_control);
  // Puts the keypad into the mode that terminfo's key sequences belong to.
  keypad(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  // ncurses would stop a refresh when input is waiting; our loop decides when to draw.
  typeahead(-1);
  idlok(stdscr, TRUE);
  if (has_colors()) {
    start_color();
    knows_default_colors = use_default_colors() == OK;
  }
  is_cursor_hidden = false;
  ct_screen_fit();
  return CT_OPENED;
}

/// Goes back to the shell's screen, and to the font it was written in.
static void leave_screen(void) {
  if (!isendwin()) endwin();
  if (ct_console_has_our_font()) {
    // The Linux console has one screen: in the old font ours would stay there as other letters.
    putp(clear_screen);
    fflush(stdout);
  }
  ct_console_give_back();
}

void ct_screen_close(void) {
  if (!screen) return;
  leave_screen();
  delscreen(screen);
  screen = NULL;
}

void ct_screen_suspend(void) {
  if (screen) leave_screen();
}

void ct_screen_resume(void) {
  reset_prog_mode();
  ct_screen_fit();
  if (is_cursor_hidden) curs_set(0);
  clearok(curscr, TRUE);
}

bool ct_terminal_look_up(void) {
  int found = 0;
  if (screen) return true;
  use_extended_names(TRUE);
  return setupterm(NULL, STDOUT_FILENO, &found) == OK;
}

const char *ct_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

int ct_colors(void) {
  if (screen) return has_colors() ? COLORS : 0;
  int colors = tigetnum("colors");
  return colors < 0 ? 0 : colors;
}

uint8_t ct_erase_character(void) {
  struct termios line;
  if (tcgetattr(STDIN_FILENO, &line) != 0) return 0;
  return line.c_cc[VERASE] == _POSIX_VDISABLE ? 0 : line.c_cc[VERASE];
}

void ct_screen_size(int *rows, int *columns) {
  *rows = LINES;
  *columns = COLS;
}

void ct_screen_fit(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  // resize_term, since resizeterm would push KEY_RESIZE into a queue that nobody reads.
  if (is_term_resized(size.ws_row, size.ws_col)) resize_term(size.ws_row, size.ws_col);
}

int ct_color_pair(int foreground, int background) {
  if (!has_colors()) return 0;
  if (foreground >= COLORS) foreground = -1;
  if (background >= COLORS) background = -1;
  if (foreground < 0 && background < 0) return 0;
  if (!knows_default_colors) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void ct_put(
    int row, int column, const uint32_t *scalars, int count, uint8_t attributes, int color_pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int index = 0; index < count && index < CCHARW_MAX; index++) {
    text[index] = (wchar_t)scalars[index];
  }
  attr_t style = A_NORMAL;
  if (attributes & CT_BOLD) style |= A_BOLD;
  if (attributes & CT_UNDERLINE) style |= A_UNDERLINE;
  if (attributes & CT_REVERSE) style |= A_REVERSE;
  if (attributes & CT_DIM) style |= A_DIM;
  cchar_t cell;
  // The pair goes through the last argument: the one before it is only a short.
  if (setcchar(&cell, text, style, 0, &color_pair) == ERR) return;
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

void ct_cursor_hide(void) {
  if (!is_cursor_hidden) curs_set(0);
  is_cursor_hidden = true;
}

void ct_cursor_show(int row, int column) {
  if (is_cursor_hidden) curs_set(1);
  is_cursor_hidden = false;
  wmove(stdscr, row, column);
}

void ct_refresh(void) { wrefresh(stdscr); }

void ct_repaint(void) { clearok(curscr, TRUE); }

void ct_bell(void) { beep(); }

void ct_flash(void) { flash(); }
