import ArgumentParser
import VietnameseText
import Workstation

extension TextCommand {
  /// Family, middle and given names, parted by tabs.
  struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "names",
      abstract: .say(
        vi: "Tách họ, đệm, tên (cách nhau bằng tab).",
        en: "Family, middle and given name, parted by tabs."))

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: .say(
        vi: "Tên viết toàn chữ hoa thì đổi về chữ thường.",
        en: "Turn a name all in capitals into ordinary letters."))
    var capitals = false

    @Argument(help: .say("name", vi: "Các tên; không có thì đọc từng dòng.", en: TextAnswers.given))
    var names: [String] = []

    func run() throws {
      try TextAnswers(global).each(of: names) { line in
        let name = PersonName(capitals ? PersonName.fromCapitals(line) ?? line : line)
        return .answer(
          [
            "text": .text(line), "family": .text(name.family), "middle": .text(name.middle),
            "given": .text(name.given),
          ], [name.family, name.middle, name.given].joined(separator: "\t")
        )
      }
    }
  }
}
