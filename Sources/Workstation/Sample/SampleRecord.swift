public import MARC
import VietnameseText

extension SampleTables {
  /// The titles as MARC records, each with its copies in 852.
  ///
  /// Barcodes run per location in the order of the rows: `VV.000001`, `TN.000001` …
  public static var records: [Record] {
    var copiesSoFar: [String: Int] = [:]
    return titles.map { title in
      let first = copiesSoFar[title.location, default: 0] + 1
      copiesSoFar[title.location, default: 0] += title.copies
      return title.record(
        barcodes: (first..<first + title.copies).map { number in
          let digits = String(number)
          return title.location + "." + String(repeating: "0", count: 6 - digits.count) + digits
        })
    }
  }
}

extension SampleTitle {
  /// The record a Vietnamese library would make of the book, with ISBD's marks between its parts.
  func record(barcodes: [String]) -> Record {
    var record = EditableRecord()
    record.insert(Field(control: "008", fixedData))
    record.insert(Field("020", [Subfield("c", "\(priceDong)đ")]))
    if !original.isEmpty {
      record.insert(Field("041", "1", .blank, [Subfield("a", language), Subfield("h", original)]))
    }
    record.insert(Field("082", "0", "4", [Subfield("a", classMark), Subfield("2", "23")]))
    for (index, author) in authors.enumerated() {
      let tag: Tag = index == 0 ? "100" : "700"
      record.insert(Field(tag, author.contains(" ") ? "1" : "0", .blank, [Subfield("a", author)]))
    }
    record.insert(Field("245", authors.isEmpty ? "0" : "1", nonfilingCharacters, titleStatement))
    record.insert(
      Field(
        "260",
        [
          Subfield("a", place + " :"), Subfield("b", publisher + ","), Subfield("c", String(year)),
        ]))
    record.insert(
      Field(
        "300",
        [
          Subfield("a", "\(pages) tr. ;"), Subfield("c", "\(heightCentimetres) cm"),
        ]))
    for keyword in keywords {
      record.insert(Field("653", [Subfield("a", keyword)]))
    }
    for barcode in barcodes {
      record.insert(
        Field(
          "852",
          [
            Subfield("b", location), Subfield("h", classMark), Subfield("i", bookMark),
            Subfield("p", barcode), Subfield("9", String(priceDong)),
          ]))
    }
    return record.record
  }

  /// Field 008 of a printed book in one volume, children's books marked as such.
  private var fixedData: String {
    let audience = location == "TN" ? "j" : " "
    // No conference, no Festschrift, no index; the literary form is left open, as the tables do not say it.
    return "260101s\(year)    vm     \(audience)      000 | \(language) d"
  }

  /// An English title is filed behind its article; a Vietnamese one has none (245, indicator 2).
  private var nonfilingCharacters: Code {
    language == "eng" && title.hasPrefix("The ") ? "4" : "0"
  }

  private var titleStatement: [Subfield] {
    var parts: [(Code, String)] = [("a", title)]
    if !volume.isEmpty {
      parts[0].1 += "."
      parts.append(("n", volume))
    }
    if !subtitle.isEmpty {
      parts[parts.count - 1].1 += " :"
      parts.append(("b", subtitle))
    }
    if !authors.isEmpty {
      parts[parts.count - 1].1 += " /"
      parts.append(("c", authors.joined(separator: ", ")))
    }
    return parts.map { Subfield($0.0, $0.1) }
  }

  /// Three letters of the heading, as on the shelves of most open stacks: `NGU` for Nguyễn Du.
  private var bookMark: String {
    let letters = (authors.first ?? title).folded.filter(\.isLetter)
    return letters.prefix(3).uppercased()
  }
}
