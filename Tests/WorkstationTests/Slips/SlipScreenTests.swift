import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Slips and reminders on screen")
struct SlipScreenTests {
  private let house: TestWorkplace
  private let printer: String

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An", phone: "0901")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Số đỏ", ["VN000001", "VN000002"])
    printer = house.folder + "/printer"
    #expect(FileManager.default.createFile(atPath: printer, contents: nil))
    try set(HouseSetting.slipPrinter, printer)
    try set(HouseSetting.slipLetters, "30")
    house.workplace.catchUp()
  }

  private func set(_ name: String, _ value: String) throws {
    _ = try house.saved(house.desk.setSetting(name, value))
  }

  /// What the printer wrote so far.
  private func printed() throws -> SlipPrinterEmulator {
    let bytes = Array(try #require(FileManager.default.contents(atPath: printer)))
    return try SlipPrinterEmulator(bytes, font: try #require(ConsoleFonts.builtIn?.large))
  }

  @Test("one key prints the slip of the visit, another prints it again")
  func key() throws {
    let driver = house.driver()
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.run(.slipsPrint)
    let slip = try printed()
    #expect(slip.cuts == 1)
    for text in ["PHIẾU MƯỢN", "0001 A.", "Số đỏ", "VN000001", "Hạn trả 07/12/2026"] {
      #expect(slip.text.contains(text), "\(text)")
    }
    #expect(!slip.text.contains("Nguyễn Văn An"))
    driver.run(.slipsReprint)
    #expect(try printed().cuts == 2)
  }

  @Test("the receipt of any line of an account is printed from there, also of an earlier day")
  func receipt() throws {
    let reader = try #require(try house.desk.patron("TV000001")).patron.id
    let earlier = house.desk.acting(
      at: Moment(milliseconds: house.desk.now.milliseconds - 86_400_000))
    _ = try house.saved(earlier.pay("TV000001", amount: Money(dong: 12_500)))
    let driver = house.driver(AccountScreen(workplace: house.workplace, patron: reader))
    driver.runJobs()
    driver.press(.alt("p"))
    driver.runJobs()
    #expect(try printed().text.contains("Mười hai nghìn năm trăm đồng"))
    _ = try house.desk.undo()
  }

  @Test("the slip of a loan of hours says the time that the desk said, and the one it was moved to")
  func hours() throws {
    let hours = try #require(OpeningHours(encoded: "1=7:30-11:30,13:30-17:00"))
    _ = try house.saved(house.desk.setOpeningHours(hours))
    _ = try house.desk.setRule(RuleScope(), values: [.loanHours: 4])
    house.workplace.catchUp()
    let driver = house.driver()
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.text.contains("hạn trả 11:30 23/11/2026"))
    driver.run(.slipsPrint)
    #expect(try printed().text.contains("Hạn trả 11:30 23/11/2026"))
    _ = try house.desk.setRule(RuleScope(), values: [.loanHours: 2])
    _ = try house.desk.reapplyRules()
    let slip = try SlipWriter(house.desk, house.workplace.wording).visit(of: "TV000001")
    #expect(slip.first?.text.contains("Hạn trả 10:00 23/11/2026") == true)
  }

  @Test("a deposit taken and money handed back have slips of their own, with the amount in words")
  func depositAndPayout() throws {
    for (kind, amount) in [
      (AccountEntry.Kind.depositTaken, 50_000), (.depositReturned, 20_000),
    ] as [(AccountEntry.Kind, Int64)] {
      let entry = AccountEntry(kind, Money(dong: amount), method: .cash)
      _ = try house.saved(house.desk.enter(entry, for: "TV000001"))
    }
    let driver = house.driver()
    driver.scan("TV000001")
    driver.run(.slipsPrint)
    let slip = try printed()
    #expect(slip.cuts == 2)
    for text in [
      "PHIẾU NHẬN TIỀN CƯỢC", "Năm mươi nghìn đồng", "PHIẾU CHI", "Hai mươi nghìn đồng", "30.000 đ",
    ] { #expect(slip.text.contains(text), "\(text)") }
  }

  @Test("a copy that comes back and belongs elsewhere has a slip that says where it goes")
  func transfer() throws {
    _ = try house.saved(house.desk.saveTerm(.library, code: "Q2", name: "Kho Quận 2"))
    _ = try house.saved(house.desk.editItem("VN000001", [.library: "Q2"]))
    let driver = house.driver()
    driver.press(.function(3))
    driver.scan("VN000001")
    driver.run(.slipsPrint)
    let slip = try printed()
    #expect(slip.cuts == 1)
    #expect(slip.text.contains("CHUYỂN ĐẾN") && slip.text.contains("Kho Quận 2"))
    #expect(slip.text.contains("Số đỏ") && !slip.text.contains("Giữ cho"))
  }

  @Test(
    "a slip comes by itself when the visit ends, without what was undone")
  func byItself() throws {
    try set(HouseSetting.slipAutomatic, "yes")
    house.workplace.catchUp()
    let driver = house.driver()
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.scan("VN000002")
    driver.run(.undo)
    #expect(try printed().cuts == 0)
    driver.scan("TV000002")
    let slip = try printed()
    #expect(slip.cuts == 1)
    #expect(slip.text.contains("VN000001") && !slip.text.contains("VN000002"))
  }

  @Test("a printer that is off says so once, keeps the slip and never stops the desk")
  func off() throws {
    try set(HouseSetting.slipAutomatic, "yes")
    try set(HouseSetting.slipPrinter, "/dev/khong-co")
    house.workplace.catchUp()
    let driver = house.driver()
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.scan("TV000002")
    #expect(driver.line(with: "/dev/khong-co") != nil)
    driver.scan("VN000002")
    #expect(driver.lines[5].hasPrefix(" ĐÃ CHO MƯỢN"))
    driver.scan("TV000001")
    #expect(driver.line(with: "/dev/khong-co") == nil)
    try set(HouseSetting.slipPrinter, printer)
    house.workplace.catchUp()
    driver.run(.slipsReprint)
    #expect(try printed().text.contains("VN000002"))
  }

  @Test("a template is changed line by line, and a wrong place is told at its line")
  func template() throws {
    let driver = house.driver(
      SlipTemplateForm.screen(house.workplace, .checkout, "{library}\n{sai}\n"))
    driver.run(.formSave)
    #expect(driver.line(with: "không có chỗ điền {sai}") != nil)
    #expect(try house.desk.namedText(.slip, "checkout") == nil)
    let good = house.driver(
      SlipTemplateForm.screen(house.workplace, .checkout, "^CHÀO {reader}\n"))
    good.run(.formSave)
    #expect(try house.desk.namedText(.slip, "checkout") == "^CHÀO {reader}\n")
    let list = house.driver(
      HouseListScreen(workplace: house.workplace, SlipTemplateList()))
    #expect(list.line(with: "phiếu mượn")?.contains("của thư viện") == true)
    #expect(list.line(with: "phiếu trả")?.contains("có sẵn") == true)
  }

  @Test("the test slip prints every kind of letters, and Enter keeps the one that reads right")
  func testSlip() throws {
    let driver = house.driver(TestSlipScreen(workplace: house.workplace))
    #expect(driver.line(with: "Máy in đã nhận") != nil)
    let slip = try printed()
    #expect(slip.cuts == 1 && Set(slip.pages) == [27, 30, 31])
    driver.run(.listDown)
    driver.run(.listOpen)
    #expect(try house.desk.houseConfiguration().slipSettings.letters == .vietnam)
  }

  @Test("who is overdue is listed, written to a file and noted; undo takes the note back")
  func reminders() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.clock.set("2026-12-14T08:00:00")
    let driver = house.driver(RemindersScreen(workplace: house.workplace))
    #expect(driver.line(with: "Nguyễn Văn An")?.contains("cần nhắc lần 1") == true)
    driver.run(.remindersWrite)
    driver.run(.formSave)
    #expect(driver.text.contains("Chưa viết ra đâu"))
    #expect(try !house.desk.overdueReaders(onlyDue: true).isEmpty)
    let path = house.folder + "/letters.txt"
    driver.type(path)
    driver.run(.formSave)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("GIẤY BÁO SÁCH QUÁ HẠN (lần 1)") && text.contains("Số đỏ (VN000001)"))
    #expect(driver.line(with: "Không có ai") != nil)
    driver.run(.undo)
    #expect(driver.line(with: "Nguyễn Văn An")?.contains("cần nhắc lần 1") == true)
  }

  @Test("one undo takes back what was noted for everybody on the list, and says for how many")
  func remindersTogether() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.addTitle("Tắt đèn", ["VN000077"])
    try house.lend("VN000077", to: "TV000002")
    try house.clock.set("2026-12-14T08:00:00")
    let driver = house.driver(RemindersScreen(workplace: house.workplace))
    driver.run(.remindersWrite)
    driver.run(.formNext)
    driver.type("-")
    driver.run(.formSave)
    #expect(driver.line(with: "Không có ai") != nil)
    driver.run(.undo)
    #expect(driver.text.contains("Đã hoàn tác nhắc 2 bạn đọc"))
    #expect(driver.line(with: "Trần Thị Ánh") != nil && driver.line(with: "Nguyễn Văn An") != nil)
    driver.run(.undo)
    #expect(driver.text.contains("Không có việc nào để hoàn tác"))
  }

  @Test("a patron's history has the loans too, and a day's history the whole desk")
  func history() throws {
    try house.lend("VN000001", to: "TV000001")
    let patron = try #require(try house.desk.patron("TV000001")).patron.id
    let journal = house.driver(JournalScreen(workplace: house.workplace, patron: patron))
    #expect(journal.line(with: "Số đỏ") != nil)
    let form = house.driver(HistoryForm.screen(house.workplace))
    form.run(.formSave)
    #expect(form.line(with: "Số đỏ (VN000001)")?.contains("08:00") == true)
  }

  @Test("every page of slips is drawn on the smallest screen", arguments: Language.allCases)
  func small(language: Language) throws {
    let house = try TestWorkplace(language)
    let workplace = house.workplace
    let pages: [any Screen] = [
      RemindersScreen(workplace: workplace), TestSlipScreen(workplace: workplace),
      SlipSettingsForm.screen(workplace), HistoryForm.screen(workplace),
      HouseListScreen(workplace: workplace, SlipTemplateList()),
      SlipTemplateForm.screen(workplace, .overdue, nil),
      ReminderForm.screen(workplace, .overdue, []),
    ]
    for page in pages {
      let driver = house.driver(page, size: Size(rows: 10, columns: 40))
      #expect(driver.top === page)
      #expect(driver.lines[1...].contains { !$0.isEmpty })
    }
  }
}

@Suite("Papers for readers who are reminded")
struct ReminderPaperTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    try house.addTitle("Sách \"lạ\", tập 1", ["VN1", "VN2"])
    try house.addPatron("TV1", "Nguyễn Văn An", phone: "0901")
    try house.addPatron("TV2", "=Trần Thị Ánh", phone: "+8490")
    try house.lend("VN1", to: "TV1")
    try house.lend("VN2", to: "TV2")
    try house.clock.set("2026-12-21T08:00:00")
  }

  private func text(_ paper: ReminderPaper, plain: Bool = false) throws -> String {
    try paper.text(
      try house.desk.overdueReaders(), SlipWriter(house.desk, house.workplace.wording),
      isPlain: plain)
  }

  @Test("letters stand on a page each, the letter of a class has all its readers")
  func letters() throws {
    #expect(try text(.letters).split(separator: "\u{0C}").count == 2)
    let classes = try text(.classes)
    #expect(classes.split(separator: "\u{0C}").count == 1)
    #expect(classes.contains("Nguyễn Văn An (TV1)") && classes.contains("Cộng: 2 bản"))
    #expect(classes.split(separator: "\n").allSatisfy { $0.count <= SlipWriter.letterColumns })
  }

  @Test("a loan of hours that is late today is late by hours, on paper and in the list")
  func hours() throws {
    let house = try TestWorkplace()
    try house.addTitle("Máy tính", ["VN1"])
    try house.addPatron("TV1", "Nguyễn Văn An")
    _ = try house.desk.setRule(RuleScope(), values: [.loanHours: 1])
    try house.lend("VN1", to: "TV1")
    try house.clock.set("2026-11-23T11:05:00")
    let (words, readers) = (house.workplace.wording, try house.desk.overdueReaders())
    let due = try #require(readers.first?.matters.first?.due)
    let letter = try SlipWriter(house.desk, words).letters(readers)[0].text
    #expect(letter.contains("hạn \(words.due(due)), trễ 2 giờ") && due.time != nil)
    #expect(words.reminderLine(readers[0]).contains("trễ 2 giờ – cần nhắc lần 1"))
  }

  @Test("the list for messages is CSV with no formulas; without marks it is ASCII")
  func messages() throws {
    let lines = try text(.messages).split(separator: "\n")
    #expect(lines[0] == "phone,card,name,group,message,guardian" && lines.count == 3)
    #expect(lines.contains { $0.hasPrefix("'+8490,TV2,'=Trần Thị Ánh") })
    #expect(lines.contains { $0.contains("«Sách \"\"lạ\"\", tập 1»") })
    let plain = try text(.messages, plain: true)
    #expect(plain.utf8.allSatisfy { $0 < 0x80 })
    let table = try SeparatedValues(Array(plain.utf8))
    #expect(table.rows.map(\.cells.count) == [6, 6])
    #expect(table.rows.allSatisfy { $0.cells[4].contains("\"Sach \"la\", tap 1\"") })
  }
}
