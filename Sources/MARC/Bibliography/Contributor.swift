/// A person, body or meeting that had a part in the work (1XX and 7XX).
public struct Contributor: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case person
    case body
    case meeting
  }

  public let kind: Kind
  /// Whether the record is entered under this name (1XX).
  public let isMain: Bool
  /// The name as the heading gives it, direct or inverted, without dates and roles.
  public let name: String
  /// Years of birth and death, or the date of a meeting.
  public let dates: String?
  /// Roles in words (`$e`) and as codes (`$4`).
  public let roles: [String]
  /// The work the name stands for, where a heading names author and title.
  public let work: String?

  /// The name with its dates, as headings are filed.
  public var heading: String { dates.map { "\(name), \($0)" } ?? name }

  init?(_ field: Field) {
    guard let kind = Contributor.kind(of: field.tag) else { return nil }
    self.kind = kind
    isMain = field.tag.isInBlock(1)
    name = Punctuation.joined(field.subfields(in: kind == .person ? "abcq" : "abn"))
    guard !name.isEmpty else { return nil }
    dates = Punctuation.trimmed(field.first("d"))
    let roleCode: Code = kind == .meeting ? "j" : "e"
    roles = (Array(field.subfields(roleCode)) + Array(field.subfields("4"))).compactMap {
      Punctuation.trimmed($0)
    }
    work = Punctuation.trimmed(field.first("t"))
  }

  private static func kind(of tag: Tag) -> Kind? {
    switch tag {
    case "100", "700": .person
    case "110", "710": .body
    case "111", "711": .meeting
    default: nil
    }
  }
}

extension Bibliography {
  /// All contributors, main entries first.
  public var contributors: [Contributor] {
    let all = record.fields.compactMap { Contributor($0) }
    return all.filter(\.isMain) + all.filter { !$0.isMain }
  }

  /// The contributor the record is known by: the main entry, or else the first added one of this very work.
  public var mainContributor: Contributor? {
    contributors.first { $0.isMain } ?? contributors.first { $0.work == nil }
  }
}
