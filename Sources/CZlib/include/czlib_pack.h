#ifndef CZLIB_PACK_H
#define CZLIB_PACK_H

#include <stddef.h>

/// Packs and unpacks small pieces that share a dictionary, each on its own.
typedef struct czlib_packer czlib_packer;

/// NULL where there is no memory. The dictionary must stay where it is while the packer lives.
czlib_packer *czlib_packer_open(const void *dictionary, size_t dictionary_count);

/// How much room packing so many bytes may need at most.
size_t czlib_packed_maximum(czlib_packer *packer, size_t count);

/// How many bytes `input` took when packed; 0 where the room was too small.
size_t czlib_pack(
    czlib_packer *packer, const void *input, size_t input_count, void *output, size_t room);

/// How many bytes `input` gave; 0 where it is damaged or gives more than the room holds.
size_t czlib_unpack_piece(
    czlib_packer *packer, const void *input, size_t input_count, void *output, size_t room);

void czlib_packer_close(czlib_packer *packer);

#endif
