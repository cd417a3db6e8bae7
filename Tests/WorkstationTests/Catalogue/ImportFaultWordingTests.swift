import LibraryCore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("What is wrong in a file is said in words")
struct ImportFaultWordingTests {
  @Test("every fault of a record has its sentence", arguments: Language.allCases, faults)
  func sentences(language: Language, fault: Fault) {
    let told = ImportFault(file: 0, Diagnostic(record: 1, offset: 0, fault: fault, remedy: .kept))
    let sentence = Wording(language).importFaultKind(told.code, told.detail)
    #expect(!sentence.contains(told.code), "\(sentence)")
    #expect(sentence.contains(" "))
    if case .notWellFormed(let rule) = fault { #expect(!sentence.contains(rule.rawValue)) }
  }

  /// One of every kind: a kind without a place here does not compile.
  private static let faults: [Fault] = {
    var faults = [Fault.emptyInput]
    while let next = following(faults[faults.count - 1]) { faults.append(next) }
    return faults
  }()

  private static func following(_ fault: Fault) -> Fault? {
    switch fault {
    case .emptyInput: .noRecords(bytes: 9)
    case .noRecords: .strayBytes(count: 9)
    case .strayBytes: .blankBetweenRecords
    case .blankBetweenRecords: .damagedPacking
    case .damagedPacking: .furtherFaults(count: 9)
    case .furtherFaults: .wrongRecordLength(declared: 9, actual: 8)
    case .wrongRecordLength: .missingRecordTerminator
    case .missingRecordTerminator: .truncated
    case .truncated: .endless(limit: 9)
    case .endless: .wrongBaseAddress(declared: nil, actual: 8)
    case .wrongBaseAddress: .wrongDirectory
    case .wrongDirectory: .lengthsInCharacters
    case .lengthsInCharacters: .unclaimedText
    case .unclaimedText: .missingText
    case .missingText: .missingFieldTerminator
    case .missingFieldTerminator: .embeddedTerminator
    case .embeddedTerminator: .badLeader(length: 9)
    case .badLeader: .missingLeader
    case .missingLeader: .badTag("2X")
    case .badTag: .badIndicator("*")
    case .badIndicator: .badSubfieldCode("*")
    case .badSubfieldCode: .missingIndicators
    case .missingIndicators: .textBeforeSubfields
    case .textBeforeSubfields: .missingSubfields
    case .missingSubfields: .controlFieldWithSubfields
    case .controlFieldWithSubfields: .forbiddenCharacter(1)
    case .forbiddenCharacter: .wrongEncodingMark(textIsUnicode: true)
    case .wrongEncodingMark: .invalidUTF8
    case .invalidUTF8: .invalidMARC8
    case .invalidMARC8: .notWellFormed(.unexpectedCharacter)
    case .notWellFormed(.unexpectedCharacter): .notWellFormed(.unexpectedEnd)
    case .notWellFormed(.unexpectedEnd): .notWellFormed(.mismatchedTag)
    case .notWellFormed(.mismatchedTag): .notWellFormed(.badAttribute)
    case .notWellFormed(.badAttribute): .notWellFormed(.badEscape)
    case .notWellFormed(.badEscape): .notWellFormed(.tooDeep)
    case .notWellFormed(.tooDeep): .notWellFormed(.tooLong)
    case .notWellFormed(.tooLong): .documentTypeRefused
    case .documentTypeRefused: .unknownEntity("x")
    case .unknownEntity: .unknownEncoding("x")
    case .unknownEncoding: .unexpectedElement("x")
    case .unexpectedElement: .severalDocuments
    case .severalDocuments: .unexpectedValue("x")
    case .unexpectedValue: .badLine
    case .badLine: .fieldTooLong(bytes: 9)
    case .fieldTooLong: .recordTooLong(bytes: 9)
    case .recordTooLong: .noMARC8(0x1EA1)
    case .noMARC8: .notMARC21(.unimarc)
    case .notMARC21: .unknownColumns("x")
    case .unknownColumns: .unmapped("x")
    case .unmapped: .openQuote
    case .openQuote: nil
    }
  }
}
