import MARC
import RemoteCatalogues
import Testing

@Suite("Targets as data")
struct RemoteTargetTests {
  @Test("what is written about a target is read back the same")
  func roundTrip() throws {
    let text = """
      [truyen]
      name = Thư viện Truyện
      address = z39.50://catalogue.example:2100/Sach
      syntax = xml
      charset = marc-8
      letters = plain
      isbn = 1=7,4=1
      title = 1=4
      seconds = 5
      records = 3
      trusted = /etc/ca.pem
      on = no
      """
    let read = TargetFile.read(text)
    #expect(read.problems.isEmpty)
    let target = try #require(read.targets.first)
    #expect(TargetFile.text(of: target) == text)
    #expect(
      target.address.way
        == .z3950(
          host: "catalogue.example", port: 2100, database: "Sach", isEncrypted: false))
  }

  @Test(
    "an address is a server with its port and database, or a web address",
    arguments: [
      ("z39.50://h", "z39.50://h:210/Default"), ("Z39.50S://h:9/B", "z39.50s://h:9/B"),
      ("z39.50://[::1]:9999/X", "z39.50://[::1]:9999/X"),
      ("https://h/sru?x=1", "https://h/sru?x=1"), ("http://h", "http://h"),
    ])
  func addresses(typed: String, shown: String) {
    #expect(RemoteAddress(typed)?.text == shown)
  }

  @Test(
    "what is no address is not taken",
    arguments: [
      "", "h:210/B", "z39.50://", "z39.50://:210", "z39.50://h:0", "z39.50://h:70000",
      "z39.50://a:b:c", "z39.50://[::1", "z39.50://h/D B", "https://", "https:///x",
      "ftp://h", "https://h/a b", "https://h/#x", "http://thư.viện",
    ])
  func noAddresses(typed: String) {
    #expect(RemoteAddress(typed) == nil)
  }

  @Test("a wrong line is told with its number and leaves only its own target out")
  func wrongLines() {
    let read = TargetFile.read(
      """
      stray
      [a]
      address = https://a.example/sru
      [b]
      address = https://b.example/sru
      tittle = dc.title
      [c]
      name = without address
      [d d]
      address = https://d.example/sru
      [e]
      address = z39.50://e
      isbn = bath.isbn
      """)
    #expect(read.targets.map(\.code) == ["a"])
    #expect(read.problems.map(\.line) == [1, 6, 7, 9, 13])
    #expect(
      read.problems.map(\.kind) == [
        .notALine("stray"), .unknownName("tittle"), .missing(name: "address", code: "c"),
        .badCode("d d"), .badValue(name: "isbn", value: "bath.isbn"),
      ])
  }
}
