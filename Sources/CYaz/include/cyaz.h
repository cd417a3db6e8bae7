#ifndef CYAZ_H
#define CYAZ_H

#include <stddef.h>
#include <yaz/yaz-iconv.h>

/// libyaz's character conversion, loaded at its first use: it brings some thirty shared libraries
/// along, which would cost every start of the program some milliseconds.
///
/// The four functions are those of <yaz/yaz-iconv.h>. Opening gives NULL where libyaz is missing or
/// does not know a character set; the others may only be called with what opening gave.
yaz_iconv_t cyaz_open(const char *to, const char *from);
size_t cyaz_convert(
    yaz_iconv_t converter, char **input, size_t *input_left, char **output, size_t *output_left);
int cyaz_error(yaz_iconv_t converter);
int cyaz_close(yaz_iconv_t converter);

#endif
