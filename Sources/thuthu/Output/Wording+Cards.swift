import LibraryCore
import MARC
import Workstation

/// One thing with its particulars, a line for each, and lists of things as tables.
extension Wording {
  func card(_ record: StoredRecord) -> [String] {
    let brief = record.brief
    let lines = [
      (say(vi: "Biểu ghi", en: "Record"), "\(record.id)"),
      (say(vi: "Nhan đề", en: "Title"), brief.title),
      (say(vi: "Tác giả", en: "Author"), brief.author ?? ""),
      (say(vi: "Xuất bản", en: "Publisher"), [brief.publisher, brief.year].joined(", ")),
      (say(vi: "Ký hiệu phân loại", en: "Class mark"), brief.classMark ?? ""),
      (say(vi: "Phiên bản", en: "Version"), "\(record.version), \(moment(record.savedAt))"),
      (
        say(vi: "Tình trạng", en: "Status"),
        record.status == .removed ? say(vi: "đã bỏ", en: "removed") : ""
      ),
      (say(vi: "Số bản", en: "Copies"), "\(record.copies)"),
    ]
    let marc = record.record.lines.split(whereSeparator: \.isNewline).map { "  \($0)" }
    return labelled(lines) + [""] + marc
  }

  func card(_ facts: ItemFacts) -> [String] {
    let item = facts.item
    return labelled([
      (fieldName("barcode"), item.barcode.text),
      (say(vi: "Nhan đề", en: "Title"), facts.title),
      (say(vi: "Tác giả", en: "Author"), facts.author ?? ""),
      (fieldName("record"), "\(item.record)"),
      (fieldName("callNumber"), item.callNumber ?? ""),
      (fieldName("location"), item.location.map { term(.location, $0) } ?? ""),
      (fieldName("library"), item.library.map { term(.library, $0) } ?? ""),
      (fieldName("type"), term(.itemType, item.type)),
      (fieldName("status"), copyState(facts)),
      (fieldName("price"), item.price.map { money($0) } ?? ""),
      (fieldName("copyNumber"), item.copyNumber ?? ""), (fieldName("note"), item.note ?? ""),
      (fieldName("source"), item.source ?? ""), (fieldName("document"), item.document ?? ""),
      (fieldName("acquiredOn"), item.acquiredOn.map { day($0) } ?? ""),
      (
        say(vi: "Đang mượn", en: "On loan to"),
        facts.loan.map { loan in
          say(
            vi: "\(loan.patronName) (\(loan.card)), hạn trả \(due(loan.due))",
            en: "\(loan.patronName) (\(loan.card)), due \(due(loan.due))")
        } ?? ""
      ),
    ])
  }

  /// A loan with its end, where it has one, and every action on it in a line of its own.
  func lines(_ story: LoanStory) -> [String] {
    let loan = story.loan
    let end = loanEnd(loan, story.status)
    return [
      "\(loan.barcode)  \(loan.title)",
      say(
        vi:
          "  \(story.patron.name) (\(story.patron.card)), mượn \(moment(loan.lentAt)), hạn trả \(due(loan.due)), gia hạn \(loan.renewals) lần, \(end)",
        en:
          "  \(story.patron.name) (\(story.patron.card)), lent \(moment(loan.lentAt)), due \(due(loan.due)), renewed \(counted(loan.renewals, "time")), \(end)"
      ),
    ]
      + (story.dueSetting.map { [say(vi: "  Hạn trả: ", en: "  Due date: ") + dueSetting($0)] }
        ?? [])
      + story.entries.map { "  " + logEntry($0) }
  }

  func card(_ facts: PatronFacts, _ consent: ConsentState) -> [String] {
    let patron = facts.patron
    let status = patronStatus(patron.status) + (patron.blockReason.map { ": \($0)" } ?? "")
    return labelled([
      (fieldName("card"), patron.card.text), (fieldName("name"), patron.name),
      (fieldName("category"), term(.patronCategory, patron.category)),
      (fieldName("born"), patron.born ?? ""),
      (fieldName("phone"), patron.phone ?? ""), (fieldName("address"), patron.address ?? ""),
      (fieldName("email"), patron.email ?? ""),
      (fieldName("enrolledOn"), patron.enrolledOn.map { day($0) } ?? ""),
      (fieldName("expiresOn"), patron.expiresOn.map { day($0) } ?? ""),
      (fieldName("status"), status), (fieldName("note"), patron.note ?? ""),
      (consentLabel, consentState(consent)),
      (
        say(vi: "Đang mượn", en: "Loans"),
        say(
          vi: "\(facts.loans) bản, quá hạn \(facts.overdues)",
          en: "\(facts.loans), overdue \(facts.overdues)")
      ),
      (say(vi: "Còn nợ", en: "Owes"), money(facts.owed)),
    ])
  }

  func list(_ items: [ItemFacts]) -> [String] {
    guard !items.isEmpty else { return [say(vi: "Không có bản nào", en: "No copies")] }
    var table = TextTable([
      TextTable.Column(heading: fieldName("barcode")),
      TextTable.Column(heading: fieldName("callNumber")),
      TextTable.Column(heading: fieldName("location")),
      TextTable.Column(heading: fieldName("status")),
      TextTable.Column(heading: say(vi: "Nhan đề", en: "Title"), givesWay: true),
    ])
    table.rows = items.map { facts in
      let loan = facts.loan.map { say(vi: "mượn đến \(due($0.due))", en: "due \(due($0.due))") }
      return [
        facts.item.barcode.text, facts.item.callNumber ?? "", facts.item.location ?? "",
        loan ?? shortCopyState(facts), facts.title,
      ]
    }
    return table.lines()
  }

  func list(_ loans: [LoanLine]) -> [String] {
    guard !loans.isEmpty else { return [say(vi: "Không mượn bản nào", en: "No loans")] }
    var table = TextTable([
      TextTable.Column(heading: fieldName("barcode")),
      TextTable.Column(heading: say(vi: "Nhan đề", en: "Title"), givesWay: true),
      TextTable.Column(heading: say(vi: "Mượn", en: "Lent")),
      TextTable.Column(heading: say(vi: "Hạn trả", en: "Due")),
      TextTable.Column(heading: say(vi: "Trả", en: "Returned")),
    ])
    table.rows = loans.map { loan in
      let overdue =
        loanState(loan) ?? ""
      return [
        loan.barcode, loan.title, day(loan.lentAt.day), due(loan.due),
        loan.returnedAt.map { day($0.day) } ?? overdue,
      ]
    }
    return table.lines()
  }

  func list(_ hits: [PatronHit]) -> [String] {
    guard !hits.isEmpty else { return [say(vi: "Không có bạn đọc nào", en: "No patrons")] }
    var table = TextTable([
      TextTable.Column(heading: fieldName("card")),
      TextTable.Column(heading: fieldName("name"), givesWay: true),
      TextTable.Column(heading: say(vi: "Sinh", en: "Born")),
      TextTable.Column(heading: say(vi: "Loại", en: "Category")),
      TextTable.Column(heading: fieldName("phone")),
      TextTable.Column(heading: say(vi: "Mượn", en: "Loans"), isNumber: true),
    ])
    table.rows = hits.map { hit in
      [
        hit.patron.card.text, hit.patron.name, hit.patron.birthYear ?? "",
        term(.patronCategory, hit.patron.category),
        hit.patron.phone ?? "", String(hit.loans),
      ]
    }
    return table.lines()
  }

  /// Lines of `label  value`, aligned; empty values are left out.
  func labelled(_ pairs: [(label: String, value: String)]) -> [String] {
    var table = TextTable([
      TextTable.Column(heading: ""), TextTable.Column(heading: "", givesWay: false),
    ])
    table.rows = pairs.filter { !$0.value.isEmpty }.map { [$0.label, $0.value] }
    return Array(table.lines().dropFirst())
  }
}

extension [String?] {
  /// What there is of the parts, joined.
  fileprivate func joined(_ separator: String) -> String {
    compactMap { $0 }.joined(separator: separator)
  }
}
