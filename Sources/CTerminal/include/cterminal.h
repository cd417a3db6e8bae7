#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

// MARK: Width

/// The columns a Unicode scalar takes: 0 for marks, 2 for wide ones, -1 for what cannot be shown.
///
/// This is glibc's wcwidth in a UTF-8 locale, whatever the locale of the process: ncurses asks the
/// same table, and two opinions about a width tear the screen.
int32_t ct_scalar_width(uint32_t scalar);

// MARK: Waking a loop

/// A descriptor that becomes readable by `ct_wake` and stays so until `ct_wake_clear`.
int ct_wake_open(void);
void ct_wake(int descriptor);
void ct_wake_clear(int descriptor);

// MARK: Screen

enum {
  CT_BOLD = 1,
  CT_UNDERLINE = 2,
  CT_REVERSE = 4,
  CT_DIM = 8,
};

typedef enum {
  CT_OPENED,
  CT_NOT_A_TERMINAL,
  CT_UNKNOWN_TYPE,
} ct_opening;

/// Chooses a UTF-8 locale for characters: the environment's, or C.UTF-8 when it names none.
///
/// Only LC_CTYPE is touched, or a Vietnamese decimal comma would reach every number parser.
/// Returns whether one was found.
bool ct_use_utf8_locale(void);
/// The character set of a locale that is installed; NULL when it is not. Valid until the next call.
const char *ct_locale_charset(const char *name);

/// Takes over the terminal on standard input and output.
ct_opening ct_screen_open(bool keep_flow_control);

/// Gives the terminal back as it was. May be called at any time and more than once.
void ct_screen_close(void);

/// Leaves the screen for a while, and comes back to it with everything to be drawn anew.
void ct_screen_suspend(void);
void ct_screen_resume(void);

/// Finds what terminfo says about the terminal when no screen is open on it; false when it knows none
/// of that name.
bool ct_terminal_look_up(void);

/// The value of a terminfo string capability, extended ones included; NULL when there is none.
const char *ct_capability(const char *name);
/// The colours of the terminal, 0 where it has none.
int ct_colors(void);
/// The character that erases, as set with stty; 0 when there is none.
uint8_t ct_erase_character(void);

void ct_screen_size(int *rows, int *columns);
/// Asks the terminal for its size and fits the screen to it.
void ct_screen_fit(void);

/// A number for a pair of colours; -1 is the terminal's own colour.
int ct_color_pair(int foreground, int background);

/// Puts one letter with its marks into a cell.
void ct_put(
    int row, int column, const uint32_t *scalars, int count, uint8_t attributes, int color_pair);
void ct_cursor_hide(void);
void ct_cursor_show(int row, int column);
/// Sends what has changed.
void ct_refresh(void);
/// Sends everything at the next refresh.
void ct_repaint(void);
void ct_bell(void);
void ct_flash(void);

// MARK: The Linux console's font

typedef enum {
  CT_CONSOLE_DONE,
  /// The terminal is none of the kernel's own: an emulator, a serial line, a file.
  CT_CONSOLE_NOT_ONE,
  /// Somebody draws pictures on it.
  CT_CONSOLE_GRAPHICS,
  /// It belongs to somebody else.
  CT_CONSOLE_FORBIDDEN,
  /// Its driver has no fonts.
  CT_CONSOLE_WITHOUT_FONTS,
  /// Its driver shows no font of this size: text screens of a VGA card are 8 dots wide.
  CT_CONSOLE_UNSUITABLE,
  CT_CONSOLE_REFUSED,
} ct_console_answer;

/// A letter of Unicode's first plane and the number of the glyph that shows it.
typedef struct {
  uint16_t unicode;
  uint16_t glyph;
} ct_console_letter;

/// How the kernel is asked: ioctl(2) on the terminal, or what stands for it in a test.
typedef int (*ct_console_control)(unsigned long request, void *argument);

/// Asks `other` from now on; the kernel again where it is NULL.
void ct_console_use(ct_console_control other);

/// Reads font and letters of the console, for `ct_console_give_back`; while a font of ours is loaded
/// what was read before it stays.
ct_console_answer ct_console_keep(void);
/// The size of the font that was read and the number of its glyphs; zero where there was none.
void ct_console_kept_font(int *width, int *height, int *glyphs);
/// Fills in the letters that font shows, as far as there is room, and returns how many it has.
int ct_console_kept_letters(uint16_t *letters, int count);

/// Loads a font of 256 or 512 glyphs, each of 32 rows, and the letters it shows; to be called behind
/// `ct_console_keep`. Where one of the two is refused both stay as they were.
ct_console_answer ct_console_replace_font(
    int width, int height, const uint8_t *glyphs, int glyph_count, const ct_console_letter *letters,
    int letter_count);
/// Has the keyboard send UTF-8; returns whether it did not so far.
bool ct_console_use_utf8_keyboard(void);
bool ct_console_has_our_font(void);
/// Puts font, letters and keyboard back. May be called at any time, from a signal handler too.
void ct_console_give_back(void);

// MARK: Signals and crashes

enum {
  CT_SIGNAL_RESIZE = 'W',
  CT_SIGNAL_QUIT = 'Q',
  CT_SIGNAL_SUSPEND = 'Z',
  CT_SIGNAL_CONTINUE = 'C',
};

/// Turns the signals of a full-screen program into bytes on a pipe, whose reading end is returned.
///
/// To be called before `ct_screen_open`: ncurses leaves alone what is already handled.
/// Signals that a parent left blocked are let in.
int ct_signals_open(void);
/// Gives back the handlers there were before.
void ct_signals_close(void);
/// Keeps those signals away from the calling thread.
void ct_signals_block_in_thread(void);
/// Stops the process until somebody continues it.
void ct_stop_process(void);

/// From now on a crash puts the line back as it is now before the process dies of its signal.
void ct_crash_guard_open(void);
/// What a crash sends to the terminal first: the ends of all modes that were begun.
void ct_crash_guard_say_on_leaving(const char *bytes);
void ct_crash_guard_close(void);

/// Sends what is written to standard error into memory while the screen is shown on it.
void ct_errors_capture(void);
/// Writes what was caught to the real standard error.
void ct_errors_release(void);

#endif
