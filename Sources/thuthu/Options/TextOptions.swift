import ArgumentParser
import VietnameseText

/// How the texts of a file are read and mended.
struct TextOptions: ParsableArguments {
  @Option(
    help: .say(
      "encoding",
      vi: "Bảng mã của chữ trong tệp: \(EncodingChoice.choices); auto tự nhận từng trường.",
      en: "The encoding of the texts: \(EncodingChoice.choices); auto finds out field by field."))
  var encoding: EncodingChoice = .automatic

  @Flag(
    help: .say(
      vi: "Sửa dấu gõ sai thứ tự và chữ Ð, Ɖ giả Đ.",
      en: "Mend marks in the wrong order and letters that only look like Đ."))
  var repair = false

  func mending(composes: Bool = false) -> TextMending {
    TextMending(encoding: encoding, composes: composes, repairs: repair)
  }
}
