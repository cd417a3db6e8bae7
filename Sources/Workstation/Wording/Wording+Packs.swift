import LibraryCore
public import LibraryStore

extension Wording {
  /// Whether a pack holds whole records.
  public func packKind(_ info: RecordPack.Info) -> String {
    info.isBrief
      ? say(vi: "biểu ghi rút gọn", en: "brief records")
      : say(vi: "biểu ghi đầy đủ", en: "full records")
  }

  /// All a pack says of itself, a line each.
  func packLines(_ pack: RecordPack) -> [String] {
    let info = pack.info
    return [
      say(vi: "Tệp: \(pack.path)", en: "File: \(pack.path)"),
      "\(info.records) \(packKind(info)) · \(fileSize(info.bytes))",
      say(vi: "Lập ngày: \(day(info.made.day))", en: "Made on: \(day(info.made.day))"),
      say(vi: "Nguồn: \(info.source)", en: "Source: \(info.source)"),
      say(vi: "Tổng kiểm tra: \(info.digest)", en: "Digest: \(info.digest)"),
    ]
  }
}
