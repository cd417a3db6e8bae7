import LibraryCore
import LibraryStore
import MARC
import Terminal
import VietnameseText

extension ImportPreviewScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      resuming == nil
        ? words.say(vi: "XEM TRƯỚC KHI NHẬP", en: "IMPORT PREVIEW")
        : words.say(vi: "NHẬP TIẾP", en: "GO ON IMPORTING"), into: &surface)
    let (rows, columns) = (surface.size.rows, max(0, surface.size.columns - 2))
    surface.write(path, at: Point(row: 1, column: 1), role: .heading, width: columns)
    let formRows = min(
      form.items.count + 1, max(2, isOfPatrons ? rows / 2 - 1 : rows / 3))
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
    let isTable = isOfPatrons || preview?.content != nil
    ProgressBar(
      label: isTable
        ? words.say(vi: "\(verb): \(records) dòng", en: "\(verb): \(counted(records, "row"))")
        : words.say(
          vi: "\(verb): \(records) biểu ghi", en: "\(verb): \(counted(records, "record"))"),
      done: progress?.bytes ?? 0, total: max(1, progress?.bytesTotal ?? 1)
    ).draw(into: &surface, at: Point(row: row, column: 1), width: max(0, surface.size.columns - 2))
  }

  /// What a preview found: format, figures, first titles or rows, encodings, faults.
  func text(of preview: ImportPreview) -> [StyledText] {
    switch preview {
    case .records(.failure(let error), let sample):
      return format(sample) + [StyledText(workplace.describe(error), role: .error)]
    case .records(.success(let report), let sample):
      var lines = format(sample)
      lines += figures(report)
      if let titles = sample?.titles, !titles.isEmpty {
        lines.append(StyledText(words.say(vi: "Những nhan đề đầu:", en: "The first titles:")))
        lines += titles.map { StyledText("  " + $0, role: .muted, hangingIndent: 4) }
      }
      return lines + EncodingLines.lines(sample?.survey, words)
        + BatchPage.faults(report.faults, of: report.counts.faults, words)
    case .table(.failure(let fault as SeparatedValues.Fault)):
      return [StyledText(words.importFault(.unreadable(fault, file: 0)), role: .error)]
    case .table(.failure(let error)):
      return [StyledText(workplace.describe(error), role: .error)]
    case .table(.success(let table)): return text(of: table)
    case .copies(let table, let outcome): return text(of: table) + text(ofCopies: outcome)
    case .patrons(let table, let outcome): return text(of: table, outcome)
    }
  }

  /// How much would be taken in, and what is left out because its number is a card.
  private func figures(_ report: ImportReport) -> [StyledText] {
    let option = words.say(vi: "chọn ở trên", en: "choose above")
    return [StyledText(words.batchCounts(report.counts), role: .heading)]
      + (words.sharedNumbers(report.sharedNumbers, option: option).map {
        [StyledText($0, role: .warning, hangingIndent: 2)]
      } ?? [])
  }

  /// What an import of a table of copies would do.
  private func text(ofCopies outcome: Result<ImportOutcome, any Error>) -> [StyledText] {
    switch outcome {
    case .failure(let error): [StyledText(workplace.describe(error), role: .error)]
    case .success(.refused(let reasons)):
      reasons.map { StyledText(words.refusal($0), role: .error) }
    case .success(.imported(let report)):
      figures(report)
        + BatchPage.faults(report.faults, of: report.counts.faults, words, countsLines: true)
    }
  }

  private func format(_ sample: ImportSample?) -> [StyledText] {
    guard let sample else { return [] }
    return [
      StyledText(words.say(vi: "Dạng tệp: ", en: "Format: ") + words.recordFormat(sample.format))
    ]
  }

  private func text(of table: TablePreview) -> [StyledText] {
    var lines = [
      StyledText(words.say(vi: "Dạng tệp: ", en: "Format: ") + words.tableContent(table.content))
    ]
    lines += firstRows(table)
    if !table.unknownHeadings.isEmpty {
      lines.append(
        StyledText(
          words.say(vi: "Không dùng các cột: ", en: "Columns not used: ")
            + table.unknownHeadings.joined(separator: ", "), role: .warning))
    }
    return lines + EncodingLines.lines(table.survey, words)
  }

  /// How many rows a table has, and the first of them as they are read.
  func firstRows(_ table: TablePreview) -> [StyledText] {
    let counts = BatchCounts(decoded: table.decoded, repaired: table.repaired)
    return [
      StyledText(
        words.say(vi: "\(table.rowCount) dòng", en: counted(table.rowCount, "row"))
          + (words.textCounts(counts).map { "; " + $0 } ?? ""), role: .heading),
      StyledText("  " + table.headings.joined(separator: " | "), hangingIndent: 4),
    ]
      + table.firstRows.map { row in
        StyledText("  " + row.joined(separator: " | "), role: .muted, hangingIndent: 4)
      }
  }

  static func items(_ words: Wording, profiles: [NamedText], mappings: [String]) -> [Form.Item] {
    func choice(_ id: String, _ label: String, _ choices: [FieldChoice]) -> Form.Item {
      Form.Item(id, label: label, field: InputField(.choice(choices)), width: 44)
    }
    let formats =
      [FieldChoice("", label: words.say(vi: "tự nhận", en: "find out"))]
      + RecordFormat.allCases.filter { $0 != .tsv }.map {
        FieldChoice($0.rawValue, label: words.recordFormat($0))
      }
      + TablePreview.Content.allCases.map {
        FieldChoice($0.rawValue, label: words.tableContent($0))
      }
    let profile = choice(
      "profile", words.say(vi: "Hồ sơ nhập", en: "Profile"),
      [FieldChoice("", label: words.say(vi: "không dùng", en: "none"))]
        + profiles.map { FieldChoice($0.name, label: $0.name) })
    return (profiles.isEmpty ? [] : [profile]) + [
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
        "encoding", words.say(vi: "Bảng mã", en: "Encoding"),
        EncodingChoice.all.map { FieldChoice($0.name, label: words.encodingChoice($0)) }),
      choice(
        "map", words.say(vi: "Hồ sơ ánh xạ", en: "Mapping"),
        [FieldChoice("", label: words.say(vi: "có sẵn", en: "built in"))]
          + mappings.map { FieldChoice($0, label: $0) }),
      choice(
        "faults", words.say(vi: "Biểu ghi có lỗi", en: "Faulty records"),
        [
          FieldChoice("", label: words.say(vi: "sửa rồi nhập", en: "mend and take in")),
          FieldChoice("strict", label: words.say(vi: "bỏ lại (nghiêm)", en: "leave out (strict)")),
        ]),
      choice(
        "text", words.say(vi: "Chữ có dấu", en: "Letters"),
        [
          FieldChoice("", label: words.say(vi: "giữ như trong tệp", en: "as they come")),
          FieldChoice("nfc", label: words.say(vi: "dựng sẵn (NFC)", en: "composed (NFC)")),
          FieldChoice(
            "repair",
            label: words.say(
              vi: "dựng sẵn, sửa dấu và Ð giả Đ", en: "composed, marks and Ð mended")),
        ]),
    ]
  }
}
