import MARC
import Testing
import VietnameseText

struct MARC8OutputTests {
  private func write(_ record: Record) -> (bytes: [UInt8], faults: [Fault]) {
    var writer = RecordWriter(.iso2709, encoding: .marc8)
    var output: [UInt8] = []
    let faults = writer.append(record, to: &output)
    return (output, faults)
  }

  private func record(_ text: String) -> Record {
    Record(leader: .newBook, fields: [Field("245", "1", "0", [Subfield("a", text)])])
  }

  @Test("every letter of Vietnamese comes back from MARC-8, however it is composed")
  func vietnamese() throws {
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let text = (vowels.flatMap { letter in tones.map { String(letter) + $0 } } + ["đ", "Đ"])
      .joined(separator: " ").nfc
    for form in [text, text.nfd] {
      let (bytes, faults) = write(record(form))
      #expect(faults.isEmpty)
      #expect(!bytes.starts(with: written([record(form)], as: .iso2709)))
      let read = try #require(try readAll(bytes).first)
      #expect(read.isSound)
      #expect(read.record?.first("245")?.text("a")?.nfc == text)
    }
  }

  @Test("other scripts go in their own sets")
  func scripts() throws {
    for text in ["Привет, мир", "Ελλας", "שלום", "半田市誌", "Đất 半 và Ж"] {
      let (bytes, faults) = write(record(text))
      #expect(faults.isEmpty, "\(text)")
      #expect(try readAll(bytes).records.first?.first("245")?.text("a")?.nfc == text.nfc)
    }
  }

  @Test("a record with a character that MARC-8 lacks is not written, and the character is named")
  func loss() {
    let (bytes, faults) = write(record("Sách 📚 hay"))
    #expect(bytes.isEmpty)
    #expect(faults == [.noMARC8(0x1F4DA)])
    #expect(faults.first?.preventsWriting == true)
  }
}
