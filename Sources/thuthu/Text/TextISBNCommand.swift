import ArgumentParser
import Foundation
import MARC
import Workstation

/// Book, serial and product numbers: checked, parted by hyphens, turned into their other form.
struct TextISBNCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isbn",
    abstract: .say(
      vi: "Kiểm tra ISBN, ISSN, mã hàng hoá; thêm gạch nối; đổi 10 và 13 số.",
      en: "Check ISBN, ISSN and product numbers; add hyphens; turn 10 digits into 13 and back."))

  @OptionGroup var global: GlobalOptions

  @Flag(help: .say(vi: "Viết ISBN dạng 10 số.", en: "Write ISBNs with ten digits."))
  var ten = false

  @Flag(help: .say(vi: "Viết liền, không gạch nối.", en: "Write the digits without hyphens."))
  var plain = false

  @Argument(
    help: .say("number", vi: "Các số; không có thì đọc từng dòng.", en: TextAnswers.given))
  var numbers: [String] = []

  func run() throws {
    let ranges = ISBNTable.forCommands
    try TextAnswers(global).each(of: numbers) { line in
      if let isbn = ISBN(line) { return answer(isbn, ranges) }
      if let product = ProductNumber(line) { return answer(product) }
      if let issn = ISSN(line) {
        return .answer(
          [
            "kind": "issn", "issn": .text(issn.text), "ean": .text(issn.productNumber),
          ], issn.text)
      }
      return .fault(
        .say(vi: "không phải số nào đúng số kiểm tra", en: "no number with a right check digit"))
    }
  }

  private func answer(_ isbn: ISBN, _ ranges: ISBNRanges) -> TextAnswers.Answer {
    let thirteen = ranges.hyphenated(isbn)
    let shortened = ranges.hyphenatedTenDigits(isbn)
    let json: JSONValue = [
      "kind": "isbn", "isbn": .text(isbn.digits), "hyphenated": .optional(thirteen),
      "isbn10": .optional(isbn.tenDigits), "hyphenated10": .optional(shortened),
      "group": .optional(ranges.group(of: isbn)),
    ]
    guard ten else { return .answer(json, plain ? isbn.digits : thirteen ?? isbn.digits) }
    guard let digits = isbn.tenDigits else {
      return .fault(
        .say(vi: "ISBN 979 không có dạng 10 số", en: "an ISBN of 979 has no form of ten digits"))
    }
    return .answer(json, plain ? digits : shortened ?? digits)
  }

  /// A bar code that is no book's: the serial it stands for, or the number itself.
  private func answer(_ product: ProductNumber) -> TextAnswers.Answer {
    .answer(
      [
        "kind": .text(product.issn == nil ? "product" : "issn"), "ean": .text(product.digits),
        "issn": .optional(product.issn?.text), "vietnamese": .bool(product.isVietnamese),
      ], product.issn?.text ?? product.digits)
  }
}

extension ISBNTable {
  /// The ranges for commands; a nearer table that cannot be read is told on standard error.
  static let forCommands: ISBNRanges = {
    let table = ISBNTable(SettingPlaces(environment: ProcessInfo.processInfo.environment))
    if let line = table.fault {
      let errors = Output(to: 2)
      errors.line("thuthu: " + Speech.words.isbnTableFault(line))
      errors.flush()
    }
    return table.ranges
  }()
}
