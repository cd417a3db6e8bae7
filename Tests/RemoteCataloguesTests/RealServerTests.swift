import MARC
import RemoteCatalogues
import Synchronization
import Testing

@Suite("Servers of others")
struct RealServerTests {
  static let kieu = ISBN("978-604-993-908-2")

  @Test("zebrasrv gives a book by its ISBN over Z39.50", .enabled(if: RealServers.zebra != nil))
  func byISBN() throws {
    let peer = try #require(RealServers.zebra).peer
    let answer = try ask(
      RemoteQuery(isbn: RealServerTests.kieu), .here("zebra", z3950: peer.port))
    #expect(answer.fault == nil)
    #expect(answer.found == 1)
    let record = try #require(answer.records.first?.record)
    #expect(Bibliography(record).title?.proper == "Truyện Kiều")
    #expect(answer.software?.hasPrefix("Zebra") == true)
    #expect(answer.security == .plain)
    withExtendedLifetime(peer) {}
  }

  @Test(
    "zebrasrv finds titles typed with tones or without", .enabled(if: RealServers.zebra != nil),
    arguments: ["Đất rừng", "dat rung"])
  func byTitle(typed: String) throws {
    let peer = try #require(RealServers.zebra).peer
    let query = RemoteQuery(title: typed, author: "Đoàn Giỏi")
    for target in [
      try RemoteTarget.here("z", z3950: peer.port), try RemoteTarget.here("s", sru: peer.port),
    ] {
      let answer = try ask(query, target)
      #expect(answer.fault == nil)
      #expect(
        answer.records.map { Bibliography($0.record).title?.proper } == ["Đất rừng phương Nam"])
    }
    withExtendedLifetime(peer) {}
  }

  // Marks and letters are parted in the fixture as MARC-8 parts them: libyaz drops what it does not find whole.
  @Test(
    "zebrasrv's records in MARC-8 come over letter by letter",
    .enabled(if: RealServers.zebra != nil))
  func inMARC8() throws {
    let peer = try #require(RealServers.zebra).peerInMARC8
    var target = try RemoteTarget.here("marc8", z3950: peer.port)
    target.charset = .marc8
    let answer = try ask(RemoteQuery(isbn: ISBN("9786048603083")), target)
    #expect(answer.fault == nil)
    let record = try #require(answer.records.first)
    #expect(Bibliography(record.record).title?.proper == "Dế mèn phiêu lưu ký")
    #expect(record.record.first("100")?.first("a")?.text == "Tô Hoài")
    // The same bytes taken for UTF-8 are no letters: it was MARC-8 that came over.
    target.charset = .utf8
    let mistaken = try ask(RemoteQuery(isbn: ISBN("9786048603083")), target).records.first
    #expect(mistaken?.record != record.record)
    withExtendedLifetime(peer) {}
  }

  @Test("zebrasrv answers SRU the same as Z39.50 in XML", .enabled(if: RealServers.zebra != nil))
  func sameBothWays() throws {
    let peer = try #require(RealServers.zebra).peer
    var inXML = try RemoteTarget.here("xml", z3950: peer.port)
    inXML.syntax = .xml
    let query = RemoteQuery(isbn: RealServerTests.kieu)
    let overZ = try ask(query, inXML)
    let overSRU = try ask(query, .here("sru", sru: peer.port))
    #expect(overZ.records.count == 1)
    #expect(overZ.records.map(\.record) == overSRU.records.map(\.record))
    withExtendedLifetime(peer) {}
  }

  @Test(
    "a book indexed under ten digits is found by its thirteen",
    .enabled(if: RealServers.zebra != nil))
  func tenDigits() throws {
    let peer = try #require(RealServers.zebra).peer
    let query = RemoteQuery(isbn: ISBN("9780306406157"))
    for target in [
      try RemoteTarget.here("z", z3950: peer.port), try RemoteTarget.here("s", sru: peer.port),
    ] {
      #expect(try ask(query, target).found == 1)
    }
    withExtendedLifetime(peer) {}
  }

  @Test("what nobody has is no fault", .enabled(if: RealServers.zebra != nil))
  func nothing() throws {
    let peer = try #require(RealServers.zebra).peer
    let query = RemoteQuery(isbn: ISBN("9786044601236"))
    for target in [
      try RemoteTarget.here("z", z3950: peer.port), try RemoteTarget.here("s", sru: peer.port),
    ] {
      let answer = try ask(query, target)
      #expect(answer.fault == nil)
      #expect(answer.found == 0)
    }
    withExtendedLifetime(peer) {}
  }

  @Test(
    "an index the server does not know is told in its own words",
    .enabled(if: RealServers.zebra != nil))
  func unknownIndex() throws {
    let peer = try #require(RealServers.zebra).peer
    var overSRU = try RemoteTarget.here("s", sru: peer.port)
    overSRU.indexes[.title] = "pica.tit"
    #expect(
      try ask(RemoteQuery(title: "x"), overSRU).fault
        == .diagnostic(code: "15", message: "Unsupported context set", detail: ""))
    var overZ = try RemoteTarget.here("z", z3950: peer.port)
    overZ.indexes[.title] = "1=7777"
    guard case .diagnostic(let code, _, _) = try ask(RemoteQuery(title: "x"), overZ).fault else {
      Issue.record("the attribute was taken")
      return
    }
    #expect(code == "114")
    withExtendedLifetime(peer) {}
  }

  @Test("yaz-ztest's records come over as MARC 21", .enabled(if: RealServers.ztest != nil))
  func ztest() throws {
    let peer = LoopbackPeer(program: try #require(RealServers.ztest), ["-i"])
    var target = try RemoteTarget.here("ztest", z3950: peer.port)
    target.recordsMaximum = 23
    let answer = try ask(RemoteQuery(words: "computer"), target)
    #expect(answer.fault == nil)
    #expect(answer.records.count == answer.found)
    let titles = answer.records.map { Bibliography($0.record).title?.proper }
    #expect(titles.contains("How to program a computer"))
    withExtendedLifetime(peer) {}
  }

  @Test(
    "a database that is not there is told in the server's words",
    .enabled(if: RealServers.ztest != nil))
  func unknownDatabase() throws {
    let peer = LoopbackPeer(program: try #require(RealServers.ztest), ["-i"])
    let answer = try ask(
      RemoteQuery(words: "x"), .here("z", z3950: peer.port, database: "Nowhere"))
    guard case .diagnostic(let code, let message, let detail) = answer.fault else {
      Issue.record("\(String(describing: answer.fault))")
      return
    }
    #expect((code, detail) == ("109", "Nowhere"))
    #expect(!message.isEmpty)
    withExtendedLifetime(peer) {}
  }

  @Test(
    "the quick answer comes while a slow server is still thinking",
    .enabled(if: RealServers.ztest != nil))
  func quickFirst() throws {
    let peer = LoopbackPeer(program: try #require(RealServers.ztest), ["-i"])
    let silent = LoopbackPeer { _ in }
    let order = Mutex<[String]>([])
    let came = DispatchGate()
    var targets = [try RemoteTarget.here("silent", z3950: silent.port)]
    targets.append(try .here("quick", z3950: peer.port))
    let search = RemoteSearch(RemoteQuery(words: "computer"), targets) { answer in
      order.withLock { $0.append(answer.target.code) }
      if answer.target.code == "quick" { came.open() }
    }
    came.wait()
    #expect(order.withLock { $0 } == ["quick"])
    search.cancel()
    #expect(search.wait())
    #expect(order.withLock { $0 } == ["quick", "silent"])
    withExtendedLifetime((peer, silent)) {}
  }
}
