#include "czlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct czlib_stream {
  z_stream z;
};

/// Beyond the largest window, 16 asks zlib for gzip's own header and check sum.
static const int gzip_window = 15 + 16;

czlib_stream *czlib_open(void) {
  czlib_stream *stream = calloc(1, sizeof *stream);
  if (stream && inflateInit2(&stream->z, gzip_window) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

int czlib_unpack(
    czlib_stream *stream, const void *input, size_t *input_count, void *output,
    size_t *output_count) {
  uInt offered = *input_count > UINT_MAX ? UINT_MAX : (uInt)*input_count;
  uInt room = *output_count > UINT_MAX ? UINT_MAX : (uInt)*output_count;
  stream->z.next_in = (Bytef *)(size_t)input;
  stream->z.avail_in = offered;
  stream->z.next_out = output;
  stream->z.avail_out = room;
  int outcome = inflate(&stream->z, Z_NO_FLUSH);
  *input_count = offered - stream->z.avail_in;
  *output_count = room - stream->z.avail_out;
  if (outcome == Z_STREAM_END) return inflateReset(&stream->z) == Z_OK ? 1 : -1;
  return outcome == Z_OK || outcome == Z_BUF_ERROR ? 0 : -1;
}

void czlib_close(czlib_stream *stream) {
  inflateEnd(&stream->z);
  free(stream);
}
