import Foundation
import Testing

@Suite("Catalogues of other libraries on the command line")
struct RemoteTests {
  @Test("a target is added, changed, undone and removed")
  func targets() throws {
    let commands = try Commands()
    let known = try commands.run("target", "list", "--json").objects.compactMap {
      $0["target"] as? String
    }
    #expect(known.contains("loc"))
    #expect(
      try commands.run(
        "target", "add", "nha", "z39.50://nha.invalid:2100/Sach", "--name", "Nhà sách", "--isbn",
        "1=7"
      ).status == 0)
    #expect(try commands.run("target", "edit", "nha", "--seconds", "3", "--on", "no").status == 0)
    func nha() throws -> [String: Any]? {
      try commands.run("target", "list", "--json").objects.first {
        $0["target"] as? String == "nha"
      }
    }
    #expect(try nha()?["seconds"] as? Int == 3)
    #expect(try nha()?["address"] as? String == "z39.50://nha.invalid:2100/Sach")
    #expect(try commands.run("undo").status == 0)
    #expect(try nha()?["seconds"] as? Int == 15)
    #expect(try commands.run("target", "remove", "nha").status == 0)
    #expect(try nha() == nil)
    #expect(try commands.run("target", "remove", "loc").status == 0)
    #expect(
      try !commands.run("target", "list", "--json").output.contains("\"target\":\"loc\""))
    #expect(try commands.run("check").status == 0)
  }

  @Test(
    "what is no target is said, with what is wrong",
    arguments: [
      ["add", "x y", "https://h/sru"], ["add", "x", "h:210"],
      ["add", "x", "https://h/sru", "--seconds", "soon"], ["edit", "loc", "--isbn", "bath.isbn"],
    ])
  func wrong(words: [String]) throws {
    let run = try Commands().run(["target"] + words, input: Data())
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("thuthu: "))
  }

  @Test("a catalogue that nobody answers for is named in words, in both languages")
  func dead() throws {
    let commands = try Commands()
    let port = try RemoteTests.deadPort()
    try commands.run("target", "add", "chet", "z39.50://127.0.0.1:\(port)/X")
    let check = try commands.run("target", "check", "chet")
    #expect(check.status == 1)
    #expect(check.output.contains("không ai nghe ở cổng này"))
    let search = try commands.run(
      "remote", "search", "--isbn", "9786049939082", "--target", "chet", "--lang", "en")
    #expect(search.status == 1)
    #expect(search.output.contains("nobody listens at this port"))
  }

  @Test("what nobody could be asked for is kept when that is asked, once")
  func keep() throws {
    let commands = try Commands()
    let port = try RemoteTests.deadPort()
    try commands.run("target", "add", "chet", "z39.50://127.0.0.1:\(port)/X")
    let words = ["remote", "search", "--isbn", "9786049939082", "--target", "chet", "--keep"]
    for answer in ["Đã để dành 9786049939082", "Không có gì thay đổi"] {
      let search = try commands.run(words, input: Data())
      #expect(search.status == 0)
      #expect(search.output.contains(answer))
    }
    let kept = try commands.run("remote", "queue", "list", "--json").objects
    #expect(kept.compactMap { $0["wanted"] as? String } == ["9786049939082"])
    #expect(
      try commands.run("remote", "search", "--author", "Nguyễn Du", "--keep").status == 2)
  }

  @Test("a Vietnamese article number is said to be no ISBN")
  func articleNumber() throws {
    let run = try Commands().run("remote", "search", "--isbn", "8934974158158")
    #expect(run.status == 2)
    #expect(run.errors.contains("893"))
  }

  /// A port that was free a moment ago, so that nobody listens there.
  private static func deadPort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length)
        return getsockname(socket, $0, &length)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}

@Suite("Books nobody had, on the command line")
struct RemoteQueueTests {
  @Test("a book is kept with who asked for it, asked again in vain, undone and given up")
  func wholeWay() throws {
    let commands = try Commands()
    #expect(try commands.run("remote", "queue", "add", "978-604-993-908-2").status == 0)
    #expect(try commands.run("remote", "queue", "add", "Đất", "rừng").status == 0)
    #expect(
      try commands.run("remote", "queue", "add", "9786049939082", "--json").outcome == "unchanged")
    let list = try commands.run("remote", "queue", "list", "--json").objects
    #expect(list.map { $0["wanted"] as? String } == ["9786049939082", "Đất rừng"])
    #expect(list.first?["askedBy"] as? String == "admin")
    try commands.run("target", "add", "chet", "z39.50://nowhere.invalid/X", "--seconds", "5")
    let run = try commands.run("remote", "queue", "run", "--target", "chet", "--import")
    #expect(run.status == 1)
    #expect(run.output.contains("nowhere.invalid"))
    #expect(try commands.run("remote", "queue", "remove", "Đất rừng").status == 0)
    #expect(try commands.run("undo").status == 0)
    #expect(try commands.run("remote", "queue", "list", "--json").objects.count == 2)
    #expect(try commands.run("remote", "queue", "remove", "khác").status == 1)
    #expect(try commands.run("check").status == 0)
  }
}

@Suite("Record packs on the command line")
struct PackTests {
  @Test("a pack is built, attached, searched, taken from and undone")
  func wholeWay() throws {
    let commands = try Commands()
    let records = try commands.file(
      "books.line", Commands.lines("Truyện Kiều", "Nguyễn Du") + "=020  \\\\$a9786049939082\n")
    let pack = commands.folder + "/books.pack"
    let built = try commands.run("pack", "build", pack, records, "--json").object
    #expect(built["records"] as? Int == 1)
    #expect(built["isbns"] as? Int == 1)
    #expect(try commands.run("pack", "check", pack).status == 0)
    #expect(try commands.run("pack", "add", pack, "--name", "sach").status == 0)
    #expect(try commands.run("pack", "info").output.contains("sach"))
    let taken = try commands.run("pack", "search", "9786049939082", "--import", "1")
    #expect(taken.status == 0)
    #expect(try commands.run("search", "kieu").output.contains("Truyện Kiều"))
    #expect(try commands.run("undo").status == 0)
    #expect(try !commands.run("search", "kieu").output.contains("Truyện Kiều"))
    #expect(try commands.run("pack", "remove", "sach").status == 0)
    #expect(try commands.run("check").status == 0)
  }

  @Test("a library is no pack, and a pack that went away is named")
  func noPack() throws {
    let commands = try Commands()
    #expect(try commands.run("pack", "check", commands.library + "/library.sqlite").status == 4)
    #expect(try commands.run("pack", "info", commands.folder + "/gone.pack").status == 3)
  }
}
