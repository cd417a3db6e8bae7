import LibraryCore
import LibraryStore
import Terminal
import VietnameseText

/// A table of patrons before it is taken in: its columns as fields to choose, then what would become of its rows.
extension ImportPreviewScreen {
  static let columnPrefix = "column."

  var isOfPatrons: Bool {
    form.items.contains { $0.id.hasPrefix(ImportPreviewScreen.columnPrefix) }
  }

  /// The columns as somebody chose them; nothing where their headings still say what they are.
  var patronMapping: PatronMapping {
    guard isMapped else { return .guessed }
    let columns = form.items.filter { $0.id.hasPrefix(ImportPreviewScreen.columnPrefix) }
    return .columns(columns.map { PatronColumnTarget(name: $0.field.text) })
  }

  /// Gives the form the choices of what the file turned out to be, where they are others than before.
  func layOut(_ preview: ImportPreview) {
    let items: [Form.Item]
    switch preview {
    case .patrons(let table, let outcome): items = patronItems(table, outcome)
    case .copies(_, let outcome):
      let shared = sharedCopies((try? outcome.get()).flatMap(\.report)?.sharedNumbers)
      items = recordItems.filter { ["format", "encoding", "text"].contains($0.id) } + shared
    case .records(let report, _):
      items = recordItems + sharedCopies((try? report.get())?.sharedNumbers)
    case .table: items = recordItems
    }
    let isSame =
      items.map(\.id) == form.items.map(\.id) && items.map(\.label) == form.items.map(\.label)
    var laidOut = Form(items, language: workplace.language)
    for item in form.items where !item.id.hasPrefix(ImportPreviewScreen.columnPrefix) {
      laidOut.setText(item.field.text, for: item.id)
    }
    guard !isSame || laidOut.texts != form.texts else { return }
    let focused = form.items.indices.contains(form.focus) ? form.items[form.focus].id : nil
    let place = items.firstIndex { $0.id == focused } ?? 0
    for _ in 0..<place { _ = laidOut.update(.command(.formNext)) }
    form = laidOut
  }

  private func patronItems(
    _ table: TablePreview, _ outcome: Result<PatronImportOutcome, any Error>
  ) -> [Form.Item] {
    let targets = targets(table, outcome)
    let fields =
      [FieldChoice("", label: words.patronTarget(nil))]
      + PatronColumnTarget.all.filter { $0 != .ignored }.map {
        FieldChoice($0.name, label: words.patronTarget($0))
      }
    let columns = table.headings.indices.map { column in
      let samples = table.firstRows.compactMap { row in
        row.indices.contains(column) && !row[column].isEmpty ? row[column] : nil
      }.joined(separator: " · ")
      let heading = table.headings[column]
      let number = column + 1
      return Form.Item(
        "\(ImportPreviewScreen.columnPrefix)\(column)",
        label: heading.isEmpty ? words.say(vi: "Cột \(number)", en: "Column \(number)") : heading,
        field: InputField(.choice(fields), text: targets[column]?.name ?? ""), width: 44,
        hint: samples)
    }
    let known = Form.Item(
      "known", label: words.say(vi: "Bạn đọc đã có", en: "Known patrons"),
      field: InputField(
        .choice([
          FieldChoice("", label: words.say(vi: "để nguyên", en: "are left as they are")),
          FieldChoice("change", label: words.say(vi: "sửa theo bảng", en: "are changed")),
        ])), width: 44,
      hint: words.say(vi: "theo số thẻ và họ tên", en: "by card and name"))
    let common = recordItems
    return common.filter { $0.id == "format" } + columns + [known] + shared(outcome)
      + common.filter { ["encoding", "text"].contains($0.id) }
  }

  /// The question about copies whose barcode is a reader's card, where the file has any.
  private func sharedCopies(_ count: Int?) -> [Form.Item] {
    guard (count ?? 0) > 0 || form["shared"]?.text == "yes" else { return [] }
    return [
      numberQuestion(
        words.say(vi: "Mã vạch trùng số thẻ", en: "Barcodes that are cards"),
        leaves: words.say(vi: "bỏ những bản ấy", en: "leave those copies out"),
        takes: words.say(vi: "vẫn nhập", en: "take them all the same"))
    ]
  }

  /// The question about cards whose number a copy has too, where the table has any.
  private func shared(_ outcome: Result<PatronImportOutcome, any Error>) -> [Form.Item] {
    var isAsked = form["shared"]?.text == "yes"
    if case .success(.imported(let report)) = outcome, report.told.contains(where: \.isQuestion) {
      isAsked = true
    }
    guard isAsked else { return [] }
    return [
      numberQuestion(
        words.say(vi: "Số thẻ trùng mã vạch", en: "Cards that are barcodes"),
        leaves: words.say(vi: "bỏ những dòng ấy", en: "leave those rows out"),
        takes: words.say(vi: "vẫn cấp", en: "take them all the same"))
    ]
  }

  private func numberQuestion(_ label: String, leaves: String, takes: String) -> Form.Item {
    Form.Item(
      "shared", label: label,
      field: InputField(
        .choice([FieldChoice("", label: leaves), FieldChoice("yes", label: takes)])), width: 44,
      hint: words.say(
        vi: "quét số ấy sẽ phải hỏi là thẻ hay sách", en: "a scan of it could mean either"))
  }

  private func targets(
    _ table: TablePreview, _ outcome: Result<PatronImportOutcome, any Error>
  ) -> [PatronColumnTarget?] {
    if case .columns(let chosen) = patronMapping, chosen.count == table.headings.count {
      return chosen
    }
    if case .success(.imported(let report)) = outcome { return report.columns.targets }
    return PatronColumns(headings: table.headings).targets
  }

  /// What would become of a table of patrons: figures, the rows that need an eye, the first rows as they stand.
  func text(
    of table: TablePreview, _ outcome: Result<PatronImportOutcome, any Error>
  ) -> [StyledText] {
    let format = StyledText(
      words.say(vi: "Dạng tệp: ", en: "Format: ") + words.tableContent(.patrons))
    switch outcome {
    case .failure(let error):
      return [format, StyledText(workplace.describe(error), role: .error)]
    case .success(.imported(let report)):
      let eyes = report.told.filter(\.needsEye)
      let shown = eyes.prefix(ImportPreviewScreen.rowsMaximum).map { row in
        StyledText(
          "  " + words.patronRow(row, report.columns),
          role: row.isFaulty ? .error : row.isChange ? .text : .warning, hangingIndent: 4)
      }
      let rest = eyes.count - shown.count
      return [format, StyledText(words.patronCounts(report), role: .heading)]
        + (words.sharedCards(
          report.sharedNumbers, option: words.say(vi: "chọn ở trên", en: "choose above")
        ).map { [StyledText($0, role: .warning, hangingIndent: 2)] } ?? [])
        + unused(report.unknownHeadings)
        + (eyes.isEmpty
          ? [] : [StyledText(words.say(vi: "Những dòng nên xem:", en: "Rows to look at:"))])
        + shown
        + (rest > 0
          ? [StyledText(words.say(vi: "  … và \(rest) dòng nữa", en: "  … and \(rest) more"))] : [])
        + firstRows(table) + EncodingLines.lines(table.survey, words)
    case .success(let outcome):
      return [format, StyledText(fault(outcome), role: .error)] + firstRows(table)
        + EncodingLines.lines(table.survey, words)
    }
  }

  private static let rowsMaximum = 500

  private func unused(_ headings: [String]) -> [StyledText] {
    guard !headings.isEmpty else { return [] }
    let columns = headings.joined(separator: ", ")
    return [
      StyledText(
        words.say(
          vi: "Không dùng các cột: \(columns) – chọn trường cho chúng ở trên",
          en: "Columns not used: \(columns) – choose a field for them above"), role: .warning,
        hangingIndent: 2)
    ]
  }

  /// Why a table of patrons is not taken at all.
  private func fault(_ outcome: PatronImportOutcome) -> String {
    switch outcome {
    case .imported: ""
    case .unreadable(let fault): words.importFault(.unreadable(fault, file: 0))
    case .badMapping(let fault): words.patronMappingFault(fault)
    case .refused(let reasons): reasons.map(words.refusal).joined(separator: "; ")
    case .noNames:
      words.say(
        vi:
          "Không có cột họ tên: hãy chọn ở trên cột nào là «\(words.patronTarget(.field(.name)))»",
        en: "No column has names: choose above which one is “\(words.patronTarget(.field(.name)))”")
    }
  }

  func finish(_ outcome: Result<PatronImportOutcome, any Error>) -> [Effect] {
    phase = .previewed
    switch outcome {
    case .success(.imported(let report)):
      return [.replace(PatronsImportedScreen(workplace: workplace, report: report, path: path))]
        + workplace.good(words.patronCounts(report))
    case .success(.refused(let reasons)): return workplace.refused(reasons)
    case .success(let outcome): return workplace.bad(fault(outcome))
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }
}

extension PatronRow {
  fileprivate var isFaulty: Bool { if case .faulty = outcome { true } else { false } }
  fileprivate var isChange: Bool { if case .changed = outcome { true } else { false } }
}

extension PatronRow {
  /// Whether the row would be taken if somebody said that its number is meant.
  fileprivate var isQuestion: Bool {
    if case .faulty(let reasons) = outcome { reasons.allSatisfy(\.isQuestion) } else { false }
  }
}
