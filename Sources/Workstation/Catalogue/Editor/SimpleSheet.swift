import LibraryCore
import MARC
import Terminal
import VietnameseText

/// A book as a plain sheet of paper has it, and the MARC record it becomes.
struct SimpleSheet {
  /// What was typed, by the id of the field on the sheet.
  let texts: [String: String]

  func text(_ id: String) -> String { SimpleSheet.trimmed((texts[id] ?? "").nfc) }

  /// The record; what was left empty gives no field.
  func record(on today: CalendarDay, library: String) -> Record {
    let year = Int(text("year"))
    var record = EditableRecord()
    record.insert(MARC.Field(control: "008", RecordTemplate.codes(on: today, year: year)))
    if !library.isEmpty { record.insert(MARC.Field("040", [Subfield("a", library)])) }
    record.insert(MARC.Field("041", "0", .blank, [Subfield("a", "vie")]))
    let price = text("price")
    let isbn = [part("a", text("isbn")), part("c", price.isEmpty ? "" : price + "đ")]
    add("020", "  ", text("isbn").isEmpty ? [] : isbn, to: &record)
    add("082", "04", [part("a", text("class"))], to: &record)
    let authors = words(in: text("author"))
    add("100", "0 ", [part("a", authors.first ?? "")], to: &record)
    add(
      "245", authors.isEmpty ? "00" : "10",
      [
        part("a", text("title"), before: text("subtitle").isEmpty ? "" : " :"),
        part("b", text("subtitle"), before: authors.isEmpty ? "" : " /"),
        part("c", authors.joined(separator: ", ")),
      ], to: &record)
    add(
      "260", "  ",
      [
        part("a", text("place"), before: text("publisher").isEmpty ? "" : " :"),
        part("b", text("publisher"), before: text("year").isEmpty ? "" : ","),
        part("c", text("year")),
      ], to: &record)
    add(
      "300", "  ",
      [
        part("a", pages, before: text("size").isEmpty ? "" : " ;"), part("c", text("size")),
      ], to: &record)
    for keyword in words(in: text("keywords")) {
      add("653", "  ", [part("a", keyword)], to: &record)
    }
    for author in authors.dropFirst() { add("700", "0 ", [part("a", author)], to: &record) }
    return record.record
  }

  /// The number of pages with its unit, where only the number was typed.
  private var pages: String {
    let typed = text("pages")
    return typed.allSatisfy(\.isNumber) && !typed.isEmpty ? typed + " tr." : typed
  }

  /// Several words or names, parted by semicolons, or else by commas.
  private func words(in text: String) -> [String] {
    text.split(separator: text.contains(";") ? ";" : ",").map { SimpleSheet.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  private func part(_ code: Code, _ text: String, before mark: String = "") -> Subfield? {
    text.isEmpty ? nil : Subfield(code, text + mark)
  }

  private func add(
    _ tag: Tag, _ indicators: String, _ parts: [Subfield?], to record: inout EditableRecord
  ) {
    let subfields = parts.compactMap { $0 }
    let codes = indicators.compactMap { Code($0) }
    guard let first = codes.first, let last = codes.last, !subfields.isEmpty else { return }
    record.insert(MARC.Field(tag, first, last, subfields))
  }

  private static func trimmed(_ text: String) -> String {
    let front = text.drop { $0.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...last])
  }
}
