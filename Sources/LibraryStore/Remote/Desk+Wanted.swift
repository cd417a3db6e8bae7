public import LibraryCore
public import MARC
import VietnameseText

/// A book that nobody had when it was asked for, kept to be asked for again.
public struct Wanted: Equatable, Sendable {
  public enum Question: Hashable, Sendable {
    case isbn(ISBN)
    case title(String)

    public init?(_ typed: String) {
      let text = typed.nfc.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty else { return nil }
      self = ISBN(text).map { .isbn($0) } ?? .title(text)
    }

    /// What was typed or scanned.
    public var text: String {
      switch self {
      case .isbn(let isbn): isbn.digits
      case .title(let title): title
      }
    }
  }

  public var question: Question
  public var askedAt: Moment
  public var askedBy: String
}

extension Desk {
  /// The books that wait to be asked for again, the oldest first.
  ///
  /// Each is a setting of the journal (decision 0013): who put it there and took it away is known, and either can be taken back.
  public func wanted() throws -> [Wanted] {
    let prefix = HouseSetting.wantedPrefix
    return try houseConfiguration().settings.compactMap { name, value -> Wanted? in
      guard name.hasPrefix(prefix),
        let question = Wanted.Question(String(name.dropFirst(prefix.count)))
      else { return nil }
      let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
      guard let moment = parts.first.flatMap({ Moment(iso: $0) }) else { return nil }
      return Wanted(question: question, askedAt: moment, askedBy: parts.count > 1 ? parts[1] : "")
    }.sorted {
      ($0.askedAt.milliseconds, $0.question.text) < ($1.askedAt.milliseconds, $1.question.text)
    }
  }

  /// Keeps a question for later; one that waits already keeps its place.
  public func want(_ question: Wanted.Question) throws -> SaveOutcome {
    try act { transaction in
      let name = HouseSetting.wantedPrefix + question.text
      guard transaction.staff.may(.importRecords) else {
        return .refused([.noPermission(.importRecords)])
      }
      guard transaction.configuration.settings[name] == nil else {
        return .unchanged(id: Desk.house)
      }
      let value = "\(transaction.facts.now.iso) \(transaction.staff.login)"
      return .saved(
        id: Desk.house,
        op: try transaction.append(.settingSaved(name: name, value: value), on: Desk.house))
    }
  }

  /// Takes a question off the list, found or given up.
  public func stopWanting(_ question: Wanted.Question) throws -> SaveOutcome {
    try act { transaction in
      let name = HouseSetting.wantedPrefix + question.text
      guard transaction.staff.may(.importRecords) else {
        return .refused([.noPermission(.importRecords)])
      }
      guard transaction.configuration.settings[name] != nil else { return .unknown(question.text) }
      return .saved(
        id: Desk.house,
        op: try transaction.append(.settingSaved(name: name, value: nil), on: Desk.house))
    }
  }
}
