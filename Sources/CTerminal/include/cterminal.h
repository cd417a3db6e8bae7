#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdint.h>

/// The columns a Unicode scalar takes: 0 for marks, 2 for wide ones, -1 for what cannot be shown.
///
/// This is glibc's wcwidth in a UTF-8 locale, whatever the locale of the process: ncurses asks the
/// same table, and two opinions about a width tear the screen.
int32_t ct_scalar_width(uint32_t scalar);

/// A descriptor that becomes readable by `ct_wake` and stays so until `ct_wake_clear`.
int ct_wake_open(void);
void ct_wake(int descriptor);
void ct_wake_clear(int descriptor);

#endif
