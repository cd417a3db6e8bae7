public import MARC
import VietnameseText

/// How a heading names its authority record in `$0`: in brackets the code of who gave the number, then the number.
///
/// `(DLC)n 79021164`, `(VN-TP)27`. A record with a number of its own (001 with 003, or 010) is named by that, one that was made
/// here by the number under which the library keeps it (MARC 21, Appendix A, control subfield `$0`).
public struct AuthorityLink: Hashable, Sendable {
  public let text: String

  public init(_ record: Record, id: EntityID, library: String) {
    func field(_ tag: Tag) -> String { record.fields.first { $0.tag == tag }?.text.trimmed ?? "" }
    let (number, source) = (field("001"), field("003"))
    let american = record.fields("010").first { _ in true }?.text("a")?.trimmed ?? ""
    if number.isEmpty, !american.isEmpty {
      text = AuthorityLink.text("DLC", american)
    } else {
      text = AuthorityLink.text(
        source.isEmpty ? library : source, number.isEmpty ? id.description : number)
    }
  }

  private static func text(_ code: String, _ number: String) -> String {
    code.isEmpty ? number : "(\(code))\(number)"
  }

  /// Whether a `$0` speaks of the library's own numbers: under its code, or under none.
  public static func isOwn(_ written: String, library: String) -> Bool {
    guard written.hasPrefix("(") else { return !written.contains("://") }
    return !library.isEmpty && written.hasPrefix("(\(library))")
  }
}

/// What becomes of the numbers in `$0` when headings change.
public struct AuthorityLinkChange: Hashable, Sendable {
  /// The numbers of the authority records that the old headings belong to, without that of the new one.
  public var from: Set<String>
  /// What stands in their place; nil takes them away.
  public var to: String?
  /// Whether the records under the old numbers go, so that fields name the new one also where their heading stays.
  public var isMerge: Bool

  public init(from: Set<String>, to: String?, isMerge: Bool = false) {
    self.from = from
    self.to = to
    self.isMerge = isMerge
  }

  /// The field with the new number in the place of the old ones; nil where it has none of these.
  public func applied(to field: Field) -> Field? {
    guard !field.isControl, !from.isEmpty else { return nil }
    let all = Array(field.subfields)
    let places = all.indices.filter { place in
      all[place].code == "0"
        && (AuthorityNumber(all[place].text).map { from.contains($0.text) } ?? false)
    }
    guard let first = places.first else { return nil }
    var kept = all.enumerated().filter { !places.dropFirst().contains($0.offset) }.map(\.element)
    if let to, !kept.contains(where: { $0.code == "0" && $0.text == to }) {
      kept[first] = Subfield("0", to)
    } else {
      kept.remove(at: first)
    }
    var changed = field
    changed.setSubfields(kept)
    return changed
  }
}
