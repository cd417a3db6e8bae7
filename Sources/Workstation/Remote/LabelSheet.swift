import LibraryCore
public import LibraryStore
import VietnameseText

/// The labels of copies as plain text: call number, barcode and title of each, to be copied or printed as they are.
public struct LabelSheet {
  public let text: String

  /// The sheet of these copies; those that are no longer there are left out.
  public init(_ desk: Desk, copies: [String]) throws {
    let found = try copies.compactMap { code -> ItemFacts? in
      switch try desk.look(code, preferring: .label) {
      case .item(let facts), .both(_, let facts): facts
      case .patron, .nothing: nil
      }
    }
    text = LabelSheet.text(found)
  }

  private static func text(_ copies: [ItemFacts]) -> String {
    copies.map { copy in
      let call = (copy.item.callNumber ?? "").split(separator: " ").joined(separator: "\n")
      return [call, copy.item.barcode.text, copy.title].filter { !$0.isEmpty }
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }
}
