import Foundation
import LibraryCore
import LibraryStore
import Terminal

/// Takes a file of Koha's offline circulation, or writes one, from a form with the file's path.
enum KocForm {
  /// Asks for a file to take; the answer is a page with what became of each line.
  static func taking(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "NHẬN TỆP .KOC CỦA KOHA", en: "TAKE A KOHA .KOC FILE"),
      lead: [
        StyledText(
          words.say(
            vi:
              "Mỗi dòng được ghi vào đúng lúc của nó. Nhận lại tệp cũ không ghi điều gì hai lần.",
            en: "Each line is taken at its own moment. A file taken again changes nothing."),
          role: .muted)
      ],
      items: [
        pathItem(words),
        Form.Item(
          "again", label: words.say(vi: "Việc đã hoàn tác", en: "What was undone"),
          field: Field(
            .choice([
              FieldChoice("no", label: words.say(vi: "để yên", en: "stays undone")),
              FieldChoice("yes", label: words.say(vi: "ghi lại", en: "is taken again")),
            ])), width: 20,
          hint: words.say(
            vi: "Việc tệp này đã ghi từ trước rồi bị hoàn tác",
            en: "What this file brought before and somebody undid since")),
      ]
    ) { form in
      let path = form["path"]?.text ?? ""
      guard let bytes = FileManager.default.contents(atPath: path) else {
        return .faults([
          ("path", words.say(vi: "Không đọc được tệp này", en: "Cannot read this file"))
        ])
      }
      return .goesOn(
        KocScreen(
          workplace: workplace, KocFile(reading: Array(bytes)),
          again: form["again"]?.text == "yes"))
    }
  }

  /// Asks for the days and the file to write.
  static func writing(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let today = workplace.clock.now().day.vietnamese
    let items =
      [
        ("from", words.say(vi: "Từ ngày", en: "From")),
        ("to", words.say(vi: "Đến hết ngày", en: "Until")),
      ]
      .map { id, label in
        Form.Item(
          id, label: label, field: Field(.date, text: today, isProposed: true, maximumLength: 10),
          width: 12)
      }
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "GHI TỆP .KOC CHO KOHA", en: "WRITE A KOHA .KOC FILE"),
      items: items + [pathItem(words)]
    ) { form in
      guard let from = CalendarDay(vietnamese: form["from"]?.text ?? ""),
        let to = CalendarDay(vietnamese: form["to"]?.text ?? "")
      else {
        return .faults([("from", words.say(vi: "Chưa đủ hai ngày", en: "Both days are needed"))])
      }
      let koc = try workplace.desk.koc(from: from, to: to)
      let path = form["path"]?.text ?? ""
      guard !path.isEmpty,
        FileManager.default.createFile(atPath: path, contents: Data(koc.text.utf8))
      else {
        return .faults([
          ("path", words.say(vi: "Không ghi được tệp này", en: "Cannot write this file"))
        ])
      }
      return .saved(
        nil,
        note: words.say(
          vi: "Đã ghi \(koc.transactions.count) việc ra \(path)",
          en: "Wrote \(counted(koc.transactions.count, "transaction")) to \(path)"))
    }
  }

  private static func pathItem(_ words: Wording) -> Form.Item {
    Form.Item(
      "path", label: words.say(vi: "Tệp", en: "File"), field: Field(.text, maximumLength: 500),
      width: 60)
  }
}
