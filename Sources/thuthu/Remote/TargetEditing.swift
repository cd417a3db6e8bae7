import ArgumentParser
import LibraryCore
import LibraryStore
import RemoteCatalogues
import Workstation

/// What can be said about a catalogue, as options.
struct TargetFields: ParsableArguments {
  @Option(help: .say("text", vi: "Tên để hiện.", en: "The name to show."))
  var name: String?

  @Option(help: .say("form", vi: "usmarc hoặc xml (Z39.50).", en: "usmarc or xml (Z39.50)."))
  var syntax: String?

  @Option(help: .say("schema", vi: "Lược đồ biểu ghi (SRU).", en: "The record schema (SRU)."))
  var schema: String?

  @Option(
    name: .customLong("sru"),
    help: .say(
      "version", vi: "Phiên bản SRU: 1.1, 1.2, 2.0.", en: "The SRU version: 1.1, 1.2, 2.0."))
  var version: String?

  @Option(help: .say("name", vi: "auto, utf-8 hoặc marc-8.", en: "auto, utf-8 or marc-8."))
  var charset: String?

  @Option(
    help: .say(
      "kind", vi: "utf-8, hoặc plain: gửi chữ không dấu.",
      en: "utf-8, or plain: words are sent without marks."))
  var letters: String?

  @Option(help: .say("index", vi: "Chỉ mục ISBN, như 1=7.", en: "The index of ISBNs, as 1=7."))
  var isbn: String?

  @Option(help: .say("index", vi: "Chỉ mục nhan đề.", en: "The index of titles."))
  var title: String?

  @Option(help: .say("index", vi: "Chỉ mục tác giả.", en: "The index of authors."))
  var author: String?

  @Option(help: .say("index", vi: "Chỉ mục chung.", en: "The index of all words."))
  var any: String?

  @Option(help: .say("n", vi: "Chờ nhiều nhất bao nhiêu giây.", en: "How many seconds to wait."))
  var seconds: String?

  @Option(
    help: .say("n", vi: "Lấy nhiều nhất bao nhiêu biểu ghi.", en: "How many records to fetch."))
  var records: String?

  @Option(
    help: .say(
      "file", vi: "Tệp chứng chỉ riêng được tin.", en: "A file of certificates of its own."))
  var trusted: String?

  @Option(
    help: .say(
      "yes|no", vi: "Có hỏi khi không nêu tên không.", en: "Whether it is asked when none is named."
    ))
  var on: String?

  /// Sets what was given; a value that cannot be one is a fault of usage.
  func apply(to target: inout RemoteTarget) throws {
    let given: [(String, String?)] = [
      ("name", name), ("syntax", syntax), ("schema", schema), ("version", version),
      ("charset", charset), ("letters", letters), ("isbn", isbn), ("title", title),
      ("author", author), ("any", any), ("seconds", seconds), ("records", records),
      ("trusted", trusted), ("on", on),
    ]
    for case (let name, let value?) in given where !target.set(name, to: value) {
      throw CommandFault.usage(
        Speech.words.targetProblem(.badValue(name: name, value: value)))
    }
  }
}

/// Keeps a new catalogue.
struct TargetAddCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: .say(vi: "Thêm một mục lục.", en: "Add a catalogue."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("code", vi: "Mã ngắn, như loc.", en: "A short code, as loc."))
  var code: String

  @Argument(
    help: .say(
      "address", vi: "z39.50://máy:cổng/CSDL hoặc https://… của SRU.",
      en: "z39.50://host:port/DATABASE, or the https://… of SRU."))
  var address: String

  @OptionGroup var fields: TargetFields

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard RemoteTarget.isCode(code) else {
      throw CommandFault.usage(session.words.targetProblem(.badCode(code)))
    }
    guard let place = RemoteAddress(address) else {
      throw CommandFault.usage(
        session.words.targetProblem(.badValue(name: "address", value: address)))
    }
    var target = RemoteTarget(code: code, name: code, address: place)
    try fields.apply(to: &target)
    return session.answer(
      try session.desk.saveTarget(target), .target,
      done: session.words.say(vi: "Đã ghi \(code)", en: "Saved \(code)"))
  }
}

/// Changes what is known of a catalogue; one of the program's own becomes the library's with it.
struct TargetEditCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: .say(vi: "Sửa một mục lục.", en: "Change a catalogue."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("code", vi: "Mã của mục lục.", en: "The catalogue's code."))
  var code: String

  @Option(help: .say("address", vi: "Địa chỉ mới.", en: "The new address."))
  var address: String?

  @OptionGroup var fields: TargetFields

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard var target = try session.desk.targets(.here).target(code) else {
      return session.answer(.unknown(code), .target, done: "")
    }
    if let address, !target.set("address", to: address) {
      throw CommandFault.usage(
        session.words.targetProblem(.badValue(name: "address", value: address)))
    }
    try fields.apply(to: &target)
    return session.answer(
      try session.desk.saveTarget(target), .target,
      done: session.words.say(vi: "Đã ghi \(code)", en: "Saved \(code)"))
  }
}
