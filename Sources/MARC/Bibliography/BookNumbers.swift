/// What a record says about one book number (020).
public struct ISBNStatement: Hashable, Sendable {
  /// The text of `$a`, or of `$z` where the number is withdrawn or wrong.
  public let text: String
  /// The number, if its check digit is right.
  public let isbn: ISBN?
  /// Whether the record itself calls the number withdrawn or wrong (`$z`).
  public let isCancelled: Bool
  /// Terms of availability, in Vietnamese records the price (`$c`).
  public let price: String?
}

extension Bibliography {
  /// All book numbers the record names, valid or not.
  public var isbnStatements: [ISBNStatement] {
    record.fields("020").flatMap { field in
      field.subfields(in: "az").map { subfield in
        ISBNStatement(
          text: subfield.text, isbn: ISBN(subfield.text), isCancelled: subfield.code == "z",
          price: Punctuation.trimmed(field.first("c")))
      }
    }
  }

  /// The valid book numbers, each once.
  public var isbns: [ISBN] {
    var seen: Set<ISBN> = []
    return isbnStatements.filter { !$0.isCancelled }.compactMap(\.isbn).filter {
      seen.insert($0).inserted
    }
  }

  /// The valid serial numbers (022), each once.
  public var issns: [ISSN] {
    var seen: Set<ISSN> = []
    return record.fields("022").flatMap { $0.subfields("a") }.compactMap { ISSN($0.text) }.filter {
      seen.insert($0).inserted
    }
  }
}
