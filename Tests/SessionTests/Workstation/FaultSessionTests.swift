import Foundation
import GRDB
import Glibc
import Testing

/// What the machine stops is said clearly, loses nothing and leaves nothing half-done.
@Suite("A machine that fails")
struct FaultSessionTests {
  private typealias Reader = SessionLibrary.Reader

  /// Expects the program to end with status 4 and one sentence, on the terminal and through the second door.
  private func expectRefusal(
    _ library: SessionLibrary, saying words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let terminal = try library.start()
    #expect(try terminal.waitForEnd() == 4, sourceLocation: sourceLocation)
    #expect(terminal.isLineCooked, sourceLocation: sourceLocation)
    terminal.expect(words, sourceLocation: sourceLocation)
    let run = try library.run(["checkout", "--patron", Reader.khai, "B00001"])
    #expect(run.status == 4, sourceLocation: sourceLocation)
    #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.errors.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
  }

  /// Writes bytes into the library's file as a failing disk would.
  private func overwrite(_ library: SessionLibrary, from offset: Int, with bytes: [UInt8]) throws {
    let descriptor = open(library.database, O_WRONLY)
    defer { close(descriptor) }
    #expect(pwrite(descriptor, bytes, bytes.count, offset) == bytes.count)
  }

  private func size(of library: SessionLibrary) throws -> Int {
    try Data(contentsOf: URL(fileURLWithPath: library.database)).count
  }

  @Test("a library that a newer program made is left to it, whole")
  func newerSchema() throws {
    let library = try SessionLibrary()
    let version = try Data(contentsOf: URL(fileURLWithPath: library.database))[60..<64]
    // `user_version` stands at byte 60 of the file, the most significant byte first.
    try overwrite(library, from: 60, with: [0, 0, 3, 0xE7])
    try expectRefusal(library, saying: "mới hơn")
    try overwrite(library, from: 60, with: Array(version))
    #expect(try library.isSound())
  }

  @Test("a file that is no library any more is not opened")
  func noDatabase() throws {
    let library = try SessionLibrary()
    try overwrite(library, from: 0, with: Array(repeating: 0x41, count: 4_096))
    try expectRefusal(library, saying: "bị hỏng")
  }

  @Test("damage that comes while the desk is open is told at the scan that meets it")
  func damage() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    let pages = try size(of: library) / 4_096
    for page in 1..<pages {
      try overwrite(library, from: page * 4_096, with: Array(repeating: 0x5A, count: 4_096))
    }
    try terminal.send([Reader.khai].scanned)
    terminal.expect("CHƯA GHI", "bị hỏng", "sao tệp ra nơi khác")
    try terminal.leave()
    try expectRefusal(library, saying: "bị hỏng")
    let check = try library.run(["check"])
    #expect(check.status == 4)
  }

  @Test(
    "a full disk stops the loan that does not fit, keeps the others and goes on when there is room")
  func diskFull() throws {
    let library = try SessionLibrary()
    let blocks = try size(of: library) / 512 + 200
    let terminal = try library.start(
      throughShell: "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\"")
    try terminal.send([Reader.khai].scanned)
    let codes = (1...200).map(SessionLibrary.code)
    try terminal.send(codes.scanned)
    terminal.expect("CHƯA GHI – làm lại", "chưa được ghi", "quét lại mã này")
    let confirmed = try #require(terminal.loansShown)
    #expect((1..<200).contains(confirmed))
    try terminal.leave()
    #expect(try library.lent().count == confirmed)
    #expect(try library.isSound())

    let roomy = try library.open()
    try roomy.send([Reader.khai, SessionLibrary.code(250)].scanned)
    #expect(roomy.loansShown == confirmed + 1)
    try roomy.leave()
    #expect(try library.isSound())
  }

  @Test("a file that another program holds is told, and the scan can be made again")
  func locked() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    let other = try DatabaseQueue(path: library.database)
    try other.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try terminal.send(["B00001"].scanned)
        return .rollback
      }
    }
    terminal.expect(
      "CHƯA GHI – làm lại", "Chương trình khác đang giữ", "quét lại mã này", "Đang mượn 0")
    try terminal.send(["B00001"].scanned)
    terminal.expect("ĐÃ CHO MƯỢN", "Đang mượn 1")
    try terminal.leave()
    #expect(try library.lent() == ["B00001"])
  }

  @Test("a folder without write permission is named, and nothing is made in it")
  func readOnly() throws {
    let library = try SessionLibrary()
    let files = try FileManager.default.contentsOfDirectory(atPath: library.folder)
    for file in files { chmod("\(library.folder)/\(file)", 0o444) }
    chmod(library.folder, 0o555)
    defer { chmod(library.folder, 0o755) }
    guard geteuid() != 0 else {
      // The superuser may write everywhere, so the program runs as nobody.
      return try readOnlyAsNobody(library, files)
    }
    try expectRefusal(library, saying: "Không ghi được vào")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: library.folder).count == files.count)
  }

  private func readOnlyAsNobody(_ library: SessionLibrary, _ files: [String]) throws {
    chmod(library.home, 0o755)
    let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    let program = VirtualTerminal.builtProgram("thuthu")
    let probe = try ProgramRun(
      "/bin/sh", ["-c", "\(nobody) \(program) --help"], environment: library.environment,
      input: "", folder: library.home)
    guard probe.status == 0 else {
      print("skipped 1 test: nobody may not run \(program)")
      return
    }
    let terminal = try library.start(throughShell: "exec \(nobody) \"$0\"")
    #expect(try terminal.waitForEnd() == 4)
    terminal.expect("Không ghi được vào")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: library.folder).count == files.count)
  }
}
