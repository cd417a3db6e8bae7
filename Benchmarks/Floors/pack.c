// The floor of a look-up in a record pack: SQLite alone reads the same rows of the same file by book
// number, prepared, and unpacks nothing.
//
// usage: pack FILE; each line of standard input is a book number, answered with microseconds.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

int main(int count, char **words) {
  sqlite3 *file;
  sqlite3_stmt *find;
  if (count != 2 || sqlite3_open_v2(words[1], &file, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(
          file,
          "SELECT length, bytes FROM isbn JOIN record ON record.id = isbn.record WHERE isbn = ?",
          -1, &find, NULL) != SQLITE_OK) {
    return 1;
  }
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    double start = microseconds();
    size_t bytes = 0;
    sqlite3_bind_int64(find, 1, atoll(line));
    while (sqlite3_step(find) == SQLITE_ROW) bytes += (size_t)sqlite3_column_bytes(find, 1);
    sqlite3_reset(find);
    double taken = microseconds() - start;
    if (bytes == 0) return 1;
    printf("%.2f\n", taken);
    fflush(stdout);
  }
  return 0;
}
