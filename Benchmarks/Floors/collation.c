// The peer of sort keys: ICU's collator for Vietnamese, which has the order of the CLDR.
//
// Usage: collation FILE ROUNDS. FILE holds a title a line in UTF-8. They are turned into ICU's own
// UTF-16 beforehand; for each round the microseconds are printed that the keys of all of them take.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

enum { LINE_MAXIMUM = 4096, KEY_MAXIMUM = 16384 };

struct title {
  UChar *text;
  int32_t length;
};

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static void must(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  fprintf(stderr, "collation: %s\n", u_errorName(status));
  exit(1);
}

static struct title read_title(const char *line) {
  UErrorCode status = U_ZERO_ERROR;
  UChar text[LINE_MAXIMUM];
  struct title title;
  u_strFromUTF8(text, LINE_MAXIMUM, &title.length, line, -1, &status);
  must(status);
  title.text = malloc((size_t)title.length * sizeof *text);
  memcpy(title.text, text, (size_t)title.length * sizeof *text);
  return title;
}

int main(int count, char **words) {
  if (count != 3) return 2;
  FILE *file = fopen(words[1], "r");
  if (!file) return 2;
  char line[LINE_MAXIMUM];
  struct title *titles = NULL;
  size_t total = 0, room = 0;
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    if (total == room) titles = realloc(titles, (room = room ? room * 2 : 1 << 16) * sizeof *titles);
    titles[total++] = read_title(line);
  }
  fclose(file);
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open("vi", &status);
  must(status);
  uint8_t key[KEY_MAXIMUM];
  for (int round = 0; round < atoi(words[2]); round++) {
    double start = microseconds();
    for (size_t at = 0; at < total; at++) {
      ucol_getSortKey(collator, titles[at].text, titles[at].length, key, KEY_MAXIMUM);
    }
    printf("%.1f\n", microseconds() - start);
  }
  ucol_close(collator);
  return 0;
}
