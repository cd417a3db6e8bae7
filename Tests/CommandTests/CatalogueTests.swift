import Foundation
import Testing

@Suite("The catalogue by command")
struct CatalogueTests {
  private static let titles = ["Số đỏ", "Tắt đèn", "Chí Phèo", "Lão Hạc", "Tiếng Việt thực hành"]

  /// A file of records in ISO 2709, made by `convert`.
  private func recordFile(_ commands: Commands) throws -> String {
    let lines = CatalogueTests.titles.map { Commands.lines($0, "Nguyễn Công Hoan") }
    let source = try commands.file("titles.line", lines.joined(separator: "\n"))
    let path = commands.folder + "/titles.mrc"
    let run = try commands.run("convert", "--from", "line", "--to", "iso2709", source, path)
    #expect(run.status == 0, "\(run.errors)")
    return path
  }

  @Test("a file is taken in as a batch, found, and taken back as a whole")
  func batch() throws {
    let commands = try Commands()
    let path = try recordFile(commands)
    let tried = try commands.run("import", path, "--dry-run", "--json").object
    #expect(tried["records"] as? Int == 5)
    #expect(try commands.run("search", "so do", "--json").lines.isEmpty)
    let imported = try commands.run("import", path, "--json").object
    #expect(imported["outcome"] as? String == "imported")
    #expect(imported["records"] as? Int == 5)
    let batch = try #require(imported["batch"] as? Int)
    for words in ["so do", "số đỏ", "nguyen cong hoan", "Tiếng Việt", "tieng viet"] {
      #expect(try commands.run("search", words, "--json").lines.isEmpty == false, "\(words)")
    }
    #expect(try commands.run("import", "list", "--json").object["records"] as? Int == 5)
    let undone = try commands.run("import", "undo", "\(batch)", "--json").object
    #expect(undone["taken"] as? Int == 5)
    #expect(try commands.run("search", "so do", "--json").lines.isEmpty)
    #expect(try commands.run("import", "undo", "\(batch)").status == 1)
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("old encodings come in by command, are listed as received, and one record is mended")
  func encodings() throws {
    let commands = try Commands()
    let lines = "=LDR  00000nam a2200000 a 4500\n=245  10$aThö vieän tænh Bình Ñònh\n"
    let path = try commands.file("vni.line", lines)
    let imported = try commands.run("import", path, "--json").object
    #expect(imported["decoded"] as? Int == 1)
    let batch = "\(try #require(imported["batch"] as? Int))"
    let received = try commands.run("import", "received", batch, "--json").object
    #expect(received["encoding"] as? String == "vni")
    #expect(received["received"] as? String == "10$aThö vieän tænh Bình Ñònh")
    #expect(try commands.run("search", "thư viện tỉnh", "--json").lines.count == 1)
    #expect(try commands.run("import", "received", "99").status == 1)
    let raw = try commands.run("import", path, "--encoding", "utf8", "--match", "none", "--json")
    #expect(try raw.object["decoded"] as? Int == 0)
    let id = try #require(try commands.run("search", "vieän", "--json").object["record"] as? Int)
    #expect(
      try commands.run("record", "mend", "\(id)", "--dry-run").output.contains("→ 10$aThư viện"))
    #expect(try commands.run("record", "mend", "\(id)", "--json").outcome == "saved")
    #expect(try commands.run("record", "mend", "\(id)", "--json").outcome == "unchanged")
    let target = commands.folder + "/out.line"
    let converted = try commands.run("convert", "--to", "line", path, target)
    #expect(converted.status == 0 && converted.errors.contains("1"))
    let text = try String(contentsOfFile: target, encoding: .utf8)
    #expect(text.contains("Thư viện tỉnh Bình Định"))
    #expect(
      try commands.run("text", "repair", input: "Nghie\u{301}\u{302}p Ðà\n").output == "Nghiếp Đà\n"
    )
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("copies come in from a table by title, and rows that name none are told by line")
  func copiesFromTable() throws {
    let commands = try Commands()
    #expect(try commands.run("import", try recordFile(commands)).status == 0)
    let table = try commands.file(
      "copies.csv",
      """
      ĐKCB,Nhan đề,Tác giả,Kho,Giá tiền
      VV.000901,Số đỏ,Nguyễn Công Hoan,VV,50000
      VV.000902,Tắt đèn,,VV,
      ,Chí Phèo,,VV,30000
      VV.000904,Không có sách này,,VV,1
      """)
    let run = try commands.run("item", "import", table, "--json")
    #expect(run.status == 3)
    #expect(try run.object["items"] as? Int == 3)
    #expect(try run.object["faults"] as? Int == 1)
    let told = try commands.run("item", "import", table, "--lang", "vi")
    #expect((told.output + told.errors).contains("dòng 5"))
    #expect(try commands.run("show", "item", "VV.000901", "--json").status == 0)
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("bad files end with status 3, say what and where, and keep what can be kept")
  func badFiles() throws {
    let commands = try Commands()
    let sound = try Data(contentsOf: URL(fileURLWithPath: recordFile(commands)))
    let bad: [(String, Data, Int)] = [
      ("empty", Data(), 0), ("text", Data("Đây không phải MARC\n".utf8), 0),
      ("zeros", Data(count: 100_000), 0), ("truncated", sound.dropLast(40), 4),
    ]
    for (name, bytes, atLeast) in bad {
      let path = try commands.file(name + ".mrc", bytes)
      let run = try commands.run("import", path, "--json", "--match", "none")
      #expect(run.status == 3, "\(name)")
      let records = try #require(run.object["records"] as? Int)
      #expect(records >= atLeast, "\(name)")
      let fault = try #require(run.objects.first { $0["outcome"] as? String == "fault" })
      #expect(fault["offset"] is Int && fault["code"] is String, "\(name)")
      #expect(try commands.run("import", path).output.contains("byte "), "\(name)")
    }
    #expect(try commands.run("import", "/nonexistent.mrc").status == 3)
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("long lists of faults are cut on screen and whole in a file")
  func manyFaults() throws {
    let commands = try Commands()
    let copies = (1...30).map { "=952  \\\\$pMã \($0)" }.joined(separator: "\n")
    let lines = Commands.lines("Số đỏ", "Vũ Trọng Phụng") + copies + "\n"
    let path = try commands.file("copies.line", lines)
    let faults = commands.folder + "/faults.txt"
    let run = try commands.run("import", path, "--faults", faults)
    #expect(run.status == 3)
    #expect(run.output.contains("--faults"))
    let listed = try String(contentsOfFile: faults, encoding: .utf8).split(separator: "\n").count
    #expect(listed >= 30)
  }

  @Test("conversion through every format gives the same records back")
  func convert() throws {
    let commands = try Commands()
    let first = try recordFile(commands)
    var path = first
    for format in ["marcxml", "json", "jsonl", "line", "iso2709"] {
      let next = "\(commands.folder)/next.\(format)"
      let run = try commands.run("convert", "--to", format, path, next)
      #expect(run.status == 0, "\(format): \(run.errors)")
      path = next
    }
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path))
        == Data(contentsOf: URL(fileURLWithPath: first)))
    let missing = try commands.run("convert", "--to", "json", "/nonexistent", "-")
    #expect(missing.status == 3)
  }

  @Test("what was taken in is given out again byte by byte, all of it or what is found")
  func export() throws {
    let commands = try Commands()
    let path = try recordFile(commands)
    #expect(try commands.run("import", path).status == 0)
    let out = commands.folder + "/out.mrc"
    let exported = try commands.run("export", "-o", out, "--json").object
    #expect(exported["records"] as? Int == 5)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: out))
        == Data(contentsOf: URL(fileURLWithPath: path)))
    let found = try commands.run("export", "--query", "chi pheo", "--format", "jsonl")
    #expect(found.lines.count == 1)
    #expect(found.output.contains("Chí Phèo"))
    #expect(try commands.run("export", "--query", "…", "--format", "line").output.isEmpty)
    #expect(try commands.run("export", "-o", "/nonexistent/out.mrc").status == 4)
  }

  @Test("a record is saved, changed, removed and restored, its history kept")
  func record() throws {
    let commands = try Commands()
    let record = try commands.record("Bản đầu")
    let changed = try commands.file("changed.line", Commands.lines("Bản sửa", "Ai đó"))
    #expect(try commands.run("record", "save", changed, "--record", record).status == 0)
    #expect(try commands.run("record", "remove", record).status == 0)
    let history = try commands.run("record", "history", record, "--json").objects
    #expect(history.map { $0["change"] as? String } == ["removed", "saved", "saved"])
    let first = try #require(history.last?["version"] as? Int)
    #expect(try commands.run("undo").status == 0)
    #expect(try commands.run("record", "restore", "\(first)").status == 0)
    let shown = try commands.run("show", "record", record, "--json").object
    #expect(shown["title"] as? String == "Bản đầu")
    #expect(shown["marc"] is [String: Any])
    #expect(try commands.run("show", "record", "999999", "--json").outcome == "unknownRecord")
    #expect(try commands.run("record", "history", "999999").status == 1)
  }

  @Test("copies get running numbers, are edited and listed; a record with copies stays")
  func items() throws {
    let commands = try Commands()
    let record = try commands.record()
    for expected in ["VV.000001", "VV.000002"] {
      let added = try commands.run(
        "item", "add", record, "--series", "VV.", "--location", "VV", "--json"
      ).object
      #expect(added["barcode"] as? String == expected)
    }
    let taken = try commands.run("item", "add", record, "--barcode", "vv.000002", "--json")
    #expect(taken.status == 1)
    #expect(taken.output.contains("barcodeTaken"))
    #expect(try commands.run("item", "edit", "VV.000002", "--status", "lost").status == 0)
    let lost = try commands.run("item", "list", "--status", "lost", "--json").objects
    #expect(lost.map { $0["barcode"] as? String } == ["VV.000002"])
    #expect(try commands.run("item", "list", "--record", record, "--json").lines.count == 2)
    let kept = try commands.run("record", "remove", record, "--json")
    #expect(kept.status == 1)
    #expect(kept.output.contains("recordInUse"))
  }

  @Test(
    "barcodes that no label could carry are refused by name",
    arguments: [
      "", " ", "a\u{1}b", "Mã vạch", String(repeating: "9", count: 10_000),
    ])
  func hostileBarcodes(barcode: String) throws {
    let commands = try Commands()
    let record = try commands.record()
    let card = try commands.patron()
    let added = try commands.run("item", "add", record, "--barcode", barcode, "--json")
    #expect(added.status == 1)
    #expect(try added.outcome == "refused")
    let lent = try commands.run("checkout", "--patron", card, barcode, "--json")
    #expect(lent.status == 1)
    #expect(try lent.outcome == "unknownItem")
    #expect(try commands.run("return", barcode, "--json").outcome == "unknownItem")
  }
}
