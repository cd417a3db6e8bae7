import LibraryCore
import Testing

@Suite struct KocFileTests {
  private func read(_ lines: String...) -> KocFile {
    KocFile(
      reading: Array(
        (["Version=1.0\tGenerator=koct\tGeneratorVersion=0.1"] + lines)
          .joined(separator: "\n").utf8))
  }

  @Test("the three transactions are read, with either way to write a time")
  func reads() throws {
    let file = read(
      "2026-11-21 08-15-30 123\tissue\tTV1\tVV.1", "2026-11-21 08:20:00 7\treturn\tVV.1\r",
      "", "2026-11-21 08:21:00\tpayment\tTV1\t5000.00")
    #expect(file.version == "1.0" && file.generator == "koct 0.1" && file.faults.isEmpty)
    #expect(
      file.transactions.map(\.at.iso) == [
        "2026-11-21T08:15:30.123+07:00", "2026-11-21T08:20:00.007+07:00",
        "2026-11-21T08:21:00+07:00",
      ])
    #expect(
      file.transactions.map(\.verb) == [
        .issue(card: "TV1", barcode: "VV.1"), .giveBack(barcode: "VV.1"),
        .payment(card: "TV1", Money(dong: 5000)),
      ])
    #expect(file.transactions.map(\.line) == [2, 3, 5])
  }

  @Test("a file is read back as it was written")
  func roundTrip() throws {
    let file = read(
      "2026-11-21 08-15-30 123\tissue\tTV1\tVV.1", "2026-11-21 08-15-30 124\treturn\tVV.1",
      "2026-11-21 08-15-31 000\tpayment\tTV1\t12500")
    let again = KocFile(reading: Array(file.text.utf8))
    #expect(again.transactions == file.transactions && again.faults.isEmpty)
    #expect(file.text.hasPrefix("Version=1.0\tGenerator=thuthu\tGeneratorVersion="))
  }

  @Test(
    "each fault is told with its line, and the other lines are read",
    arguments: [
      ("2026-11-21 08-15-30 1\tlend\tTV1\tVV.1", KocFault.Kind.unknownVerb("lend")),
      ("2026-13-21 08-15-30 1\treturn\tVV.1", .wrongTime("2026-13-21 08-15-30 1")),
      ("2026-11-21 25-15-30 1\treturn\tVV.1", .wrongTime("2026-11-21 25-15-30 1")),
      ("2026-11-21\treturn\tVV.1", .wrongTime("2026-11-21")),
      ("2026-11-21 08-15-30 1\tissue\tTV1", .missingPart(verb: "issue")),
      ("2026-11-21 08-15-30 1\treturn\t", .missingPart(verb: "return")),
      ("2026-11-21 08-15-30 1\tpayment\tTV1\t5,5", .wrongAmount("5,5")),
      ("2026-11-21 08-15-30 1\tpayment\tTV1\t5.50", .wrongAmount("5.50")),
      ("2026-11-21 08-15-30 1\tpayment\tTV1\t-5", .wrongAmount("-5")),
      ("rác", .missingPart(verb: "rác")),
    ])
  func faults(line: String, kind: KocFault.Kind) {
    let file = read(line, "2026-11-21 09-00-00 1\treturn\tVV.2")
    #expect(file.faults == [KocFault(line: 2, kind: kind)])
    #expect(file.transactions.map(\.verb) == [.giveBack(barcode: "VV.2")])
  }

  @Test("a doubled payment is named and kept once; bytes that are no text are named")
  func doubled() {
    let line = "2026-11-21 08-15-30 1\tpayment\tTV1\t5000"
    let file = read(line, line)
    #expect(file.transactions.count == 1)
    #expect(file.faults == [KocFault(line: 3, kind: .repeated(of: 2))])
    let bytes = Array("Version=2.0\n".utf8) + [0xFF, 0x0A]
    #expect(
      KocFile(reading: bytes).faults.map(\.kind) == [.otherVersion("2.0"), .notText])
    #expect(KocFile(reading: []).faults.map(\.kind) == [.noHeading])
  }
}
