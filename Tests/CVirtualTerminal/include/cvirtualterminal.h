#ifndef CVIRTUALTERMINAL_H
#define CVIRTUALTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A program on a pseudo-terminal, with libvterm as the screen in front of it.
typedef struct cvt cvt;

typedef struct {
  /// Base letter and marks, ended by 0.
  uint32_t scalars[7];
  int width;
  /// Palette numbers; -1 is the terminal's own colour, -2 one that is no palette colour.
  int foreground, background;
  bool bold, underline, reverse;
} cvt_cell;

/// What the program said last about itself just before it went to sleep.
typedef struct {
  /// How many beacons have come; 0 means that the rest says nothing.
  long count;
  long consumed;
  int rows, columns;
} cvt_beacon;

/// Starts `path`; both lists end with NULL. Returns NULL when the system refuses.
cvt *cvt_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns);
void cvt_free(cvt *terminal);

/// Types bytes, reading meanwhile what the program writes. False when the program is gone.
bool cvt_write(cvt *terminal, const uint8_t *bytes, size_t count);

/// Waits for output and shows it. 1: something came; 0: nothing in time; -1: the program is gone.
int cvt_pump(cvt *terminal, int milliseconds);

void cvt_resize(cvt *terminal, int rows, int columns);
void cvt_size(const cvt *terminal, int *rows, int *columns);
bool cvt_cell_at(const cvt *terminal, int row, int column, cvt_cell *cell);
void cvt_cursor(const cvt *terminal, int *row, int *column, bool *is_visible);
cvt_beacon cvt_last_beacon(const cvt *terminal);
bool cvt_is_on_alternate_screen(const cvt *terminal);
int cvt_bells(const cvt *terminal);
/// Bytes the program has written so far.
long cvt_received(const cvt *terminal);
// How many of them had their eighth bit set.
long cvt_beyond_ascii(const cvt *terminal);
/// Whether the line echoes and waits for whole lines, as a shell expects it to.
bool cvt_is_line_cooked(const cvt *terminal);

int cvt_process(const cvt *terminal);
/// Whether a signal has stopped the process, so that it does nothing until it is continued.
bool cvt_is_stopped(const cvt *terminal);
void cvt_signal(cvt *terminal, int number);
/// Closes the terminal under the program's feet.
void cvt_hang_up(cvt *terminal);
/// Waits for the end. Returns the exit status, 1000 + signal, or -1 when it did not come in time.
int cvt_wait(cvt *terminal, int milliseconds);

#endif
