import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Searching the catalogue")
struct CatalogueScreenTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    try house.addTitle("Truyện Kiều", author: "Nguyễn Du", ["VN000001", "VN000002"])
    try house.addTitle("Dế mèn phiêu lưu ký", author: "Tô Hoài", ["VN000003"])
    try house.addTitle("Đường lên đỉnh núi", ["VN000004"])
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.lend("VN000001", to: "TV000001")
  }

  @Test("F5 opens the search, and words without tones find the title")
  func words() {
    let driver = house.driver()
    driver.press(.function(5))
    #expect(driver.lines[0].hasPrefix(" TRA CỨU"))
    #expect(driver.text.contains("Gõ vài chữ"))
    driver.type("truyen kieu")
    #expect(driver.lines[1].hasPrefix(" Mọi chỗ  truyen kieu"))
    #expect(driver.lines[1].hasSuffix("1 nhan đề"))
    #expect(driver.lines[3].hasPrefix("Truyện Kiều"))
    #expect(driver.lines[3].contains("Nguyễn Du"))
    #expect(driver.lines[3].hasSuffix("1/2"))
    #expect(driver.lines[21] == " Truyện Kiều / Nguyễn Du")
  }

  @Test("words typed at the desk go to the search")
  func fromDesk() {
    let driver = house.driver()
    driver.type("de men")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" TRA CỨU"))
    #expect(driver.lines[3].hasPrefix("Dế mèn phiêu lưu ký"))
  }

  @Test("one key goes round the places to search in")
  func fields() {
    let driver = house.driver(CatalogueScreen(workplace: house.workplace))
    let labels = ["Mọi chỗ", "Nhan đề", "Tác giả", "Chủ đề", "ISBN", "Ký hiệu", "Mọi chỗ"]
    for label in labels {
      #expect(driver.lines[1].hasPrefix(" " + label))
      driver.press(.function(8))
    }
    driver.type("nguyen du")
    driver.press(.function(8))
    #expect(driver.lines[1].hasPrefix(" Tác giả"))
    #expect(driver.lines[3].hasPrefix("Truyện Kiều"))
  }

  @Test("one key goes round the orders of what was found")
  func orders() {
    let driver = house.driver(CatalogueScreen(workplace: house.workplace))
    driver.type("l")
    #expect(driver.lines[1].hasSuffix("2 nhan đề"))
    driver.press(.function(9))
    #expect(driver.lines[1].hasSuffix("2 nhan đề, theo nhan đề"))
    #expect(driver.lines[3].hasPrefix("Dế mèn phiêu lưu ký"))
    #expect(driver.lines[4].hasPrefix("Đường lên đỉnh núi"))
    driver.press(.function(9))
    #expect(driver.lines[1].hasSuffix("2 nhan đề, theo tác giả"))
    #expect(driver.lines[3].hasPrefix("Dế mèn phiêu lưu ký"))
    driver.press(.function(9))
    #expect(driver.lines[1].hasSuffix("2 nhan đề, mới nhất trước"))
    driver.press(.function(9))
    #expect(driver.lines[1].hasSuffix("2 nhan đề"))
  }

  @Test("typing never waits for an answer, and an answer to earlier words is dropped")
  func stale() {
    let driver = house.driver(CatalogueScreen(workplace: house.workplace), jobs: .onDemand)
    driver.type("truyen")
    driver.type(" xyz")
    #expect(driver.lines[1].contains("truyen xyz"))
    #expect(driver.text.contains("Đang tìm…"))
    #expect(driver.waitingJobs == 2)
    driver.runJobs()
    #expect(!driver.text.contains("Truyện Kiều"))
    #expect(driver.text.contains("Không có tài liệu nào"))
    driver.press(.control("u"))
    driver.type("kieu")
    driver.press(.control("u"))
    driver.runJobs()
    #expect(!driver.text.contains("Truyện Kiều"))
    #expect(driver.text.contains("Gõ vài chữ"))
  }

  @Test("Enter opens the record, Esc comes back to the words and the same row")
  func open() {
    let driver = house.driver(CatalogueScreen(workplace: house.workplace))
    driver.type("nguyen du")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI"))
    #expect(driver.text.contains("Truyện Kiều"))
    driver.press(Key(.escape))
    #expect(driver.lines[1].contains("nguyen du"))
    driver.press(Key(.escape))
    #expect(!driver.lines[1].contains("nguyen du"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN"))
  }

  @Test("a copy's label opens its record, a book number searches, a card goes to the desk")
  func scans() throws {
    let record = Record(
      leader: .newBook,
      fields: [
        MARC.Field("020", [Subfield("a", "9786041234567")]),
        MARC.Field("245", [Subfield("a", "Tắt đèn")]),
      ])
    _ = try house.saved(house.desk.saveRecord(record))
    let driver = house.driver(CatalogueScreen(workplace: house.workplace))
    driver.scan("VN000003")
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI"))
    #expect(driver.text.contains("Dế mèn phiêu lưu ký"))
    driver.press(Key(.escape))
    driver.scan("9786041234567")
    #expect(driver.lines[1].hasPrefix(" ISBN  9786041234567"))
    #expect(driver.lines[3].hasPrefix("Tắt đèn"))
    driver.scan("TV000001")
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN"))
    #expect(driver.text.contains("Nguyễn Văn An"))
  }

  @Test("more results are read as a person scrolls")
  func pages() throws {
    for number in 1...130 { try house.addTitle("Báo Nhân Dân số \(number)", []) }
    let driver = house.driver(CatalogueScreen(workplace: house.workplace))
    driver.type("bao nhan dan")
    #expect(driver.lines[1].hasSuffix("130 nhan đề"))
    let screen = try #require(driver.top as? CatalogueScreen)
    #expect(screen.results.hits.count == 100)
    for _ in 0..<5 { driver.press(Key(.pageDown)) }
    #expect(screen.results.hits.count == 130)
    #expect(Set(screen.results.hits.map(\.id)).count == 130)
  }

  @Test("in English, on a narrow and on a wide screen")
  func sizes() throws {
    let house = try TestWorkplace(.english)
    try house.addTitle("Truyện Kiều", author: "Nguyễn Du", ["VN000001"])
    for size in [Size(rows: 10, columns: 40), Size(rows: 43, columns: 132)] {
      let driver = house.driver(CatalogueScreen(workplace: house.workplace), size: size)
      driver.type("kieu")
      #expect(driver.lines[0].hasPrefix(" CATALOGUE"))
      #expect(driver.lines[1].hasPrefix(" Anywhere  kieu"))
      #expect(driver.lines[3].hasPrefix("Truyện Kiều"))
    }
  }
}
