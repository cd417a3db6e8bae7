import LibraryCore
import LibraryStore
import MARC
import Terminal

extension ImportPreviewScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      resuming == nil
        ? words.say(vi: "XEM TRƯỚC KHI NHẬP", en: "IMPORT PREVIEW")
        : words.say(vi: "NHẬP TIẾP", en: "GO ON IMPORTING"), into: &surface)
    let (rows, columns) = (surface.size.rows, max(0, surface.size.columns - 2))
    surface.write(path, at: Point(row: 1, column: 1), role: .heading, width: columns)
    let formRows = min(form.items.count + 1, max(2, rows / 3))
    form.draw(into: &surface, in: Rect(row: 2, column: 1, rows: formRows, columns: columns))
    let start = 3 + formRows
    surface.drawHorizontalLine(at: Point(row: start - 1, column: 0), length: columns + 2)
    switch phase {
    case .reading(let progress):
      draw(progress, words.say(vi: "Đang đọc", en: "Reading"), into: &surface, row: start)
    case .importing(let progress):
      draw(progress, words.say(vi: "Đang nhập", en: "Importing"), into: &surface, row: start)
    case .previewed:
      page.draw(
        into: &surface,
        in: Rect(row: start, column: 1, rows: max(0, rows - start), columns: columns))
    }
  }

  private func draw(
    _ progress: ImportProgress?, _ verb: String, into surface: inout Surface, row: Int
  ) {
    let records = progress?.records ?? 0
    ProgressBar(
      label: words.say(vi: "\(verb): \(records) biểu ghi", en: "\(verb): \(records) records"),
      done: progress?.bytes ?? 0, total: max(1, progress?.bytesTotal ?? 1)
    ).draw(into: &surface, at: Point(row: row, column: 1), width: max(0, surface.size.columns - 2))
  }

  /// What a preview found: format, figures, first titles, faults.
  func text(of preview: ImportPreview) -> [StyledText] {
    var lines: [StyledText] = []
    if let sample = preview.sample {
      lines.append(
        StyledText(
          words.say(vi: "Dạng tệp: ", en: "Format: ") + words.recordFormat(sample.format)))
    }
    switch preview.report {
    case .failure(let error):
      return lines + [StyledText(workplace.describe(error), role: .error)]
    case .success(let report):
      lines.append(StyledText(words.batchCounts(report.counts), role: .heading))
      if let titles = preview.sample?.titles, !titles.isEmpty {
        lines.append(StyledText(words.say(vi: "Những nhan đề đầu:", en: "The first titles:")))
        lines += titles.map { StyledText("  " + $0, role: .muted, hangingIndent: 4) }
      }
      return lines + BatchPage.faults(report.faults, of: report.counts.faults, words)
    }
  }

  static func items(_ words: Wording) -> [Form.Item] {
    func choice(_ id: String, _ label: String, _ choices: [FieldChoice]) -> Form.Item {
      Form.Item(id, label: label, field: InputField(.choice(choices)), width: 44)
    }
    let formats =
      [FieldChoice("", label: words.say(vi: "tự nhận", en: "find out"))]
      + RecordFormat.allCases.map { FieldChoice($0.rawValue, label: words.recordFormat($0)) }
    return [
      choice("format", words.say(vi: "Dạng tệp", en: "Format"), formats),
      choice(
        "match", words.say(vi: "Trùng khi cùng", en: "Same when"),
        ImportOptions.Match.allCases.map { FieldChoice($0.rawValue, label: words.importMatch($0)) }),
      choice(
        "onMatch", words.say(vi: "Biểu ghi trùng", en: "Same records"),
        ImportOptions.OnMatch.allCases.map {
          FieldChoice($0.rawValue, label: words.importOnMatch($0))
        }),
      choice(
        "copies", words.say(vi: "Bản tài liệu từ", en: "Copies from"),
        ImportOptions.Copies.allCases.map {
          FieldChoice($0.rawValue, label: words.importCopies($0))
        }),
      choice(
        "text", words.say(vi: "Chữ có dấu", en: "Letters"),
        [
          FieldChoice("", label: words.say(vi: "giữ như trong tệp", en: "as they come")),
          FieldChoice("nfc", label: words.say(vi: "dựng sẵn (NFC)", en: "composed (NFC)")),
        ]),
    ]
  }
}
