// The floor of a durable checkout: the statements of Desk.checkOut on the same file, in plain C.
//
// Usage: checkout DATABASE TODAY DUE. Reads lines of a card, a blank and a barcode, lends the copy to
// the card in a transaction of its own, and answers each line with the microseconds it took.

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;
static sqlite3_stmt *begin, *commit, *origin, *configuration, *item, *loan, *patron, *op, *type,
    *opened, *sum, *tally, *head;

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

static void open_library(const char *path) {
  must(sqlite3_open(path, &db), SQLITE_OK);
  must(
      sqlite3_exec(
          db,
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
          "PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = -1",
          NULL, NULL, NULL),
      SQLITE_OK);
  begin = prepare("BEGIN IMMEDIATE TRANSACTION");
  commit = prepare("COMMIT TRANSACTION");
  origin = prepare(
      "SELECT id, last_sequence, last_counter, (SELECT max(last_wall) FROM origin), chain"
      " FROM origin WHERE idx = 0");
  configuration = prepare("SELECT version FROM configuration");
  item = prepare(
      "SELECT item.id, item.record, item.barcode, item.call_number, item.location, item.type,"
      " item.status, item.price, item.copy_number, item.note, record.title, record.author"
      " FROM item LEFT JOIN record ON record.id = item.record"
      " WHERE item.barcode = ? AND item.status <> 'removed'");
  loan = prepare(
      "SELECT loan.id, patron, card, name, lent_at, due_on, renewals FROM loan"
      " JOIN patron ON patron.id = loan.patron WHERE item = ? AND loan.status = 'open'");
  patron = prepare(
      "SELECT id, card, name, category, born, phone, address, email, expires_on, status,"
      " block_reason, note, enrolled_on, loans, owed,"
      " (SELECT count(*) FROM loan WHERE loan.patron = patron.id AND loan.status = 'open'"
      "   AND loan.due_on < ?2),"
      " (SELECT loans FROM loan_tally WHERE loan_tally.patron = patron.id AND type = 'BOOK')"
      " FROM patron WHERE card = ?1 AND status <> 'removed'");
  op = prepare(
      "INSERT INTO op (id, wall, quality, actor, entity, kind, undoes, parents, body, chain)"
      " VALUES (?, ?, 1, 2, ?, 10, NULL, NULL, ?, ?)");
  type = prepare("SELECT type FROM item WHERE id = ?");
  opened = prepare(
      "INSERT INTO loan (id, item, patron, type, lent_at, due_on) VALUES (?, ?, ?, ?, ?, ?)");
  sum = prepare("UPDATE patron SET loans = loans + 1 WHERE id = ?");
  tally = prepare(
      "INSERT INTO loan_tally (patron, type, loans) VALUES (?1, ?2, 1)"
      " ON CONFLICT (patron, type) DO UPDATE SET loans = loans + 1");
  head = prepare(
      "UPDATE origin SET last_sequence = ?, last_counter = ?, last_wall = ?, chain = ?"
      " WHERE idx = 0");
}

static int64_t find(sqlite3_stmt *statement, const char *key) {
  sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
  must(sqlite3_step(statement), SQLITE_ROW);
  int64_t found = sqlite3_column_int64(statement, 0);
  sqlite3_reset(statement);
  return found;
}

static void write_loan(int64_t id, int64_t wall, int64_t copy, int64_t borrower, int due) {
  sqlite3_bind_int64(type, 1, copy);
  must(sqlite3_step(type), SQLITE_ROW);
  sqlite3_bind_text(opened, 4, (const char *)sqlite3_column_text(type, 0), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text(tally, 2, (const char *)sqlite3_column_text(type, 0), -1, SQLITE_TRANSIENT);
  sqlite3_reset(type);
  sqlite3_bind_int64(opened, 1, id);
  sqlite3_bind_int64(opened, 2, copy);
  sqlite3_bind_int64(opened, 3, borrower);
  sqlite3_bind_int64(opened, 5, wall);
  sqlite3_bind_int(opened, 6, due);
  run(opened);
  sqlite3_bind_int64(sum, 1, borrower);
  run(sum);
  sqlite3_bind_int64(tally, 1, borrower);
  run(tally);
}

static void check_out(const char *card, const char *label, int today, int due) {
  // As many bytes as a loan's own op has, and a hash.
  unsigned char body[16] = {0}, chain[32] = {0};
  run(begin);
  must(sqlite3_step(origin), SQLITE_ROW);
  int64_t sequence = sqlite3_column_int64(origin, 1) + 1;
  int64_t counter = sqlite3_column_int64(origin, 2), wall = sqlite3_column_int64(origin, 3) + 1;
  sqlite3_reset(origin);
  must(sqlite3_step(configuration), SQLITE_ROW);
  sqlite3_reset(configuration);
  int64_t copy = find(item, label);
  sqlite3_bind_int64(loan, 1, copy);
  must(sqlite3_step(loan), SQLITE_DONE);
  sqlite3_reset(loan);
  sqlite3_bind_int(patron, 2, today);
  int64_t borrower = find(patron, card);
  sqlite3_bind_int64(op, 1, sequence);
  sqlite3_bind_int64(op, 2, wall);
  sqlite3_bind_int64(op, 3, copy);
  sqlite3_bind_blob(op, 4, body, sizeof body, SQLITE_STATIC);
  sqlite3_bind_blob(op, 5, chain, sizeof chain, SQLITE_STATIC);
  run(op);
  write_loan(sequence, wall, copy, borrower, due);
  sqlite3_bind_int64(head, 1, sequence);
  sqlite3_bind_int64(head, 2, counter);
  sqlite3_bind_int64(head, 3, wall);
  sqlite3_bind_blob(head, 4, chain, sizeof chain, SQLITE_STATIC);
  run(head);
  run(commit);
}

int main(int count, char **words) {
  if (count != 4) return 2;
  open_library(words[1]);
  int today = atoi(words[2]), due = atoi(words[3]);
  char card[256], label[256];
  while (scanf("%255s %255s", card, label) == 2) {
    double start = microseconds();
    check_out(card, label, today, due);
    printf("%.1f\n", microseconds() - start);
    fflush(stdout);
  }
  sqlite3_close(db);
  return 0;
}
