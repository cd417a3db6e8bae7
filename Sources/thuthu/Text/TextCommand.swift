import ArgumentParser
import Glibc
import VietnameseText

/// Vietnamese for scripts: one line in, one line out.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: .say(
      vi: "Xử lý tiếng Việt cho kịch bản: mỗi dòng vào, một dòng ra.",
      en: "Vietnamese for scripts: one line in, one line out."),
    subcommands: [
      TextTypeCommand.self, Fold.self, Key.self, Sort.self, Names.self, Words.self, Date.self,
      Lunar.self, Address.self, Phone.self, Syllables.self, TextDecodeCommand.self,
      TextRepairCommand.self, TextISBNCommand.self,
    ])

  /// Lower case, no marks, đ as d.
  struct Fold: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fold",
      abstract: .say(vi: "Bỏ dấu, chữ thường.", en: "Lower case without marks."))

    @OptionGroup var global: GlobalOptions

    @Flag(help: .say(vi: "Coi y và i như nhau.", en: "Take y and i as one where both are current."))
    var spelling = false

    func run() throws {
      try TextLines(global).each { line in
        let folded = line.folded(spelling ? .lettersAndSpelling : .letters)
        return (["text": .text(line), "folded": .text(folded)], folded)
      }
    }
  }

  /// The sort key in hexadecimal.
  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sortkey",
      abstract: .say(vi: "Khoá sắp xếp, hệ mười sáu.", en: "The sort key in hexadecimal."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("order", vi: TextOrder.choices, en: TextOrder.choices))
    var order: TextOrder = .catalogue

    func run() throws {
      try TextLines(global).each { line in
        let key = hexadecimal(order.key(line))
        return (["text": .text(line), "key": .text(key)], key)
      }
    }
  }

  /// The lines in Vietnamese order.
  struct Sort: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sort", abstract: .say(vi: "Sắp xếp các dòng.", en: "Sort the lines."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("order", vi: TextOrder.choices, en: TextOrder.choices))
    var order: TextOrder = .catalogue

    func run() throws {
      let lines = try TextLines(global).all().map { (key: order.key($0), line: $0) }
      let output = Output()
      defer { output.flush() }
      let sorted = lines.enumerated().sorted { left, right in
        if left.element.key.lexicographicallyPrecedes(right.element.key) { return true }
        if right.element.key.lexicographicallyPrecedes(left.element.key) { return false }
        return left.offset < right.offset
      }
      for (_, line) in sorted {
        if global.json { output.line(["text": .text(line.line)]) } else { output.line(line.line) }
      }
    }
  }
}

/// Bytes in hexadecimal.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined()
}

/// The orders that texts can be put in.
enum TextOrder: String, ExpressibleByArgument, CaseIterable {
  case catalogue
  case cldr
  case givenName = "given-name"

  func key(_ text: String) -> [UInt8] {
    switch self {
    case .catalogue: SortKey.catalogue(text)
    case .cldr: SortKey.cldr(text)
    case .givenName: SortKey.givenName(text)
    }
  }

  static let choices = allCases.map(\.rawValue).joined(separator: ", ")
}

/// The lines of standard input as text.
struct TextLines {
  let global: GlobalOptions

  init(_ global: GlobalOptions) { self.global = global }

  /// Answers each line as it comes.
  func each(_ answer: (String) -> (json: JSONValue, text: String)) throws {
    let output = Output()
    defer { output.flush() }
    var input = LineInput()
    while let line = try input.next() {
      let (json, text) = answer(try string(line))
      if global.json { output.line(json) } else { output.line(text) }
      if !input.hasLine { output.flush() }
    }
  }

  func all() throws -> [String] {
    var input = LineInput()
    var lines: [String] = []
    while let line = try input.next() { lines.append(try string(line)) }
    return lines
  }

  private func string(_ line: ArraySlice<UInt8>) throws -> String {
    let bytes = line.last == 0x0D ? line.dropLast() : line
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFault.badInput(
        .say(vi: "đầu vào không phải UTF-8", en: "the input is not UTF-8"))
    }
    return text
  }
}
