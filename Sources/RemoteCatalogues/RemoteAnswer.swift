public import MARC

/// What one target answered: records, a fault, or both where the server broke off in between.
public struct RemoteAnswer: Sendable {
  /// How well the connection is protected.
  public enum Security: String, Hashable, Sendable {
    case plain
    /// Encrypted, but nobody checked who answers: libyaz does not look at certificates.
    case unverified
    /// Encrypted, with the server's certificate and name checked.
    case verified
  }

  public let target: RemoteTarget
  /// How many records the server says it has.
  public var found: Int?
  public var records: [RemoteRecord] = []
  public var fault: RemoteFault?
  public var security = Security.plain
  /// The server's name for its software, where it gives one.
  public var software: String?
  /// How long it took until the line stood, and until all was there.
  public var connectedAfter: Duration?
  public var duration = Duration.zero

  init(target: RemoteTarget) { self.target = target }
}

/// A record that a target sent.
public struct RemoteRecord: Sendable {
  public let record: Record
  /// What was wrong with it on its way.
  public let diagnostics: [Diagnostic]
}

/// Why a target gave nothing, or not all.
public enum RemoteFault: Error, Hashable, Sendable {
  public enum Stage: String, Hashable, Sendable {
    case resolving
    case connecting
    case answering
  }

  case unknownHost(String)
  case refused
  case unreachable(reason: String)
  /// The time was up; `hasSpoken` where something came that was no answer yet.
  case timedOut(Stage, hasSpoken: Bool)
  case closedEarly
  /// Something answers there, but not in the protocol.
  case otherProtocol(String)
  /// The server understood and says no; code and words are its own.
  case diagnostic(code: String, message: String, detail: String)
  case notTrusted(reason: String)
  case redirectRefused(reason: String)
  case webStatus(Int)
  case tooLarge(bytesMaximum: Int)
  /// What came is no MARC 21.
  case notMARC(String)
  /// Records that could not be read at all.
  case unreadable(count: Int)
  /// The program library that this way needs is not on this machine.
  case missingLibrary(String)
  case failed(reason: String)
  case stopped

  /// Whether nobody was reached at all, so that asking again may help: no name, no way, no line in time.
  public var isOfTheLine: Bool {
    switch self {
    case .unknownHost, .unreachable, .timedOut(.resolving, _), .timedOut(.connecting, _): true
    default: false
    }
  }
}
