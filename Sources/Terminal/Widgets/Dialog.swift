/// A question on top of the screen, answered with keys that no scanner can send.
///
/// Enter, Tab and letters never answer: letters go into the reason, where one is asked for.
public struct Dialog: Sendable {
  /// One possible answer: the command whose keys give it, and its words.
  public struct Choice: Equatable, Sendable {
    public let command: CommandID
    public let label: String
    /// Whether the answer needs the written reason.
    public let needsReason: Bool

    public init(_ command: CommandID, label: String, needsReason: Bool = false) {
      self.command = command
      self.label = label
      self.needsReason = needsReason
    }
  }

  public struct Answer: Equatable, Sendable {
    public let command: CommandID
    public let reason: String

    public init(command: CommandID, reason: String) {
      self.command = command
      self.reason = reason
    }
  }

  public enum Response: Equatable, Sendable {
    case waiting
    /// Something was pressed that is no answer. Worth a bell.
    case refused
    case answered(Answer)
    /// Something is to be looked at; the question stays.
    case glance(CommandID)
  }

  public let title: String
  public let message: [StyledText]
  public let choices: [Choice]
  /// What may be looked at before an answer is given; none of them is one.
  public let glances: [Choice]
  public let isDanger: Bool
  let language: Language
  private(set) var reason: Field?
  private var page = TextView([])

  /// Asks one question; `.cancel` belongs among the choices wherever going back is an answer.
  ///
  /// With `asksReason` a field for a written reason stands below the message.
  public init(
    title: String, message: [StyledText], choices: [Choice], glances: [Choice] = [],
    isDanger: Bool = false, asksReason: Bool = false, composer: (any TextComposer)? = nil,
    language: Language
  ) {
    self.title = title
    self.message = message
    self.choices = choices
    self.glances = glances
    self.isDanger = isDanger
    self.language = language
    page = TextView(message)
    guard asksReason else { return }
    var field = Field(.text, maximumLength: 500)
    field.composer = composer
    reason = field
  }

  public mutating func update(_ event: ScreenEvent) -> Response {
    if case .command(let command) = event {
      if let choice = choices.first(where: { $0.command == command }) { return answer(choice) }
      if glances.contains(where: { $0.command == command }) { return .glance(command) }
      switch command {
      case .dialogPageUp: return scroll(.listPageUp)
      case .dialogPageDown: return scroll(.listPageDown)
      default: break
      }
    }
    let response = reason?.update(event)
    switch response {
    case .edited, .moved: return .waiting
    case .refused: return .refused
    case .ignored, nil: return event.isPressed ? .refused : .waiting
    }
  }

  private mutating func answer(_ choice: Choice) -> Response {
    let written = reason?.text ?? ""
    guard !choice.needsReason || written.contains(where: { $0 != " " }) else {
      let missing = WidgetWording.reasonRequired[language]
      reason?.error = missing
      return .refused
    }
    return .answered(Answer(command: choice.command, reason: written))
  }

  private mutating func scroll(_ command: CommandID) -> Response {
    _ = page.update(.command(command))
    return .waiting
  }
}

// MARK: - Drawing

extension Dialog {
  private static let columnsMaximum = 70

  /// Draws the box in the middle of the surface, with the keys that answer.
  public mutating func draw(into surface: inout Surface, keys: KeyMap, context: String = "dialog") {
    let columns = min(Self.columnsMaximum, surface.size.columns)
    let inner = max(0, columns - 4)
    let messageRows = message.reduce(0) { $0 + $1.wrapped(columns: inner).count }
    let roomForAnswers =
      surface.size.rows - 2 - (reason == nil ? 0 : 2)
      - min(messageRows, Self.messageRowsMinimum)
    let answers = Self.shown(
      Self.rows(of: answers(keys: keys, context: context), columns: inner), roomForAnswers)
    let neededRows = 2 + answers.count + (reason == nil ? 0 : 2)
    // Blank rows between the parts give way where the message needs them.
    let gaps = reason == nil ? 1 : 2
    let gapRows = neededRows + gaps + messageRows > surface.size.rows ? 0 : 1
    let fixedRows = neededRows + gaps * gapRows
    let shownRows = max(1, min(messageRows, surface.size.rows - fixedRows))
    let rows = min(surface.size.rows, fixedRows + shownRows)
    let box = Rect(
      row: (surface.size.rows - rows) / 2, column: (surface.size.columns - columns) / 2,
      rows: rows, columns: columns)
    surface.cursor = nil
    surface.inside(box) { part in
      drawFrame(into: &part)
      page.draw(
        into: &part, in: Rect(row: 1, column: 2, rows: shownRows, columns: inner), role: .dialog)
      var row = 1 + shownRows
      if let reason {
        drawReason(reason, into: &part, from: row + gapRows, columns: inner)
        row += gapRows + 2
      }
      for (index, answer) in answers.enumerated() {
        part.write(answer, at: Point(row: row + gapRows + index, column: 2), width: inner)
      }
    }
  }

  /// What is asked about and the first line of why stay on screen however small it is.
  private static let messageRowsMinimum = 2

  /// The answers for which there is room: the first ones and the last, which leads back; the bar of keys names the others.
  private static func shown(
    _ rows: [[StyledText.Span]], _ room: Int
  ) -> [[StyledText.Span]] {
    rows.count <= room ? rows : Array(rows.prefix(max(0, room - 1))) + rows.suffix(1)
  }

  private func drawFrame(into part: inout Surface) {
    part.fill(role: .dialog)
    part.drawBox(part.bounds, role: isDanger ? .dialogDanger : .dialog)
    let text = DisplayWidth.shortened(
      title, columns: max(0, part.size.columns - 6), ellipsis: part.ellipsis)
    part.write(
      " \(text) ", at: Point(row: 0, column: 2), role: isDanger ? .dialogDanger : .dialogTitle)
  }

  private func drawReason(
    _ reason: Field, into part: inout Surface, from row: Int, columns: Int
  ) {
    let label = reason.error ?? WidgetWording.reason[language]
    let role: Role = reason.error == nil ? .dialog : .fieldError
    part.write(label, at: Point(row: row, column: 2), role: role, width: columns)
    reason.draw(
      into: &part, at: Point(row: row + 1, column: 2), width: columns, isFocused: true)
  }

  private func answers(keys: KeyMap, context: String) -> [[StyledText.Span]] {
    (choices.dropLast() + glances + choices.suffix(1)).map { choice in
      let key = keys.keys(for: choice.command, in: context).first?.label
      return [
        StyledText.Span(" \(key ?? WidgetWording.noKey[language]) ", .dialogKey),
        StyledText.Span(" \(choice.label)", .dialog),
      ]
    }
  }

  /// As many answers beside each other as fit.
  private static func rows(of answers: [[StyledText.Span]], columns: Int) -> [[StyledText.Span]] {
    var rows: [[StyledText.Span]] = []
    var used = 0
    for answer in answers {
      let width = answer.reduce(0) { $0 + DisplayWidth.of($1.text) }
      if let last = rows.indices.last, used + 3 + width <= columns {
        rows[last] += [StyledText.Span("   ", .dialog)] + answer
        used += 3 + width
      } else {
        rows.append(answer)
        used = width
      }
    }
    return rows
  }
}

extension ScreenEvent {
  /// Whether a person or a scanner did something, as opposed to the program.
  fileprivate var isPressed: Bool {
    switch self {
    case .command: true
    case .input(.resize), .input(.closed): false
    case .input: true
    case .takeBack, .message, .returned, .appeared: false
    }
  }
}
