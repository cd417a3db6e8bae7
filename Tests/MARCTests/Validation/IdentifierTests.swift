import MARC
import Testing

@Suite("Book, serial and product numbers")
struct IdentifierTests {
  private let ranges: ISBNRanges

  init() throws { ranges = try ISBNRanges(tsv: ShippedSchema.table("isbn-ranges.tsv")) }

  @Test(
    "Vietnamese book numbers are parted as the Agency parts them",
    arguments: [
      ("9786043001235", "978-604-300-123-5"), ("9786044601236", "978-604-46-0123-6"),
      ("9786044750125", "978-604-475-012-5"), ("9786044980126", "978-604-4980-12-6"),
      ("9786049939082", "978-604-9939-08-2"), ("9786048603052", "978-604-86-0305-2"),
    ])
  func vietnamese(_ digits: String, _ hyphenated: String) throws {
    let isbn = try #require(ISBN(digits))
    #expect(ranges.hyphenated(isbn) == hyphenated)
    #expect(ranges.group(of: isbn) == "Vietnam")
  }

  @Test("ten digits become thirteen and back, with X for ten; 979 has no form of ten")
  func tenDigits() throws {
    let isbn = try #require(ISBN("0-8044-2957-X"))
    #expect(isbn.digits == "9780804429573")
    #expect(isbn.tenDigits == "080442957X")
    #expect(ranges.hyphenatedTenDigits(isbn) == "0-8044-2957-X")
    #expect(try #require(ISBN("9791034301515")).tenDigits == nil)
  }

  @Test("a number of no known range has no hyphens")
  func unknownRange() throws {
    let isbn = try #require(ISBN("9786499999995"))
    #expect(ranges.hyphenated(isbn) == nil)
    #expect(ranges.date >= "2026-01-04")
  }

  @Test("893 is the number of a product, 977 that of a serial")
  func products() throws {
    let product = try #require(ProductNumber("8935244812343"))
    #expect(product.isVietnamese && !product.isBookNumber && product.issn == nil)
    #expect(ISBN("8935244812343") == nil)
    #expect(ProductNumber("8935244812344") == nil)
    let serial = try #require(ISSN("0866-7322"))
    #expect(ProductNumber(serial.productNumber)?.issn == serial)
    #expect(ProductNumber("9786043001235")?.isBookNumber == true)
  }

  @Test("a table with a broken line is not taken, and says which")
  func faults() {
    func fault(_ text: String) -> Int? {
      do throws(ISBNRanges.Fault) {
        _ = try ISBNRanges(tsv: Array(text.utf8))
        return nil
      } catch {
        return error.line
      }
    }
    #expect(fault("date\t2026-01-04\n978\t0-5\t\n") == nil)
    #expect(fault("date\t2026-01-04\n978\t0-55\t\n") == 2)
    #expect(fault("978\t0-5\t\n") == 0)
    #expect(fault("date\t2026-01-04\n978\t5-0\t\n") == 2)
    #expect(fault("date\t2026-01-04\n978\n") == 2)
  }
}
