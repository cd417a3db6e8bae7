/// All that can be wrong with a key map.
public enum KeyMapProblem: DescribedProblem {
  /// The line is neither `[context]` nor keys followed by a command.
  case malformedLine
  case bindingOutsideContext
  /// No place knows a key map of that name; the default one is used.
  case unknownKeyMap(String)
  case unknownKey(String)
  case unknownCommand(String)
  case unknownContext(String)
  case notOffered(CommandID, context: String)
  case boundTwice(KeySequence, context: String, firstLine: Int)
  case commandAndPrefix(KeySequence, context: String, firstLine: Int)
  case printableInText(KeySequence, context: String)
  /// A scanner could answer the question or set off the dangerous command.
  case reachableByScanner(KeySequence, CommandID)
  case unreachable(CommandID, context: String)
  /// A vt220, a serial line or a plain terminal never sends this key.
  case notPortable(Key)

  public var isWarning: Bool {
    if case .notPortable = self { true } else { false }
  }

  public var wording: LocalizedText {
    switch self {
    case .malformedLine:
      LocalizedText(
        vi: "dòng phải là [ngữ cảnh] hoặc: phím… lệnh", en: "expected [context] or: key… command")
    case .bindingOutsideContext:
      LocalizedText(
        vi: "phím đứng trước mọi [ngữ cảnh]", en: "a binding stands before the first [context]")
    case .unknownKeyMap(let name):
      LocalizedText(
        vi: "không có bảng phím “\(name)”; dùng bảng mặc định",
        en: "there is no key map “\(name)”; the default one is used")
    case .unknownKey(let name):
      LocalizedText(vi: "không có phím “\(name)”", en: "unknown key “\(name)”")
    case .unknownCommand(let name):
      LocalizedText(vi: "không có lệnh “\(name)”", en: "unknown command “\(name)”")
    case .unknownContext(let name):
      LocalizedText(vi: "không có ngữ cảnh “\(name)”", en: "unknown context “\(name)”")
    case .notOffered(let command, let context):
      LocalizedText(
        vi: "lệnh \(command) không dùng được trong [\(context)]",
        en: "command \(command) is not offered in [\(context)]")
    case .boundTwice(let keys, let context, let line):
      LocalizedText(
        vi: "\(keys) đã gán ở dòng \(line) trong [\(context)]",
        en: "\(keys) is already bound in [\(context)] on line \(line)")
    case .commandAndPrefix(let keys, let context, let line):
      LocalizedText(
        vi: "\(keys) trong [\(context)] vừa là lệnh vừa mở đầu chuỗi phím (dòng \(line))",
        en: "\(keys) in [\(context)] is both a command and the start of others (line \(line))")
    case .printableInText(let keys, let context):
      LocalizedText(
        vi: "\(keys) trong [\(context)] sẽ nuốt chữ đang gõ và mã đang quét",
        en: "\(keys) in [\(context)] would swallow typed text and scanned codes")
    case .reachableByScanner(let keys, let command):
      LocalizedText(
        vi: "máy quét có thể bấm \(keys), nên không được gán \(command)",
        en: "a scanner can send \(keys), so \(command) may not be bound to it")
    case .unreachable(let command, let context):
      LocalizedText(
        vi: "không còn phím nào cho \(command) trong [\(context)]",
        en: "no key is left for \(command) in [\(context)]")
    case .notPortable(let key):
      LocalizedText(
        vi: "nhiều thiết bị đầu cuối không gửi được phím \(key.spelling)",
        en: "many terminals cannot send \(key.spelling)")
    }
  }
}
