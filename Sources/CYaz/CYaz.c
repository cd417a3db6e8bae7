#include "cyaz.h"

#include <dlfcn.h>
#include <pthread.h>

static struct {
  yaz_iconv_t (*open)(const char *, const char *);
  size_t (*convert)(yaz_iconv_t, char **, size_t *, char **, size_t *);
  int (*error)(yaz_iconv_t);
  int (*close)(yaz_iconv_t);
} yaz;

static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libyaz.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  yaz.convert = dlsym(library, "yaz_iconv");
  yaz.error = dlsym(library, "yaz_iconv_error");
  yaz.close = dlsym(library, "yaz_iconv_close");
  if (yaz.convert && yaz.error && yaz.close) yaz.open = dlsym(library, "yaz_iconv_open");
}

yaz_iconv_t cyaz_open(const char *to, const char *from) {
  pthread_once(&loaded, load);
  return yaz.open ? yaz.open(to, from) : NULL;
}

size_t cyaz_convert(
    yaz_iconv_t converter, char **input, size_t *input_left, char **output, size_t *output_left) {
  return yaz.convert(converter, input, input_left, output, output_left);
}

int cyaz_error(yaz_iconv_t converter) { return yaz.error(converter); }

int cyaz_close(yaz_iconv_t converter) { return yaz.close(converter); }
