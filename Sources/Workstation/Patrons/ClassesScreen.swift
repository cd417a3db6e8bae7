import LibraryCore
import LibraryStore
import Terminal

/// The classes of the school and the categories of patrons: what classes become at the end of the year, and cards renewed at once.
final class ClassesScreen: Screen {
  /// What is asked before it is done.
  fileprivate enum Plan: Sendable {
    case promotion([ClassMove], SchoolYear)
    case renewal(PatronGroup, MembershipRenewal)
  }

  /// A class, or behind the classes a category of patrons.
  private enum Line {
    case schoolClass(ClassCount)
    case category(HouseConfiguration.Term)
  }

  /// What was read, shown or written on a worker thread.
  private enum Answer: Sendable {
    case classes(Result<[ClassCount], any Error>)
    case preview(Plan, Result<PatronBatchOutcome, any Error>)
    case done(Result<PatronBatchOutcome, any Error>)
    case undone(Result<UndoOutcome, any Error>)
  }

  let context = "classes"
  let isOverlay = false
  private let workplace: Workplace
  private var classes: [ClassCount] = []
  private var table = Table(columns: [])
  private var asked: Plan?
  private var done: [OpID] = []

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .patronsPromote, classes.isEmpty {
      return words.say(vi: "Chưa có lớp nào", en: "There are no classes yet")
    }
    return command == .explain
      ? workplace.missingRightOrUse(for: command) : workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value): return resume(value)
    case .message(let answer as Answer): return show(answer)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.patronsPromote):
      return [.push(PromotionForm.screen(workplace, classes))]
    case .command(.patronsRenewClass): return selected.map(renew) ?? [.bell]
    case .command(.undo): return undo()
    default:
      guard case .opened = table.update(event) else { return [] }
      switch selected {
      case .schoolClass(let count): return open(count)
      case .category(let term): return renew(.category(term))
      case nil: return []
      }
    }
  }

  private var lines: [Line] {
    classes.map { .schoolClass($0) }
      + (workplace.house?.terms(.patronCategory) ?? []).map { .category($0) }
  }

  private var selected: Line? {
    table.selected.flatMap { lines.indices.contains($0) ? lines[$0] : nil }
  }

  private func renew(_ line: Line) -> [Effect] {
    switch line {
    case .schoolClass(let count):
      let name = words.say(vi: "Lớp \(count.name.name)", en: "Class \(count.name.name)")
      return [.push(RenewalForm.screen(workplace, .schoolClass(count.name), name: name))]
    case .category(let term):
      return [.push(RenewalForm.screen(workplace, .category(term.code), name: term.name))]
    }
  }

  private func read() -> [Effect] {
    let desk = workplace.desk
    return [.job(name: "classes") { Answer.classes(Result { try desk.schoolClasses() }) }]
  }

  /// The names in a class, on a page to look at.
  private func open(_ count: ClassCount) -> [Effect] {
    var effects: [Effect] = []
    guard let hits = workplace.attempt(&effects, { try workplace.desk.patrons(in: count.name) })
    else { return effects }
    let title = words.say(vi: "LỚP \(count.name.name)", en: "CLASS \(count.name.name)")
    return effects + [
      .push(
        TextScreen(
          workplace: workplace, title: title,
          paragraphs: hits.map { hit in
            StyledText(
              "\(hit.patron.card)  \(hit.patron.name)"
                + (hit.loans == 0
                  ? "" : words.say(vi: ", đang mượn \(hit.loans)", en: ", \(hit.loans) on loan")))
          }))
    ]
  }

  private func ask(_ plan: Plan) -> [Effect] {
    let desk = workplace.desk
    return [
      .job(name: "preview") {
        Answer.preview(plan, Result { try plan.perform(desk, dryRun: true) })
      }
    ]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let plan = asked
    asked = nil
    if let promotion = value as? PromotionForm.Wanted {
      return ask(.promotion(promotion.moves, promotion.year))
    }
    if let wanted = value as? RenewalForm.Wanted {
      return ask(.renewal(wanted.group, wanted.renewal))
    }
    guard let plan, (value as? Dialog.Answer)?.command == .dialogYes else { return read() }
    let desk = workplace.desk
    return [
      .job(name: "change") { Answer.done(Result { try plan.perform(desk, dryRun: false) }) }
    ]
  }

  private func undo() -> [Effect] {
    guard let op = done.last else {
      return workplace.bad(
        words.say(vi: "Chưa làm gì ở đây để hoàn tác", en: "Nothing was done here yet"))
    }
    let desk = workplace.desk
    return [.job(name: "undo") { Answer.undone(Result { try desk.undo(op) }) }]
  }

  private func show(_ answer: Answer) -> [Effect] {
    do {
      switch answer {
      case .classes(let read):
        classes = try read.get()
        table.setCount(lines.count)
        return []
      case .preview(let plan, let outcome):
        switch try outcome.get() {
        case .refused(let reasons): return workplace.refused(reasons)
        case .changed(let batch): return confirm(plan, batch)
        }
      case .done(let outcome):
        switch try outcome.get() {
        case .refused(let reasons): return workplace.refused(reasons)
        case .changed(let batch):
          if let op = batch.op { done.append(op) }
          return workplace.good(words.patronBatch(batch)) + read()
        }
      case .undone(let outcome):
        let undone = try outcome.get()
        if case .undone = undone { done.removeLast() }
        return workplace.told(undone) + read()
      }
    } catch {
      return workplace.bad(workplace.describe(error))
    }
  }

  /// Shows what would become of whom, those who leave with books first.
  private func confirm(_ plan: Plan, _ batch: PatronBatch) -> [Effect] {
    guard !batch.changes.isEmpty else {
      if !batch.leftOut.isEmpty { return showLeftOut(batch) }
      if !batch.inYearAlready.isEmpty {
        return workplace.bad(words.classesLeft(batch).joined(separator: "; "))
      }
      return workplace.good(words.say(vi: "Không có ai phải đổi", en: "Nobody would change"))
    }
    asked = plan
    let debts = batch.leavingWithDebts
    let others = batch.changes.filter { !debts.contains($0) }
    let lines =
      debts.map { StyledText(words.patronChange($0), role: .error, hangingIndent: 2) }
      + leftOut(batch)
      + others.map { StyledText(words.patronChange($0), hangingIndent: 2) }
    let dialog = Dialog(
      title: words.say(vi: "Ghi các thay đổi này?", en: "Write these changes?"),
      message: [StyledText(words.patronBatch(batch), role: .heading)] + lines,
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Ghi", en: "Write")),
        Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave it")),
      ], isDanger: true, language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func leftOut(_ batch: PatronBatch) -> [StyledText] {
    (batch.leftOut.map(words.leftOut) + words.classesLeft(batch))
      .map { StyledText($0, role: .warning, hangingIndent: 2) }
  }

  /// Nobody's card can be renewed: a page that says why.
  private func showLeftOut(_ batch: PatronBatch) -> [Effect] {
    [
      .push(
        TextScreen(
          workplace: workplace,
          title: words.say(vi: "KHÔNG GIA HẠN ĐƯỢC THẺ NÀO", en: "NO CARD IS RENEWED"),
          paragraphs: leftOut(batch)))
    ]
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "LỚP VÀ ĐỐI TƯỢNG", en: "CLASSES AND CATEGORIES"), into: &surface)
    table.columns = [
      TableColumn(words.say(vi: "Lớp, đối tượng", en: "Class, category"), width: .fixed(24)),
      TableColumn(words.say(vi: "Bạn đọc", en: "Patrons"), width: .fixed(8), alignment: .trailing),
      TableColumn(words.say(vi: "Hết năm học", en: "At the end of the year"), width: .flexible()),
    ]
    table.emptyText = words.say(
      vi: "Chưa có bạn đọc nào ghi lớp; lớp ghi ở hồ sơ bạn đọc",
      en: "No patron has a class; it is a field of the patron")
    table.draw(
      into: &surface,
      in: Rect(
        row: 1, column: 0, rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    ) { range in
      range.map { row in
        switch lines[row] {
        case .schoolClass(let count):
          TableRow([
            count.name.name, "\(count.patrons)", words.promotion(count.name.promotion),
          ])
        case .category(let term): TableRow([term.name, "", ""])
        }
      }
    }
  }
}

extension ClassesScreen.Plan {
  func perform(_ desk: Desk, dryRun: Bool) throws -> PatronBatchOutcome {
    switch self {
    case .promotion(let moves, let year):
      try desk.promoteClasses(moves, to: year, dryRun: dryRun)
    case .renewal(let group, let renewal):
      try desk.renewMemberships(of: group, renewal, dryRun: dryRun)
    }
  }
}

/// What each class becomes, with the proposals filled in.
enum PromotionForm {
  /// What was filled in.
  struct Wanted: Sendable {
    var moves: [ClassMove]
    var year: SchoolYear
  }

  /// What stands for leaving school.
  static let leaving = "-"

  static func screen(_ workplace: Workplace, _ classes: [ClassCount]) -> any Screen {
    let words = workplace.wording
    let year = SchoolYear(around: workplace.desk.today)
    let yearItem = Form.Item(
      "schoolYear", label: words.say(vi: "Năm học mới", en: "New school year"),
      field: Field(.text, text: year.text, maximumLength: 9), isRequired: true, width: 12,
      check: { field in
        SchoolYear(field.text) == nil
          ? words.say(vi: "Ví dụ 2026-2027", en: "Such as 2026-2027") : nil
      })
    return FormScreen(
      workplace: workplace, title: words.say(vi: "LÊN LỚP", en: "MOVE CLASSES UP"),
      items: [yearItem] + classes.map { item($0, words) }
    ) { form in
      guard let year = SchoolYear(form["schoolYear"]?.text ?? "") else { return .faults([]) }
      let moves = classes.compactMap { count -> ClassMove? in
        let text = form[count.name.name]?.text ?? ""
        if text == leaving { return ClassMove(from: count.name, to: .leaves) }
        return SchoolClass(text).map { ClassMove(from: count.name, to: .moves(to: $0)) }
      }
      return .saved(Wanted(moves: moves, year: year), note: nil)
    }
  }

  private static func item(_ count: ClassCount, _ words: Wording) -> Form.Item {
    let text =
      switch count.name.promotion {
      case .moves(let to): to.name
      case .leaves: leaving
      case nil: ""
      }
    return Form.Item(
      count.name.name,
      label: "\(count.name.name) (\(count.patrons))",
      field: Field(.text, text: text, maximumLength: SchoolClass.lengthMaximum), width: 20,
      hint: words.say(
        vi: "Lên lớp nào; «-» là ra trường; để trống là giữ nguyên",
        en: "Which class it becomes; “-” leaves school; empty stays as it is"))
  }
}

extension Wording {
  /// What a class becomes when its year ends.
  fileprivate func promotion(_ destination: ClassMove.Destination?) -> String {
    switch destination {
    case .moves(let to): say(vi: "lên lớp \(to.name)", en: "becomes \(to.name)")
    case .leaves: say(vi: "ra trường", en: "leaves")
    case nil: ""
    }
  }
}
