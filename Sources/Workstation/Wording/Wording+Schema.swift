public import MARC

/// What the format calls things, and what is wrong with a table of it.
extension Wording {
  public func say(_ name: SchemaName) -> String { say(vi: name.vi, en: name.en) }

  /// Why a table of the format in a nearer place was left out.
  public func schemaTableFault(_ faulty: SchemaTables.Faulty) -> String {
    let place =
      faulty.fault.line == 0
      ? faulty.file
      : say(
        vi: "\(faulty.file), dòng \(faulty.fault.line)",
        en: "\(faulty.file), line \(faulty.fault.line)")
    let reason =
      switch faulty.fault.kind {
      case .notText: say(vi: "không phải UTF-8", en: "is not UTF-8")
      case .missingCell: say(vi: "thiếu ô hoặc ô sai", en: "a cell is missing or wrong")
      case .unknownLine: say(vi: "không rõ là dòng gì", en: "the line is of no known kind")
      case .nothingAbove:
        say(vi: "không có gì phía trên để thuộc về", en: "it belongs to nothing above it")
      case .empty: say(vi: "bảng trống", en: "the table is empty")
      }
    return say(
      vi: "Bảng MARC «\(place)» bị bỏ qua: \(reason)",
      en: "The MARC table “\(place)” was left out: \(reason)")
  }

  /// Why a table of ISBN ranges in a nearer place was left out.
  public func isbnTableFault(_ faulty: ISBNTable.Faulty) -> String {
    say(
      vi: "Bảng ISBN «\(faulty.file)» bị bỏ qua: sai ở dòng \(faulty.line)",
      en: "The table of ISBN ranges “\(faulty.file)” was left out: line \(faulty.line) is wrong")
  }

  /// Why a table of templates in a nearer place was left out.
  public func templateTableFault(_ faulty: ISBNTable.Faulty) -> String {
    say(
      vi: "Bảng mẫu «\(faulty.file)» bị bỏ qua: sai ở dòng \(faulty.line)",
      en: "The table of templates “\(faulty.file)” was left out: line \(faulty.line) is wrong")
  }

  /// The material for which positions of a fixed field are read.
  public func fixedMaterial(_ material: String, of tag: Tag) -> String {
    if tag == "007" { return material }
    switch Material008(rawValue: material) {
    case .books: return say(vi: "sách", en: "books")
    case .files: return say(vi: "tệp máy tính", en: "computer files")
    case .maps: return say(vi: "bản đồ", en: "maps")
    case .music: return say(vi: "âm nhạc, ghi âm", en: "music")
    case .continuing: return say(vi: "xuất bản phẩm tiếp tục", en: "continuing resources")
    case .visual: return say(vi: "tư liệu nhìn", en: "visual materials")
    case .mixed: return say(vi: "tư liệu hỗn hợp", en: "mixed materials")
    case nil: return material
    }
  }
}
