/// One copy as a record describes it: Koha's 952, or an 852 with the habits of Vietnamese libraries.
///
/// | what | 852 | 952 |
/// |---|---|---|
/// | agency, home library | a | a |
/// | holding library | – | b |
/// | stack (kho), collection | b | 8 |
/// | shelving location | c | c |
/// | call number | k h i m, or h and mark | o |
/// | accession number (số ĐKCB) | j | i |
/// | barcode | p, or else j | p |
/// | copy number | t | t |
/// | price | 9 | g, or else v |
/// | item type | – | y |
/// | source of acquisition | – | e |
/// | date of acquisition | – | d |
/// | notes, public and not | z, x | z, x |
///
/// Vietnamese 852 often repeat `$j` or `$p`, one for each copy; each gives a statement of its own.
public struct ItemStatement: Hashable, Sendable {
  public let tag: Tag
  public let barcode: String?
  public let accessionNumber: String?
  public let agency: String?
  public let holdingAgency: String?
  public let collection: String?
  public let location: String?
  public let callNumber: String?
  public let copyNumber: String?
  public let price: String?
  public let itemType: String?
  public let acquisitionSource: String?
  public let acquisitionDate: String?
  public let publicNote: String?
  public let staffNote: String?
}

extension Bibliography {
  /// All copies the record describes, in its order.
  public var itemStatements: [ItemStatement] {
    record.fields.flatMap { field in
      switch field.tag {
      case "852": ItemStatement.holdings(field)
      case "952": [ItemStatement.koha(field)].filter { !$0.isEmpty }
      default: [ItemStatement]()
      }
    }
  }
}

extension ItemStatement {
  /// Whether nothing would distinguish the copy or say where it stands.
  var isEmpty: Bool {
    barcode == nil && accessionNumber == nil && callNumber == nil && agency == nil
      && location == nil
      && collection == nil
  }

  fileprivate static func koha(_ field: Field) -> ItemStatement {
    func text(_ code: Code) -> String? { field.trimmedText(code) }
    return ItemStatement(
      tag: field.tag, barcode: text("p"), accessionNumber: text("i"), agency: text("a"),
      holdingAgency: text("b"), collection: text("8"), location: text("c"), callNumber: text("o"),
      copyNumber: text("t"), price: text("g") ?? text("v"), itemType: text("y"),
      acquisitionSource: text("e"), acquisitionDate: text("d"), publicNote: text("z"),
      staffNote: text("x"))
  }

  fileprivate static func holdings(_ field: Field) -> [ItemStatement] {
    let barcodes = field.trimmedTexts("p")
    let accessions = field.trimmedTexts("j")
    let copies = field.trimmedTexts("t")
    let callNumber = Punctuation.joined(field.subfields(in: "khim"))
    return (0..<max(barcodes.count, accessions.count, 1)).map { copy in
      let accession = copy < accessions.count ? accessions[copy] : nil
      return ItemStatement(
        tag: field.tag, barcode: copy < barcodes.count ? barcodes[copy] : accession,
        accessionNumber: accession, agency: field.trimmedText("a"), holdingAgency: nil,
        collection: field.trimmedText("b"), location: field.trimmedText("c"),
        callNumber: callNumber.isEmpty ? nil : callNumber,
        copyNumber: copy < copies.count ? copies[copy] : nil, price: field.trimmedText("9"),
        itemType: nil, acquisitionSource: nil, acquisitionDate: nil,
        publicNote: field.trimmedText("z"), staffNote: field.trimmedText("x"))
    }.filter { !$0.isEmpty }
  }
}

extension Field {
  /// The first text under `code` without blanks around it, unless it is empty.
  fileprivate func trimmedText(_ code: Code) -> String? { trimmedTexts(code).first }

  fileprivate func trimmedTexts(_ code: Code) -> [String] {
    subfields(code).map { Punctuation.spaceTrimmed($0.bytes) }.filter { !$0.isEmpty }
  }
}
