import Foundation
import Glibc

/// A small library of its own in a temporary folder, with both doors of the program to it.
///
/// ```swift
/// let library = try SessionLibrary()
/// let terminal = try library.open()
/// try terminal.send("TV0001\r")
/// #expect(try library.journal().last?.kind == "loanOpened")
/// ```
///
/// It holds four titles, copies `B00001` to `B00320`, and the readers of `Reader`.
final class SessionLibrary: Sendable {
  /// The readers that every one of these libraries has.
  enum Reader {
    static let khai = "TV0001"
    static let binh = "TV0002"
    /// A child, who may have three loans.
    static let lan = "TV0003"
    /// Her card ran out long ago.
    static let hoa = "TV0004"
  }

  static let copies = 320
  /// The copy that is recorded as damaged.
  static let damagedCopy = code(300)

  let home: String
  var folder: String { home + "/library" }
  var database: String { folder + "/library.sqlite" }

  /// The barcode of a copy by its number, from 1.
  static func code(_ number: Int) -> String {
    let digits = String(number)
    return "B" + String(repeating: "0", count: 5 - digits.count) + digits
  }

  /// A copy of the one that is made once a run; `isEmpty` leaves it to the test to make a library.
  init(isEmpty: Bool = false) throws {
    home = try Self.makeHome()
    // Whoever runs these tests has said long ago how they type.
    try FileManager.default.createDirectory(
      atPath: home + "/config/thuthu", withIntermediateDirectories: true)
    try "start off\n".write(
      toFile: home + "/config/thuthu/typing", atomically: true, encoding: .utf8)
    guard !isEmpty else { return }
    try FileManager.default.copyItem(atPath: Self.template.get().folder, toPath: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// What every program of a session sees: nothing of the person who runs the tests.
  var environment: [String: String] {
    [
      "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
      "THUTHU_LIBRARY": folder, "THUTHU_LANG": "vi", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "TZ": "Asia/Ho_Chi_Minh",
    ]
  }

  // MARK: The first door

  /// The program on a terminal, at rest with its first screen.
  func open(
    _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
    columns: Int = 80
  ) throws -> VirtualTerminal {
    let terminal = try start(arguments, environment: environment, rows: rows, columns: columns)
    try terminal.settle()
    return terminal
  }

  /// The same without waiting for its first screen.
  func start(
    _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
    columns: Int = 80
  ) throws -> VirtualTerminal {
    try VirtualTerminal(
      "thuthu", arguments, environment: self.environment.merging(environment) { $1 }, rows: rows,
      columns: columns)
  }

  /// The program behind a line of shell that ends in `exec "$0"`, for limits and redirections.
  func start(throughShell line: String) throws -> VirtualTerminal {
    try VirtualTerminal(
      "/bin/sh", ["-c", line, VirtualTerminal.builtProgram("thuthu")], environment: environment)
  }

  // MARK: The second door

  @discardableResult
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try ProgramRun(
      VirtualTerminal.builtProgram("thuthu"), arguments,
      environment: self.environment.merging(environment) { $1 }, input: input, folder: home)
  }

  /// One action a line, as `thuthu desk` takes them, and the outcomes.
  @discardableResult
  func desk(_ actions: [String]) throws -> [Outcome] {
    let answers = try run(["desk"], input: actions.joined(separator: "\n"))
    return try answers.lines.map { try JSONDecoder().decode(Outcome.self, from: Data($0.utf8)) }
  }

  /// Everything done, the oldest first.
  func journal() throws -> [Entry] {
    let log = try run(["log", "--json", "--limit", "100000"])
    return try log.lines.reversed().map {
      try JSONDecoder().decode(Entry.self, from: Data($0.utf8))
    }
  }

  /// The copies lent since the library was made, in the order of the loans.
  func lent() throws -> [String] {
    try journal().filter { $0.kind == "loanOpened" }.compactMap(\.subject.item?.barcode)
  }

  /// How much of the library the disk has by now, its write-ahead log included.
  var bytesOnDisk: Int {
    [database, database + "-wal"].reduce(0) { sum, path in
      var facts = stat()
      return sum + (stat(path, &facts) == 0 ? Int(facts.st_size) : 0)
    }
  }

  /// Whether the tables agree with the journal and every invariant holds.
  func isSound() throws -> Bool { try run(["check"]).status == 0 }

  // MARK: Making one

  private static let template: Result<SessionLibrary, any Error> = Result {
    // It outlives every test, so nobody else clears it away.
    atexit { try? FileManager.default.removeItem(atPath: SessionLibrary.template.get().home) }
    return try makeTemplate()
  }

  private static func makeTemplate() throws -> SessionLibrary {
    let library = try SessionLibrary(isEmpty: true)
    try library.run(["init", "--name", "Thư viện Thử"])
    let titles = [
      ("Truyện Kiều", "Nguyễn Du"), ("Số đỏ", "Vũ Trọng Phụng"),
      ("Dế Mèn phiêu lưu ký", "Tô Hoài"), ("Tắt đèn", "Ngô Tất Tố"),
    ]
    let records = try library.desk(titles.map { title, author in record(title, by: author) })
      .compactMap(\.record)
    var actions = (1...copies).map { number in
      let record = records[number % records.count]
      return #"{"do":"addItem","record":\#(record),"barcode":"\#(code(number))","type":"BOOK"}"#
    }
    actions += [
      reader(Reader.khai, "Nguyễn Thị Minh Khai", "ADULT", ""),
      reader(Reader.binh, "Trần Văn Bình", "ADULT", ""),
      reader(Reader.lan, "Lê Thị Lan", "CHILD", ""),
      reader(Reader.hoa, "Phạm Thị Hoa", "ADULT", #","expiresOn":"2020-01-01""#),
      #"{"do":"editItem","item":"\#(damagedCopy)","status":"damaged"}"#,
      #"{"do":"setRule","category":"ADULT","loansMaximum":1000,"finePerDay":500}"#,
    ]
    let outcomes = try library.desk(actions)
    guard records.count == titles.count, outcomes.count == actions.count,
      let bad = outcomes.first(where: { !["added", "enrolled", "saved"].contains($0.outcome) })
    else { return library }
    throw TemplateFailure(outcome: bad)
  }

  private struct TemplateFailure: Error {
    let outcome: Outcome
  }

  private static func record(_ title: String, by author: String) -> String {
    let fields = [
      #"{"100":{"ind1":"1","ind2":" ","subfields":[{"a":"\#(author)"}]}}"#,
      #"{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"\#(title)"}]}}"#,
    ]
    return #"{"do":"saveRecord","marc":{"leader":"00000nam a2200000 a 4500","fields":["#
      + fields.joined(separator: ",") + "]}}"
  }

  private static func reader(_ card: String, _ name: String, _ category: String, _ more: String)
    -> String
  {
    #"{"do":"enrol","card":"\#(card)","name":"\#(name)","category":"\#(category)"\#(more)}"#
  }

  private static func makeHome() throws -> String {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var name = Array("\(base)/thuthu-session-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw ProgramRun.Failure.notStarted("mkdtemp") }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// One answer of `thuthu desk`, as far as tests look at it.
struct Outcome: Decodable {
  var outcome: String
  var record: Int?
  var message: String?
}

/// One line of `thuthu log --json`, as far as tests look at it.
struct Entry: Decodable {
  struct Subject: Decodable {
    struct Item: Decodable {
      var barcode: String
    }
    var item: Item?
  }
  struct Patron: Decodable {
    var card: String
  }

  var op: Int
  var kind: String
  var subject: Subject
  var patron: Patron?
  var undoes: Int?
  var undoneBy: Int?
}
