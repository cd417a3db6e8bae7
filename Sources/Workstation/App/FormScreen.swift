import LibraryCore
import LibraryStore
import Terminal

/// A form to fill in and save, on a page of its own; the caller says what saving means.
///
/// A scan goes into the field for a code that has the focus. Otherwise scans wait until the form is closed, so nothing that is half
/// typed is lost to one.
final class FormScreen: Screen {
  /// What came of saving.
  enum Outcome {
    /// Done: hand this back and say so; a new look has everything drawn anew.
    case saved((any Sendable)?, note: String?, hasNewLook: Bool = false)
    /// Go on with this screen in the form's place.
    case goesOn(any Screen)
    /// What is wrong, by the id of the field; nil speaks of the whole.
    case faults([(field: String?, text: String)])
    /// Ask this first; with a yes the other saving is done instead.
    case asks(any Screen, ifYes: () throws -> Outcome)
  }

  /// What the key that ends the form does: a form that only asks what to show saves nothing.
  enum Purpose: String {
    case saving = "form"
    case looking = "lookup"
  }

  var context: String { purpose.rawValue }
  let isQuestion = true
  var takesScans: Bool { form.takesScans }
  let isOverlay = false
  private let workplace: Workplace
  private let purpose: Purpose
  private let title: String
  private let lead: [StyledText]
  /// What is said below the fields about what they hold, anew with every key.
  private let about: ((Form) -> [StyledText])?
  /// What the key «Vì sao» shows of what would come of saving; nil where there is nothing to show.
  private let whatIf: ((Form) throws -> (any Screen)?)?
  private(set) var form: Form
  private let save: (Form) throws -> Outcome
  /// What is done with a yes to the question that stands above the form.
  private var asked: (() throws -> Outcome)?

  init(
    workplace: Workplace, purpose: Purpose = .saving, title: String, lead: [StyledText] = [],
    items: [Form.Item], about: ((Form) -> [StyledText])? = nil,
    whatIf: ((Form) throws -> (any Screen)?)? = nil,
    save: @escaping (Form) throws -> Outcome
  ) {
    self.workplace = workplace
    self.purpose = purpose
    self.title = title
    self.lead = lead
    self.about = about
    self.whatIf = whatIf
    self.save = save
    form = Form(items, language: workplace.language)
  }

  func disabledReason(for command: CommandID) -> String? {
    command == .explain && whatIf != nil ? nil : workplace.waitsForForm(command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel):
      return form.isDirty && purpose == .saving
        ? [.push(LeaveQuestion.screen(workplace))] : [.close(nil)]
    case .command(.explain):
      var effects: [Effect] = []
      let page = workplace.attempt(&effects) { try whatIf?(form) } ?? nil
      return effects + (page.map { [.push($0)] } ?? [.bell])
    case .returned(let value):
      let isYes = LeaveQuestion.isYes(value)
      guard let asked else { return isYes ? [.close(nil)] : [] }
      self.asked = nil
      return isYes ? finish(asked) : []
    default: break
    }
    switch form.update(event.isLooking ? .command(.formSave) : event) {
    case .saved: return finish { [self] in try save(form) }
    case .refused: return [.bell]
    case .ignored, .moved, .edited: return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let columns = max(0, surface.size.columns - 4)
    var text = TextView(lead)
    // On a low screen the fields come first: half of the rows are theirs, or all they need.
    let most = max(0, surface.size.rows - 3 - min(form.items.count + 1, surface.size.rows / 2))
    let leadRows = min(most, lead.reduce(0) { $0 + $1.wrapped(columns: columns).count })
    text.draw(into: &surface, in: Rect(row: 2, column: 2, rows: leadRows, columns: columns))
    let row = 2 + leadRows + (lead.isEmpty ? 0 : 1)
    let rows = max(0, surface.size.rows - row)
    let formRows = about == nil ? rows : min(rows, form.items.count + 1)
    form.pageRows = formRows - 1
    form.draw(into: &surface, in: Rect(row: row, column: 2, rows: formRows, columns: columns))
    guard let about = about?(form), rows > formRows + 1 else { return }
    let place = Rect(
      row: row + formRows + 1, column: 2, rows: rows - formRows - 1, columns: columns)
    var lines = TextView(about)
    lines.draw(into: &surface, in: place)
    guard lines.hasMoreBelow, place.rows > 0 else { return }
    let key = workplace.keyMap.keys(for: .explain, in: context).first?.label ?? ""
    let last = Rect(row: place.row + place.rows - 1, column: 2, rows: 1, columns: columns)
    surface.fill(last, role: .text)
    surface.write(
      whatIf == nil ? "…" : workplace.wording.say(vi: "… \(key) xem hết", en: "… \(key) shows all"),
      at: Point(row: last.row, column: last.column), role: .muted)
  }

  private func finish(_ save: () throws -> Outcome) -> [Effect] {
    var effects: [Effect] = []
    switch workplace.attempt(&effects, save) {
    case .saved(let value, let note, let hasNewLook):
      if hasNewLook { effects.append(.repaint) }
      effects += [.close(value)] + (note.map(workplace.good) ?? [])
    case .goesOn(let screen): effects.append(.replace(screen))
    case .asks(let question, let ifYes):
      asked = ifYes
      effects.append(.push(question))
    case .faults(let faults):
      effects.append(.bell)
      for fault in faults.reversed() {
        if let field = fault.field { form.setError(fault.text, for: field) }
      }
      let general = faults.filter { $0.field == nil }.map(\.text)
      if !general.isEmpty { effects += workplace.bad(general.joined(separator: "; ")) }
    case nil: break
    }
    return effects
  }
}

extension FormScreen.Outcome {
  /// The outcome of a saving verb: each reason goes to the field it speaks of, where the form has one.
  static func of(
    _ outcome: SaveOutcome, _ words: Wording, note: String? = nil,
    field: (Refusal) -> String? = { _ in nil }
  ) -> FormScreen.Outcome {
    switch outcome {
    case .saved(let id, let op): .saved(SavedThing(id: id, op: op), note: note)
    case .unchanged: .saved(nil, note: nil)
    case .refused(let reasons): .faults(reasons.map { (field($0), words.refusal($0)) })
    case .unknown(let text):
      .faults([
        (nil, words.say(vi: "Không còn «\(text)» nữa", en: "“\(text)” is not there any more"))
      ])
    }
  }
}

/// What a form saved, so that it can be taken back.
struct SavedThing: Sendable {
  var id: EntityID
  var op: OpID
}

/// Asks before what was typed is thrown away.
enum LeaveQuestion {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return DialogScreen(
      Dialog(
        title: words.say(vi: "Bỏ những gì đã nhập?", en: "Throw away what you typed?"),
        message: [
          StyledText(
            words.say(
              vi: "Những gì đã nhập ở đây chưa được lưu.", en: "What you typed here is not saved."))
        ],
        choices: [
          Dialog.Choice(.dialogYes, label: words.say(vi: "Bỏ đi", en: "Throw away")),
          Dialog.Choice(.cancel, label: words.say(vi: "Nhập tiếp", en: "Go on typing")),
        ], isDanger: true, language: workplace.language), keys: workplace.keyMap)
  }

  static func isYes(_ value: (any Sendable)?) -> Bool {
    (value as? Dialog.Answer)?.command == .dialogYes
  }
}

extension ScreenEvent {
  /// The key that shows what a form asked for.
  fileprivate var isLooking: Bool { if case .command(.formLook) = self { true } else { false } }
}
