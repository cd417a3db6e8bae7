import Foundation
import Glibc
import Testing

/// From a machine without a library to the open desk, and who may sit down at it.
@Suite("The first start")
struct FirstStartTests {
  private let clear = "\u{15}"

  @Test("asks for a name, makes the library and ends in its open desk")
  func makesLibrary() throws {
    let library = try SessionLibrary(isEmpty: true)
    let terminal = try library.open()
    terminal.expect("Ở đây chưa có thư viện nào", library.folder, "F9")
    try terminal.send(["B00001"].scanned)
    terminal.expect("Chưa có thư viện: tạo trước đã")
    #expect(!FileManager.default.fileExists(atPath: library.folder))
    try terminal.send(clear)
    try terminal.send("Thư viện Tân Lập")
    try terminal.send(Keys.f9)
    terminal.expect("QUẦY MƯỢN – TRẢ", "Thư viện Tân Lập · admin", "Hôm nay chưa có lượt nào")
    try terminal.leave()
    #expect(try library.isSound())
    try library.open().expect("QUẦY MƯỢN – TRẢ", "Thư viện Tân Lập")
  }

  @Test("may fill it with sample data, whose books can be lent at once")
  func sample() throws {
    let library = try SessionLibrary(isEmpty: true)
    let terminal = try library.open()
    try terminal.send(Keys.down + Keys.down)
    try terminal.send(Keys.right)
    terminal.expect("có, để tập dùng")
    try terminal.send(Keys.f9)
    terminal.expect("QUẦY MƯỢN – TRẢ")
    try terminal.leave()
    #expect(try library.isSound())
    #expect(try library.run(["item", "list", "--json", "--limit", "1"]).lines.count == 1)
  }

  @Test("tells where no library can be made and stays to be left")
  func impossibleFolder() throws {
    let library = try SessionLibrary(isEmpty: true)
    let terminal = try library.open(environment: ["THUTHU_LIBRARY": "/proc/library"])
    try terminal.send(Keys.f9)
    terminal.expect("Không tạo được thư mục /proc/library", "Ở đây chưa có thư viện nào")
    try terminal.leave()
  }

  @Test("a kill while the library is being made leaves none or a whole one")
  func killed() throws {
    for bytes in stride(from: 0, through: 60_000, by: 20_000) {
      let library = try SessionLibrary(isEmpty: true)
      let terminal = try library.open()
      try terminal.write(Keys.f9)
      try terminal.wait(step: 1) {
        library.bytesOnDisk >= bytes || $0.shows("QUẦY MƯỢN")
      }
      terminal.signal(SIGKILL)
      _ = try terminal.waitForEnd()
      let next = try library.open()
      if next.shows("Ở đây chưa có thư viện nào") { try next.send(Keys.f9) }
      next.expect("QUẦY MƯỢN – TRẢ")
      try next.leave()
      #expect(try library.isSound())
    }
  }

  @Test("with a second account the desk asks who works here, and scans wait until it knows")
  func signIn() throws {
    let library = try SessionLibrary()
    let secret = library.home + "/secret"
    try "chìa khoá".write(toFile: secret, atomically: true, encoding: .utf8)
    try library.run(["staff", "password", "admin", "--password-file", secret])
    let added = try library.run(
      ["staff", "add", "lan", "--name", "Lê Lan", "--password-file", secret],
      environment: ["THUTHU_PASSWORD_FILE": secret])
    #expect(added.status == 0, "\(added.errors)")

    let terminal = try library.open()
    terminal.expect("ĐĂNG NHẬP")
    terminal.expectNo("QUẦY MƯỢN")
    try terminal.send(["TV0001", "B00001"].scanned)
    terminal.expect("ĐĂNG NHẬP")
    try terminal.send("lan")
    try terminal.send(Keys.down)
    try terminal.send("sai")
    try terminal.send(Keys.f9)
    terminal.expect("Sai tên đăng nhập hoặc mật khẩu")
    terminal.expectNo("sai")
    try terminal.send("chìa khoá")
    terminal.expectNo("chìa khoá")
    try terminal.send(Keys.f9)
    terminal.expect("QUẦY MƯỢN – TRẢ", "· lan ·", "ĐÃ CHO MƯỢN", "Nguyễn Thị Minh Khai")
    try terminal.leave()
  }
}
