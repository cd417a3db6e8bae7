import CYaz
import Glibc
import MARC

/// One question to one Z39.50 server, on the thread that calls.
///
/// libyaz's own time limit counts idle seconds, so this keeps its own. Names are resolved before: closing a connection
/// waits for libyaz's resolver.
final class Z3950Session {
  private let target: RemoteTarget
  private let deadline: Deadline
  private let stop: StopSignal
  private let started = ContinuousClock.now
  private var answer: RemoteAnswer
  private var connection: OpaquePointer?
  private var set: OpaquePointer?
  private var hasHeardBytes = false
  private var hasHeardProtocol = false
  private var isConnected = false

  init(_ target: RemoteTarget, _ deadline: Deadline, _ stop: StopSignal) {
    self.target = target
    self.deadline = deadline
    self.stop = stop
    answer = RemoteAnswer(target: target)
  }

  /// Ends what libyaz holds; the answer should have been handed on before, because this may wait.
  deinit { close() }

  func ask(_ query: RemoteQuery) -> RemoteAnswer {
    guard case .z3950(let host, let port, let database, let isEncrypted) = target.address.way else {
      preconditionFailure("SRU is asked over HTTP")
    }
    answer.security = isEncrypted ? .unverified : .plain
    if cyaz_zoom_load() {
      do {
        let addresses = try HostLookup.addresses(of: host, until: deadline, stop)
        try ask(query, addresses, port, database, isEncrypted)
      } catch {
        answer.fault = error
      }
    } else {
      answer.fault = .missingLibrary("libyaz5")
    }
    answer.duration = started.duration(to: .now)
    return answer
  }

  /// Asks the first of the host's addresses where somebody answers.
  private func ask(
    _ query: RemoteQuery, _ addresses: [String], _ port: Int, _ database: String,
    _ isEncrypted: Bool
  ) throws(RemoteFault) {
    for (place, address) in addresses.enumerated() {
      let isLast = place == addresses.count - 1
      open(address, port, database, isEncrypted)
      set = cyaz_zoom_search(connection, query.prefixNotation(for: target))
      do {
        try run()
      } catch RemoteFault.unreachable {
        let reason = HostLookup.reason(address, port, until: deadline, stop)
        guard !isLast, reason != .stopped, !deadline.isOver else { throw reason }
        close()
        continue
      }
      try collect()
      return
    }
  }

  private func open(_ address: String, _ port: Int, _ database: String, _ isEncrypted: Bool) {
    let host = address.contains(":") ? "[\(address)]" : address
    connection = cyaz_zoom_create()
    let options = [
      ("async", "1"), ("implementationName", "Thu Thu"), ("databaseName", database),
      ("preferredRecordSyntax", target.syntax.rawValue), ("elementSetName", "F"),
      ("count", String(target.recordsMaximum)),
      ("timeout", String(target.secondsMaximum + 1)),
    ]
    for (name, value) in options { cyaz_zoom_set(connection, name, value) }
    cyaz_zoom_connect(connection, (isEncrypted ? "ssl:" : "tcp:") + "\(host):\(port)")
  }

  private func close() {
    if let set { cyaz_zoom_free(set) }
    if let connection { cyaz_zoom_destroy(connection) }
    (set, connection) = (nil, nil)
  }

  /// Takes events until the whole task is done or an end is put to it.
  private func run() throws(RemoteFault) {
    while true {
      while cyaz_zoom_process(connection) { note(cyaz_zoom_last_event(connection)) }
      if let fault = fault() { throw fault }
      if cyaz_zoom_is_idle(connection) { return }
      let mask = cyaz_zoom_mask(connection)
      var events: Int32 = 0
      if mask & ZOOM_SELECT_READ != 0 { events |= POLLIN }
      if mask & ZOOM_SELECT_WRITE != 0 { events |= POLLOUT }
      if mask & ZOOM_SELECT_EXCEPT != 0 { events |= POLLPRI }
      var found: Int32 = 0
      switch stop.wait(for: cyaz_zoom_socket(connection), events, until: deadline, found: &found) {
      case .stopped: throw .stopped
      case .timedOut:
        keepWhatCame()
        throw hasHeardBytes && !hasHeardProtocol
          ? .otherProtocol("")
          : .timedOut(isConnected ? .answering : .connecting, hasSpoken: hasHeardProtocol)
      case .ready:
        listen()
        cyaz_zoom_fire(connection, Z3950Session.mask(of: found))
      }
    }
  }

  /// Notes whether bytes have come: the end of a line wakes just the same.
  private func listen() {
    var byte: UInt8 = 0
    let line = cyaz_zoom_socket(connection)
    if recv(line, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0 {
      hasHeardBytes = true
    }
  }

  private static func mask(of found: Int32) -> Int32 {
    var mask: Int32 = 0
    if found & (POLLIN | POLLHUP | POLLERR) != 0 { mask |= ZOOM_SELECT_READ }
    if found & (POLLOUT | POLLERR) != 0 { mask |= ZOOM_SELECT_WRITE }
    if found & POLLPRI != 0 { mask |= ZOOM_SELECT_EXCEPT }
    return mask
  }

  private func note(_ event: Int32) {
    switch event {
    case ZOOM_EVENT_CONNECT:
      isConnected = true
      answer.connectedAfter = started.duration(to: .now)
    case ZOOM_EVENT_RECV_APDU: hasHeardProtocol = true
    default: break
    }
  }

  /// What libyaz says went wrong.
  private func fault() -> RemoteFault? {
    var message: UnsafePointer<CChar>?
    var detail: UnsafePointer<CChar>?
    let code = cyaz_zoom_error(connection, &message, &detail, nil)
    guard code != 0 else { return nil }
    let words = message.map { String(cString: $0) } ?? ""
    let more = detail.map { String(cString: $0) } ?? ""
    switch code {
    case ZOOM_ERROR_CONNECT: return .unreachable(reason: words)
    case ZOOM_ERROR_CONNECTION_LOST:
      return hasHeardBytes && !hasHeardProtocol ? .otherProtocol("") : .closedEarly
    case ZOOM_ERROR_DECODE: return .otherProtocol("")
    case ZOOM_ERROR_TIMEOUT: return .timedOut(.answering, hasSpoken: hasHeardProtocol)
    case ..<10000: return .diagnostic(code: String(code), message: words, detail: more)
    default: return .failed(reason: more.isEmpty ? words : "\(words) (\(more))")
    }
  }

  /// Records that had come before the end are kept.
  private func keepWhatCame() {
    guard hasHeardProtocol else { return }
    try? collect()
  }

  private func collect() throws(RemoteFault) {
    if let name = cyaz_zoom_get(connection, "serverImplementationName"), name.pointee != 0 {
      answer.software = String(cString: name)
    }
    let size = cyaz_zoom_size(set)
    answer.found = size
    var faults: [RemoteFault] = []
    answer.records = []
    for place in 0..<min(size, target.recordsMaximum) {
      guard let record = cyaz_zoom_record(set, place) else { break }
      switch read(record) {
      case .success(let found): answer.records.append(found)
      case .failure(let fault): faults.append(fault)
      }
    }
    if let fault = faults.first { throw fault }
  }

  private func read(_ record: OpaquePointer) -> Result<RemoteRecord, RemoteFault> {
    var message: UnsafePointer<CChar>?
    var detail: UnsafePointer<CChar>?
    let code = cyaz_zoom_record_error(record, &message, &detail)
    if code != 0 {
      return .failure(
        .diagnostic(
          code: String(code), message: message.map { String(cString: $0) } ?? "",
          detail: detail.map { String(cString: $0) } ?? ""))
    }
    var length: Int32 = 0
    let syntax = cyaz_zoom_part(record, "syntax", &length).map { String(cString: $0) } ?? ""
    guard let raw = cyaz_zoom_part(record, "raw", &length), length > 0 else {
      return .failure(.notMARC(syntax))
    }
    let bytes = Array(UnsafeRawBufferPointer(start: raw, count: Int(length)))
    switch syntax.lowercased() {
    case "usmarc", "marc21": return ReceivedRecord.read(iso2709: bytes, target.charset)
    case "xml", "application-xml": return ReceivedRecord.read(xml: bytes)
    default: return .failure(.notMARC(syntax))
    }
  }
}
