import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Class marks: the 19 classes beside Dewey.
struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class",
    abstract: .say(
      vi: "Phân loại: 19 lớp (084) bên cạnh DDC (082).",
      en: "Class marks: the 19 classes (084) beside Dewey (082)."),
    subcommands: [ClassCrosswalkCommand.self, ClassSetCommand.self])
}

/// Shows the crosswalk, or what stands beside one class.
struct ClassCrosswalkCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk",
    abstract: .say(
      vi: "Bảng đối chiếu, hay lớp bên kia của một ký hiệu; chỉ để gợi ý.",
      en: "The crosswalk, or what stands beside one class; a hint only."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "class", vi: "Lớp của 19 lớp hoặc chỉ số DDC.", en: "A class of the 19, or a Dewey number."))
  var number: String?

  @Flag(help: .say(vi: "Số đưa vào là DDC.", en: "The number is Dewey's."))
  var dewey = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let table = try ShelfMarkTables.here(session.desk.houseConfiguration()).crosswalk
    var lines = table.lines
    if let number {
      let isDewey = dewey || number.filter(\.isNumber).count >= 3
      lines = [isDewey ? table.line(dewey: number) : table.line(national: number)]
        .compactMap(\.self)
    }
    for line in lines {
      session.answer(
        [
          "national": .text(line.national), "dewey": .optional(line.dewey),
          "own": .bool(line.isLocal),
        ], session.words.crosswalkLine(line))
    }
    guard lines.isEmpty else { return .done }
    session.answer(
      .unknown("class", number ?? ""),
      session.words.say(vi: "Bảng không có lớp này", en: "The crosswalk lacks this class"))
    return .refused
  }
}

/// Changes one line of the crosswalk.
struct ClassSetCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: .say(
      vi: "Sửa một dòng của bảng đối chiếu; \"\" nghĩa là không có, bỏ trống thì theo bảng.",
      en: "Change one line of the crosswalk; \"\" means none, without a number the table's holds."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("class", vi: "Lớp của 19 lớp.", en: "A class of the 19."))
  var national: String

  @Argument(help: .say("number", vi: "Chỉ số DDC.", en: "The Dewey number."))
  var dewey: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.answer(
      try session.desk.setCrosswalk(national, dewey), .setting,
      done: session.words.crosswalkLine(
        ClassCrosswalk.Line(national: national.uppercased(), dewey: dewey, isLocal: dewey != nil)))
  }
}
