/// All that can be wrong with a theme.
public enum ThemeProblem: Error, DescribedProblem {
  case unknownWord(String)
  /// A second foreground, or `on` without a colour.
  case malformedColumn(String)
  case tooManyColumns
  case malformedInherits
  case roleTwice(Role, firstLine: Int)
  case unknownRole(Role)
  case impossibleColor(Int, column: Int)
  case unknownTheme(String)
  /// The names from the first theme back to itself.
  case inheritsCycle([String])
  case sameColors(Role, ColorDepth)
  case meaninglessRole(Role, ColorDepth)
  /// The text hardly stands out from its ground.
  case faint(Role, ColorDepth)
  /// Two roles whose difference means something look the same.
  case alike(Role, Role, ColorDepth)

  /// Taste is warned of and obeyed.
  public var isWarning: Bool {
    switch self {
    case .faint, .alike: true
    default: false
    }
  }

  public var wording: LocalizedText {
    switch self {
    case .unknownWord(let word):
      LocalizedText(
        vi: "“\(word)” không phải màu hay kiểu chữ", en: "“\(word)” is no colour or attribute")
    case .malformedColumn(let word):
      LocalizedText(vi: "thừa hoặc thiếu màu tại “\(word)”", en: "misplaced colour at “\(word)”")
    case .tooManyColumns:
      LocalizedText(vi: "nhiều hơn ba cột", en: "more than three columns")
    case .malformedInherits:
      LocalizedText(
        vi: "chỉ một dòng “inherits tên” trong mỗi tệp", en: "expected one line “inherits name”")
    case .roleTwice(let role, let line):
      LocalizedText(
        vi: "vai “\(role.name)” đã có ở dòng \(line)",
        en: "role “\(role.name)” is already on line \(line)")
    case .unknownRole(let role):
      LocalizedText(vi: "không có vai “\(role.name)”", en: "unknown role “\(role.name)”")
    case .impossibleColor(let color, let column):
      LocalizedText(
        vi: "cột \(column) không thể có màu \(color)", en: "column \(column) has no colour \(color)"
      )
    case .unknownTheme(let name):
      LocalizedText(vi: "không có bộ màu “\(name)”", en: "unknown theme “\(name)”")
    case .inheritsCycle(let names):
      LocalizedText(
        vi: "kế thừa vòng: \(names.joined(separator: " → "))",
        en: "themes inherit in a circle: \(names.joined(separator: " → "))")
    case .sameColors(let role, let depth):
      LocalizedText(
        vi: "“\(role.name)”: chữ trùng màu nền (\(depth.wording.vi))",
        en: "“\(role.name)”: text and ground have one colour (\(depth.wording.en))")
    case .meaninglessRole(let role, let depth):
      LocalizedText(
        vi: "“\(role.name)” không khác chữ thường (\(depth.wording.vi))",
        en: "“\(role.name)” looks like plain text (\(depth.wording.en))")
    case .faint(let role, let depth):
      LocalizedText(
        vi: "“\(role.name)”: chữ khó đọc trên nền ấy (\(depth.wording.vi))",
        en: "“\(role.name)”: its text hardly stands out (\(depth.wording.en))")
    case .alike(let role, let other, let depth):
      LocalizedText(
        vi: "“\(role.name)” trông như “\(other.name)” (\(depth.wording.vi))",
        en: "“\(role.name)” looks like “\(other.name)” (\(depth.wording.en))")
    }
  }
}

extension ColorDepth {
  fileprivate var wording: LocalizedText {
    switch self {
    case .colors256: LocalizedText(vi: "256 màu", en: "256 colours")
    case .colors16: LocalizedText(vi: "16 màu", en: "16 colours")
    case .colors8: LocalizedText(vi: "8 màu", en: "8 colours")
    case .mono: LocalizedText(vi: "đơn sắc", en: "mono")
    }
  }
}
