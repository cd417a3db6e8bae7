#include "cbuiltins.h"

// Clang's #embed carries the bytes over as they are, and rebuilds when one of the files changes.
// SwiftPM's own embedInCode writes an array literal that takes the compiler a second for every 4 KB.

static const unsigned char classic_keys[] = {
#embed "../../keymaps/classic.keys"
};
static const unsigned char default_keys[] = {
#embed "../../keymaps/default.keys"
};
static const unsigned char administrative_units[] = {
#embed "../../data/administrative-units.tsv"
};
static const unsigned char isbn_ranges[] = {
#embed "../../data/isbn-ranges.tsv"
};
static const unsigned char record_templates[] = {
#embed "../../data/record-templates.tsv"
};
static const unsigned char marc_names[] = {
#embed "../../data/marc21-names.tsv"
};
static const unsigned char marc_usual[] = {
#embed "../../data/marc21-usual.tsv"
};
static const unsigned char marc_format[] = {
#embed "../../data/marc21.tsv"
};
static const unsigned char catalogues[] = {
#embed "../../data/catalogues.targets"
};
static const unsigned char class_crosswalk[] = {
#embed "../../data/class-crosswalk.tsv"
};
static const unsigned char shelf_mark_rhymes[] = {
#embed "../../data/shelf-mark-rhymes.tsv"
};
static const unsigned char small_font[] = {
#embed "../../consolefonts/thuthu-16.psf"
};
static const unsigned char large_font[] = {
#embed "../../consolefonts/thuthu-24.psf"
};
static const unsigned char isis_mapping[] = {
#embed "../../mappings/isis.map"
};
static const unsigned char table_mapping[] = {
#embed "../../mappings/table.map"
};
static const unsigned char sample_patrons[] = {
#embed "../../sample/patrons.tsv"
};
static const unsigned char sample_titles[] = {
#embed "../../sample/titles.tsv"
};
static const unsigned char default_theme[] = {
#embed "../../themes/default.theme"
};
static const unsigned char high_contrast_theme[] = {
#embed "../../themes/high-contrast.theme"
};
static const unsigned char night_theme[] = {
#embed "../../themes/night.theme"
};
static const unsigned char paper_theme[] = {
#embed "../../themes/paper.theme"
};

#define FILE_NAMED(name, bytes) {name, bytes, sizeof bytes}

static const builtin_file files[] = {
  FILE_NAMED("consolefonts/thuthu-16.psf", small_font),
  FILE_NAMED("consolefonts/thuthu-24.psf", large_font),
  FILE_NAMED("data/administrative-units.tsv", administrative_units),
  FILE_NAMED("data/isbn-ranges.tsv", isbn_ranges),
  FILE_NAMED("data/marc21-names.tsv", marc_names),
  FILE_NAMED("data/marc21-usual.tsv", marc_usual),
  FILE_NAMED("data/marc21.tsv", marc_format),
  FILE_NAMED("data/catalogues.targets", catalogues),
  FILE_NAMED("data/class-crosswalk.tsv", class_crosswalk),
  FILE_NAMED("data/record-templates.tsv", record_templates),
  FILE_NAMED("data/shelf-mark-rhymes.tsv", shelf_mark_rhymes),
  FILE_NAMED("keymaps/classic.keys", classic_keys),
  FILE_NAMED("keymaps/default.keys", default_keys),
  FILE_NAMED("mappings/isis.map", isis_mapping),
  FILE_NAMED("mappings/table.map", table_mapping),
  FILE_NAMED("sample/patrons.tsv", sample_patrons),
  FILE_NAMED("sample/titles.tsv", sample_titles),
  FILE_NAMED("themes/default.theme", default_theme),
  FILE_NAMED("themes/high-contrast.theme", high_contrast_theme),
  FILE_NAMED("themes/night.theme", night_theme),
  FILE_NAMED("themes/paper.theme", paper_theme),
};

size_t builtin_file_count(void) { return sizeof files / sizeof files[0]; }

builtin_file builtin_file_at(size_t index) { return files[index]; }
