extension SlipTemplate {
  /// The slip as lines of at most `columns` letters, each closed by a line feed.
  public func filled(_ data: SlipData, columns: Int) -> String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .line(let line): lines += set(line, data.fields, columns)
      case .rows(let rowLines):
        for row in data.rows {
          let fields = data.fields.merging(row) { $1 }
          for line in rowLines { lines += set(line, fields, columns) }
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The slip as one line, for a telephone.
  public func message(_ data: SlipData) -> String {
    filled(data, columns: .max).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func set(_ line: Line, _ fields: SlipData.Fields, _ columns: Int) -> [String] {
    guard case .written(let pieces, let isCentred) = line else {
      return [columns == .max ? "" : String(repeating: "-", count: columns)]
    }
    var halves = [""]
    var (places, filled) = (0, 0)
    for piece in pieces {
      switch piece {
      case .text(let text): halves[halves.count - 1] += text
      case .rightward: halves.append("")
      case .field(let field):
        let value = SlipTemplate.oneLine(fields[field] ?? "")
        places += 1
        filled += value.isEmpty ? 0 : 1
        halves[halves.count - 1] += value
      }
    }
    if places > 0, filled == 0 { return [] }
    guard halves.count > 1 else {
      let wrapped = SlipTemplate.wrap(halves[0], columns)
      return isCentred ? wrapped.map { SlipTemplate.centred($0, columns) } : wrapped
    }
    let right = halves[1...].joined(separator: " ").trimmed
    return SlipTemplate.apart(halves[0].trimmedAtEnd, right, columns)
  }

  /// What a value brings of line ends and control letters would break a slip, or speak to the printer.
  private static func oneLine(_ value: String) -> String {
    String(
      String.UnicodeScalarView(
        value.unicodeScalars.map {
          $0.properties.generalCategory == .control || $0.properties.isWhitespace ? " " : $0
        }))
  }

  /// Words are kept whole where they fit; further lines of a text begin where the first did.
  static func wrap(_ text: String, _ columns: Int) -> [String] {
    guard text.count > columns else { return [text.trimmedAtEnd] }
    let indent = String(text.prefix { $0 == " " }.prefix(columns / 2))
    var lines: [String] = []
    var line = indent
    var isFresh = true
    for word in text.split(separator: " ") {
      var word = word
      if !isFresh, line.count + 1 + word.count > columns {
        lines.append(line)
        (line, isFresh) = (indent, true)
      }
      while line.count + word.count + (isFresh ? 0 : 1) > columns {
        let room = columns - line.count
        lines.append(line + word.prefix(room))
        word = word.dropFirst(room)
        line = indent
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return lines + [line]
  }

  private static func centred(_ line: String, _ columns: Int) -> String {
    guard columns != .max else { return line }
    let text = line.trimmed
    return String(repeating: " ", count: max(0, (columns - text.count) / 2)) + text
  }

  /// Two texts at the two margins; on lines of their own where they do not fit together.
  private static func apart(_ left: String, _ right: String, _ columns: Int) -> [String] {
    if right.isEmpty { return wrap(left, columns) }
    guard columns != .max else { return [left + " " + right] }
    var lines = wrap(left, columns)
    let last = lines.removeLast()
    let gap = columns - last.count - right.count
    if gap >= 1 { return lines + [last + String(repeating: " ", count: gap) + right] }
    return lines + [last]
      + wrap(right, columns).map { String(repeating: " ", count: columns - $0.count) + $0 }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
