import LibraryCore
import MARC
import Terminal

/// What came of an import, with what was found wrong, to read.
enum BatchPage {
  static func screen(_ workplace: Workplace, _ report: ImportReport, path: String) -> any Screen {
    let words = workplace.wording
    let lines =
      [StyledText(path, role: .heading), StyledText(words.batchCounts(report.counts))]
      + (report.batch.map { batch in
        [StyledText(words.say(vi: "Đợt nhập số \(batch)", en: "Batch \(batch)"))]
      } ?? [])
    return TextScreen(
      workplace: workplace, title: words.say(vi: "ĐÃ NHẬP", en: "IMPORTED"),
      paragraphs: lines + faults(report.faults, of: report.counts.faults, words))
  }

  static func screen(_ workplace: Workplace, _ batch: Batch, faults: [ImportFault]) -> any Screen {
    let words = workplace.wording
    let lines = [
      StyledText(batch.source, role: .heading),
      StyledText(
        "\(words.moment(batch.openedAt)), \(words.batchStatus(batch.status)): \(words.batchCounts(batch.counts))"
      ),
    ]
    return TextScreen(
      workplace: workplace, title: words.say(vi: "ĐỢT NHẬP \(batch.id)", en: "BATCH \(batch.id)"),
      paragraphs: lines + self.faults(faults, of: batch.counts.faults, words))
  }

  /// The faults that are listed, and how many more there are.
  static func faults(_ faults: [ImportFault], of count: Int, _ words: Wording) -> [StyledText] {
    guard count > 0 else { return [] }
    var lines = [
      StyledText(""),
      StyledText(
        words.say(vi: "Những chỗ có lỗi: \(count)", en: "Faults: \(count)"), role: .heading),
    ]
    lines += faults.map { fault in
      StyledText(
        "  " + words.importFault(fault), role: fault.severity == .error ? .error : .text,
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
