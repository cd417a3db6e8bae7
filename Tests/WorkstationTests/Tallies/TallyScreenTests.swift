import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Counting by hand")
struct TallyScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    driver = house.driver()
    driver.run(.tallyOpen)
  }

  private var totals: TallyTotals {
    get throws { try house.desk.tallies(on: house.desk.today) }
  }

  @Test("one key counts, for grown-ups or for children, and is stored at once")
  func counts() throws {
    driver.type("vvd")
    driver.press(Key(.tab))
    driver.type("v8h")
    #expect(try totals.count(.visit, .adult) == 2 && totals.count(.visit, .child) == 1)
    #expect(try totals.count(.onSite) == 2 && totals.read(group: 8) == 1)
    #expect(try totals.count(.reference, .child) == 1)
    #expect(driver.text.contains("Đã đếm 1 câu hỏi tra cứu, thiếu nhi"))
    let visits = try #require(driver.line(with: "lượt bạn đọc"))
    #expect(visits.split(separator: " ").suffix(3) == ["2", "1", "3"])
  }

  @Test("with the capitals locked the keys count as well")
  func capitals() throws {
    driver.type("VVD")
    #expect(try totals.count(.visit) == 2 && totals.count(.onSite) == 1)
  }

  @Test("taking back takes the last count, and nothing but counts")
  func undo() throws {
    driver.type("v5")
    driver.press(.control("z"))
    #expect(try totals.count(.onSite) == 0 && totals.count(.visit) == 1)
    #expect(driver.text.contains("Đã bỏ: 1 lượt đọc tại chỗ, người lớn, môn loại 5"))
    driver.press(.control("z"), .control("z"))
    #expect(try totals.count(.visit) == 0)
    #expect(driver.text.contains("Không có việc nào để hoàn tác"))
  }

  @Test("the diary shows the day's line, a page for the day, and other months")
  func diary() throws {
    driver.type("v8")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.lines[0].hasPrefix(" NHẬT KÝ THƯ VIỆN"))
    #expect(driver.lines[1].contains("Tháng 11/2026"))
    #expect(driver.line(with: "23/11/2026")?.contains("1") == true)
    driver.press(Key(.enter))
    #expect(driver.line(with: "8 Văn học: 1") != nil)
    driver.press(Key(.escape))
    driver.press(Key(.left))
    driver.runJobs()
    #expect(driver.lines[1].contains("Tháng 10/2026"))
    #expect(driver.text.contains("Tháng này chưa có gì"))
    driver.press(Key(.right), Key(.right))
    driver.runJobs()
    #expect(driver.lines[1].contains("Tháng 12/2026"))
  }

  @Test("an event is noted with its kind and the people who came, and stands in the diary")
  func event() throws {
    driver.type("s")
    driver.type("k")
    driver.press(Key(.tab), Key(.tab))
    driver.type("45")
    driver.press(.function(9))
    #expect(driver.line(with: "buổi tuyên truyền, sự kiện")?.contains("1") == true)
    #expect(try totals.attendance == 45)
    driver.press(.function(9))
    driver.runJobs()
    driver.press(Key(.enter))
    driver.press(Key(.pageDown))
    #expect(driver.text.contains("kể chuyện sách: 1 buổi, 45 người dự"))
  }
}
