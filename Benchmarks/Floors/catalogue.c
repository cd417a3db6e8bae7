// The floor of an import: the rows that the program's own import wrote, inserted in plain C.
//
// Usage: catalogue SOURCE WORDS TARGET COUNT. SOURCE is a library that took the records in; WORDS holds
// what its indexes of words were given, for each record in turn four columns of folded words, the words with
// marks, and those of its duplicate keys and of its headings, each as its length in four bytes and its text. All of it is
// read first; then it is written into TARGET, a new file of the same schema, COUNT records to a transaction, and the
// microseconds of that are printed. Headings are written once with their final count, in even shares.

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FOLDED_COLUMNS = 4, LISTS = 3, WORD_COLUMNS = FOLDED_COLUMNS + LISTS, COLUMNS_MAXIMUM = 32 };

// All rows of a query, each value kept as SQLite gave it.
struct rows {
  sqlite3_value **values;
  size_t count;
  int columns;
};

struct text {
  uint32_t length;
  const char *bytes;
};

static void must(sqlite3 *db, int outcome, int wanted) {
  if (outcome == wanted) return;
  fprintf(stderr, "catalogue: %s\n", sqlite3_errmsg(db));
  exit(1);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  must(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
  return statement;
}

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static struct rows read_rows(sqlite3 *db, const char *sql) {
  sqlite3_stmt *query = prepare(db, sql);
  struct rows rows = {.columns = sqlite3_column_count(query)};
  if (rows.columns > COLUMNS_MAXIMUM) exit(2);
  size_t room = 0;
  while (sqlite3_step(query) == SQLITE_ROW) {
    size_t at = rows.count * (size_t)rows.columns;
    if (at + COLUMNS_MAXIMUM > room) {
      room = room ? room * 2 : 1 << 16;
      rows.values = realloc(rows.values, room * sizeof *rows.values);
    }
    for (int column = 0; column < rows.columns; column++) {
      rows.values[at + (size_t)column] = sqlite3_value_dup(sqlite3_column_value(query, column));
    }
    rows.count++;
  }
  sqlite3_finalize(query);
  return rows;
}

static struct text *read_words(const char *path, size_t records) {
  FILE *file = fopen(path, "r");
  if (!file) exit(2);
  struct text *words = calloc(records * WORD_COLUMNS, sizeof *words);
  for (size_t at = 0; at < records * WORD_COLUMNS; at++) {
    if (fread(&words[at].length, sizeof words[at].length, 1, file) != 1) exit(2);
    char *bytes = malloc(words[at].length + 1);
    if (fread(bytes, 1, words[at].length, file) != words[at].length) exit(2);
    words[at].bytes = bytes;
  }
  fclose(file);
  return words;
}

// Makes the same tables and indexes; those that FTS5 keeps for itself it makes itself.
static sqlite3 *make_target(sqlite3 *source, const char *path) {
  sqlite3 *made;
  unlink(path);
  must(made, sqlite3_open(path, &made), SQLITE_OK);
  must(
      made,
      sqlite3_exec(
          made,
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -4096;"
          "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = -1",
          NULL, NULL, NULL),
      SQLITE_OK);
  sqlite3_stmt *schema = prepare(
      source,
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE '%\\_fts\\_%'"
      " ESCAPE '\\' AND tbl_name NOT LIKE '%\\_exact\\_%' ESCAPE '\\'"
      " AND tbl_name NOT LIKE '%\\_duplicate\\_%' ESCAPE '\\'"
      " AND tbl_name NOT LIKE '%record\\_heading\\_%' ESCAPE '\\' ORDER BY rowid");
  while (sqlite3_step(schema) == SQLITE_ROW) {
    const char *sql = (const char *)sqlite3_column_text(schema, 0);
    must(made, sqlite3_exec(made, sql, NULL, NULL, NULL), SQLITE_OK);
  }
  sqlite3_finalize(schema);
  return made;
}

static void insert(sqlite3_stmt *statement, const struct rows *rows, size_t row) {
  for (int column = 0; column < rows->columns; column++) {
    sqlite3_value *value = rows->values[row * (size_t)rows->columns + (size_t)column];
    // The value outlives the statement's step, so its bytes need no copy.
    if (sqlite3_value_type(value) == SQLITE_TEXT) {
      sqlite3_bind_text(
          statement, column + 1, (const char *)sqlite3_value_text(value),
          sqlite3_value_bytes(value), SQLITE_STATIC);
    } else if (sqlite3_value_type(value) == SQLITE_BLOB) {
      sqlite3_bind_blob(
          statement, column + 1, sqlite3_value_blob(value), sqlite3_value_bytes(value),
          SQLITE_STATIC);
    } else {
      sqlite3_bind_value(statement, column + 1, value);
    }
  }
  must(sqlite3_db_handle(statement), sqlite3_step(statement), SQLITE_DONE);
  sqlite3_reset(statement);
}

static int64_t integer(const struct rows *rows, size_t row, int column) {
  return sqlite3_value_int64(rows->values[row * (size_t)rows->columns + (size_t)column]);
}

static void bind_text(sqlite3_stmt *statement, int column, const struct text *text) {
  sqlite3_bind_text(statement, column, text->bytes, (int)text->length, SQLITE_STATIC);
}

static void insert_words(
    sqlite3_stmt *folded, sqlite3_stmt *const *lists, int64_t record, const struct text *words) {
  sqlite3_bind_int64(folded, 1, record);
  for (int column = 0; column < FOLDED_COLUMNS; column++) {
    bind_text(folded, column + 2, &words[column]);
  }
  must(sqlite3_db_handle(folded), sqlite3_step(folded), SQLITE_DONE);
  sqlite3_reset(folded);
  for (int list = 0; list < LISTS; list++) {
    const struct text *text = &words[FOLDED_COLUMNS + list];
    if (text->length == 0) continue;
    sqlite3_bind_int64(lists[list], 1, record);
    bind_text(lists[list], 2, text);
    must(sqlite3_db_handle(lists[list]), sqlite3_step(lists[list]), SQLITE_DONE);
    sqlite3_reset(lists[list]);
  }
}

static sqlite3 *target;
static sqlite3_stmt *begin, *commit, *op, *record, *key, *place, *item, *heading, *word;
static sqlite3_stmt *lists[LISTS];
static struct rows records, ops, keys, places, items, headings;
static struct text *texts;

// A table gains columns with the schema: as many are written as were read.
static sqlite3_stmt *prepare_insert(const char *table, int columns) {
  char sql[64 + 2 * COLUMNS_MAXIMUM];
  int length = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (", table);
  for (int column = 0; column < columns; column++) {
    length += snprintf(sql + length, sizeof sql - (size_t)length, column ? ",?" : "?");
  }
  snprintf(sql + length, sizeof sql - (size_t)length, ")");
  return prepare(target, sql);
}

static void prepare_target(void) {
  begin = prepare(target, "BEGIN IMMEDIATE TRANSACTION");
  commit = prepare(target, "COMMIT TRANSACTION");
  op = prepare_insert("op", ops.columns);
  record = prepare_insert("record", records.columns);
  key = prepare(target, "INSERT INTO record_key (key, record) VALUES (?, ?)");
  place = prepare(target, "INSERT INTO filing (drawer, key, record) VALUES (?, ?, ?)");
  item = prepare_insert("item", items.columns);
  heading = prepare_insert("heading", headings.columns);
  word = prepare(
      target,
      "INSERT INTO record_fts (rowid, title, author, subject, other) VALUES (?, ?, ?, ?, ?)");
  lists[0] = prepare(target, "INSERT INTO record_exact (rowid, words) VALUES (?, ?)");
  lists[1] = prepare(target, "INSERT INTO record_duplicate (rowid, words) VALUES (?, ?)");
  lists[2] = prepare(target, "INSERT INTO record_heading (rowid, words) VALUES (?, ?)");
}

static void run(sqlite3_stmt *statement) {
  must(target, sqlite3_step(statement), SQLITE_DONE);
  sqlite3_reset(statement);
}

static void insert_all(size_t batch) {
  size_t at_op = 0, at_key = 0, at_place = 0, at_item = 0, at_heading = 0;
  for (size_t at = 0; at < records.count; at++) {
    if (at % batch == 0) run(begin);
    int64_t id = integer(&records, at, 0);
    insert(op, &ops, at_op++);
    insert(record, &records, at);
    while (at_key < keys.count && integer(&keys, at_key, 1) == id) insert(key, &keys, at_key++);
    while (at_place < places.count && integer(&places, at_place, 2) == id) {
      insert(place, &places, at_place++);
    }
    insert_words(word, lists, id, &texts[at * WORD_COLUMNS]);
    while (at_item < items.count && integer(&items, at_item, 1) == id) {
      insert(op, &ops, at_op++);
      insert(item, &items, at_item++);
    }
    size_t share = headings.count * (at + 1) / records.count;
    while (at_heading < share) insert(heading, &headings, at_heading++);
    if ((at + 1) % batch == 0 || at + 1 == records.count) run(commit);
  }
  if (at_op == ops.count && at_key == keys.count && at_place == places.count &&
      at_item == items.count) return;
  fprintf(stderr, "catalogue: the rows of the source do not belong together\n");
  exit(1);
}

int main(int count, char **words) {
  if (count != 5) return 2;
  sqlite3 *source;
  must(source, sqlite3_open(words[1], &source), SQLITE_OK);
  // Ops of kind 1 save a record, those of kind 3 a copy, which come right behind their record.
  records = read_rows(source, "SELECT * FROM record ORDER BY id");
  ops = read_rows(source, "SELECT * FROM op WHERE kind IN (1, 3) ORDER BY id");
  keys = read_rows(source, "SELECT key, record FROM record_key ORDER BY record, key");
  places = read_rows(source, "SELECT drawer, key, record FROM filing ORDER BY record, drawer");
  items = read_rows(source, "SELECT * FROM item ORDER BY record, id");
  headings = read_rows(source, "SELECT * FROM heading ORDER BY id");
  texts = read_words(words[2], records.count);
  target = make_target(source, words[3]);
  sqlite3_close(source);
  prepare_target();
  double start = microseconds();
  insert_all((size_t)atoi(words[4]));
  printf("%.1f\n", microseconds() - start);
  sqlite3_close(target);
  return 0;
}
