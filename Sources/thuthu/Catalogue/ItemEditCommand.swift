import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Changes a copy.
struct ItemEditCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: .say(
      vi: "Sửa bản tài liệu; giá trị trống xoá trường.",
      en: "Change a copy; an empty value clears its field."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
  var barcode: String

  @Option(
    name: .customLong("barcode"), help: .say("barcode", vi: "Mã vạch mới.", en: "The new barcode."))
  var newBarcode: String?

  @Option(
    help: .say(
      "status", vi: "available, lost, missing, damaged hoặc withdrawn.",
      en: "available, lost, missing, damaged or withdrawn."))
  var status: String?

  @OptionGroup var fields: ItemFields

  @OptionGroup var shared: OneNumberOption
  func run(in session: LibrarySession) throws -> ExitStatus {
    var changes = fields.typed
    if let newBarcode { changes[.barcode] = .some(newBarcode) }
    if let status { changes[.status] = .some(status) }
    let notices = try session.desk.notices(ofEditing: barcode, changes)
    return session.answer(
      try shared.applied(to: session.desk).editItem(barcode, changes), .item, .notices(notices),
      done: session.words.done(
        session.words.say(vi: "Đã sửa bản \(barcode)", en: "Changed copy \(barcode)"), notices))
  }
}
