public import LibraryCore
import MARC

extension Wording {
  /// What came of an import, or would come of it, in figures.
  public func batchCounts(_ counts: BatchCounts) -> String {
    say(
      vi:
        "\(counts.records) biểu ghi mới, \(counts.replaced) thay thế, \(counts.items) bản, \(counts.skipped) bỏ qua, \(counts.faults) lỗi",
      en:
        "\(counted(counts.records, "new record")), \(counts.replaced) replaced, \(counted(counts.items, "copy", "copies")), \(counts.skipped) left out, \(counted(counts.faults, "fault"))"
    ) + (textCounts(counts).map { "; " + $0 } ?? "")
  }

  /// That copies were left out because their barcodes are cards, and how to have them all the same; nil where none was.
  public func sharedNumbers(_ count: Int, option: String) -> String? {
    guard count > 0 else { return nil }
    return say(
      vi: "\(count) bản có mã vạch trùng số thẻ bạn đọc, không nhập; vẫn muốn nhập: \(option)",
      en:
        "\(counted(count, "copy", "copies")) left out whose barcodes are readers' cards; to take them: \(option)"
    )
  }

  /// What a batch did: the kind of work, then the files, headings or numbers it was about.
  public func batchSubject(kind: String, source: String) -> String {
    let work: String? =
      switch kind {
      case Batch.records: say(vi: "nhập biểu ghi", en: "records imported")
      case Batch.items: say(vi: "nhập bản", en: "copies imported")
      case Batch.edit: say(vi: "sửa hàng loạt", en: "many records edited")
      case Batch.merge: say(vi: "gộp biểu ghi", en: "records merged")
      case Batch.authorities: say(vi: "nhập tiêu đề chuẩn", en: "authorities imported")
      case Batch.headings: say(vi: "đổi tiêu đề", en: "heading changed")
      case Batch.copies: say(vi: "thêm bản, dãy số", en: "copies added, series")
      case Batch.patrons: say(vi: "đổi nhiều bạn đọc", en: "many patrons changed")
      case Batch.rules: say(vi: "nhập quy định", en: "rules imported")
      case Batch.patronTable: say(vi: "nhập bạn đọc", en: "patrons imported")
      case Batch.texts: say(vi: "chữ gốc của", en: "texts as received of")
      default: nil
      }
    guard let work else { return source }
    return source.isEmpty ? work : "\(work): \(source)"
  }

  /// A batch in the list, where there is little room: an import by its files, anything else by what it did.
  func batchListed(_ batch: Batch) -> String {
    batch.isImport ? batch.source : batchSubject(kind: batch.kind, source: batch.source)
  }

  /// What came of a batch, in the figures of its kind of work.
  public func batchResult(_ batch: Batch) -> String {
    let counts = batch.counts
    return switch batch.kind {
    case Batch.headings:
      say(
        vi: "đổi trong \(counts.replaced) biểu ghi",
        en: "changed in \(counted(counts.replaced, "record"))")
    case Batch.edit:
      say(vi: "sửa \(counts.replaced) biểu ghi", en: "\(counted(counts.replaced, "record")) edited")
    case Batch.copies:
      say(vi: "thêm \(counts.items) bản", en: "\(counted(counts.items, "copy", "copies")) added")
    case Batch.patrons:
      say(vi: "sửa \(counts.records) bạn đọc", en: "\(counted(counts.records, "patron")) changed")
    case Batch.rules:
      say(
        vi: "thêm \(counts.records), đổi \(counts.replaced), bỏ \(counts.items) dòng quy định",
        en:
          "\(counted(counts.records, "rule")) added, \(counts.replaced) changed, \(counts.items) removed"
      )
    case Batch.patronTable:
      say(
        vi:
          "cấp \(counts.records) thẻ, sửa \(counts.replaced), để nguyên \(counts.skipped), lỗi \(counts.faults)",
        en:
          "\(counts.records) enrolled, \(counts.replaced) changed, \(counts.skipped) left, \(counted(counts.faults, "fault"))"
      )
    case Batch.authorities:
      say(
        vi:
          "\(counts.records) tiêu đề chuẩn mới, \(counts.replaced) thay thế, \(counts.skipped) bỏ qua",
        en:
          "\(counted(counts.records, "new authority", "new authorities")), \(counts.replaced) replaced, \(counts.skipped) left out"
      )
    default: batchCounts(counts)
    }
  }

  /// What taking a batch back does, and what it leaves.
  func batchUndoing(_ batch: Batch) -> String {
    switch batch.kind {
    case Batch.patronTable:
      say(
        vi:
          "Thẻ đã cấp bị bỏ, hồ sơ đã sửa lấy lại như cũ. Có bạn đọc đã mượn thì cả đợt giữ nguyên.",
        en:
          "Cards given go, changed patrons get their former data. Once one of them has borrowed, all of it stays."
      )
    case Batch.rules:
      say(
        vi: "Quy định lấy lại như trước. Có dòng đã sửa sau đó thì cả đợt giữ nguyên.",
        en: "The rules are as before. Once one of the rows was changed again, all of it stays.")
    default:
      say(
        vi:
          "Biểu ghi và bản mới bị bỏ, biểu ghi đã thay lấy lại bản cũ. Thứ gì đã có việc làm sau thì giữ lại.",
        en:
          "New records and copies go, replaced records get their earlier version. What later actions stand on stays."
      )
    }
  }

  /// What was done to texts, in figures; nil if nothing was.
  public func textCounts(_ counts: BatchCounts) -> String? {
    let parts = [
      counts.decoded > 0
        ? say(
          vi: "\(counts.decoded) trường đổi bảng mã",
          en: "\(counted(counts.decoded, "field")) decoded") : nil,
      counts.repaired > 0
        ? say(
          vi: "\(counts.repaired) chỗ sửa dấu", en: "\(counted(counts.repaired, "mark")) repaired")
        : nil,
      counts.composed > 0
        ? say(
          vi: "\(counts.composed) trường đưa về dựng sẵn",
          en: "\(counted(counts.composed, "field")) composed")
        : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  public func batchStatus(_ status: Batch.Status) -> String {
    switch status {
    case .open: say(vi: "dở dang", en: "open")
    case .closed: say(vi: "xong", en: "done")
    case .undone: say(vi: "đã huỷ", en: "undone")
    }
  }

  /// What came of taking a batch back or closing it; refusals have words of their own.
  public func batchOutcome(_ outcome: BatchOutcome) -> String {
    switch outcome {
    case .undone(let taken, let kept, _):
      say(vi: "Đã huỷ \(taken) thứ", en: "Took back \(taken)") + keptNote(kept)
    case .stopped(let taken):
      say(vi: "Dừng giữa chừng, đã huỷ \(taken)", en: "Stopped; took back \(taken)")
    case .closed(let counts, _):
      say(vi: "Đã đóng đợt nhập: ", en: "Closed the batch: ") + batchCounts(counts)
    case .unknown(let typed):
      say(vi: "Không có đợt nhập \(typed)", en: "There is no batch \(typed)")
    case .refused(let reasons): reasons.map(refusal).joined(separator: "; ")
    }
  }

  private func keptNote(_ kept: [EntityID]) -> String {
    guard !kept.isEmpty else { return "" }
    let names = kept.prefix(10).map(\.description).joined(separator: ", ")
    return say(
      vi: "; giữ lại \(kept.count) thứ đã có việc làm sau: \(names)",
      en: "; kept: \(kept.count), later actions stand on them: \(names)")
  }

  func recordFormat(_ format: RecordFormat) -> String {
    switch format {
    case .iso2709: "ISO 2709 (.mrc)"
    case .marcXML: "MARCXML"
    case .json: "MARC-in-JSON"
    case .jsonLines: say(vi: "MARC-in-JSON, mỗi dòng một biểu ghi", en: "MARC-in-JSON lines")
    case .line: say(vi: "dạng dòng MARCMaker (=245 …, .mrk)", en: "MARCMaker (=245 …, .mrk)")
    case .plainText: say(vi: "chữ thường (245 10 $a …)", en: "plain text (245 10 $a …)")
    case .aleph: say(vi: "Aleph tuần tự", en: "Aleph sequential")
    case .isis: say(vi: "CDS/ISIS, WinISIS", en: "CDS/ISIS, WinISIS")
    case .csv: say(vi: "bảng sách: mỗi dòng một nhan đề", en: "table of titles")
    case .tsv: say(vi: "bảng sách cách bằng tab", en: "table of titles, by tabs")
    }
  }

  func importMatch(_ match: ImportOptions.Match) -> String {
    switch match {
    case .controlNumberOrISBN:
      say(vi: "số kiểm soát, không có thì ISBN", en: "control number, or else ISBN")
    case .controlNumber: say(vi: "số kiểm soát (001)", en: "control number (001)")
    case .isbn: "ISBN"
    case .likeness: say(vi: "giống nhau (dò trùng)", en: "alike, as duplicates are")
    case .none: say(vi: "không bao giờ: đều là mới", en: "never: all are new")
    }
  }

  func importOnMatch(_ choice: ImportOptions.OnMatch) -> String {
    switch choice {
    case .skip: say(vi: "bỏ qua", en: "are left out")
    case .replace: say(vi: "thay bản đang có", en: "replace what is there")
    case .merge: say(vi: "gộp từng trường", en: "are merged field by field")
    case .add: say(vi: "thêm thành biểu ghi mới", en: "are added as new ones")
    }
  }

  func importCopies(_ copies: ImportOptions.Copies) -> String {
    switch copies {
    case .all: say(vi: "trường 852 và 952", en: "fields 852 and 952")
    case .holdings: say(vi: "trường 852", en: "field 852")
    case .koha: say(vi: "trường 952 (Koha)", en: "field 952 (Koha)")
    case .none: say(vi: "không nhập bản", en: "none are taken")
    }
  }

  /// A size as people read it, to one decimal.
  public func fileSize(_ bytes: Int) -> String {
    let units = ["byte", "KB", "MB", "GB"]
    var (tenths, unit) = (bytes * 10, 0)
    while tenths >= 10_240, unit < units.count - 1 {
      tenths /= 1024
      unit += 1
    }
    let point = say(vi: ",", en: ".")
    let figure = unit == 0 ? "\(bytes)" : "\(tenths / 10)\(point)\(tenths % 10)"
    return "\(figure) \(units[unit])"
  }
}

extension Batch {
  /// Whether it came from files of records, copies or patrons.
  var isImport: Bool {
    kind == Batch.records || kind == Batch.items || kind == Batch.patronTable
  }
}
