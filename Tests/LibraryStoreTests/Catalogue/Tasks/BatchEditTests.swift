import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct BatchEditTests {
  private let library: TestLibrary
  private let ids: [EntityID]

  init() throws {
    library = try TestLibrary()
    var ids: [EntityID] = []
    for number in 1...450 {
      let subjects = number % 2 == 0 ? ["Thiếu nhi"] : []
      ids.append(
        try library.desk.saveRecord(Books.book("Truyện số \(number)", subjects: subjects)).id())
    }
    self.ids = ids
  }

  private func tasks(_ text: String) throws -> TaskList { try TaskList(parsing: text) }

  private func publisher(_ id: EntityID) throws -> String? {
    try library.desk.record(id)?.record.first("260")?.text("b")
  }

  private func edited(
    _ text: String, of choice: RecordChoice, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> BatchEditReport {
    let outcome = try library.desk.batchEdit(
      try tasks(text), name: "thử", of: choice, progress: progress)
    guard case .edited(let report) = outcome else {
      Issue.record("\(outcome)")
      return BatchEditReport(tasks: 0)
    }
    return report
  }

  @Test("a preview counts and shows, writes nothing, and the edit does just that")
  func preview() throws {
    let list = try tasks("replace 260$b \"Kim Đồng\" \"Trẻ\" if 653\ndelete 9XX")
    let preview = try library.desk.previewBatchEdit(list, of: .all)
    #expect(preview.looked == 450)
    #expect(preview.changed == 225)
    #expect(preview.tasks[0] == (225, 225))
    #expect(preview.tasks[1] == (0, 0))
    #expect(preview.samples.count == BatchEditReport.samplesMaximum)
    #expect(preview.batch == nil)
    #expect(try publisher(ids[1]) == "Kim Đồng,")
    let report = try edited("replace 260$b \"Kim Đồng\" \"Trẻ\" if 653\ndelete 9XX", of: .all)
    #expect(report.changed == preview.changed)
    #expect(report.samples == preview.samples)
    #expect(try publisher(ids[1]) == "Trẻ,")
    #expect(try publisher(ids[0]) == "Kim Đồng,")
    let batch = try #require(try library.desk.batches().first)
    #expect(batch.kind == Batch.edit)
    #expect(batch.source == "thử")
    #expect(batch.counts == BatchCounts(replaced: 225))
    #expect(try library.file.check().findings == [])
  }

  @Test("a batch edit is the last thing done, and one undo takes all of it back")
  func undone() throws {
    let before = try ids.map { try library.desk.record($0)?.record }
    _ = try edited("add 500 \"##\" $a \"ghi chú\"", of: .records(Array(ids.prefix(250))))
    #expect(try library.desk.record(ids[0])?.record.first("500") != nil)
    guard case .undone = try library.desk.undo() else {
      Issue.record("not undone")
      return
    }
    #expect(try ids.map { try library.desk.record($0)?.record } == before)
    #expect(try library.file.check().findings == [])
  }

  @Test("what was edited by hand since is kept and named")
  func kept() throws {
    let report = try edited("delete 653", of: .found("thieu nhi", in: .subject))
    #expect(report.changed == 225)
    _ = try library.desk.saveRecord(Books.book("Sửa tay"), id: ids[1]).id()
    guard
      case .undone(let taken, let kept, _) = try library.desk.undoBatch(try #require(report.batch))
    else {
      Issue.record("not undone")
      return
    }
    #expect(taken == 224)
    #expect(kept == [ids[1]])
  }

  @Test("an edit that is stopped keeps what it did as a closed batch")
  func stopped() throws {
    let report = try edited("delete 260", of: .all) { looked, total in
      #expect(total == 450)
      return looked > 450
    }
    #expect(!report.isComplete)
    #expect(report.changed == 200)
    #expect(try library.desk.batches().first?.status == .closed)
    guard case .undone = try library.desk.undo() else {
      Issue.record("not undone")
      return
    }
    #expect(try publisher(ids[0]) == "Kim Đồng,")
  }

  @Test("a record that another desk saves meanwhile is edited as it then is")
  func meanwhile() throws {
    let report = try edited("replace 245$a \"số\" \"thứ\"", of: .all) { looked, _ in
      if looked == 200 {
        _ = try? library.desk.saveRecord(Books.book("Chuyện số lạ"), id: ids[449])
      }
      return true
    }
    #expect(report.changed == 450)
    #expect(try library.desk.record(ids[449])?.record.first("245")?.text("a") == "Chuyện thứ lạ")
  }

  @Test("nothing is opened where nothing changes, and nobody edits without the right")
  func nothing() throws {
    let report = try edited("delete 999", of: .all)
    #expect(report.batch == nil)
    #expect(try library.desk.batches().isEmpty)
    _ = try library.desk.setPassword("admin", to: "a")
    let helper = try library.desk.addStaff(
      login: "giup", name: "Giúp", role: .helper, password: "b")
    let desk = Desk(file: library.file, staff: try helper.id(), clock: library.clock)
    #expect(
      try desk.batchEdit(try tasks("delete 260"), name: "", of: .all)
        == .refused([.noPermission(.editRecord)]))
  }
}
