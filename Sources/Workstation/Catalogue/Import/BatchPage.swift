import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What came of an import, with what was found wrong, to read.
enum BatchPage {
  static func screen(_ workplace: Workplace, _ report: ImportReport, path: String) -> any Screen {
    TextScreen(
      workplace: workplace, title: workplace.wording.say(vi: "ĐÃ NHẬP", en: "IMPORTED"),
      paragraphs: paragraphs(workplace, report, path: path))
  }

  static func paragraphs(
    _ workplace: Workplace, _ report: ImportReport, path: String
  ) -> [StyledText] {
    let words = workplace.wording
    let lines =
      [StyledText(path, role: .heading), StyledText(words.batchCounts(report.counts))]
      + (report.batch.map { batch in
        [StyledText(words.say(vi: "Đợt nhập số \(batch)", en: "Batch \(batch)"))]
      } ?? [])
    return lines + rejects(report, workplace)
      + faults(report.faults, of: report.counts.faults, words)
      + received(report.batch, report.counts, workplace)
  }

  /// How many records were left out for which reason, and the key that writes them down.
  private static func rejects(_ report: ImportReport, _ workplace: Workplace) -> [StyledText] {
    guard !report.rejects.isEmpty else { return [] }
    let words = workplace.wording
    let counts = ImportReject.Reason.allCases.compactMap { reason -> String? in
      let count = report.rejects.count { $0.reason == reason }
      return count == 0 ? nil : "\(words.importReject(reason)): \(count)"
    }
    let key = workplace.keyMap.keys(for: .importRejected, in: "imported").first?.label ?? ""
    return [
      StyledText(
        words.say(vi: "Bỏ lại – ", en: "Left out – ") + counts.joined(separator: ", ")
          + words.say(vi: " (\(key): ghi ra tệp)", en: " (\(key): write to a file)"),
        hangingIndent: 2)
    ]
  }

  /// What came of a table of patrons, with the rows that need an eye.
  static func paragraphs(_ workplace: Workplace, _ report: PatronImport, path: String)
    -> [StyledText]
  {
    let words = workplace.wording
    let key = workplace.keyMap.keys(for: .undo, in: KeyContext.global).first?.label ?? ""
    let lines =
      [StyledText(path, role: .heading), StyledText(words.patronCounts(report))]
      + (report.batch.map { batch in
        [
          StyledText(
            words.say(
              vi: "Đợt nhập số \(batch); \(key) lấy lại cả bảng",
              en: "Batch \(batch); \(key) takes the whole table back"))
        ]
      } ?? [])
    let rows = report.told.map { row in
      StyledText("  " + words.patronRow(row, report.columns), role: .warning, hangingIndent: 4)
    }
    return lines + rows + received(report.texts, report.counts, workplace)
  }

  static func screen(_ workplace: Workplace, _ batch: Batch, faults: [ImportFault]) -> any Screen {
    let words = workplace.wording
    let lines = [
      StyledText(words.batchSubject(kind: batch.kind, source: batch.source), role: .heading),
      StyledText(
        "\(words.moment(batch.openedAt)), \(words.batchStatus(batch.status)): \(words.batchResult(batch))"
      ),
    ]
    let name =
      batch.isImport ? words.say(vi: "ĐỢT NHẬP", en: "IMPORT") : words.say(vi: "ĐỢT", en: "BATCH")
    return TextScreen(
      workplace: workplace,
      title: "\(name) \(batch.id)",
      paragraphs: lines + self.faults(faults, of: batch.counts.faults, words)
        + received(batch.id, batch.counts, workplace))
  }

  private static let receivedMaximum = 200

  /// The texts that were changed as they were received, as far as a page has room.
  private static func received(
    _ batch: EntityID?, _ counts: BatchCounts, _ workplace: Workplace
  ) -> [StyledText] {
    guard let batch, counts.decoded + counts.repaired > 0,
      let texts = try? workplace.desk.textsMended(by: batch, limit: receivedMaximum)
    else { return [] }
    let words = workplace.wording
    let lines = texts.flatMap { texts in
      texts.fields.map { field in
        StyledText("  " + words.receivedText(field, of: texts), hangingIndent: 4)
      }
    }
    let heading = StyledText(
      words.say(vi: "Chữ gốc như nhận được:", en: "Texts as received:"), role: .heading)
    let rest = StyledText(
      words.say(
        vi: "  … xem hết: thuthu import received \(batch)",
        en: "  … all of them: thuthu import received \(batch)"), role: .muted)
    return [StyledText(""), heading] + lines + (texts.count == receivedMaximum ? [rest] : [])
  }

  /// The faults that are listed, and how many more there are.
  static func faults(
    _ faults: [ImportFault], of count: Int, _ words: Wording, countsLines: Bool = false
  ) -> [StyledText] {
    guard count > 0 else { return [] }
    var lines = [
      StyledText(""),
      StyledText(
        words.say(vi: "Những chỗ có lỗi: \(count)", en: "Faults: \(count)"), role: .heading),
    ]
    lines += faults.map { fault in
      StyledText(
        "  " + words.importFault(fault, countsLines: countsLines),
        role: fault.severity == .error ? .error : .text,
        hangingIndent: 4)
    }
    if count > faults.count {
      let more = count - faults.count
      lines.append(
        StyledText(
          words.say(vi: "  … và \(more) chỗ nữa", en: "  … and \(more) more"), role: .muted))
    }
    return lines
  }
}
