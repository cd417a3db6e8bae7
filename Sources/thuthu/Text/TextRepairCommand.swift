import ArgumentParser
import VietnameseText

/// Marks in the wrong order and look-alikes of đ, mended.
struct TextRepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: .say(
      vi: "Sửa dấu gõ sai thứ tự và chữ Ð, Ɖ giả Đ; đưa về dựng sẵn.",
      en: "Mend marks in the wrong order and letters that only look like Đ; compose."))

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try TextLines(global).each { line in
      let marks = line.repairingMarks()
      let letters = marks.text.repairingLookalikes(onlyInSyllables: true)
      return (
        [
          "text": .text(line), "repaired": .text(letters.text), "marks": .count(marks.repairs),
          "lookalikes": .count(letters.repairs),
        ], letters.text
      )
    }
  }
}
