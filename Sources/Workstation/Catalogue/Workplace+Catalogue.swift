import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What a scan means while somebody works in the catalogue.
enum CatalogueScan {
  case copy(ItemFacts)
  case isbn(ISBN)
  /// A card or nothing of ours: the desk answers.
  case forDesk
}

extension Workplace {
  /// Reads a scan: a copy's label before a book number, a book number before anything else.
  func catalogueMeaning(of scan: Scan) throws -> CatalogueScan {
    switch try desk.look(scan.code, preferring: .label) {
    case .item(let facts), .both(_, let facts): return .copy(facts)
    case .patron: return .forDesk
    case .nothing: return ISBN(scan.code).map(CatalogueScan.isbn) ?? .forDesk
    }
  }

  /// What to say of something that was to be saved.
  func told(_ outcome: SaveOutcome, saved: String) -> [Effect] {
    switch outcome {
    case .saved: good(saved)
    case .unchanged:
      [.status(wording.say(vi: "Không có gì thay đổi", en: "Nothing changed"), .status)]
    case .refused(let reasons): refused(reasons)
    case .unknown(let what):
      bad(wording.say(vi: "Không còn «\(what)» nữa", en: "“\(what)” is not there any more"))
    }
  }

  /// A question answered with the keys of `dialog.yes` and of going back.
  func question(
    _ title: String, _ message: [StyledText], yes: String, isDanger: Bool = true
  ) -> any Screen {
    DialogScreen(
      Dialog(
        title: title, message: message,
        choices: [
          Dialog.Choice(.dialogYes, label: yes),
          Dialog.Choice(.cancel, label: wording.say(vi: "Thôi", en: "Go back")),
        ], isDanger: isDanger, language: language), keys: keyMap)
  }
}

extension Optional where Wrapped == any Sendable {
  /// Whether a question came back with yes.
  var isYes: Bool { (self as? Dialog.Answer)?.command == .dialogYes }
}
