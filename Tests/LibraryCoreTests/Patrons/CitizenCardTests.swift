import LibraryCore
import Testing

@Suite struct CitizenCardTests {
  private static let family = "001087000001|Trần Văn Chồng|Nguyễn Thị Mẹ"

  @Test(
    "seven fields are read, the old number may be there, empty or missing, and what follows is dropped",
    arguments: [
      "001087123456|012345678|Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021",
      "001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021",
      "001087123456|Nguyễn Văn An|02/05/1987|Nam|Xã Tân Phú|15/04/2021",
      "001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042024||\(family)",
    ])
  func layouts(text: String) throws {
    let card = try #require(CitizenCard(qr: text))
    #expect(card.number == "001087123456" && card.name == "Nguyễn Văn An")
    #expect(card.born == CalendarDay(iso: "1987-05-02") && card.isFemale == false)
    #expect(card.address == "Xã Tân Phú" && card.faults.isEmpty)
    #expect(
      !PatronDraft(card).fields.values.contains { $0.contains("Chồng") || $0.contains("0010") })
  }

  @Test(
    "what does not agree with the number is a warning",
    arguments: [
      ("003087123456||A B|02051987|Nam|X|1", [CitizenCard.Fault.province]),
      ("001187123456||A B|02051987|Nam|X|1", [.sex]),
      ("001187123456||A B|02051987|Nữ|X|1", []),
      ("001287123456||A B|02051987|Nam|X|1", [.birthYear]),
      ("001315123456||A B|02052015|Nữ|X|1", []),
      ("101087123456||A B|02051987|Nam|X|1", []),
      ("003190123456||A B|02051987|Nam|X|1", [.province, .sex, .birthYear]),
    ])
  func consistency(text: String, faults: [CitizenCard.Fault]) throws {
    #expect(try #require(CitizenCard(qr: text)).faults == faults)
  }

  @Test(
    "of a garbled text the digits are taken and the letters left to the clerk",
    arguments: [
      "001087123456||Nguy?n V?n An|02051987|Nam|X? Tân Phú|15042021",
      "001087123456||Nguy\u{FFFD}n An|02051987|Nam|\u{FFFD}|15042021",
      "001087123456|||02051987|Nam||15042021",
    ])
  func garbled(text: String) throws {
    let card = try #require(CitizenCard(qr: text))
    #expect(card.name.isEmpty && card.address == nil)
    #expect(card.born == CalendarDay(iso: "1987-05-02"))
    #expect(card.faults == [.garbled])
    let notices = PatronDraft(card).notices
    #expect(notices.count == 2 && notices.contains(.citizenCard(.garbled)))
    #expect(notices.contains(.consentMissing))
  }

  @Test("of an unknown layout the number alone is taken; other codes are no citizen card")
  func otherTexts() throws {
    let card = try #require(CitizenCard(qr: "001087123456|một kiểu thẻ khác"))
    #expect(card.faults == [.numberOnly] && card.name.isEmpty)
    for text in ["TV000001", "001087123456", "12345678901|a|b|c|d|e", "a|b|c|d|e|f", ""] {
      #expect(CitizenCard(qr: text) == nil, "\(text)")
    }
    let insurance = "DN4010123456789|4e67757965|02/05/1987|1|48c3a0|01 - 001"
    #expect(CitizenCard(qr: insurance) == nil && CitizenCard.isHealthInsurance(qr: insurance))
    #expect(!CitizenCard.isHealthInsurance(qr: "001087123456||A|02051987|Nam|X|1"))
  }
}
