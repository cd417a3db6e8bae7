import Foundation
import LibraryCore
import Testing

@Suite("Addresses and administrative units")
struct AddressReadingTests {
  private static let today = CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0)

  /// The table that comes with the program.
  private static let table: Result<AdministrativeUnits, any Error> = Result {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let path = String(root.dropFirst()) + "/data/administrative-units.tsv"
    return try AdministrativeUnits(tsv: Array(Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private let units: AdministrativeUnits

  init() throws { units = try AddressReadingTests.table.get() }

  private func read(_ text: String) -> AddressReading {
    AddressReading(text, units, on: AddressReadingTests.today)
  }

  @Test("the table has the units of today, each province with its communes")
  func counts() {
    #expect(units.provinces.count == 34)
    #expect(units.communes.count == 3321)
    #expect(Set(units.communes.map(\.code)).count == 3321)
    #expect(Set(units.communes.map { units.province(of: $0).code }).count == 34)
  }

  @Test(
    "an address of before July 2025 is known by its three levels, however they are written",
    arguments: [
      "Số 1, Phố X, Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội",
      "Số 1, Phố X, P. Trúc Bạch, Q. Ba Đình, TP. Hà Nội, Việt Nam",
      "số 1, phố X, trúc bạch, ba đình, hà nội", "SO 1, PHO X, P.TRUC BACH, Q.BA DINH, HN",
      "Số 1 Phố X, phường Trúc Bạch quận Ba Đình thành phố Hà Nội", "x, Trúc Bạch, Hà Nội",
      "x; phường Trúc Bạch; Hà Nội", "x - Phường Trúc Bạch - Quận Ba Đình - Hà Nội",
    ])
  func formerUnits(_ text: String) {
    let reading = read(text)
    #expect(reading.standing == .former)
    #expect(reading.units == ["Phường Trúc Bạch", "Quận Ba Đình", "Thành phố Hà Nội"])
    #expect(reading.proposals.map(\.commune).contains("Phường Ba Đình"))
    #expect(reading.provinceNow == "Thành phố Hà Nội")
  }

  @Test("what stands before the units stays as it was written")
  func keepsBeginning() throws {
    let reading = read("Thôn 3,  xã  Đồng Tiến, H. Đồng Phú,  tỉnh Bình Phước")
    let proposal = try #require(reading.proposals.first)
    #expect(
      proposal.text == "Thôn 3,  Xã Đồng Phú, Thành phố Đồng Nai"
        || proposal.text.hasPrefix("Thôn 3,  "))
    #expect(proposal.text.hasSuffix(", Thành phố Đồng Nai"))
    #expect(units.communes.contains { $0.code == proposal.code && $0.name == proposal.commune })
  }

  @Test(
    "an address of today stays, also where a unit of before had the name",
    arguments: [
      "Phường Ba Đình, Thành phố Hà Nội", "số 5, ba dinh, ha noi", "Xã Tân Phú, Tỉnh Đồng Nai",
      "thôn 2, Xã Tân Phú, TP Đồng Nai", "Đặc khu Côn Đảo, TP.HCM",
    ])
  func currentUnits(_ text: String) {
    let reading = read(text)
    #expect(reading.standing == .current, "\(reading)")
    #expect(reading.proposals.isEmpty)
  }

  @Test("a divided commune has a proposal for each of its parts")
  func divided() {
    let reading = read("Phường Cống Vị, Quận Ba Đình, Hà Nội")
    #expect(reading.proposals.map(\.code) == ["00008", "00025"])
    #expect(Set(reading.proposals.map(\.code)).count == reading.proposals.count)
  }

  @Test("numbers of wards are one with and without their zero")
  func numbers() {
    let first = read("P5, Q.3, TP.HCM")
    #expect(first.standing == .former)
    #expect(first.proposals == read("Phường 05, Quận 3, Thành phố Hồ Chí Minh").proposals)
  }

  @Test("tones tell units apart where they are typed")
  func tones() {
    #expect(read("Tỉnh Thanh Hoá, x").standing == .unknown)
    #expect(read("Xã Hoằng Đông, Huyện Hoằng Hoá, Thanh Hoá").units.first == "Xã Hoằng Đông")
    #expect(read("Xã Hoằng Đồng, Huyện Hoằng Hóa, Thanh Hóa").units.first == "Xã Hoằng Đồng")
  }

  @Test("a province or district that is no more is told with the province of today")
  func above() {
    let province = read("12 Đại lộ Bình Dương, Bình Dương")
    #expect(province.standing == .former)
    #expect(province.provinceNow == "Thành phố Hồ Chí Minh")
    #expect(province.proposals.isEmpty)
    #expect(
      read("Huyện Côn Đảo, Bà Rịa - Vũng Tàu").proposals.map(\.commune) == ["Đặc khu Côn Đảo"])
    #expect(read("Huyện Đồng Phú, Bình Phước").provinceNow == "Thành phố Đồng Nai")
  }

  @Test("a province is named as it was called on the day")
  func dated() throws {
    let day = try #require(CalendarDay(iso: "2026-04-29"))
    let text = "Xã Đồng Tiến, Huyện Đồng Phú, Bình Phước"
    #expect(AddressReading(text, units, on: day).provinceNow == "Tỉnh Đồng Nai")
    #expect(
      AddressReading(text, units, on: day.adding(days: 1)).provinceNow == "Thành phố Đồng Nai")
  }

  @Test(
    "what names no unit is left alone",
    arguments: [
      "", ",", " , ,", "xã", "phường", "thị xã", "12 Nguyễn Trãi", "Hà Nội", "P", "日本",
      "tỉnh", "Xã Không Có, Huyện Không Có, Hà Nội", String(repeating: "xã ", count: 200),
    ])
  func unknown(_ text: String) { #expect(read(text).standing == .unknown, "\(read(text))") }

  @Test("every commune of before that the table knows leads to one of today, by its full address")
  func everyFormerCommune() throws {
    var (count, found) = (0, 0)
    var (province, district) = ("", "")
    for line in try AddressReadingTests.lines() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch cells[0] {
      case "t": province = cells[2]
      case "h": district = cells[2]
      case "x":
        count += 1
        guard count % 7 == 0, !cells[3].isEmpty else { continue }
        let codes = Set(read("\(cells[2]), \(district), \(province)").proposals.map(\.code))
        #expect(codes == Set(cells[3].split(separator: ",").map(String.init)), "\(line)")
        found += 1
      default: break
      }
    }
    #expect(count == 10_035)
    #expect(found > 1400)
  }

  private static func lines() throws -> [Substring] {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let path = String(root.dropFirst()) + "/data/administrative-units.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  @Test("an address that is being typed goes on with units of today")
  func suggestions() {
    func suggest(_ text: String) -> [String] {
      units.suggestions(for: text, on: AddressReadingTests.today, limit: 3)
    }
    #expect(suggest("số 1, ba din").first == "số 1, Phường Ba Đình, Thành phố Hà Nội")
    #expect(suggest("Phường Ba Đì").first == "Phường Ba Đình, Thành phố Hà Nội")
    #expect(
      suggest("thôn 2, tân phú, đồng n").first == "thôn 2, Phường Tân Phú, Thành phố Đồng Nai")
    #expect(suggest("x, y, nghe").contains("x, y, Tỉnh Nghệ An"))
    #expect(suggest("tan phu").count == 3)
    for nothing in ["", "b", "số 1, ", "phường", "qqq", "tấn phừ"] {
      #expect(suggest(nothing).isEmpty)
    }
  }

  @Test(
    "a faulty table is refused with the line",
    arguments: [
      ("", AdministrativeUnits.Fault.empty), ("# nothing\n", .empty), ("T\t01", .noUnit(line: 1)),
      ("T\t01\tA\n?\t1\tB", .noUnit(line: 2)), ("X\t1\tB", .noParent(line: 1)),
      ("T\t01\tA\nX\t1\tB\nt\t1\tC\t99", .noParent(line: 3)), ("h\t1\tB", .noParent(line: 1)),
      ("T\t01\tA\nX\t1\tB\nt\t1\tC\t01\nh\t1\tD\nx\t1\tE\t1,2", .noParent(line: 5)),
    ])
  func faults(text: String, fault: AdministrativeUnits.Fault) {
    #expect(throws: fault) { try AdministrativeUnits(tsv: Array(text.utf8)) }
    #expect(throws: AdministrativeUnits.Fault.notText(line: 1)) {
      try AdministrativeUnits(tsv: [0xFF])
    }
  }

  @Test("no address whatever stops the reading, and a proposal begins as the address did")
  func hostile() {
    var random = SeededGenerator(seed: 54)
    let stock = [
      "xã", "Phường ", "P.", "q", "TP", "thị xã", "huyện", "Ba Đình", "Hà Nội", "Trúc Bạch", ",",
      ", ", " - ", ";", "\n", " ", "5", "05", "e\u{302}\u{301}", "\u{301}", "日本", "😀", "\0", ".",
      "Việt Nam", "Bà Rịa", "Vũng Tàu", "'",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...10, using: &random))
        .map { _ in stock[Int.random(in: stock.indices, using: &random)] }.joined()
      for proposal in read(text).proposals {
        let kept = proposal.text.dropLast("\(proposal.commune), \(proposal.province)".count)
        #expect(text.hasPrefix(kept), "\(text)")
      }
      _ = units.suggestions(for: text, on: AddressReadingTests.today, limit: 3)
    }
    #expect(read(String(repeating: "xã, ", count: 100_000)).standing == .unknown)
  }

  @Test("damage in the table is refused or read, never a crash")
  func damage() throws {
    var random = SeededGenerator(seed: 53)
    let head = Array(try AddressReadingTests.lines().prefix(60).joined(separator: "\n").utf8)
    for _ in 0..<300 {
      var bytes = head
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = try? AdministrativeUnits(tsv: bytes)
    }
  }
}

/// A small generator with a fixed sequence, so that a failure can be seen again.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
