// The Linux console's own font: kept, replaced and given back through the kernel's ioctls.
//
// `ct_console_give_back` is called from a crash handler: it only makes system calls, on buffers that
// were filled before.

#include "cterminal.h"

#include <errno.h>
#include <linux/kd.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Newer than the headers of Debian 12: fonts of more than 32 rows, since Linux 6.3.
enum { font_set_tall = 4, font_get_tall = 5 };

enum {
  glyphs_maximum = 512,
  // Eight bytes a row, 128 rows: the tallest font that Linux knows.
  font_bytes_maximum = glyphs_maximum * 8 * 128,
  pairs_maximum = 65535,
};

static unsigned char kept_glyphs[font_bytes_maximum];
static struct console_font_op kept_font;
static struct unipair kept_pairs[pairs_maximum];
static struct unimapdesc kept_map;
static long kept_keyboard_mode;
static volatile sig_atomic_t is_font_replaced;
static volatile sig_atomic_t is_keyboard_replaced;

/// The descriptor of the person's terminal, wherever the answer goes.
static int terminal_descriptor(void) {
  const int descriptors[] = {STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO};
  for (int index = 0; index < 3; index++) {
    if (isatty(descriptors[index])) return descriptors[index];
  }
  return -1;
}

static int ask_kernel(unsigned long request, void *argument) {
  return ioctl(terminal_descriptor(), request, argument);
}

static ct_console_control control = ask_kernel;

void ct_console_use(ct_console_control other) { control = other ? other : ask_kernel; }

static ct_console_answer answer_of_error(void) {
  switch (errno) {
    case EPERM:
    case EACCES:
      return CT_CONSOLE_FORBIDDEN;
    case ENOSYS:
      return CT_CONSOLE_WITHOUT_FONTS;
    case EINVAL:
    case ENOSPC:
      return CT_CONSOLE_UNSUITABLE;
    default:
      return CT_CONSOLE_REFUSED;
  }
}

/// Reads the font the console shows; fonts taller than 32 rows need a question of their own.
static bool keep_font(void) {
  struct console_font_op font = {
      .op = KD_FONT_OP_GET, .width = 32, .height = 32, .charcount = glyphs_maximum};
  if (control(KDFONTOP, &font) == 0) {
    font.op = KD_FONT_OP_GET;
  } else {
    if (errno != ENOSPC) return false;
    font = (struct console_font_op){
        .op = font_get_tall, .width = 64, .height = 128, .charcount = glyphs_maximum};
    if (control(KDFONTOP, &font) != 0) return false;
    // Asked again with its own height, the glyphs come as `font_set_tall` wants them.
    font.op = font_get_tall;
  }
  font.charcount = glyphs_maximum;
  font.data = kept_glyphs;
  const unsigned int operation = font.op;
  if (control(KDFONTOP, &font) != 0) return false;
  font.op = operation == KD_FONT_OP_GET ? KD_FONT_OP_SET : (unsigned int)font_set_tall;
  kept_font = font;
  return true;
}

static bool keep_map(void) {
  kept_map = (struct unimapdesc){.entry_ct = pairs_maximum, .entries = kept_pairs};
  return control(GIO_UNIMAP, &kept_map) == 0;
}

ct_console_answer ct_console_keep(void) {
  char keyboard = 0;
  if (control(KDGKBTYPE, &keyboard) != 0) return CT_CONSOLE_NOT_ONE;
  if (is_font_replaced) return CT_CONSOLE_DONE;
  kept_font = (struct console_font_op){0};
  kept_map = (struct unimapdesc){.entries = kept_pairs};
  int mode = KD_TEXT;
  if (control(KDGETMODE, &mode) == 0 && mode == KD_GRAPHICS) return CT_CONSOLE_GRAPHICS;
  return keep_map() && keep_font() ? CT_CONSOLE_DONE : answer_of_error();
}

void ct_console_kept_font(int *width, int *height, int *glyphs) {
  *width = (int)kept_font.width;
  *height = (int)kept_font.height;
  *glyphs = (int)kept_font.charcount;
}

int ct_console_kept_letters(uint16_t *letters, int count) {
  for (int index = 0; index < count && index < kept_map.entry_ct; index++) {
    letters[index] = kept_pairs[index].unicode;
  }
  return kept_map.entry_ct;
}

ct_console_answer ct_console_replace_font(
    int width, int height, const uint8_t *glyphs, int glyph_count, const ct_console_letter *letters,
    int letter_count) {
  static struct unipair pairs[pairs_maximum];
  for (int index = 0; index < letter_count; index++) {
    pairs[index] = (struct unipair){letters[index].unicode, letters[index].glyph};
  }
  struct console_font_op font = {
      .op = KD_FONT_OP_SET,
      .width = (unsigned int)width,
      .height = (unsigned int)height,
      .charcount = (unsigned int)glyph_count,
      .data = (unsigned char *)glyphs,
  };
  struct unimapinit fresh = {0};
  struct unimapdesc map = {.entry_ct = (unsigned short)letter_count, .entries = pairs};
  is_font_replaced = 1;
  if (control(KDFONTOP, &font) == 0 && control(PIO_UNIMAPCLR, &fresh) == 0
      && control(PIO_UNIMAP, &map) == 0) {
    return CT_CONSOLE_DONE;
  }
  ct_console_answer answer = answer_of_error();
  ct_console_give_back();
  return answer;
}

bool ct_console_use_utf8_keyboard(void) {
  int mode = K_UNICODE;
  if (is_keyboard_replaced) return true;
  if (control(KDGKBMODE, &mode) != 0 || mode != K_XLATE) return false;
  kept_keyboard_mode = mode;
  is_keyboard_replaced = control(KDSKBMODE, (void *)K_UNICODE) == 0;
  return is_keyboard_replaced;
}

bool ct_console_has_our_font(void) { return is_font_replaced; }

void ct_console_give_back(void) {
  if (is_font_replaced) {
    is_font_replaced = 0;
    struct console_font_op font = kept_font;
    struct unimapinit fresh = {0};
    struct unimapdesc map = kept_map;
    control(KDFONTOP, &font);
    control(PIO_UNIMAPCLR, &fresh);
    control(PIO_UNIMAP, &map);
  }
  if (is_keyboard_replaced) {
    is_keyboard_replaced = 0;
    control(KDSKBMODE, (void *)kept_keyboard_mode);
  }
}
