import LibraryCore
import LibraryStore
import MARC
import Synchronization
import Terminal
import Testing
import VietnameseText

@testable import Workstation

@Suite("Macros of the editor")
struct EditorMacroTests {
  /// A folder of settings that remembers what is kept in it.
  private final class Folder: Sendable {
    let files = Mutex<[String: [UInt8]]>([:])

    var places: SettingPlaces {
      SettingPlaces(
        environment: ["HOME": "/u"], read: { path in self.files.withLock { $0[path] } },
        list: { _ in [] },
        write: { path, bytes in
          self.files.withLock { $0[path] = bytes }
          return true
        })
    }

    var text: String {
      String(decoding: files.withLock { $0["/u/.config/thuthu/macros"] ?? [] }, as: UTF8.self)
    }
  }

  private let folder = Folder()
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace(places: folder.places)
  }

  private func open(_ title: String) -> ScreenDriver {
    house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(
          Record(leader: .newBook, fields: [MARC.Field("245", [Subfield("a", title)])]))))
  }

  @Test("what is recorded in one record is kept under a name and run in another")
  func recording() throws {
    let driver = open("Số đỏ")
    driver.press(.control("r"), Key(.end))
    driver.type(" :$btiểu thuyết")
    driver.press(.control("r"))
    #expect(driver.text.contains("type  :$btiểu thuyết"))
    driver.type("thể loại")
    driver.press(.function(9))
    #expect(folder.text.contains("[thể loại]\ngo 245 a end\ntype  :$btiểu thuyết\n"))

    driver.press(Key(.escape), .function(8))
    let other = open("Tắt đèn")
    other.press(.alt("a"), Key(.enter))
    #expect(other.line(with: "245 ## $a Tắt đèn : $b tiểu thuyết") != nil)
    other.press(.control("z"))
    #expect(other.line(with: "245 ## $a Tắt đèn") != nil)
    #expect(!other.lines[0].contains("chưa lưu"))
  }

  @Test("a mend is recorded as the edit it is, and what is done again after undo too")
  func mends() throws {
    let driver = house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(
          Record(
            leader: .newBook,
            fields: [
              MARC.Field("245", "0", "0", [Subfield("a", "Số đỏ")]),
              MARC.Field("700", "0", .blank, [Subfield("a", "Trần Đĩnh,"), Subfield("e", "trl")]),
            ]))))
    driver.press(.control("r"), Key(.down), .alt("m"))
    #expect(driver.line(with: "$a Trần Đĩnh, $4 trl") != nil)
    driver.press(.control("z"))
    #expect(driver.line(with: "$a Trần Đĩnh, $e trl") != nil)
    driver.press(.control("y"), .control("r"))
    #expect(driver.text.contains("go 700 code e"))
    #expect(driver.text.contains("type 4"))
  }

  @Test("what an input method made of keys is recorded as the text it is")
  func composed() throws {
    let keyboard = Keyboard(places: folder.places, choice: .method(.telex))
    let house = try TestWorkplace(keyboard: keyboard, places: folder.places)
    let driver = house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(Record(leader: .newBook, fields: [MARC.Field("245", [Subfield("a", "Số")])]))))
    driver.press(.control("r"), Key(.end))
    driver.type(" ddor")
    driver.press(.control("r"))
    #expect(driver.line(with: "type  đỏ") != nil)
  }

  @Test("a macro that finds nothing to work on changes nothing and says which step")
  func failing() throws {
    var book = MacroBook(folder.places)
    let steps = ["go 245 a end", "type !", "go 100 a end"].compactMap { EditingStep(line: $0) }
    let isKept = book.keep(steps, as: "hỏng")
    #expect(isKept)
    let driver = open("Số đỏ")
    driver.press(.alt("a"), Key(.enter))
    #expect(driver.text.contains("Không làm được bước 3"))
    #expect(driver.line(with: "245 ## $a Số đỏ") != nil)
    #expect(!driver.lines[0].contains("chưa lưu"))
  }

  @Test("macros are renamed and deleted, and those that cannot be read are kept")
  func book() throws {
    folder.files.withLock {
      $0["/u/.config/thuthu/macros"] = Array("[lạ]\nnhảy 3 bước\n[cũ]\ndelete-field\n".utf8)
      $0["/etc/thuthu/macros"] = Array("[chung]\nclear\n[cũ]\nclear\n".utf8)
    }
    var book = MacroBook(folder.places)
    #expect(book.all.map(\.name) == ["chung", "cũ", "lạ"])
    #expect(book["cũ"]?.lines == ["delete-field"])
    let isRemoved = book.remove("chung")
    #expect(book["chung"]?.isOwn == false && !isRemoved)
    guard case .failure(let line) = book["lạ"]?.steps() else {
      Issue.record("the line was read as a step")
      return
    }
    #expect(line.number == 1)
    let isRenamed = book.rename("cũ", to: "mới")
    #expect(isRenamed)
    #expect(folder.text.contains("[lạ]\nnhảy 3 bước\n") && folder.text.contains("[mới]"))
    let driver = open("Số đỏ")
    driver.press(.alt("a"))
    #expect(driver.text.contains("mới") && driver.text.contains("lạ"))
    for _ in 0..<3 { driver.press(Key(.down)) }
    driver.press(.control("k"), .function(9))
    #expect(!folder.text.contains("[mới]"))
    #expect(MacroBook.name(" [a]\tb  c ") == "ab c" && MacroBook.name(" [] ") == nil)
  }
}
