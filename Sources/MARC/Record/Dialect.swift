/// A dialect of MARC whose tags mean other things than those of MARC 21.
public enum Dialect: String, Hashable, Sendable {
  /// The title is in 200 and 100 holds general data, as in France, Italy, Portugal, Russia and China.
  case unimarc
  /// Control fields have subfields, and 004 says the kind of record: Denmark's, and Norway's of old.
  case danmarc
}

extension Record {
  /// The dialect the record is in, where it shows that it is not MARC 21.
  ///
  /// UNIMARC is known by a title in 200 beside the general data of 100, without a title in 245; danMARC by subfields in
  /// both 001 and 004.
  public var foreignDialect: Dialect? {
    var hasTitle200 = false
    var hasGeneralData = false
    var hasNumberInSubfields = false
    for field in fields {
      switch field.tag {
      case "001": hasNumberInSubfields = !field.isControl
      case "004": if !field.isControl, hasNumberInSubfields { return .danmarc }
      case "245": return nil
      case "200": hasTitle200 = hasTitle200 || field.first("a") != nil
      case "100": hasGeneralData = hasGeneralData || Dialect.isGeneralData(field.first("a")?.bytes)
      default: break
      }
    }
    return hasTitle200 && hasGeneralData ? .unimarc : nil
  }
}

extension Dialect {
  private static let generalDataLengthMinimum = 20

  /// Whether a 100 `$a` is UNIMARC's general data: it begins with the day of entry.
  static func isGeneralData(_ text: (some Collection<UInt8>)?) -> Bool {
    guard let text, text.count >= generalDataLengthMinimum else { return false }
    return text.prefix(8).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether fields found in ISO 2709, before their texts are decoded, are those of UNIMARC.
  static func isUNIMARC(_ layout: ISO2709Layout) -> Bool {
    let tags = layout.places.map(\.tag)
    return tags.contains("200") && !tags.contains("245") && generalData(layout) != nil
  }

  /// The character set that UNIMARC's general data names in positions 26–27: `50` is Unicode, `03` ISO 5426.
  static func characterSet(_ layout: ISO2709Layout) -> String {
    String(decoding: generalData(layout)?.dropFirst(26).prefix(2) ?? [], as: UTF8.self)
  }

  private static func generalData(_ layout: ISO2709Layout) -> ArraySlice<UInt8>? {
    guard let place = layout.places.first(where: { $0.tag == "100" }) else { return nil }
    let body = Array(layout.bytes[place.range])
    guard body.count > Field.indicatorCount, body[Field.indicatorCount] == Delimiter.subfield else {
      return nil
    }
    let text = body.dropFirst(Field.indicatorCount + 2).prefix { $0 != Delimiter.subfield }
    return isGeneralData(text) ? text : nil
  }
}
