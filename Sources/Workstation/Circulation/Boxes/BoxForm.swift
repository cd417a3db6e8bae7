import Foundation
import LibraryCore
import LibraryStore
import Terminal

/// Asks for a file of barcodes and to whom it goes, or what came back.
enum BoxForm {
  /// `did` hears on the main thread what was written.
  static func sending(_ workplace: Workplace, did: @escaping ([OpID]) -> Void) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GỬI THÙNG LUÂN CHUYỂN", en: "SEND A BOX"),
      lead: [
        StyledText(
          words.say(
            vi:
              "Tệp có mỗi dòng một mã vạch; bản nào không được mượn thì báo, các bản khác vẫn ghi.",
            en: "The file has a barcode a line; what may not be lent is told, the rest is lent."),
          role: .muted)
      ],
      items: [
        Form.Item(
          "card", label: words.say(vi: "Thẻ nơi nhận", en: "Card"),
          field: Field(.code, maximumLength: 40), isRequired: true, width: 30,
          hint: words.say(
            vi: "Thẻ tập thể của tủ sách, trường, điểm phục vụ",
            en: "The card of the reading room or school")),
        Form.Item(
          "receiver", label: words.fieldName("receiver"),
          field: workplace.keyboard.words(maximumLength: 100)),
        Form.Item(
          "due", label: words.say(vi: "Hạn trả", en: "Due"), field: Field(.date), width: 12,
          hint: words.say(vi: "Để trống: theo quy định", en: "Empty: by the rules")),
        path(words),
      ]
    ) { form in
      let list: BoxList
      switch read(form, words) {
      case .success(let read): list = read
      case .failure(let fault): return fault.outcome
      }
      let card = form["card"]?.text ?? ""
      guard try workplace.desk.patron(card) != nil else {
        return .faults([("card", words.say(vi: "Không có thẻ «\(card)»", en: "No card “\(card)”"))])
      }
      let receiver = form["receiver"]?.text
      let due = form["due"].flatMap { CalendarDay(vietnamese: $0.text) }.map { RequestedDue($0) }
      return .goesOn(
        BoxWorkScreen(
          workplace: workplace, title: words.say(vi: "GỬI THÙNG LUÂN CHUYỂN", en: "SEND A BOX"),
          did: did
        ) { desk in
          let outcome = try desk.checkOutAll(
            list.lines.map(\.barcode), to: card, receiver: receiver, due: due)
          return words.boxReport(outcome, try outcome.box.flatMap { try desk.box($0.id) })
        })
    }
  }

  static func takingBack(_ workplace: Workplace, did: @escaping ([OpID]) -> Void) -> any Screen {
    let words = workplace.wording
    let title = words.say(vi: "NHẬN THÙNG VỀ", en: "TAKE A BOX BACK")
    return FormScreen(
      workplace: workplace, title: title,
      lead: [
        StyledText(
          words.say(
            vi:
              "Mỗi dòng một mã vạch; sau mã có thể ghi số lượt cơ sở báo về: VN.000123;14. Nhận lại tệp cũ không đếm hai lần.",
            en:
              "A barcode a line, behind it the uses reported: VN.000123;14. A file taken again counts nothing twice."
          ), role: .muted)
      ],
      items: [audience(words), path(words)]
    ) { form in
      let list: BoxList
      switch read(form, words) {
      case .success(let read): list = read
      case .failure(let fault): return fault.outcome
      }
      let audience = Audience(rawValue: form["audience"]?.text ?? "") ?? .adult
      return .goesOn(
        BoxWorkScreen(workplace: workplace, title: title, did: did) { desk in
          words.boxReport(try desk.takeBackAll(list.lines, readBy: audience))
        })
    }
  }

  /// Counts what the institution reports of a box as a whole, while it is out or when it is back.
  static func uses(_ workplace: Workplace, of box: Box) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "LƯỢT CƠ SỞ BÁO VỀ", en: "USES REPORTED"),
      lead: [StyledText(words.boxName(box), role: .heading)],
      items: [
        Form.Item(
          "count", label: words.fieldName("uses"), field: Field(.number, maximumLength: 5),
          isRequired: true, width: 8),
        audience(words),
        Form.Item(
          "group", label: words.fieldName("group"), field: Field(.number, maximumLength: 1),
          width: 4,
          hint: words.say(vi: "0–9; để trống nếu không rõ", en: "0–9; empty where unknown")),
        Form.Item(
          "day", label: words.say(vi: "Của ngày", en: "Of the day"), field: Field(.date), width: 12,
          hint: words.say(vi: "Để trống: hôm nay", en: "Empty: today")),
      ]
    ) { form in
      let tally = Tally(
        .outside, count: form["count"]?.number ?? 0,
        audience: Audience(rawValue: form["audience"]?.text ?? "") ?? .adult,
        group: form["group"]?.number, day: form["day"].flatMap { CalendarDay(vietnamese: $0.text) },
        box: box.id)
      return .of(
        try workplace.desk.tally(tally), words,
        note: words.say(
          vi: "Đã ghi \(tally.count) lượt", en: "Counted \(counted(tally.count, "use"))")
      ) { refusal in
        if case .invalidValue(let field, _) = refusal { field } else { nil }
      }
    }
  }

  /// Makes what was lent to a patron today one box.
  static func packing(_ workplace: Workplace, _ patron: Patron) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "ĐÓNG THÙNG LUÂN CHUYỂN", en: "PACK A BOX"),
      lead: [
        StyledText("\(patron.name) (\(patron.card))", role: .heading),
        StyledText(
          words.say(
            vi: "Các bản cho nơi này mượn hôm nay, chưa vào thùng nào, thành một thùng trong sổ.",
            en: "What was lent here today and lies in no box becomes one in the register."),
          role: .muted),
      ],
      items: [
        Form.Item(
          "receiver", label: words.fieldName("receiver"),
          field: workplace.keyboard.words(maximumLength: 100))
      ]
    ) { form in
      let outcome = try workplace.desk.packBox(
        for: patron.card.text, receiver: form["receiver"]?.text)
      guard case .saved(let id, _) = outcome, let box = try workplace.desk.box(id) else {
        return .of(outcome, words)
      }
      return .saved(
        PackedBox(id: id),
        note: words.say(
          vi: "Đã đóng thùng số \(id): \(box.copies) bản",
          en: "Box \(id): \(counted(box.copies, "copy", "copies"))"))
    }
  }

  private static func path(_ words: Wording) -> Form.Item {
    Form.Item(
      "path", label: words.say(vi: "Tệp mã vạch", en: "File"),
      field: Field(.text, maximumLength: 500), isRequired: true, width: 60)
  }

  private static func audience(_ words: Wording) -> Form.Item {
    Form.Item(
      "audience", label: words.say(vi: "Người đọc ở đó", en: "Read by"),
      field: Field(
        .choice(Audience.allCases.map { FieldChoice($0.rawValue, label: words.audience($0)) })),
      width: 20)
  }

  /// What is wrong with a file, as the form shows it.
  private struct FileFault: Error {
    var text: String
    var outcome: FormScreen.Outcome { .faults([("path", text)]) }
  }

  private static func read(_ form: Form, _ words: Wording) -> Result<BoxList, FileFault> {
    guard let bytes = FileManager.default.contents(atPath: form["path"]?.text ?? "") else {
      return .failure(
        FileFault(text: words.say(vi: "Không đọc được tệp này", en: "Cannot read this file")))
    }
    let list = BoxList(reading: String(decoding: bytes, as: UTF8.self))
    if let fault = words.boxListFault(list) { return .failure(FileFault(text: fault)) }
    return .success(list)
  }
}

/// A box made of what was lent at the desk, for its slip.
struct PackedBox: Sendable {
  var id: EntityID
}
