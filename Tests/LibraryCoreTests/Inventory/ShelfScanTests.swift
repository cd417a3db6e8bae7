import LibraryCore
import Testing

@Suite struct ShelfScanTests {
  static let shelf = StocktakeScope(
    name: "Kho mở", location: "KM", fromCallNumber: "100", toCallNumber: "199")

  @Test(
    "the range holds its ends and all that begins with its end",
    arguments: [
      ("099.9", false), ("100", true), ("150 A12", true), ("199", true), ("199.95 V", true),
      ("200", false),
    ])
  func range(callNumber: String, isCovered: Bool) {
    #expect(Self.shelf.covers(location: "KM", callNumber: callNumber) == isCovered)
  }

  @Test("another place and a copy without a call number are outside a range")
  func outside() {
    #expect(!Self.shelf.covers(location: "KD", callNumber: "150"))
    #expect(!Self.shelf.covers(location: "KM", callNumber: nil))
    #expect(StocktakeScope(name: "Tất cả").covers(location: nil, callNumber: nil))
  }

  @Test("a scope needs a name and a range that is not upside down")
  func faults() {
    #expect(Self.shelf.faults.isEmpty)
    #expect(
      StocktakeScope(name: "", fromCallNumber: "200", toCallNumber: "100").faults
        == [.nameMissing, .invalidValue(field: "toCallNumber", typed: "100")])
  }

  @Test(
    "a copy is judged by its status first, then its loan, then its place",
    arguments: [
      (ItemStatus.available, "KM", false, Finding.inPlace),
      (.damaged, "KM", false, .inPlace),
      (.available, "KD", false, .elsewhere),
      (.available, "KD", true, .onLoan),
      (.lost, "KM", true, .wasLost),
      (.missing, "KM", false, .wasLost),
      (.withdrawn, "KD", false, .withdrawn),
    ])
  func findings(status: ItemStatus, location: String, isOnLoan: Bool, finding: Finding) throws {
    let item = try Self.facts("150", status: status, location: location, isOnLoan: isOnLoan)
    #expect(Self.scan(item).finding == finding)
  }

  @Test("a copy that belongs before the one just scanned is out of order")
  func order() throws {
    let item = try Self.facts("895.9223")
    let shelf = StocktakeScope(name: "KM", location: "KM")
    func finding(behind previous: String?) -> Finding {
      Self.scan(item, scope: shelf, behind: previous).finding
    }
    #expect(finding(behind: "895.92234") == .outOfOrder)
    #expect(finding(behind: "895.9223") == .inPlace)
    #expect(finding(behind: "895.922") == .inPlace)
    #expect(finding(behind: nil) == .inPlace)
  }

  @Test("unknown codes and repeated scans are findings too")
  func others() throws {
    #expect(Self.scan(nil).finding == .unknown)
    var again = Self.scan(try Self.facts("150"))
    again.isSeenBefore = true
    #expect(again.finding == .alreadySeen)
  }

  @Test("a closed stocktake takes no scans")
  func closed() {
    var scan = Self.scan(nil)
    scan.isClosed = true
    scan.staff.isActive = false
    #expect(scan.refusals == [.noPermission(.takeStock), .stocktakeClosed])
  }

  @Test("what is missing is never less than nothing")
  func counts() {
    let counts = StocktakeCounts(
      expected: 3, onLoan: 1, seen: [.inPlace: 2, .outOfOrder: 1, .unknown: 5], missingAtEnd: nil)
    #expect(counts.missing == 0)
    #expect(counts.found == 3)
    #expect(counts.scans == 8)
  }

  private static func scan(
    _ item: ItemFacts?, scope: StocktakeScope = shelf, behind previous: String? = nil
  ) -> ShelfScan {
    ShelfScan(
      staff: StaffAccount(id: EntityID(rawValue: 2), login: "a", name: "A", role: .helper),
      scope: scope, isClosed: false, item: item, isSeenBefore: false,
      previousCallNumber: previous)
  }

  private static func facts(
    _ callNumber: String, status: ItemStatus = .available, location: String = "KM",
    isOnLoan: Bool = false
  ) throws -> ItemFacts {
    let item = Item(
      id: EntityID(rawValue: 5), record: EntityID(rawValue: 4),
      barcode: try #require(Barcode("VV.1")), callNumber: callNumber, location: location,
      status: status)
    let loan = OpenLoan(
      id: OpID(rawValue: 9), patron: EntityID(rawValue: 3), card: try #require(CardNumber("TV1")),
      patronName: "Lan", lentAt: Moment(milliseconds: 0), dueOn: CalendarDay(number: 20_000),
      renewals: 0)
    return ItemFacts(item: item, title: "Truyện Kiều", loan: isOnLoan ? loan : nil)
  }
}
