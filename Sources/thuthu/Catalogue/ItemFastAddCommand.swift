import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Adds a copy that has no record yet.
struct ItemFastAddCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "fast-add",
    abstract: .say(
      vi: "Thêm nhanh một bản chưa có biểu ghi, để cho mượn ngay.",
      en: "Add a copy that has no record yet, to lend it at once."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Mã vạch.", en: "The barcode."))
  var barcode: String

  @Option(help: .say("text", vi: "Nhan đề.", en: "The title."))
  var title: String

  @Option(help: .say("text", vi: "Tác giả.", en: "The author."))
  var author: String?

  @Option(help: .say("code", vi: "Loại tài liệu.", en: "The item type."))
  var type: String?

  @OptionGroup var shared: OneNumberOption
  func run(in session: LibrarySession) throws -> ExitStatus {
    let notices = try session.desk.houseConfiguration().notices(of: [ItemField.type: type])
    let named: JSONValue = ["barcode": .text(barcode)]
    return session.answer(
      try shared.applied(to: session.desk).fastAdd(
        barcode, title: title, author: author, type: type), .newItem,
      named.adding(.notices(notices)),
      done: session.words.done(
        session.words.say(vi: "Đã thêm nhanh bản \(barcode)", en: "Added copy \(barcode)"),
        notices))
  }
}

/// The copies under way to other libraries.
struct ItemSentCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent",
    abstract: .say(
      vi: "Các bản đang chuyển: về thư viện của mình, hoặc đến nơi người chờ lấy.",
      en: "Copies under way: home, or to where a reader fetches them."))

  @OptionGroup var global: GlobalOptions

  func run(in session: LibrarySession) throws -> ExitStatus {
    for line in try session.desk.transfers() {
      session.answer(
        [
          "item": JSONValue(line.item), "to": .text(line.to),
          "holdFor": line.kept.map { JSONValue($0) } ?? .null,
        ],
        "\(session.words.term(.library, line.to))  \(session.words.label(line.item))"
          + (line.kept.map { "  → \(session.words.label($0.patron))" } ?? ""))
    }
    return .done
  }
}
