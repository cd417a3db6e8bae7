public import LibraryCore
import MARC
public import VietnameseText

extension Wording {
  /// The name of an encoding; nil is text that is what it says.
  public func encoding(_ encoding: LegacyEncoding?) -> String {
    switch encoding {
    case nil: say(vi: "Unicode, như trong tệp", en: "Unicode, as it comes")
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI Windows"
    case .viscii: "VISCII"
    case .vps: "VPS"
    case .bkhcm2: "BK HCM 2"
    case .cp1258: "Windows-1258"
    case .tcvn5712: "TCVN 5712-1"
    case .mojibake: say(vi: "UTF-8 đọc nhầm", en: "UTF-8 misread")
    case .cp1252: say(vi: "Windows-1252 (Tây Âu)", en: "Windows-1252 (Western)")
    }
  }

  public func encodingChoice(_ choice: EncodingChoice) -> String {
    switch choice {
    case .automatic: say(vi: "tự nhận từng trường", en: "find out field by field")
    case .asDeclared: encoding(nil)
    case .named(let name): encoding(name)
    }
  }

  /// A field as it was received, with its file and place: one line.
  public func receivedText(_ field: TextsMended.Field, of texts: TextsMended) -> String {
    var line = "\(texts.file) \(texts.place), \(field.name): \(field.shown)"
    if let name = field.encoding {
      line += "  ← \(encoding(LegacyEncoding(rawValue: name))) \(field.confidence)%"
    }
    if !field.guesses.isEmpty {
      line += say(vi: "; đoán: ", en: "; guessed: ") + field.guesses.joined(separator: ", ")
    }
    return line
  }
}

extension TextsMended.Field {
  /// The text as received, with `$` for the delimiter of subfields.
  public var shown: String { MendedRecord.shown(received) }
}
