/// A file of Koha's offline circulation: loans, returns and payments made away from the server, one to a line.
///
/// Text in UTF-8, parts of a line separated by tabs (field/library-systems.md 2.1). The first line names version, generator and
/// generator's version. A transaction is a moment, a verb and its arguments; the moment ends with a number of three digits that
/// tells transactions of one second apart and is read as thousandths of a second.
public struct KocFile: Equatable, Sendable {
  /// The version of the format that is known; another is read all the same and said.
  public static let version = "1.0"

  public var version: String?
  public var generator: String?
  public var transactions: [KocTransaction]
  /// What could not be read; nothing of it is in `transactions`.
  public var faults: [KocFault]

  public init(transactions: [KocTransaction]) {
    version = KocFile.version
    generator = nil
    self.transactions = transactions
    faults = []
  }
}

/// One line of the file.
public struct KocTransaction: Equatable, Sendable {
  public enum Verb: Hashable, Sendable {
    case issue(card: String, barcode: String)
    case giveBack(barcode: String)
    case payment(card: String, Money)
  }

  /// The line of the file, from 1; 0 in a file that is only written.
  public var line: Int
  public var at: Moment
  public var verb: Verb

  public init(line: Int = 0, at: Moment, verb: Verb) {
    self.line = line
    self.at = at
    self.verb = verb
  }
}

/// Why a line is no transaction, or is one that stands in the file already.
public struct KocFault: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// The first line is no heading of such a file.
    case noHeading
    case otherVersion(String)
    case unknownVerb(String)
    case wrongTime(String)
    case wrongAmount(String)
    case missingPart(verb: String)
    case notText
    /// The same moment, verb and arguments stand in an earlier line.
    case repeated(of: Int)
    /// The moment is yet to come.
    case ahead(Moment)
    /// The moment lies before the library's first action.
    case beforeLibrary(Moment, began: Moment)

    /// Nil for a moment from the library's first action to now.
    public init?(_ moment: Moment, outside span: ClosedRange<Moment>) {
      if StatedMoment.isAhead(moment, of: span.upperBound) {
        self = .ahead(moment)
      } else if moment.day < span.lowerBound.day {
        self = .beforeLibrary(moment, began: span.lowerBound)
      } else {
        return nil
      }
    }
  }

  public var line: Int
  public var kind: Kind

  public init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

// MARK: - Reading

extension KocFile {
  public init(reading bytes: [UInt8]) {
    version = nil
    generator = nil
    transactions = []
    faults = []
    var seen: [Key: Int] = [:]
    let lines = bytes.filter { $0 != 0x0D }.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      let number = place + 1
      guard let text = String(validating: line, as: UTF8.self) else {
        faults.append(KocFault(line: number, kind: .notText))
        continue
      }
      if place == 0, readHeading(text) { continue }
      guard !text.isEmpty else { continue }
      switch KocTransaction.reading(text, line: number) {
      case .success(let transaction):
        let key = Key(at: transaction.at, verb: transaction.verb)
        if let first = seen[key] {
          faults.append(KocFault(line: number, kind: .repeated(of: first)))
        } else {
          seen[key] = number
          transactions.append(transaction)
        }
      case .failure(let reason): faults.append(KocFault(line: number, kind: reason.kind))
      }
    }
  }

  private struct Key: Hashable {
    var at: Moment
    var verb: KocTransaction.Verb
  }

  /// Whether the first line was a heading; one that is not is read as a transaction.
  private mutating func readHeading(_ text: String) -> Bool {
    var parts: [Substring: Substring] = [:]
    for part in text.split(separator: "\t") {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { parts[pair[0]] = pair[1] }
    }
    guard let version = parts["Version"] else {
      faults.append(KocFault(line: 1, kind: .noHeading))
      return false
    }
    self.version = String(version)
    generator = parts["Generator"].map { name in
      ([name] + [parts["GeneratorVersion"]].compactMap { $0 }).joined(separator: " ")
    }
    if self.version != KocFile.version {
      faults.append(KocFault(line: 1, kind: .otherVersion(String(version))))
    }
    return true
  }
}

extension KocTransaction {
  struct Unreadable: Error {
    var kind: KocFault.Kind
  }

  static func reading(_ text: String, line: Int) -> Result<KocTransaction, Unreadable> {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2 else { return .failure(Unreadable(kind: .missingPart(verb: text))) }
    guard let at = Moment(koc: parts[0]) else {
      return .failure(Unreadable(kind: .wrongTime(parts[0])))
    }
    return verb(parts[1], Array(parts.dropFirst(2))).map {
      KocTransaction(line: line, at: at, verb: $0)
    }
  }

  private static func verb(_ name: String, _ arguments: [String]) -> Result<Verb, Unreadable> {
    func argument(_ place: Int) -> String? {
      place < arguments.count && !arguments[place].isEmpty ? arguments[place] : nil
    }
    let missing = Result<Verb, Unreadable>.failure(Unreadable(kind: .missingPart(verb: name)))
    switch name {
    case "issue":
      guard let card = argument(0), let barcode = argument(1) else { return missing }
      return .success(.issue(card: card, barcode: barcode))
    case "return":
      guard let barcode = argument(0) else { return missing }
      return .success(.giveBack(barcode: barcode))
    case "payment":
      guard let card = argument(0), let amount = argument(1) else { return missing }
      guard let money = Money(koc: amount) else {
        return .failure(Unreadable(kind: .wrongAmount(amount)))
      }
      return .success(.payment(card: card, money))
    default: return .failure(Unreadable(kind: .unknownVerb(name)))
    }
  }
}

// MARK: - Writing

extension KocFile {
  /// The file's text; a card or a barcode holds no tab, so nothing has to be escaped.
  public var text: String {
    "Version=\(KocFile.version)\tGenerator=thuthu\tGeneratorVersion=1.0.0\n"
      + transactions.map { $0.text + "\n" }.joined()
  }
}

extension KocTransaction {
  fileprivate var text: String {
    switch verb {
    case .issue(let card, let barcode): "\(at.koc)\tissue\t\(card)\t\(barcode)"
    case .giveBack(let barcode): "\(at.koc)\treturn\t\(barcode)"
    case .payment(let card, let amount): "\(at.koc)\tpayment\t\(card)\t\(amount.dong).00"
    }
  }
}

extension Moment {
  /// Reads `YYYY-MM-DD HH-MM-SS mmm`; the time may have colons, and the number at the end may be missing.
  init?(koc text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard (2...3).contains(parts.count) else { return nil }
    let time = parts[1].split { $0 == "-" || $0 == ":" }
    guard time.count == 3, time.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    var iso = "\(parts[0])T\(time.joined(separator: ":"))"
    if parts.count == 3 {
      guard (1...3).contains(parts[2].utf8.count), let number = decimal(parts[2].utf8) else {
        return nil
      }
      iso += ".\(padded(number, 3))"
    }
    self.init(iso: iso)
  }

  fileprivate var koc: String {
    let thousandths = Int((milliseconds % 1000 + 1000) % 1000)
    return "\(day.iso) \(padded(hour, 2))-\(padded(minute, 2))-\(padded(second, 2)) "
      + padded(thousandths, 3)
  }
}

extension Money {
  /// Reads `5000` or `5000.00`; đồng have no hundredths, so there must be none.
  init?(koc text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, let dong = decimal(parts[0].utf8),
      parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { $0 == 0x30 })
    else { return nil }
    self.init(dong: Int64(dong))
  }
}
