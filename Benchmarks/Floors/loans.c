// Fills the loan table with loans that ended long ago, as a library of many years has them: not a floor, but what one
// measurement stands on.
//
// Usage: loans DATABASE COUNT. The loans are spread over all copies and all patrons; their numbers are below zero, where no
// action ever was. The indexes are taken away meanwhile and built again as the file had them.

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { day = 86400 };

static sqlite3 *db;

static void must(int outcome, int wanted) {
  if (outcome == wanted) return;
  fprintf(stderr, "loans: %s\n", sqlite3_errmsg(db));
  exit(1);
}

static void run(const char *sql) { must(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK); }

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
  return statement;
}

struct numbers {
  int64_t *all;
  int64_t count;
};

// The numbers a statement answers with.
static struct numbers numbers(const char *sql) {
  struct numbers found = {NULL, 0};
  int64_t room = 0;
  sqlite3_stmt *statement = prepare(sql);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    if (found.count == room) {
      room = room ? room * 2 : 1024;
      found.all = realloc(found.all, (size_t)room * sizeof *found.all);
      if (!found.all) exit(1);
    }
    found.all[found.count++] = sqlite3_column_int64(statement, 0);
  }
  sqlite3_finalize(statement);
  if (!found.count) exit(1);
  return found;
}

// The statements that make the indexes of the table, which are dropped.
static char *drop_indexes(void) {
  char *again = calloc(1, 1 << 16), *drops = calloc(1, 1 << 16);
  if (!again || !drops) exit(1);
  sqlite3_stmt *statement = prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loan' AND sql NOTNULL");
  while (sqlite3_step(statement) == SQLITE_ROW) {
    strcat(strcat(strcat(drops, "DROP INDEX "), (const char *)sqlite3_column_text(statement, 0)), ";");
    strcat(strcat(again, (const char *)sqlite3_column_text(statement, 1)), ";");
  }
  sqlite3_finalize(statement);
  run(drops);
  free(drops);
  return again;
}

static void insert(int64_t count) {
  struct numbers items = numbers("SELECT id FROM item"), patrons = numbers("SELECT id FROM patron");
  sqlite3_stmt *loan = prepare(
      "INSERT INTO loan (id, item, patron, type, lent_at, due_on, returned_at, closed_by, status)"
      " VALUES (?1, ?2, ?3, 'BOOK', ?4, ?5, ?6, ?1, 'closed')");
  for (int64_t number = -count; number < 0; number++) {
    // Primes that divide no round number walk through all of both before they come back.
    int64_t place = -number, lent = 1000000000 + (count + number) % 600000000;
    sqlite3_bind_int64(loan, 1, number);
    sqlite3_bind_int64(loan, 2, items.all[place * 7919 % items.count]);
    sqlite3_bind_int64(loan, 3, patrons.all[place * 104729 % patrons.count]);
    sqlite3_bind_int64(loan, 4, lent * 1000);
    sqlite3_bind_int64(loan, 5, lent / day + 14);
    sqlite3_bind_int64(loan, 6, (lent + 7 * day) * 1000);
    must(sqlite3_step(loan), SQLITE_DONE);
    sqlite3_reset(loan);
  }
  sqlite3_finalize(loan);
}

int main(int count, char **words) {
  if (count != 3) return 2;
  must(sqlite3_open(words[1], &db), SQLITE_OK);
  run("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
      "PRAGMA cache_size = -200000");
  run("BEGIN");
  char *indexes = drop_indexes();
  insert(atoll(words[2]));
  run("COMMIT");
  run(indexes);
  run("PRAGMA journal_mode = DELETE");
  sqlite3_close(db);
  return 0;
}
