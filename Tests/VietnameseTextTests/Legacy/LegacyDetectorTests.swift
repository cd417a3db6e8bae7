import Foundation
import Testing

@testable import VietnameseText

@Suite struct LegacyDetectorTests {
  @Test("fields of a mixed file are read in the encodings they are in")
  func mixedFile() {
    var sentences = Sentences(seed: 11)
    var (fields, assigned) = (0, 0)
    for _ in 0..<100 {
      for encoding in LegacyEncodingTests.vietnamese {
        let sentence = sentences.next()
        for form in LegacyEncodingTests.forms(of: sentence, in: encoding) {
          fields += 1
          // Where two encodings have the same bytes for a text, either name is right.
          let read = LegacyDetector().decide([form])?.text ?? form.shown
          if read.lowercased() == sentence.lowercased() { assigned += 1 }
        }
      }
    }
    #expect(Double(assigned) >= 0.98 * Double(fields), "\(assigned) of \(fields)")
  }

  @Test("right text is never repaired, whatever language it is in")
  func rightText() {
    var sentences = Sentences(seed: 12)
    let foreign = [
      "À la recherche du temps perdu", "Né à Paris", "Où est l'école élémentaire ?", "été", "Thé",
      "Les Misérables : roman / Victor Hugo. — Paris : « Garnier », 1957", "nº 5, 1ª ed.",
      "5 µm film",
      "Über die Ästhetik der Größe", "Für Köln und München", "Tür",
      "São Paulo: Companhia das Letras",
      "El niño y el mar", "Tú", "Qué será, será", "Gödel, Escher, Bach",
      "Brontë & Tennyson's poetry",
      "Combats en pays thaï, de Lai Chau à Diên Biên Phu", "25 °C – 30 °C", "(E 72°--E 148°/N 13°)",
      "Intel® Core™ © 2010", "«Guerra e pace»", "A–Z: it’s “quoted”…", "naïve café", "Ångström",
      "Nguyễn Du và Truyện Kiều", "Đà Nẵng", "Hà Nội", "cá", "Tú Xương", "la pêche à pied",
      "N¹², X¹²", "ḥadīth", "Dù sao", "Temprano y con sol.--Benito.--Fuego á bordo.",
      "L·lull col·lecció",
    ]
    for text in foreign {
      for form in [text, text.nfd, text.uppercased()] {
        #expect(LegacyDetector().decide([.text(form)]) == nil, "\(form)")
      }
    }
    for _ in 0..<4_000 {
      let sentence = sentences.next()
      #expect(LegacyDetector().decide([.text(sentence)]) == nil, "\(sentence)")
    }
  }

  @Test("a field that leaves it open goes with the others of its record")
  func company() {
    let fields = ["NguyÔn V¨n Hïng", "Dòng", "Hµ Néi, phè HuÕ", "Paris"]
      .map { [ReceivedText.text($0)] }
    let decided = LegacyDetector().decide(fields)
    #expect(decided.map { $0?.text } == ["Nguyễn Văn Hùng", "Dũng", "Hà Nội, phố Huế", nil])
    #expect(LegacyDetector().decide([[.text("Dòng")]]) == [nil])
  }

  @Test("bytes in no Vietnamese encoding are read as Western ones")
  func western() throws {
    let bytes = LegacyEncoding.cp1252.encode("Les Misérables, école française").bytes
    let read = try #require(LegacyDetector().decide([ReceivedText(bytes)]))
    #expect(read.encoding == .cp1252 && read.text == "Les Misérables, école française")
  }

  @Test("a preview has the readings that differ, the best first")
  func preview() {
    let readings = LegacyDetector().readings(of: [.text("Thö vieän tænh Bình Ñònh")])
    #expect(readings.first?.encoding == .vni)
    #expect(readings.map(\.confidence) == readings.map(\.confidence).sorted(by: >))
    #expect(Set(readings.map(\.text)).count == readings.count)
    #expect(LegacyDetector().readings(of: [.text("plain")]).isEmpty)
  }

  @Test("a chosen encoding is read where it changes something")
  func choice() {
    #expect(EncodingChoice(name: "VNI") == .named(.vni))
    #expect(EncodingChoice(name: "latin9") == nil)
    #expect(EncodingChoice.named(.tcvn3).reading(of: [.text("Hµ")])?.text == "Hà")
    #expect(EncodingChoice.named(.tcvn3).reading(of: [.text("Ha")]) == nil)
    #expect(EncodingChoice.named(.tcvn3).reading(of: [.text("Việt")]) == nil)
    #expect(EncodingChoice.asDeclared.reading(of: [.text("Céng hoµ x· héi")]) == nil)
  }

  private static let books = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data/loc-books-10k/loc_books_10k.mrc")

  /// Every tenth field; all of them, which takes its time without optimisation, where
  /// `THUTHU_WHOLE_FILES` is set.
  @Test(
    "no field of ten thousand catalogue records in many languages is repaired",
    .enabled(if: FileManager.default.fileExists(atPath: books.path)))
  func catalogueRecords() throws {
    let bytes = try [UInt8](Data(contentsOf: Self.books))
    let isWhole = ProcessInfo.processInfo.environment["THUTHU_WHOLE_FILES"] != nil
    let fields = bytes.split(separator: 0x1E).filter { $0.contains(0x1F) }
    #expect(fields.count > 100_000)
    var repaired: [String] = []
    for index in stride(from: 0, to: fields.count, by: isWhole ? 1 : 10) {
      let parts = fields[index].split(separator: 0x1F).dropFirst()
      let read = LegacyDetector().decide(parts.map { ReceivedText($0.dropFirst()) })
      if let read { repaired.append(read.text) }
    }
    #expect(repaired == [])
  }
}
