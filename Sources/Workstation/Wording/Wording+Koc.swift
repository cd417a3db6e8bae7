public import LibraryCore

/// Koha's offline files in words.
extension Wording {
  /// The reason written down with what is lifted for a loan made away from the desk.
  public var kocReason: String {
    say(vi: "đã cho mượn khi mất mạng (tệp .koc)", en: "lent while offline (.koc file)")
  }

  public func kocFault(_ fault: KocFault) -> String {
    let line = say(vi: "dòng \(fault.line): ", en: "line \(fault.line): ")
    return line
      + {
        switch fault.kind {
        case .noHeading:
          say(vi: "không có dòng đầu Version=1.0", en: "there is no heading with Version=1.0")
        case .otherVersion(let version):
          say(
            vi: "phiên bản \(version), vẫn đọc như 1.0", en: "version \(version), read as 1.0")
        case .unknownVerb(let verb):
          say(vi: "không biết việc «\(verb)»", en: "unknown transaction “\(verb)”")
        case .wrongTime(let text):
          say(vi: "«\(text)» không phải ngày giờ", en: "“\(text)” is no moment")
        case .wrongAmount(let text):
          say(vi: "«\(text)» không phải số tiền đồng", en: "“\(text)” is no amount in đồng")
        case .missingPart(let verb):
          say(vi: "thiếu phần của «\(verb)»", en: "“\(verb)” lacks a part")
        case .notText: say(vi: "không phải văn bản UTF-8", en: "no UTF-8 text")
        case .repeated(let first):
          say(
            vi: "lặp lại dòng \(first), không ghi hai lần",
            en: "repeats line \(first), not taken twice")
        case .ahead(let moment):
          say(
            vi: "\(self.moment(moment)) chưa đến, không ghi",
            en: "\(self.moment(moment)) is yet to come, not taken")
        case .beforeLibrary(let moment, let began):
          say(
            vi: "\(self.moment(moment)) trước khi có sổ này (\(self.moment(began))), không ghi",
            en:
              "\(self.moment(moment)) lies before this library's first action (\(self.moment(began))), not taken"
          )
        }
      }()
  }

  /// One transaction and what became of it.
  public func kocLine(_ line: KocReport.Line) -> String {
    let transaction = line.transaction
    let place =
      say(vi: "dòng \(transaction.line)", en: "line \(transaction.line)")
      + " (\(moment(transaction.at)), \(kocVerb(transaction.verb))): "
    return place + kocOutcome(line.outcome)
  }

  private func kocVerb(_ verb: KocTransaction.Verb) -> String {
    switch verb {
    case .issue(let card, let barcode):
      say(vi: "\(card) mượn \(barcode)", en: "\(barcode) to \(card)")
    case .giveBack(let barcode): say(vi: "trả \(barcode)", en: "return of \(barcode)")
    case .payment(let card, let amount):
      say(vi: "\(card) nộp \(money(amount))", en: "\(money(amount)) from \(card)")
    }
  }

  private func kocOutcome(_ outcome: KocOutcome) -> String {
    switch outcome {
    case .lent(let lent):
      say(vi: "đã ghi mượn, hạn trả \(due(lent.due.due))", en: "lent, due \(due(lent.due.due))")
        + (outcome.endedLoan.map { loan in
          say(
            vi: "; lượt mượn của \(loan.patronName) (\(loan.card)) kết thúc vì sách sang tay",
            en: "; ends the loan of \(loan.patronName) (\(loan.card)), who had the copy")
        } ?? "")
    case .renewed(let renewed):
      say(
        vi: "đã gia hạn đến \(due(renewed.due.due))", en: "renewed until \(due(renewed.due.due))")
    case .returned(let returned):
      say(vi: "đã ghi trả của \(returned.patron.name)", en: "returned for \(returned.patron.name)")
    case .paid(let patron, _, _):
      say(vi: "đã ghi thu của \(patron.name)", en: "paid by \(patron.name)")
    case .alreadyTaken: say(vi: "đã ghi từ trước", en: "taken before")
    case .undoneSince:
      say(
        vi: "đã ghi từ trước rồi hoàn tác; không ghi lại",
        en: "taken before and undone since; not taken again")
    case .newerLoan(let loan, _):
      say(
        vi: "không ghi: sau đó \(loan.patronName) (\(loan.card)) đã mượn bản này",
        en: "not taken: \(loan.patronName) (\(loan.card)) has borrowed the copy since")
    case .notOnLoan: say(vi: "không ghi: bản này không ai mượn", en: "not taken: not on loan")
    case .refused(let reasons):
      say(vi: "không ghi: ", en: "not taken: ")
        + reasons.map(refusal).joined(separator: "; ")
    case .unknownItem(let text): say(vi: "không có bản \(text)", en: "no copy \(text)")
    case .unknownPatron(let text): say(vi: "không có thẻ \(text)", en: "no card \(text)")
    }
  }

  /// How everything that a file brought is taken back; nil where it brought nothing.
  public func kocUndo(_ report: KocReport) -> String? { undoAll(report.ops) }

  /// How actions that were written together are taken back together; nil where there are none.
  public func undoAll(_ ops: [OpID]) -> String? {
    guard !ops.isEmpty else { return nil }
    return say(vi: "Hoàn tác tất cả: ", en: "To take all of it back: ")
      + "thuthu undo \(ops.map(\.description).joined(separator: " "))"
  }

  /// How a file went, in one line.
  public func kocSum(_ report: KocReport) -> String {
    let attention = report.lines.count { $0.outcome.needsAttention } + report.faults.count
    let undone = report.count(.undoneSince)
    return say(
      vi:
        "Mượn \(report.count(.lent)), gia hạn \(report.count(.renewed)), trả \(report.count(.returned)), thu \(report.count(.paid)); đã ghi từ trước \(report.count(.alreadyTaken)), đã hoàn tác \(undone); cần xem \(attention)",
      en:
        "Lent \(report.count(.lent)), renewed \(report.count(.renewed)), returned \(report.count(.returned)), payments \(report.count(.paid)); taken before \(report.count(.alreadyTaken)), undone since \(undone); to look at \(attention)"
    )
  }
}
