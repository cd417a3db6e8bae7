#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>

/// One question over HTTP, and the limits it is asked within.
typedef struct {
  const char *address;
  const char *agent;
  /// A file of certificates trusted instead of the system's; may be NULL.
  const char *trusted;
  int milliseconds_maximum;
  size_t bytes_maximum;
  int redirects_maximum;
  /// A descriptor that becomes readable when nobody wants the answer any more.
  int stop;
} ccurl_question;

typedef enum {
  CCURL_ANSWERED,
  CCURL_STOPPED,
  CCURL_TIMED_OUT,
  CCURL_TOO_LARGE,
  CCURL_UNKNOWN_HOST,
  CCURL_CANNOT_CONNECT,
  CCURL_NOT_TRUSTED,
  CCURL_REDIRECT_REFUSED,
  CCURL_CLOSED_EARLY,
  CCURL_NO_HTTP,
  CCURL_FAILED,
  /// libcurl is not on this machine.
  CCURL_MISSING,
} ccurl_outcome;

typedef struct {
  ccurl_outcome outcome;
  /// Whether nobody listens at the port.
  bool is_refused;
  long status;
  char *bytes;
  size_t count;
  int connected_after_milliseconds;
  /// What libcurl says about it, in English.
  char reason[256];
} ccurl_answer;

/// Asks with GET and waits, on the calling thread, until the answer is whole or a limit is met.
///
/// Certificates and host names are always checked; a redirection never leaves HTTPS for HTTP; proxies
/// are those of the environment. libcurl is loaded at the first call.
void ccurl_ask(const ccurl_question *question, ccurl_answer *answer);

void ccurl_free(ccurl_answer *answer);

#endif
