#ifndef CYAZ_ZOOM_H
#define CYAZ_ZOOM_H

#include <stdbool.h>
#include <stddef.h>
#include <yaz/zoom.h>

/// libyaz's Z39.50 client (<yaz/zoom.h>), loaded at its first use like the character conversion.
///
/// Whether libyaz is there and has all of it; nothing else here may be called where this is false.
bool cyaz_zoom_load(void);

ZOOM_connection cyaz_zoom_create(void);
void cyaz_zoom_set(ZOOM_connection connection, const char *option, const char *value);
const char *cyaz_zoom_get(ZOOM_connection connection, const char *option);
void cyaz_zoom_connect(ZOOM_connection connection, const char *host);
ZOOM_resultset cyaz_zoom_search(ZOOM_connection connection, const char *query);
void cyaz_zoom_destroy(ZOOM_connection connection);

/// Takes one event; false where none waits. What it was is the last event.
bool cyaz_zoom_process(ZOOM_connection connection);
int cyaz_zoom_last_event(ZOOM_connection connection);
bool cyaz_zoom_is_idle(ZOOM_connection connection);
int cyaz_zoom_socket(ZOOM_connection connection);
/// Of ZOOM_SELECT_READ, _WRITE and _EXCEPT; so is what is fired.
int cyaz_zoom_mask(ZOOM_connection connection);
void cyaz_zoom_fire(ZOOM_connection connection, int mask);

/// 0, or what went wrong; the texts belong to the connection.
int cyaz_zoom_error(
    ZOOM_connection connection, const char **message, const char **detail, const char **set);

size_t cyaz_zoom_size(ZOOM_resultset set);
/// NULL where the record has not come; it dies with its result set.
ZOOM_record cyaz_zoom_record(ZOOM_resultset set, size_t place);
void cyaz_zoom_free(ZOOM_resultset set);
/// A text or bytes of a record, good until the next call; the length is -1 where it is a text.
const char *cyaz_zoom_part(ZOOM_record record, const char *part, int *length);
int cyaz_zoom_record_error(ZOOM_record record, const char **message, const char **detail);

#endif
