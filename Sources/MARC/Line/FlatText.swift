/// A record as plain lines to be edited, `=245  10$aTitle`, and back again.
///
/// A line that was not changed gives the very field it was made from, byte for byte, even where the line form could not
/// say it. Empty lines mean nothing; everything else has to be a field.
public enum FlatText {
  /// Why a line is no field; both numbers count from 1, columns in letters.
  public struct Fault: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// The line does not begin with `=` and a tag.
      case noTag
      /// The leader has to have exactly 24 plain letters.
      case leader(count: Int)
      /// There is more than one leader, or it does not come first.
      case strayLeader
      /// Two indicators and `$` are missing behind the tag.
      case noSubfields
      case code(String)
      case other(MARC.Fault)
    }

    public var line: Int
    public var column: Int
    public var kind: Kind
  }

  public static func lines(of record: EditableRecord) -> [String] {
    ["=LDR  " + leaderText(record.leader)] + record.fields.map(\.line)
  }

  private static func leaderText(_ leader: Leader) -> String {
    var bytes: [UInt8] = []
    LineText.encode(leader.bytes, to: &bytes, showsBlanks: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The record that lines say, or all that is wrong with them.
  public static func read(
    _ lines: [String], over record: EditableRecord
  ) -> Result<EditableRecord, Faults> {
    var known: [String: [Field]] = [:]
    for field in record.fields.reversed() { known[field.line, default: []].append(field) }
    var read = record
    read.fields = []
    var faults: [Fault] = []
    var hasLeader = false
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      do throws(Fault) {
        if line.hasPrefix("=LDR") {
          guard !hasLeader, read.fields.isEmpty else {
            throw Fault(line: number + 1, column: 1, kind: .strayLeader)
          }
          hasLeader = true
          read.leader = try leader(line, number + 1, over: record.leader)
        } else if let field = known[line]?.popLast() {
          read.fields.append(field)
        } else {
          read.fields.append(try field(line, number + 1))
        }
      } catch {
        faults.append(error)
      }
    }
    return faults.isEmpty ? .success(read) : .failure(Faults(all: faults))
  }

  /// All that is wrong with a text, in the order of its lines.
  public struct Faults: Error, Hashable, Sendable {
    public var all: [Fault]
  }

  private static func leader(
    _ line: String, _ number: Int, over leader: Leader
  ) throws(Fault) -> Leader {
    let text = line.dropFirst(4).drop { $0 == " " }
    if text == leaderText(leader) { return leader }
    let letters = LineText.letters(of: ArraySlice(text.utf8))
    let bytes = letters.map { letter in
      if case .byte(let byte) = letter { byte } else { LineText.subfieldSign }
    }
    guard let leader = Leader(bytes: bytes), bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw Fault(line: number, column: 7, kind: .leader(count: bytes.count))
    }
    return leader
  }

  private static func field(_ line: String, _ number: Int) throws(Fault) -> Field {
    guard line.hasPrefix("="), line.utf8.count >= 4 else {
      throw Fault(line: number, column: 1, kind: .noTag)
    }
    let reader = MARCLineReader(MemorySource(Array(line.utf8)))
    guard let step = try? reader.next(), let field = step.record?.fields.first(where: { _ in true })
    else { throw Fault(line: number, column: 1, kind: .noTag) }
    if field.isControl, !field.tag.isControl {
      throw Fault(line: number, column: 7, kind: .noSubfields)
    }
    let signs = field.subfields.first { !isCode($0.code) }
    if let signs { throw Fault(line: number, column: 9, kind: .code(signs.code.description)) }
    for diagnostic in step.diagnostics where diagnostic.fault != .missingLeader {
      let column = String(decoding: line.utf8.prefix(diagnostic.offset), as: UTF8.self).count + 1
      throw Fault(line: number, column: column, kind: .other(diagnostic.fault))
    }
    return field
  }

  private static func isCode(_ code: Code) -> Bool { (0x21...0x7E).contains(code.byte) }
}

extension Field {
  /// The field that a line of the mnemonic form says, if it says one.
  public init?(line: String) {
    guard !line.hasPrefix("=LDR"),
      case .success(let read) = FlatText.read([line], over: EditableRecord()),
      let field = read.fields.first, read.fields.count == 1
    else { return nil }
    self = field
  }
}
