import CCurl

/// Fetches a page over HTTP or HTTPS, within limits; over HTTPS only from whom the certificate names.
struct VerifiedWeb {
  static let redirectsMaximum = 5

  struct Page {
    var status: Int
    var bytes: [UInt8]
    var connectedAfter: Duration
  }

  let trusted: String?
  let bytesMaximum: Int
  let deadline: Deadline
  let stop: StopSignal

  func get(_ address: String) -> Result<Page, RemoteFault> {
    var answer = ccurl_answer()
    defer { ccurl_free(&answer) }
    ask(address, &answer)
    let reason = withUnsafeBytes(of: answer.reason) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch answer.outcome {
    case CCURL_ANSWERED:
      let bytes = Array(UnsafeRawBufferPointer(start: answer.bytes, count: answer.count))
      return .success(
        Page(
          status: answer.status, bytes: bytes,
          connectedAfter: .milliseconds(Int64(answer.connected_after_milliseconds))))
    case CCURL_STOPPED: return .failure(.stopped)
    case CCURL_TIMED_OUT:
      let isConnected = answer.connected_after_milliseconds > 0
      return .failure(
        .timedOut(
          isConnected ? .answering : .connecting, hasSpoken: answer.status > 0 || answer.count > 0))
    case CCURL_TOO_LARGE: return .failure(.tooLarge(bytesMaximum: bytesMaximum))
    case CCURL_UNKNOWN_HOST: return .failure(.unknownHost(VerifiedWeb.host(of: address)))
    case CCURL_CANNOT_CONNECT:
      return .failure(answer.is_refused ? .refused : .unreachable(reason: reason))
    case CCURL_NOT_TRUSTED: return .failure(.notTrusted(reason: reason))
    case CCURL_REDIRECT_REFUSED where reason.contains("HTTP/0.9"):
      return .failure(.otherProtocol(""))
    case CCURL_REDIRECT_REFUSED: return .failure(.redirectRefused(reason: reason))
    case CCURL_CLOSED_EARLY: return .failure(.closedEarly)
    case CCURL_NO_HTTP: return .failure(.otherProtocol(reason))
    case CCURL_MISSING: return .failure(.missingLibrary("libcurl3-gnutls"))
    default: return .failure(.failed(reason: reason))
    }
  }

  private func ask(_ address: String, _ answer: inout ccurl_answer) {
    address.withCString { address in
      "thuthu".withCString { agent in
        var question = ccurl_question()
        question.address = address
        question.agent = agent
        question.milliseconds_maximum = max(deadline.millisecondsLeft, 1)
        question.bytes_maximum = bytesMaximum
        question.redirects_maximum = Int32(VerifiedWeb.redirectsMaximum)
        question.stop = stop.descriptor
        guard let trusted else { return ccurl_ask(&question, &answer) }
        trusted.withCString { file in
          question.trusted = file
          ccurl_ask(&question, &answer)
        }
      }
    }
  }

  private static func host(of address: String) -> String {
    let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
    return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" })
  }
}
