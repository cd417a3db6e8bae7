#ifndef CBUILTINS_H
#define CBUILTINS_H

#include <stddef.h>

// A file of the project's top folders, carried inside the program.
typedef struct {
  const char *name;  // its path below the package root, "themes/night.theme"
  const unsigned char *bytes;
  size_t count;
} builtin_file;

size_t builtin_file_count(void);

// The file at index, which must be below the count.
builtin_file builtin_file_at(size_t index);

#endif
