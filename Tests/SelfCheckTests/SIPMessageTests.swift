import Testing

@testable import SelfCheck

@Suite("Messages of self-check machines")
struct SIPMessageTests {
  private func message(_ text: String) throws -> SIPMessage { try SIPMessage(Array(text.utf8)) }

  @Test("a login with a right sum is read, with its sequence number")
  func login() throws {
    let message = try message("9300CNuser_id|COpassw0rd|AY1AZF594")
    #expect(message.kind == .login)
    #expect(message.value("CN") == "user_id")
    #expect(message.value("CO") == "passw0rd")
    #expect(message.value("CP") == nil)
    #expect(message.sequence == "1")
  }

  @Test("a wrong sum is refused, and passes where sums are ignored")
  func wrongSum() throws {
    let line = Array("9300CNuser_id|COpassw0rd|AY1AZF595".utf8)
    #expect(throws: SIPFault.wrongChecksum) { try SIPMessage(line) }
    #expect(try SIPMessage(line, checksIgnored: true).sequence == "1")
  }

  @Test("without a sum there is no sequence number")
  func unchecked() throws {
    #expect(try message("9300CNa|COb|").sequence == nil)
  }

  @Test("the sum counts bytes, so that Vietnamese names are right")
  func vietnameseSum() throws {
    let text = Array("2300020261128    080000AOVN-TP|AANguyễn Thị Lan|AY3AZ".utf8)
    let line = text + Array(SIPMessage.checksum(text).utf8)
    let read = try SIPMessage(line)
    #expect(read.value("AA") == "Nguyễn Thị Lan")
    #expect(read.fixed(0, 3) == "000")
  }

  @Test(
    "the sums that everybody's fixed messages have are ours", arguments: ["97AZFEF5", "96AZFEF6"])
  func knownSums(_ text: String) {
    #expect(SIPMessage.checksum(text.dropLast(4).utf8) == String(text.suffix(4)))
  }

  @Test(
    "a part of fixed length is cut where the standard says",
    arguments: [
      ("11YN20260329    203000                  AOTP|AAB1|ABVV.1|", SIPRequest.checkout),
      ("09N20260102    08423620260113    084235APTủ|AOTP|ABVV.1|", .checkin),
      ("01N20260102    084238AOTP|ALThẻ rơi|AAB1|", .blockPatron),
      ("2520260102    084238AOTP|AAB1|", .patronEnable), ("9910302.00", .status),
      ("3520260110    084237AOTP|AAB1|", .endSession),
      ("1720260110    215612AOTP|ABVV.1|", .itemInformation),
      ("6300020260329    201700Y         AOTP|AAB1|", .patronInformation),
      ("15+20260415    110158BW20260815    110158|AOTP|AAB1|ABVV.1|", .hold),
      ("29NN20260415    110158                  AOTP|AAB1|ABVV.1|", .renew),
      ("6520260415    110158AOTP|AAB1|", .renewAll), ("97AZFEF5", .resend),
      ("3720260415    1101580100VNDBV5000|AOTP|AAB1|", .feePaid),
    ])
  func fixedParts(_ text: String, _ kind: SIPRequest) throws {
    let message = try message(text)
    #expect(message.kind == kind)
    #expect(message.fixed.utf8.count == kind.fixedLength)
    #expect(message.fields.allSatisfy { $0.id.allSatisfy(\.isUppercase) })
  }

  @Test("what is no message says why")
  func faults() {
    #expect(throws: SIPFault.notAMessage) { try message("9") }
    #expect(throws: SIPFault.unknownMessage("GE")) { try message("GET / HTTP/1.1") }
    #expect(throws: SIPFault.tooShort(.checkout)) { try message("11YN2026") }
    #expect(throws: SIPFault.tooLong) { try message(String(repeating: "A", count: 9000)) }
  }

  @Test("any bytes are a message or a fault, and never a crash")
  func anyBytes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let head =
        SIPRequest.allCases.randomElement(using: &random).map { Array($0.rawValue.utf8) } ?? []
      let rest = (0..<Int.random(in: 0..<90)).map { _ in UInt8.random(in: 0...255) }
      _ = try? SIPMessage(head + rest)
    }
  }

  @Test("lines end with CR, LF or both, and half a line waits for its rest")
  func lines() {
    var lines = SIPLines()
    lines.take(Array("9910302.00\r\n97AZ".utf8))
    #expect(lines.next() == Array("9910302.00".utf8))
    #expect(lines.next() == nil)
    lines.take(Array("FEF5\r\n\n35".utf8))
    #expect(lines.next() == Array("97AZFEF5".utf8))
    #expect(lines.next() == nil)
  }

  @Test("a line without an end is given out before it fills the memory")
  func endlessLine() {
    var lines = SIPLines()
    lines.take([UInt8](repeating: 0x41, count: SIPMessage.bytesMaximum + 1))
    #expect(lines.next()?.count == SIPMessage.bytesMaximum + 1)
    #expect(lines.next() == nil)
  }
}

@Suite("Where machines are listened for")
struct SelfCheckPlanTests {
  @Test("a line of words is read and written again")
  func words() throws {
    let text = "192.168.1.5:6002 crlf plainDates noMarks anyChecksum"
    #expect(try #require(SelfCheckPlan(text)).text == text)
    #expect(SelfCheckPlan("")?.text == "127.0.0.1:6001")
    #expect(SelfCheckPlan("cr")?.habits.lineEnd == .cr)
  }

  @Test(
    "other words are refused",
    arguments: ["6001", "1.2.3:6001", "1.2.3.4:66000", "CRLF", "thư viện:1"])
  func others(_ text: String) { #expect(SelfCheckPlan(text) == nil) }
}
