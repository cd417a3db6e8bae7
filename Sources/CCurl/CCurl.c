#include "ccurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#define FUNCTIONS(DO)                                                                      \
  DO(global_init) DO(easy_init) DO(easy_setopt) DO(easy_getinfo) DO(easy_cleanup)          \
  DO(easy_strerror) DO(multi_init) DO(multi_add_handle) DO(multi_remove_handle)            \
  DO(multi_perform) DO(multi_poll) DO(multi_info_read) DO(multi_cleanup)

// curl's header wraps some of these in macros that check arguments at compile time.
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define MEMBER(name) __typeof__(&curl_##name) name;
static struct {
  FUNCTIONS(MEMBER)
} curl;

static pthread_once_t loaded = PTHREAD_ONCE_INIT;
static bool is_loaded;

static void load(void) {
  void *library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  is_loaded = true;
#define FIND(name)                            \
  curl.name = dlsym(library, "curl_" #name); \
  is_loaded = is_loaded && curl.name;
  FUNCTIONS(FIND)
  is_loaded = is_loaded && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
  ccurl_answer *answer;
  size_t room;
  size_t maximum;
} body;

static size_t take(char *bytes, size_t size, size_t count, void *context) {
  body *into = context;
  size_t length = size * count;
  size_t wanted = into->answer->count + length;
  if (wanted > into->maximum) {
    into->answer->outcome = CCURL_TOO_LARGE;
    return 0;
  }
  if (wanted > into->room) {
    size_t room = wanted * 2;
    char *larger = realloc(into->answer->bytes, room);
    if (!larger) return 0;
    into->answer->bytes = larger;
    into->room = room;
  }
  if (length) memcpy(into->answer->bytes + into->answer->count, bytes, length);
  into->answer->count = wanted;
  return length;
}

static ccurl_outcome outcome_of(CURLcode code) {
  switch (code) {
    case CURLE_OK: return CCURL_ANSWERED;
    case CURLE_OPERATION_TIMEDOUT: return CCURL_TIMED_OUT;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return CCURL_UNKNOWN_HOST;
    case CURLE_COULDNT_CONNECT: return CCURL_CANNOT_CONNECT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE: return CCURL_NOT_TRUSTED;
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_UNSUPPORTED_PROTOCOL: return CCURL_REDIRECT_REFUSED;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return CCURL_CLOSED_EARLY;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_SSL_CONNECT_ERROR: return CCURL_NO_HTTP;
    default: return CCURL_FAILED;
  }
}

static void prepare(CURL *easy, const ccurl_question *question, body *into, char *reason) {
  bool is_secure = strncasecmp(question->address, "https:", 6) == 0;
  curl.easy_setopt(easy, CURLOPT_URL, question->address);
  curl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl.easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, is_secure ? "https" : "http,https");
  curl.easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
  curl.easy_setopt(easy, CURLOPT_MAXREDIRS, (long)question->redirects_maximum);
  curl.easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl.easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (question->trusted) curl.easy_setopt(easy, CURLOPT_CAINFO, question->trusted);
  curl.easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
  curl.easy_setopt(easy, CURLOPT_USERAGENT, question->agent);
  curl.easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl.easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)question->milliseconds_maximum);
  curl.easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(easy, CURLOPT_ERRORBUFFER, reason);
  curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
  curl.easy_setopt(easy, CURLOPT_WRITEDATA, into);
}

static long long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// Runs the one transfer of `multi`; false where it was stopped or its time was up before it ended.
static bool run(CURLM *multi, const ccurl_question *question, ccurl_answer *answer, CURLcode *code) {
  long long end = milliseconds_now() + question->milliseconds_maximum;
  int running = 1;
  while (true) {
    curl.multi_perform(multi, &running);
    if (!running) break;
    long long left = end - milliseconds_now();
    if (left <= 0) {
      answer->outcome = CCURL_TIMED_OUT;
      return false;
    }
    struct curl_waitfd stop = {.fd = question->stop, .events = CURL_WAIT_POLLIN};
    curl.multi_poll(multi, &stop, 1, (int)left, NULL);
    if (stop.revents) {
      answer->outcome = CCURL_STOPPED;
      return false;
    }
  }
  int rest;
  CURLMsg *message = curl.multi_info_read(multi, &rest);
  *code = message ? message->data.result : CURLE_FAILED_INIT;
  return true;
}

typedef struct {
  CURL *easy;
  CURLM *multi;
} transfer;

static void *put_away(void *context) {
  transfer *ended = context;
  curl.multi_remove_handle(ended->multi, ended->easy);
  curl.easy_cleanup(ended->easy);
  curl.multi_cleanup(ended->multi);
  free(ended);
  return NULL;
}

/// Frees a transfer that was broken off on a thread of its own: libcurl may wait there for a name to
/// be resolved, and nobody here shall.
static void put_away_elsewhere(transfer *ended) {
  curl.easy_setopt(ended->easy, CURLOPT_ERRORBUFFER, NULL);
  pthread_t thread;
  if (pthread_create(&thread, NULL, put_away, ended) == 0) pthread_detach(thread);
}

void ccurl_ask(const ccurl_question *question, ccurl_answer *answer) {
  *answer = (ccurl_answer){.outcome = CCURL_MISSING};
  pthread_once(&loaded, load);
  if (!is_loaded) return;
  answer->outcome = CCURL_FAILED;
  transfer *asked = malloc(sizeof *asked);
  if (!asked) return;
  *asked = (transfer){.easy = curl.easy_init(), .multi = curl.multi_init()};
  char reason[CURL_ERROR_SIZE] = "";
  body into = {.answer = answer, .maximum = question->bytes_maximum};
  prepare(asked->easy, question, &into, reason);
  curl.multi_add_handle(asked->multi, asked->easy);
  CURLcode code = CURLE_OK;
  bool has_ended = run(asked->multi, question, answer, &code);
  if (has_ended && answer->outcome != CCURL_TOO_LARGE) answer->outcome = outcome_of(code);
  curl_off_t connected = 0;
  long system_error = 0;
  curl.easy_getinfo(asked->easy, CURLINFO_OS_ERRNO, &system_error);
  answer->is_refused = system_error == ECONNREFUSED;
  curl.easy_getinfo(asked->easy, CURLINFO_RESPONSE_CODE, &answer->status);
  curl.easy_getinfo(asked->easy, CURLINFO_CONNECT_TIME_T, &connected);
  answer->connected_after_milliseconds = (int)((connected + 999) / 1000);
  const char *said = reason[0] || code == CURLE_OK ? reason : curl.easy_strerror(code);
  strncpy(answer->reason, said, sizeof answer->reason - 1);
  if (has_ended) {
    put_away(asked);
  } else {
    put_away_elsewhere(asked);
  }
}

void ccurl_free(ccurl_answer *answer) {
  free(answer->bytes);
  answer->bytes = NULL;
  answer->count = 0;
}
