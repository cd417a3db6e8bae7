import ArgumentParser
import VietnameseText
import Workstation

extension TextCommand {
  /// Syllables taken apart.
  struct Syllables: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "syllable",
      abstract: .say(
        vi: "Tách âm tiết: âm đầu, âm đệm, âm chính, âm cuối, thanh (cách nhau bằng tab).",
        en: "Initial, glide, nucleus, coda and tone of syllables, parted by tabs."))

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: .say(
        vi: "Nhận cả địa danh Tây Nguyên: Đắk, Krông, Plei.",
        en: "Take names of the Central Highlands as well: Đắk, Krông, Plei."))
    var highland = false

    @Argument(
      help: .say("syllable", vi: "Các âm tiết; không có thì đọc từng dòng.", en: TextAnswers.given))
    var syllables: [String] = []

    func run() throws {
      try TextAnswers(global).each(of: syllables) { line in
        guard let syllable = Syllable(line, spelling: highland ? .withHighlandNames : .standard)
        else {
          return .fault(
            .say(vi: "không phải một âm tiết tiếng Việt", en: "this is no Vietnamese syllable"))
        }
        let tone = String(describing: syllable.tone)
        return .answer(
          [
            "text": .text(line), "initial": .text(syllable.initial), "glide": .text(syllable.glide),
            "nucleus": .text(syllable.nucleus), "coda": .text(syllable.coda),
            "tone": .text(tone), "traditional": .text(syllable.text(.traditional)),
            "modern": .text(syllable.text(.modern)),
          ],
          [syllable.initial, syllable.glide, syllable.nucleus, syllable.coda, tone]
            .joined(separator: "\t"))
      }
    }
  }
}
