/// A catalogue of another library that can be asked: where it is, what it speaks, what its indexes are called.
public struct RemoteTarget: Hashable, Sendable {
  /// The form in which a Z39.50 server is asked for its records.
  public enum Syntax: String, CaseIterable, Hashable, Sendable {
    case usmarc
    case xml
  }

  /// In what characters the server's ISO 2709 records are written.
  public enum Charset: String, CaseIterable, Hashable, Sendable {
    /// As each record says, where its bytes do not say otherwise.
    case auto
    case utf8 = "utf-8"
    case marc8 = "marc-8"
  }

  /// How words are sent that carry marks.
  public enum Letters: String, CaseIterable, Hashable, Sendable {
    case marked = "utf-8"
    /// Without tones and marks, đ as d: for servers that know no others or leave them out of their indexes.
    case plain
  }

  /// A short word, unique among the targets.
  public var code: String
  public var name: String
  public var address: RemoteAddress
  public var syntax = Syntax.usmarc
  /// The record schema asked for over SRU.
  public var schema = "marcxml"
  /// The version of SRU: 1.1, 1.2 or 2.0.
  public var version = "1.1"
  public var charset = Charset.auto
  public var letters: Letters?
  /// What each index is called: Bib-1 attributes (`1=7`) or an index of CQL (`bath.isbn`).
  public var indexes: [RemoteIndex: String] = [:]
  /// How long an answer is waited for.
  public var secondsMaximum = 15
  /// How many records are fetched at most.
  public var recordsMaximum = 10
  /// A file of certificates trusted for this target instead of the system's.
  public var trusted: String?
  /// Whether the target is asked when none is named.
  public var isOn = true

  public init(code: String, name: String, address: RemoteAddress) {
    self.code = code
    self.name = name
    self.address = address
  }

  /// The name of the index, this target's own or what most servers of its kind call it.
  public func index(_ index: RemoteIndex) -> String {
    if let own = indexes[index] { return own }
    return address.isSRU ? index.usualInCQL : index.usualAttributes
  }

  var sentLetters: Letters { letters ?? (address.isSRU ? .marked : .plain) }
}

/// What a catalogue can be asked by.
public enum RemoteIndex: String, CaseIterable, Hashable, Sendable {
  case isbn
  case title
  case author
  case any

  var usualAttributes: String {
    switch self {
    case .isbn: "1=7"
    case .title: "1=4"
    case .author: "1=1003"
    case .any: "1=1016"
    }
  }

  var usualInCQL: String {
    switch self {
    case .isbn: "bath.isbn"
    case .title: "dc.title"
    case .author: "dc.creator"
    case .any: "cql.serverChoice"
    }
  }
}

/// Where a catalogue is: `z39.50://host:210/DATABASE`, the same with `z39.50s` over TLS, or the web address of SRU.
public struct RemoteAddress: Hashable, Sendable {
  public enum Way: Hashable, Sendable {
    case z3950(host: String, port: Int, database: String, isEncrypted: Bool)
    case sru(String)
  }

  public let way: Way

  /// Reads an address; nil for what is none.
  public init?(_ text: some StringProtocol) {
    let lowered = text.lowercased()
    if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") {
      let rest = text[text.index(text.startIndex, offsetBy: lowered.hasPrefix("https") ? 8 : 7)...]
      guard let first = rest.first, first != "/", text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
        !text.contains("#")
      else { return nil }
      way = .sru(String(text))
      return
    }
    let isEncrypted = lowered.hasPrefix("z39.50s://")
    guard isEncrypted || lowered.hasPrefix("z39.50://") else { return nil }
    let rest = text.dropFirst(isEncrypted ? 10 : 9)
    let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let place = RemoteAddress.hostAndPort(parts[0]) else { return nil }
    let database = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : "Default"
    guard database.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    way = .z3950(
      host: place.host, port: place.port, database: database, isEncrypted: isEncrypted)
  }

  /// `host`, `host:port`, `[address of IPv6]:port`.
  private static func hostAndPort(_ text: some StringProtocol) -> (host: String, port: Int)? {
    var host = String(text)
    var port = 210
    let tail = text.split(separator: ":", omittingEmptySubsequences: false)
    if text.hasPrefix("[") {
      guard let close = text.firstIndex(of: "]") else { return nil }
      host = String(text[text.index(after: text.startIndex)..<close])
      let rest = text[text.index(after: close)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      if !rest.isEmpty {
        guard let given = Int(rest.dropFirst()) else { return nil }
        port = given
      }
    } else if tail.count == 2 {
      guard let given = Int(tail[1]) else { return nil }
      (host, port) = (String(tail[0]), given)
    } else if tail.count > 2 {
      return nil
    }
    guard !host.isEmpty, (1...65535).contains(port),
      host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return (host, port)
  }

  public var isSRU: Bool {
    if case .sru = way { return true }
    return false
  }

  public var text: String {
    switch way {
    case .sru(let address): return address
    case .z3950(let host, let port, let database, let isEncrypted):
      let shown = host.contains(":") ? "[\(host)]" : host
      return "z39.50\(isEncrypted ? "s" : "")://\(shown):\(port)/\(database)"
    }
  }
}
