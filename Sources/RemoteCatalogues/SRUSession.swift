import MARC

/// One question to one SRU server, on the thread that calls.
struct SRUSession {
  private static let bytesMaximum = 16 * 1024 * 1024

  let target: RemoteTarget
  let deadline: Deadline
  let stop: StopSignal

  func ask(_ query: RemoteQuery) -> RemoteAnswer {
    guard case .sru(let base) = target.address.way else {
      preconditionFailure("Z39.50 is asked through libyaz")
    }
    let started = ContinuousClock.now
    var answer = RemoteAnswer(target: target)
    answer.security = base.lowercased().hasPrefix("https:") ? .verified : .plain
    let web = VerifiedWeb(
      trusted: target.trusted, bytesMaximum: SRUSession.bytesMaximum, deadline: deadline, stop: stop
    )
    switch web.get(SRUSession.address(base, query, target)) {
    case .failure(let fault):
      answer.fault = fault
      if case .notTrusted = fault { answer.security = .unverified }
    case .success(let page):
      answer.connectedAfter = page.connectedAfter
      let read = SRUAnswer(page.bytes)
      answer.found = read.found
      answer.records = Array(read.records.prefix(target.recordsMaximum))
      answer.fault = read.fault
      if page.status != 200, read.fault == nil || read.isForeign {
        answer.fault = .webStatus(page.status)
      }
    }
    answer.duration = started.duration(to: .now)
    return answer
  }

  /// The web address of a question.
  static func address(_ base: String, _ query: RemoteQuery, _ target: RemoteTarget) -> String {
    var parameters: [(String, String)] = [
      ("version", target.version), ("operation", "searchRetrieve"),
      ("query", query.contextualLanguage(for: target)), ("startRecord", "1"),
      ("maximumRecords", String(target.recordsMaximum)), ("recordSchema", target.schema),
    ]
    // SRU 2.0 has no operation: a query makes a question.
    if target.version == "2.0" { parameters.removeAll { $0.0 == "operation" } }
    let text = parameters.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    guard base.contains("?") else { return "\(base)?\(text)" }
    return base.hasSuffix("?") || base.hasSuffix("&") ? base + text : "\(base)&\(text)"
  }

  /// Everything but letters, digits and four marks as `%XX` (RFC 3986).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%"
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 15)])
      }
    }
    return encoded
  }
}
