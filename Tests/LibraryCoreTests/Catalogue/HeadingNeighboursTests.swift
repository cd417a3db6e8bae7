import LibraryCore
import MARC
import Testing

@Suite("Headings that are nearly one, wherever they stand")
struct HeadingNeighboursTests {
  private func pairs(_ headings: [String]) -> Set<String> {
    var neighbours = HeadingNeighbours(kind: .person)
    for heading in headings { neighbours.add(heading) }
    var found: Set<String> = []
    neighbours.eachPair { pair in
      found.insert("\(pair.likeness): \(headings[pair.first]) | \(headings[pair.second])")
      return true
    }
    return found
  }

  @Test("one letter at any place of a word, also where very many names share the others")
  func oneLetter() {
    let crowd = (0..<500).map { number in
      let letters = (0..<4).map { place -> Character in
        let step: Int = number * 7 + place * (number / 26 + 3)
        return Character(Unicode.Scalar(UInt8(97 + step % 26)))
      }
      return "nguyen van " + String(letters)
    }
    let one = pairs(
      Array(Set(crowd)).sorted() + [
        "nguyen van thanhthuy", "nguyen van chanhthuy", "nguyen van thanhthuyy",
      ])
    #expect(one.contains("letter: nguyen van thanhthuy | nguyen van chanhthuy"))
    #expect(one.contains("letter: nguyen van thanhthuy | nguyen van thanhthuyy"))
  }

  @Test("numbers that differ are no slip, and short headings are different")
  func noSlip() {
    #expect(pairs(["hoi nghi 12 lan", "hoi nghi 13 lan", "du nam", "da nam"]) == [])
  }

  @Test("the work grows with the headings, not with their pairs")
  func boundedWork() {
    var neighbours = HeadingNeighbours(kind: .person)
    let count = 20_000
    for number in 0..<count {
      var rest = number
      var word = ""
      for _ in 0..<5 {
        word.append(Character(Unicode.Scalar(UInt8(97 + rest % 26))))
        rest /= 26
      }
      neighbours.add("nguyen van " + word)
    }
    neighbours.eachPair { _ in true }
    #expect(neighbours.comparisons > 0 && neighbours.comparisons < 20 * count)
  }
}
