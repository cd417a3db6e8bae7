#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>

/// One gzip stream being unpacked with zlib, which hides its macros and its struct here.
typedef struct czlib_stream czlib_stream;

/// NULL where there is no memory.
czlib_stream *czlib_open(void);

/// Unpacks from `input` to `output`, and says in the two counts how much of each was used.
///
/// 0: goes on; 1: the end of a gzip member, more may follow; -1: the input is damaged.
int czlib_unpack(
    czlib_stream *stream, const void *input, size_t *input_count, void *output,
    size_t *output_count);

void czlib_close(czlib_stream *stream);

#endif
