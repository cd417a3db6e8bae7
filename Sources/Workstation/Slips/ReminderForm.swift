import Foundation
import LibraryCore
import LibraryStore
import Terminal

/// Asks what to write for readers who are reminded, where to, and whether it is noted that they were.
enum ReminderForm {
  /// Handed back to the list: for how many readers it was noted, and by which op that goes back.
  struct Recorded: Sendable {
    var readers: Int
    var together: OpID?
  }

  static func screen(
    _ workplace: Workplace, _ kind: ReminderKind, _ readers: [ReminderReader]
  ) -> any Screen {
    let words = workplace.wording
    let papers = ReminderPaper.allCases.filter { $0 != .classes || kind == .overdue }
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "VIẾT GIẤY NHẮC", en: "WRITE REMINDERS"),
      lead: [
        StyledText(
          words.say(vi: "\(readers.count) bạn đọc ", en: "\(counted(readers.count, "reader")): ")
            + words.reminderKind(kind), role: .heading)
      ],
      items: [
        choice(
          "paper", words.say(vi: "Viết", en: "Write"),
          papers.map { FieldChoice($0.rawValue, label: words.reminderPaper($0)) }),
        Form.Item(
          "path", label: words.say(vi: "Ra tệp hoặc máy in", en: "To file or printer"),
          field: Field(.text, maximumLength: 500), width: 50,
          hint: words.say(
            vi: "lp, máy:cổng hay /dev/… là máy in; «-» là chỉ ghi nhận, như đã viết tay",
            en: "lp, host:port or /dev/… is a printer; “-” only notes it, as where written by hand"
          )),
        choice("marks", words.say(vi: "Dấu", en: "Marks"), yesNo(words)),
        choice("noted", words.say(vi: "Ghi nhận", en: "Note it"), yesNo(words)),
      ] + slipPrinter(workplace)
    ) { form in
      let paper = form["paper"].flatMap { ReminderPaper(rawValue: $0.text) } ?? .letters
      let isPlain = form["marks"]?.text == "no"
      let isNoted = form["noted"]?.text == "yes"
      let typed = form["path"]?.text ?? ""
      let path = typed == "-" ? "" : typed
      if typed.isEmpty, paper != .messages, form["slipPrinter"]?.text != "yes" {
        return .faults([
          (
            "path",
            words.say(
              vi: "Chưa viết ra đâu: ghi tệp hay máy in, hoặc «-» nếu đã viết tay",
              en: "Nothing is written yet: a file or a printer, or “-” where it was done by hand")
          )
        ])
      }
      var chosen = workplace.house?.slipSettings ?? SlipSettings()
      let destination =
        form["slipPrinter"]?.text == "yes"
        ? LetterDestination(chosen.printer)
        : path.isEmpty ? nil : LetterDestination(path, slipPrinter: chosen.printer)
      switch destination {
      case .roll(let printer)? where paper == .messages:
        return .faults([("paper", words.listIsNoLetter(printer))])
      case .roll(let printer)?:
        chosen.printer = printer
        let writer = try SlipWriter(workplace.desk, words, lettersOnRoll: true)
        return .goesOn(
          LetterPrintingScreen(
            workplace: workplace, try paper.letters(readers, writer, isPlain: isPlain), chosen
          ) { try noted(isNoted, paper, readers, workplace) })
      case .printingSystem(let printer)?:
        let text = try paper.text(readers, SlipWriter(workplace.desk, words), isPlain: isPlain)
        if let fault = SlipDelivery.send(text, SlipSettings(printer: printer)) {
          return .faults([("path", words.slipDeliveryFault(fault))])
        }
      case .file(let path)?:
        let text = try paper.text(readers, SlipWriter(workplace.desk, words), isPlain: isPlain)
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
          return .faults([
            ("path", words.say(vi: "Không ghi được tệp này", en: "Cannot write this file"))
          ])
        }
      case nil: break
      }
      guard isNoted else {
        return .saved(nil, note: words.say(vi: "Đã viết ra \(path)", en: "Written to \(path)"))
      }
      return note(paper, readers, try workplace.desk.recordReminders(readers, by: paper.way), words)
    }
  }

  /// The choice to print where slips are printed; none where no printer is chosen.
  private static func slipPrinter(_ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    guard let printer = workplace.house?.slipSettings.printer else { return [] }
    return [
      choice(
        "slipPrinter", words.say(vi: "Máy in phiếu", en: "Slip printer"),
        [
          FieldChoice("no", label: words.say(vi: "không", en: "no")),
          FieldChoice(
            "yes", label: words.say(vi: "in ở \(printer.text)", en: "print on \(printer.text)")),
        ])
    ]
  }

  /// Notes that readers were reminded, once their letters are on paper.
  private static func noted(
    _ isNoted: Bool, _ paper: ReminderPaper, _ readers: [ReminderReader], _ workplace: Workplace
  ) throws -> (any Sendable, [Effect]) {
    let words = workplace.wording
    let isPrinted = words.say(vi: "Đã in", en: "Printed")
    guard isNoted else { return (Recorded(readers: 0), workplace.good(isPrinted)) }
    switch try workplace.desk.recordReminders(readers, by: paper.way) {
    case .recorded(let ops, let together):
      return (
        Recorded(readers: ops.count, together: together),
        workplace.good(
          isPrinted
            + words.say(
              vi: ", đã ghi nhận nhắc \(ops.count) bạn đọc",
              en: ", \(counted(ops.count, "reminder")) noted"))
      )
    case .refused(let reasons): return (Recorded(readers: 0), workplace.refused(reasons))
    }
  }

  private static func note(
    _ paper: ReminderPaper, _ readers: [ReminderReader], _ outcome: RemindersOutcome,
    _ words: Wording
  ) -> FormScreen.Outcome {
    switch outcome {
    case .recorded(let ops, let together):
      .saved(
        Recorded(readers: ops.count, together: together),
        note: words.say(
          vi: "Đã ghi nhận nhắc \(ops.count) bạn đọc", en: "\(counted(ops.count, "reminder")) noted"
        ))
    case .refused(let reasons): .faults(reasons.map { (nil, words.refusal($0)) })
    }
  }

  private static func choice(_ id: String, _ label: String, _ choices: [FieldChoice]) -> Form.Item {
    Form.Item(id, label: label, field: Field(.choice(choices), text: choices[0].value), width: 40)
  }

  private static func yesNo(_ words: Wording) -> [FieldChoice] {
    [
      FieldChoice("yes", label: words.say(vi: "có", en: "yes")),
      FieldChoice("no", label: words.say(vi: "không", en: "no")),
    ]
  }
}

extension Wording {
  func reminderPaper(_ paper: ReminderPaper) -> String {
    switch paper {
    case .letters: say(vi: "mỗi bạn đọc một giấy", en: "a letter for each reader")
    case .classes: say(vi: "mỗi lớp, đối tượng một giấy", en: "a letter for each class")
    case .messages: say(vi: "danh sách nhắn tin (CSV)", en: "a list for messages (CSV)")
    }
  }
}
