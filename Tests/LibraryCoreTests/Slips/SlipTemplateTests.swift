import LibraryCore
import Testing

@Suite("Slip templates")
struct SlipTemplateTests {
  private func filled(
    _ text: String, _ data: SlipData, kind: SlipKind = .checkout, columns: Int = 32
  ) throws -> [Substring] {
    let template = try #require(SlipTemplate.read(text, as: kind).template)
    return template.filled(data, columns: columns).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
  }

  @Test("a template is centred, ruled, repeated for each row and pushed to the right margin")
  func layout() throws {
    let lines = try filled(
      "^{library}\n---\n{each}\n{title} {>} {due}\n{end}\nHết {{",
      SlipData(
        [.library: "Thư viện"],
        rows: [[.title: "Số đỏ", .due: "07/12"], [.title: "Tắt đèn", .due: "08/12"]]))
    #expect(
      lines == [
        "            Thư viện", String(repeating: "-", count: 32)[...],
        "Số đỏ                      07/12", "Tắt đèn                    08/12", "Hết {",
      ])
  }

  @Test("a line whose places are all empty is left out, and one without places stays")
  func emptyLines() throws {
    let data = SlipData([.reader: "An"])
    #expect(
      try filled("Thẻ: {card}\n\n{reader} {card}\n", data) == ["", "An"])
  }

  @Test("long texts are wrapped at words, long words are cut, and nothing is lost")
  func wrapping() throws {
    let title =
      "Những người khốn khổ và một nhan đề dài Pneumonoultramicroscopicsilicovolcanoconiosis"
    let lines = try filled("  {title}", SlipData([:], rows: []), kind: .overdue)
    #expect(lines.isEmpty)
    let set = try filled("  {title}", SlipData([.title: title]), kind: .overdue)
    #expect(set.allSatisfy { $0.count <= 32 && $0.hasPrefix("  ") })
    #expect(
      set.joined().filter { $0 != " " } == title.filter { $0 != " " })
  }

  @Test("two texts that do not fit on one line stand on two")
  func apart() throws {
    let lines = try filled(
      "{each}\n{title} {>} {due}\n{end}",
      SlipData([:], rows: [[.title: "Hai vạn dặm dưới đáy biển", .due: "07/12/2026"]]))
    #expect(lines == ["Hai vạn dặm dưới đáy biển", "                      07/12/2026"])
  }

  @Test("a value cannot bring line ends or speak to the printer")
  func control() throws {
    #expect(
      try filled("{reader}", SlipData([.reader: "A\u{1B}@\nB\tC"])) == ["A @ B C"])
  }

  @Test(
    "every fault of a template is told with its line",
    arguments: [
      ("{ten}", SlipFault(line: 1, .unknownField("ten"))),
      ("x\n{title}", SlipFault(line: 2, .onlyInRows(.title))),
      ("{reader", SlipFault(line: 1, .openBrace)),
      ("{each}\nx", SlipFault(line: 1, .eachWithoutEnd)),
      ("x\n{end}", SlipFault(line: 2, .endWithoutEach)),
      ("{each}\n{each}\n{end}", SlipFault(line: 2, .eachWithinEach)),
      ("a {each} b", SlipFault(line: 1, .notAlone("each"))),
      ("", SlipFault(line: 1, .empty)),
      (String(repeating: "x\n", count: 101), SlipFault(line: 101, .tooLong)),
    ])
  func faults(text: String, fault: SlipFault) {
    #expect(SlipTemplate.read(text, as: .checkout).faults == [fault])
  }

  @Test("a slip without rows takes no rows, and all faults are told at once")
  func allFaults() {
    #expect(
      SlipTemplate.read("{each}\n{x}\n{end}\n{y}", as: .payment).faults
        == [
          SlipFault(line: 1, .noRows), SlipFault(line: 2, .unknownField("x")),
          SlipFault(line: 4, .unknownField("y")),
        ])
  }

  @Test("a message is one line whatever the template looks like")
  func message() throws {
    let template = try #require(
      SlipTemplate.read(
        "^Chào {reader}\n---\n{each}\n{title} {>} {due}\n{end}", as: .overdueMessage
      )
      .template)
    let data = SlipData([.reader: "An"], rows: [[.title: "Số đỏ", .due: "07/12"]])
    #expect(template.message(data) == "Chào An Số đỏ 07/12")
  }

  @Test("notices are due by steps that grow")
  func steps() throws {
    let steps = try #require(ReminderSteps("7, 14,30"))
    #expect(
      [6, 7, 13, 14, 29, 30, 400].map { steps.level(daysLate: $0) } == [0, 1, 1, 2, 2, 3, 3])
    #expect([0, 13, 14].map { steps.level(daysLate: $0, isOfHours: true) } == [1, 1, 2])
    for wrong in ["", "7,", "14,7", "7,7", "0", "-1", "1,2,3,4", "1000", "bảy"] {
      #expect(ReminderSteps(wrong) == nil, "\(wrong)")
    }
  }
}

@Suite("The visit a slip is about")
struct SlipVisitTests {
  private func entry(
    _ op: Int64, _ action: DeskAction, _ patron: Int64, item: Int64 = 1, isUndone: Bool = false,
    staff: String = "thuthu", minute: Int64 = 0
  ) throws -> DayEntry {
    let barcode = try #require(Barcode("VN\(item)"))
    let card = try #require(CardNumber("TV\(patron)"))
    return DayEntry(
      op: OpID(rawValue: op), at: Moment(milliseconds: minute * 60_000 + op), action: action,
      item: ItemLine(
        ItemFacts(
          item: Item(id: EntityID(rawValue: item), record: EntityID(rawValue: 9), barcode: barcode),
          title: "T")),
      patron: PatronLine(id: EntityID(rawValue: patron), card: card, name: "N"), staff: staff,
      isUndone: isUndone)
  }

  @Test(
    "a visit is what was done since somebody else borrowed; what others bring back does not end it")
  func visit() throws {
    let day = [
      try entry(7, .lent, 1, item: 5), try entry(6, .returned, 3, item: 9),
      try entry(5, .lent, 1, item: 4, isUndone: true), try entry(4, .renewed, 1, item: 3),
      try entry(3, .lent, 2, item: 2), try entry(2, .lent, 1, item: 1),
    ]
    let visit = try #require(SlipVisit(day, staff: "thuthu"))
    #expect(visit.patron.id.rawValue == 1)
    #expect(visit.lent.map(\.op.rawValue) == [4, 7])
    #expect(visit.returned.isEmpty)
    let other = try #require(SlipVisit(day, of: EntityID(rawValue: 2), staff: "thuthu"))
    #expect(other.lent.map(\.op.rawValue) == [3])
    #expect(SlipVisit(day, of: EntityID(rawValue: 8), staff: "thuthu") == nil)
    #expect(SlipVisit(day, staff: "khac") == nil)
  }

  @Test("who comes back after the pause that ends a visit has a slip without what was before it")
  func pause() throws {
    let day = [
      try entry(3, .lent, 1, item: 3, minute: 120), try entry(2, .returned, 1, item: 1, minute: 61),
      try entry(1, .lent, 1, item: 2),
    ]
    let visit = try #require(SlipVisit(day, staff: "thuthu"))
    #expect(visit.entries.map(\.op.rawValue) == [2, 3])
    let together = try #require(SlipVisit(Array(day.dropFirst()), staff: "thuthu"))
    #expect(together.entries.map(\.op.rawValue) == [2])
  }

  @Test("a copy lent and renewed in one visit stands on the slip once, with its last due date")
  func once() throws {
    let day = [try entry(2, .renewed, 1), try entry(1, .lent, 1)]
    #expect(try #require(SlipVisit(day, staff: "thuthu")).lent.map(\.op.rawValue) == [2])
  }
}
