import MARC
import Testing

@Suite("Templates of new records")
struct RecordTemplateTests {
  private let templates: [RecordTemplate]
  private let schema: MARCSchema

  init() throws {
    templates = try RecordTemplate.read(tsv: ShippedSchema.table("record-templates.tsv"))
    schema = try ShippedSchema.read()
  }

  @Test("there is one for each material that a Vietnamese library takes in")
  func materials() {
    #expect(
      templates.map(\.key)
        == ["book", "serial", "article", "thesis", "map", "disc", "eresource"])
  }

  @Test("each holds 40 codes and asks only to be filled in")
  func soundness() throws {
    for template in templates {
      let record = template.record(enteredOn: "261128", library: "VN-TP", schema)
      let codes = try #require(record.first("008")).text
      #expect(codes.utf8.count == 40, "\(template.key)")
      #expect(codes.hasPrefix("261128"))
      #expect(Bibliography(record).country == "vm")
      #expect(Bibliography(record).languages == ["vie"])
      let problems = RecordValidation(schema).problems(in: record.editable)
        .filter { problem in
          if case .emptySubfield = problem.kind { false } else { problem.severity != .advice }
        }
      #expect(problems.map(\.kind) == [.titleEmpty], "\(template.key): \(problems)")
    }
  }

  @Test("a faulty table is not taken, and says where")
  func faults() {
    func fault(_ text: String) -> Int? {
      do throws(RecordTemplate.Fault) {
        _ = try RecordTemplate.read(tsv: Array(text.utf8))
        return nil
      } catch {
        return error.line
      }
    }
    #expect(fault("") == 0)
    #expect(fault("F\t245\n") == 1)
    #expect(fault("T\tx\tam\ts\tX\tX\n8\t###\n") == 2)
    #expect(fault("T\tx\tam\ts\tX\tX\nF\t24\n") == 2)
    #expect(fault("T\tx\tam\ts\tX\tX\nF\t245\t\t$a\n") == nil)
  }
}
