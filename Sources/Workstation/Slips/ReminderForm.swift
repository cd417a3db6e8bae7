import Foundation
import LibraryCore
import LibraryStore
import Terminal

/// Asks what to write for readers who are reminded, where to, and whether it is noted that they were.
enum ReminderForm {
  /// Handed back to the list: what was noted.
  struct Recorded: Sendable {
    var ops: [OpID]
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
          words.say(vi: "\(readers.count) bạn đọc ", en: "\(readers.count) readers: ")
            + words.reminderKind(kind), role: .heading)
      ],
      items: [
        choice(
          "paper", words.say(vi: "Viết", en: "Write"),
          papers.map { FieldChoice($0.rawValue, label: words.reminderPaper($0)) }),
        Form.Item(
          "path", label: words.say(vi: "Ra tệp", en: "To file"),
          field: Field(.text, maximumLength: 500), width: 50,
          hint: words.say(
            vi: "lp là máy in; để trống là chỉ ghi nhận",
            en: "lp is the printer; empty only notes it")),
        choice("marks", words.say(vi: "Dấu", en: "Marks"), yesNo(words)),
        choice("noted", words.say(vi: "Ghi nhận", en: "Note it"), yesNo(words)),
      ]
    ) { form in
      let paper = form["paper"].flatMap { ReminderPaper(rawValue: $0.text) } ?? .letters
      let path = form["path"]?.text ?? ""
      if let fault = try write(
        paper, readers, to: path, isPlain: form["marks"]?.text == "no", workplace)
      {
        return .faults([("path", fault)])
      }
      guard form["noted"]?.text == "yes" else {
        return .saved(nil, note: words.say(vi: "Đã viết ra \(path)", en: "Written to \(path)"))
      }
      return note(paper, readers, try workplace.desk.recordReminders(readers, by: paper.way), words)
    }
  }

  /// Writes the paper; what went wrong in words, or nil.
  private static func write(
    _ paper: ReminderPaper, _ readers: [ReminderReader], to path: String, isPlain: Bool,
    _ workplace: Workplace
  ) throws -> String? {
    guard !path.isEmpty else { return nil }
    let words = workplace.wording
    let text = try paper.text(readers, SlipWriter(workplace.desk, words), isPlain: isPlain)
    if case .printingSystem? = SlipPrinter(path) {
      let settings = SlipSettings(printer: SlipPrinter(path))
      return SlipDelivery.send(text, settings).map(words.slipDeliveryFault)
    }
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      return words.say(vi: "Không ghi được tệp này", en: "Cannot write this file")
    }
    return nil
  }

  private static func note(
    _ paper: ReminderPaper, _ readers: [ReminderReader], _ outcome: RemindersOutcome,
    _ words: Wording
  ) -> FormScreen.Outcome {
    switch outcome {
    case .recorded(let ops):
      .saved(
        Recorded(ops: ops),
        note: words.say(
          vi: "Đã ghi nhận nhắc \(ops.count) bạn đọc", en: "\(ops.count) reminders noted"))
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
