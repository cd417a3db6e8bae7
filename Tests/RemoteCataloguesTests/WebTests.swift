import Foundation
import MARC
import RemoteCatalogues
import Synchronization
import Testing

@Suite("The web, verified and within limits")
struct WebTests {
  private static let query = RemoteQuery(isbn: ISBN("9786049939082"))

  private static func page(_ body: String, status: String = "200 OK", _ more: String = "") -> String
  {
    "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(more)\r\n\(body)"
  }

  private static let nothing =
    "<searchRetrieveResponse><numberOfRecords>0</numberOfRecords></searchRetrieveResponse>"

  @Test("the question is spelled as SRU wants it")
  func question() throws {
    let asked = Received()
    let peer = LoopbackPeer.web { request in
      asked.keep(request)
      return WebTests.page(WebTests.nothing)
    }
    var target = try RemoteTarget.here("s", sru: peer.port, path: "/sru?key=1")
    target.indexes[.title] = "dc.title all"
    let query = RemoteQuery(isbn: ISBN("9786049939082"), title: "Kiều \"x\"")
    #expect(try ask(query, target).found == 0)
    let line = asked.text.prefix { $0 != "\r\n" }
    #expect(
      line == """
        GET /sru?key=1&version=1.1&operation=searchRetrieve&query=%28bath.isbn%3D%229786049939082%22\
        %20or%20bath.isbn%3D%22604993908X%22%29%20and%20dc.title%20all%20%22Ki%E1%BB%81u%20%5C%22x%5C%22%22\
        &startRecord=1&maximumRecords=10&recordSchema=marcxml HTTP/1.1
        """)
    withExtendedLifetime(peer) {}
  }

  @Test("a redirection is followed, but not for ever")
  func redirections() throws {
    let peer = LoopbackPeer.web { request in
      request.hasPrefix("GET /old")
        ? WebTests.page("", status: "302 Found", "Location: /new\r\n")
        : request.hasPrefix("GET /new")
          ? WebTests.page(WebTests.nothing)
          : WebTests.page("", status: "302 Found", "Location: /loop\r\n")
    }
    #expect(try ask(WebTests.query, .here("s", sru: peer.port, path: "/old")).found == 0)
    guard
      case .redirectRefused = try ask(
        WebTests.query, .here("s", sru: peer.port, path: "/loop")
      ).fault
    else {
      Issue.record("an endless redirection was followed")
      return
    }
    withExtendedLifetime(peer) {}
  }

  @Test("a redirection to a file of this machine is refused")
  func redirectionToFile() throws {
    let peer = LoopbackPeer.web { _ in
      WebTests.page("", status: "302 Found", "Location: file:///etc/hostname\r\n")
    }
    guard case .redirectRefused = try ask(WebTests.query, .here("s", sru: peer.port)).fault else {
      Issue.record("a local file was fetched")
      return
    }
    withExtendedLifetime(peer) {}
  }

  @Test(
    "a redirection from HTTPS to plain HTTP is refused, and the plain server hears nothing",
    .enabled(if: RealServers.openssl != nil))
  func redirectionToPlain() throws {
    let asked = Received()
    let plain = LoopbackPeer.web { request in
      asked.keep(request)
      return WebTests.page(WebTests.nothing)
    }
    let server = try TLSServer(
      openssl: try #require(RealServers.openssl),
      WebTests.page(
        "", status: "302 Found", "Location: http://127.0.0.1:\(plain.port)/sru\r\n"))
    var target = try RemoteTarget.target("s", "https://localhost:\(server.port)/sru")
    target.trusted = server.certificate
    let answer = try ask(WebTests.query, target)
    guard case .redirectRefused = answer.fault else {
      Issue.record("\(String(describing: answer.fault))")
      return
    }
    #expect(answer.found == nil)
    #expect(asked.text.isEmpty)
    withExtendedLifetime((plain, server)) {}
  }

  @Test("an error page is told with its number")
  func status() throws {
    let peer = LoopbackPeer.web { _ in WebTests.page("<html>gone</html>", status: "503 Busy") }
    #expect(try ask(WebTests.query, .here("s", sru: peer.port)).fault == .webStatus(503))
    withExtendedLifetime(peer) {}
  }

  @Test("an answer without end is given up at the limit")
  func tooLarge() throws {
    let peer = LoopbackPeer { caller in
      _ = LoopbackPeer.request(from: caller)
      LoopbackPeer.send("HTTP/1.1 200 OK\r\n\r\n<searchRetrieveResponse>", to: caller)
      let piece = String(repeating: "x", count: 1 << 20)
      for _ in 0..<64 { LoopbackPeer.send(piece, to: caller) }
    }
    #expect(
      try ask(WebTests.query, .here("s", sru: peer.port)).fault
        == .tooLarge(bytesMaximum: 16 * 1024 * 1024))
    withExtendedLifetime(peer) {}
  }

  @Test("an answer that breaks off in the middle is told")
  func breaksOff() throws {
    let peer = LoopbackPeer { caller in
      _ = LoopbackPeer.request(from: caller)
      LoopbackPeer.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<search", to: caller)
      shutdown(caller, Int32(SHUT_RDWR))
    }
    #expect(try ask(WebTests.query, .here("s", sru: peer.port)).fault == .closedEarly)
    withExtendedLifetime(peer) {}
  }

  @Test(
    "a certificate nobody vouches for is refused, and one the library trusts is verified",
    .enabled(if: RealServers.openssl != nil))
  func certificates() throws {
    let server = try TLSServer(
      openssl: try #require(RealServers.openssl), WebTests.page(WebTests.nothing))
    var target = try RemoteTarget.target("s", "https://localhost:\(server.port)/sru")
    let refused = try ask(WebTests.query, target)
    guard case .notTrusted = refused.fault else {
      Issue.record("\(String(describing: refused.fault))")
      return
    }
    #expect(refused.security == .unverified)
    target.trusted = server.certificate
    let verified = try ask(WebTests.query, target)
    #expect(verified.fault == nil)
    #expect(verified.security == .verified)
    var otherName = try RemoteTarget.target("s", "https://127.0.0.1:\(server.port)/sru")
    otherName.trusted = server.certificate
    guard case .notTrusted = try ask(WebTests.query, otherName).fault else {
      Issue.record("a certificate for another name was taken")
      return
    }
  }
}

private final class Received: Sendable {
  private let kept = Mutex("")

  var text: String { kept.withLock { $0 } }

  func keep(_ text: String) { kept.withLock { $0 = text } }
}

/// `openssl s_server` with a certificate of its own for localhost, answering every question the same.
private final class TLSServer {
  let port: Int
  let certificate: String
  private let process = Process()
  private let folder: URL

  init(openssl: String, _ answer: String) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "thuthu-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appendingPathComponent("cert.pem").path
    let maker = Process()
    maker.executableURL = URL(fileURLWithPath: openssl)
    maker.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext",
      "subjectAltName=DNS:localhost",
    ]
    maker.currentDirectoryURL = folder
    maker.standardError = FileHandle.nullDevice
    try maker.run()
    maker.waitUntilExit()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: openssl)
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem", "-HTTP",
    ]
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It says on which port it listens; before that there is nothing to connect to.
    var said = ""
    while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      said += String(decoding: piece, as: UTF8.self)
    }
    port = said.split(separator: ":").last.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    let name = """
      sru?version=1.1&operation=searchRetrieve&query=bath.isbn%3D%229786049939082%22%20or%20\
      bath.isbn%3D%22604993908X%22&startRecord=1&maximumRecords=10&recordSchema=marcxml
      """
    try answer.write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  deinit {
    // A gentle signal may be blocked in what a test's thread started.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}
