// The floor of a durable checkout: the statements of Desk.checkOut on the same file, in plain C.
//
// Usage: checkout DATABASE CARD TODAY DUE BARCODES. BARCODES is a file with one label a line; each
// is lent to CARD in a transaction of its own. Prints microseconds: median and 99th percentile.

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;

static void must(int outcome, int wanted) {
  if (outcome == wanted) return;
  fprintf(stderr, "checkout: %s\n", sqlite3_errmsg(db));
  exit(1);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
  return statement;
}

static void run(sqlite3_stmt *statement) {
  must(sqlite3_step(statement), SQLITE_DONE);
  sqlite3_reset(statement);
}

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static int by_size(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **words) {
  if (count != 6) return 2;
  const char *card = words[2];
  int today = atoi(words[3]), due = atoi(words[4]);
  FILE *labels = fopen(words[5], "r");
  must(sqlite3_open(words[1], &db), SQLITE_OK);
  sqlite3_exec(
      db,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -4096;"
      "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = -1",
      NULL, NULL, NULL);
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  sqlite3_stmt *origin = prepare(
      "SELECT id, last_sequence, last_counter, (SELECT max(last_wall) FROM origin), chain"
      " FROM origin WHERE idx = 0");
  sqlite3_stmt *configuration = prepare("SELECT version FROM configuration");
  sqlite3_stmt *item = prepare(
      "SELECT item.id, item.record, item.barcode, item.call_number, item.location, item.type,"
      " item.status, item.price, item.copy_number, item.note, record.title, record.author"
      " FROM item LEFT JOIN record ON record.id = item.record"
      " WHERE item.barcode = ? AND item.status <> 'removed'");
  sqlite3_stmt *loan = prepare(
      "SELECT loan.id, patron, card, name, lent_at, due_on, renewals FROM loan"
      " JOIN patron ON patron.id = loan.patron WHERE item = ? AND loan.status = 'open'");
  sqlite3_stmt *patron = prepare(
      "SELECT id, card, name, category, born, phone, address, email, expires_on, status,"
      " block_reason, note, enrolled_on, loans, owed,"
      " (SELECT count(*) FROM loan WHERE loan.patron = patron.id AND loan.status = 'open'"
      "   AND loan.due_on < ?2),"
      " (SELECT loans FROM loan_tally WHERE loan_tally.patron = patron.id AND type = 'BOOK')"
      " FROM patron WHERE card = ?1 AND status <> 'removed'");
  sqlite3_stmt *op = prepare(
      "INSERT INTO op (id, wall, quality, actor, entity, kind, undoes, parents, body, chain)"
      " VALUES (?, ?, 1, 2, ?, 10, NULL, NULL, ?, ?)");
  sqlite3_stmt *type = prepare("SELECT type FROM item WHERE id = ?");
  sqlite3_stmt *open = prepare(
      "INSERT INTO loan (id, item, patron, type, lent_at, due_on) VALUES (?, ?, ?, ?, ?, ?)");
  sqlite3_stmt *sum = prepare("UPDATE patron SET loans = loans + ? WHERE id = ?");
  sqlite3_stmt *tally = prepare(
      "INSERT INTO loan_tally (patron, type, loans) VALUES (?1, ?2, ?3)"
      " ON CONFLICT (patron, type) DO UPDATE SET loans = loans + ?3");
  sqlite3_stmt *head = prepare(
      "UPDATE origin SET last_sequence = ?, last_counter = ?, last_wall = ?, chain = ?"
      " WHERE idx = 0");
  static double times[100000];
  int done = 0;
  char label[256];
  unsigned char body[12] = {0}, chain[32] = {0};
  while (done < 100000 && fgets(label, sizeof label, labels)) {
    label[strcspn(label, "\n")] = 0;
    double start = microseconds();
    run(begin);
    must(sqlite3_step(origin), SQLITE_ROW);
    int64_t sequence = sqlite3_column_int64(origin, 1) + 1;
    int64_t counter = sqlite3_column_int64(origin, 2), wall = sqlite3_column_int64(origin, 3) + 1;
    sqlite3_reset(origin);
    must(sqlite3_step(configuration), SQLITE_ROW);
    sqlite3_reset(configuration);
    sqlite3_bind_text(item, 1, label, -1, SQLITE_STATIC);
    must(sqlite3_step(item), SQLITE_ROW);
    int64_t copy = sqlite3_column_int64(item, 0);
    sqlite3_reset(item);
    sqlite3_bind_int64(loan, 1, copy);
    must(sqlite3_step(loan), SQLITE_DONE);
    sqlite3_reset(loan);
    sqlite3_bind_text(patron, 1, card, -1, SQLITE_STATIC);
    sqlite3_bind_int(patron, 2, today);
    must(sqlite3_step(patron), SQLITE_ROW);
    int64_t borrower = sqlite3_column_int64(patron, 0);
    sqlite3_reset(patron);
    sqlite3_bind_int64(op, 1, sequence);
    sqlite3_bind_int64(op, 2, wall);
    sqlite3_bind_int64(op, 3, copy);
    sqlite3_bind_blob(op, 4, body, sizeof body, SQLITE_STATIC);
    sqlite3_bind_blob(op, 5, chain, sizeof chain, SQLITE_STATIC);
    run(op);
    sqlite3_bind_int64(type, 1, copy);
    must(sqlite3_step(type), SQLITE_ROW);
    sqlite3_reset(type);
    sqlite3_bind_int64(open, 1, sequence);
    sqlite3_bind_int64(open, 2, copy);
    sqlite3_bind_int64(open, 3, borrower);
    sqlite3_bind_text(open, 4, "BOOK", -1, SQLITE_STATIC);
    sqlite3_bind_int64(open, 5, wall);
    sqlite3_bind_int(open, 6, due);
    run(open);
    sqlite3_bind_int(sum, 1, 1);
    sqlite3_bind_int64(sum, 2, borrower);
    run(sum);
    sqlite3_bind_int64(tally, 1, borrower);
    sqlite3_bind_text(tally, 2, "BOOK", -1, SQLITE_STATIC);
    sqlite3_bind_int(tally, 3, 1);
    run(tally);
    sqlite3_bind_int64(head, 1, sequence);
    sqlite3_bind_int64(head, 2, counter);
    sqlite3_bind_int64(head, 3, wall);
    sqlite3_bind_blob(head, 4, chain, sizeof chain, SQLITE_STATIC);
    run(head);
    run(commit);
    times[done++] = microseconds() - start;
  }
  if (!done) return 1;
  qsort(times, (size_t)done, sizeof times[0], by_size);
  printf("%.1f %.1f\n", times[done / 2], times[done * 99 / 100]);
  return 0;
}
