import MARC
import Testing

@Suite("Vietnamese names of the format")
struct SchemaNamesTests {
  private let schema: MARCSchema

  init() throws { schema = try ShippedSchema.read() }

  @Test("no tag, indicator, value, subfield, position or code lacks a Vietnamese name")
  func coverage() {
    var names: [SchemaName] = []
    for kind in RecordKind.allCases {
      for field in schema.fields(in: kind) {
        names.append(field.name)
        for number in 1...2 {
          names.append(field.indicator(number).name)
          names += field.indicator(number).values.map(\.name)
        }
        names += field.subfields.map(\.name)
      }
      for tag: MARC.Tag in [MARCSchema.leaderTag, "006", "007", "008"] {
        for material in [nil] + schema.materials(of: tag, in: kind).map(Optional.some) {
          let positions = schema.positions(of: tag, material: material, in: kind)
          names += positions.flatMap { [$0.name] + $0.values.map(\.name) }
        }
      }
    }
    names += schema.codeLists.filter { !$0.holdsTitles }.flatMap { $0.codes.map(\.name) }
    let missing = Set(names.filter(\.isUntranslated).map(\.en))
    print(
      "MARC 21 in Vietnamese: \(names.count - names.count(where: \.isUntranslated)) of \(names.count) names"
    )
    #expect(missing.isEmpty, "\(missing.sorted())")
    #expect(names.count > 12_500)
  }

  @Test("a name means what its list means, and parts make a whole")
  func sections() {
    #expect(schema.codeList(.countries)?["gs"]?.name.vi == "Gruzia")
    #expect(schema.codeList(.countries)?["gau"]?.name.vi == "Georgia (Mỹ)")
    #expect(schema.codeList(.languages)?["vie"]?.name.vi == "Tiếng Việt")
    #expect(schema.codeList(.countries)?["xp"]?.name.vi == "Quần đảo Trường Sa")
    #expect(schema.codeList(.relators)?["trl"]?.name.vi == "Người dịch")
    #expect(schema.field("410", in: .authority)?.name.vi == "Tham chiếu Xem từ – Tên tập thể")
  }

  @Test("the short set is that of Vietnamese libraries, named and ordered as on a card")
  func shortSet() throws {
    for tag: MARC.Tag in [
      "020", "022", "040", "041", "044", "080", "082", "084", "100", "110", "111", "240", "242",
      "245", "246", "250", "260", "264", "300", "490", "830", "500", "504", "505", "520", "534",
      "546", "600", "610", "650", "651", "653", "655", "700", "710", "711", "773", "852", "856",
    ] {
      let usual = try #require(schema.usual(tag))
      #expect(usual.isInShortSet, "\(tag)")
      #expect(schema.field(tag, in: .bibliographic)?.isInShortSet == true, "\(tag)")
      for number in 1...2 {
        let indicator = schema.field(tag, in: .bibliographic)?.indicator(number)
        let code = number == 1 ? usual.indicator1 : usual.indicator2
        #expect(indicator?.value(code) != nil || code == .blank, "\(tag) \(number)")
      }
    }
    #expect(schema.rank(of: "245") == 0)
    #expect(schema.label(of: "c", of: "020", in: .bibliographic)?.vi == "Giá")
    #expect(schema.label(of: "k", of: "852", in: .bibliographic)?.vi == "Tiền tố ký hiệu xếp giá")
  }

  @Test("a faulty table is not taken, and says where")
  func faults() {
    let names = Array("A\tB\n".utf8)
    func fault(_ format: String, names: [UInt8] = Array("A\tB\n".utf8), usual: String = "")
      -> SchemaFault?
    {
      do throws(SchemaFault) {
        _ = try MARCSchema(format: Array(format.utf8), names: names, usual: Array(usual.utf8))
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("K\tb\nF\t245\tN\tA\n") == nil)
    #expect(fault("").map { [$0.line] } == [0])
    #expect(fault("F\t245\tN\tA\n")?.kind == .nothingAbove)
    #expect(fault("K\tb\nF\t245\n")?.kind == .missingCell)
    #expect(fault("K\tb\n\n# x\nQ\tz\n")?.line == 4)
    #expect(fault("K\tb\n", names: [0x41, 0x09, 0xFF])?.kind == .notText)
    #expect(fault("K\tb\n", names: names, usual: "s\ta\tb\tc\n")?.table == .usual)
  }
}
