import ArgumentParser
import LibraryCore

/// Copies: adding, editing, listing, taking in from a table.
struct ItemCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item",
    abstract: .say(vi: "Bản tài liệu (ĐKCB).", en: "Copies."),
    subcommands: [
      ItemAddCommand.self, ItemEditCommand.self, ItemListCommand.self, ItemImportCommand.self,
      ItemLabelsCommand.self, ItemFastAddCommand.self, ItemSentCommand.self,
    ])
}

/// The fields of a copy as options, the same for adding and editing.
struct ItemFields: ParsableArguments {
  @Option(
    name: .customLong("call-number"),
    help: .say("text", vi: "Ký hiệu xếp giá.", en: "The call number."))
  var callNumber: String?

  @Option(help: .say("code", vi: "Kho.", en: "The location."))
  var location: String?

  @Option(help: .say("code", vi: "Loại tài liệu.", en: "The item type."))
  var type: String?

  @Option(help: .say("amount", vi: "Giá tiền, đồng.", en: "The price in đồng."))
  var price: String?

  @Option(name: .customLong("copy"), help: .say("text", vi: "Bản số.", en: "The copy number."))
  var copyNumber: String?

  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  @Option(
    help: .say(
      "text", vi: "Nguồn bổ sung: mua, tặng, lưu chiểu…", en: "Where it came from: bought, given…"))
  var source: String?

  @Option(help: .say("number", vi: "Số chứng từ.", en: "The number of its document."))
  var document: String?

  @Option(help: .say("day", vi: "Ngày nhập.", en: "The day of acquisition."))
  var acquired: String?

  @Option(help: .say("code", vi: "Thuộc thư viện nào.", en: "The library it belongs to."))
  var owner: String?

  /// What was typed, field by field.
  var typed: [ItemField: String?] {
    let fields: [(ItemField, String?)] = [
      (.callNumber, callNumber), (.location, location), (.type, type), (.price, price),
      (.copyNumber, copyNumber), (.note, note), (.source, source), (.document, document),
      (.acquiredOn, acquired), (.library, owner),
    ]
    var typed: [ItemField: String?] = [:]
    for (field, text) in fields where text != nil { typed[field] = text }
    return typed
  }
}
