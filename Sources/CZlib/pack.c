#include "czlib_pack.h"

#include <stdlib.h>
#include <zlib.h>

struct czlib_packer {
  const void *dictionary;
  uInt dictionary_count;
  z_stream packing;
  z_stream unpacking;
};

// A negative window means raw deflate: pieces carry no header and no sum of their own.
enum { raw_window = -15, memory_level = 8 };

czlib_packer *czlib_packer_open(const void *dictionary, size_t dictionary_count) {
  czlib_packer *packer = calloc(1, sizeof *packer);
  if (!packer) return NULL;
  packer->dictionary = dictionary;
  packer->dictionary_count = (uInt)dictionary_count;
  if (deflateInit2(
          &packer->packing, 6, Z_DEFLATED, raw_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) {
    free(packer);
    return NULL;
  }
  if (inflateInit2(&packer->unpacking, raw_window) != Z_OK) {
    deflateEnd(&packer->packing);
    free(packer);
    return NULL;
  }
  return packer;
}

size_t czlib_packed_maximum(czlib_packer *packer, size_t count) {
  return deflateBound(&packer->packing, count);
}

size_t czlib_pack(
    czlib_packer *packer, const void *input, size_t input_count, void *output, size_t room) {
  z_stream *stream = &packer->packing;
  deflateReset(stream);
  if (packer->dictionary_count > 0) {
    deflateSetDictionary(stream, packer->dictionary, packer->dictionary_count);
  }
  stream->next_in = (Bytef *)input;
  stream->avail_in = (uInt)input_count;
  stream->next_out = output;
  stream->avail_out = (uInt)room;
  return deflate(stream, Z_FINISH) == Z_STREAM_END ? room - stream->avail_out : 0;
}

size_t czlib_unpack_piece(
    czlib_packer *packer, const void *input, size_t input_count, void *output, size_t room) {
  z_stream *stream = &packer->unpacking;
  inflateReset(stream);
  if (packer->dictionary_count > 0) {
    inflateSetDictionary(stream, packer->dictionary, packer->dictionary_count);
  }
  stream->next_in = (Bytef *)input;
  stream->avail_in = (uInt)input_count;
  stream->next_out = output;
  stream->avail_out = (uInt)room;
  return inflate(stream, Z_FINISH) == Z_STREAM_END ? room - stream->avail_out : 0;
}

void czlib_packer_close(czlib_packer *packer) {
  if (!packer) return;
  deflateEnd(&packer->packing);
  inflateEnd(&packer->unpacking);
  free(packer);
}
