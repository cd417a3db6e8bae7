#include "cyaz_zoom.h"

#include <dlfcn.h>
#include <pthread.h>

#define FUNCTIONS(DO)                                                                       \
  DO(connection_create) DO(connection_option_set) DO(connection_option_get)                 \
  DO(connection_connect) DO(connection_search_pqf) DO(connection_destroy)                   \
  DO(connection_process) DO(connection_last_event) DO(connection_is_idle)                   \
  DO(connection_get_socket) DO(connection_get_mask) DO(connection_fire_event_socket)        \
  DO(connection_error_x) DO(resultset_size) DO(resultset_record_immediate)                  \
  DO(resultset_destroy) DO(record_get) DO(record_error)

#define MEMBER(name) __typeof__(&ZOOM_##name) name;
static struct {
  FUNCTIONS(MEMBER)
} zoom;

static pthread_once_t loaded = PTHREAD_ONCE_INIT;
static bool is_loaded;

static void load(void) {
  void *library = dlopen("libyaz.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  is_loaded = true;
#define FIND(name)                             \
  zoom.name = dlsym(library, "ZOOM_" #name); \
  is_loaded = is_loaded && zoom.name;
  FUNCTIONS(FIND)
}

bool cyaz_zoom_load(void) {
  pthread_once(&loaded, load);
  return is_loaded;
}

ZOOM_connection cyaz_zoom_create(void) { return zoom.connection_create(NULL); }

void cyaz_zoom_set(ZOOM_connection connection, const char *option, const char *value) {
  zoom.connection_option_set(connection, option, value);
}

const char *cyaz_zoom_get(ZOOM_connection connection, const char *option) {
  return zoom.connection_option_get(connection, option);
}

void cyaz_zoom_connect(ZOOM_connection connection, const char *host) {
  zoom.connection_connect(connection, host, 0);
}

ZOOM_resultset cyaz_zoom_search(ZOOM_connection connection, const char *query) {
  return zoom.connection_search_pqf(connection, query);
}

void cyaz_zoom_destroy(ZOOM_connection connection) { zoom.connection_destroy(connection); }

bool cyaz_zoom_process(ZOOM_connection connection) {
  return zoom.connection_process(connection) != 0;
}

int cyaz_zoom_last_event(ZOOM_connection connection) {
  return zoom.connection_last_event(connection);
}

bool cyaz_zoom_is_idle(ZOOM_connection connection) {
  return zoom.connection_is_idle(connection) != 0;
}

int cyaz_zoom_socket(ZOOM_connection connection) { return zoom.connection_get_socket(connection); }

int cyaz_zoom_mask(ZOOM_connection connection) { return zoom.connection_get_mask(connection); }

void cyaz_zoom_fire(ZOOM_connection connection, int mask) {
  zoom.connection_fire_event_socket(connection, mask);
}

int cyaz_zoom_error(
    ZOOM_connection connection, const char **message, const char **detail, const char **set) {
  return zoom.connection_error_x(connection, message, detail, set);
}

size_t cyaz_zoom_size(ZOOM_resultset set) { return zoom.resultset_size(set); }

ZOOM_record cyaz_zoom_record(ZOOM_resultset set, size_t place) {
  return zoom.resultset_record_immediate(set, place);
}

void cyaz_zoom_free(ZOOM_resultset set) { zoom.resultset_destroy(set); }

const char *cyaz_zoom_part(ZOOM_record record, const char *part, int *length) {
  return zoom.record_get(record, part, length);
}

int cyaz_zoom_record_error(ZOOM_record record, const char **message, const char **detail) {
  return zoom.record_error(record, message, detail, NULL);
}
