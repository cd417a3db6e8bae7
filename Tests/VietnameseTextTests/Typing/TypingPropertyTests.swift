import Testing
import VietnameseText

@Suite("Typing: what holds for all keys")
struct TypingPropertyTests {
  /// A line that a person types into, as a field would keep it.
  private struct Line {
    var typing: VietnameseTyping
    var text: [Character] = []

    init(_ rules: TypingRules) { typing = VietnameseTyping(rules) }

    mutating func type(_ keys: String) {
      for key in keys { apply(typing.type(key, after: text[...]), or: [key]) }
    }

    mutating func erase() {
      guard let change = typing.erase(before: text[...]) else {
        if !text.isEmpty { text.removeLast() }
        return
      }
      apply(change, or: [])
    }

    mutating func giveBack() { apply(typing.giveBack(text[...]), or: []) }

    private mutating func apply(_ change: VietnameseTyping.Change?, or keys: [Character]) {
      text.removeLast(change?.erased ?? 0)
      text += change.map { Array($0.inserted) } ?? keys
    }
  }

  private func line(_ method: TypingMethod, mayBeCode: Bool = false) -> Line {
    Line(TypingRules(method, mayBeCode: mayBeCode))
  }

  @Test(
    "every syllable comes of its keys in any order, in each method",
    arguments: TypingMethod.allCases)
  func syllables(method: TypingMethod) {
    var random = SeededGenerator(seed: 7)
    let orders = KeyOrders(method: method)
    var typing = VietnameseTyping(TypingRules(method))
    var wrong: [String] = []
    for syllable in Syllables.grammatical where Int.random(in: 0..<4, using: &random) == 0 {
      let written = Bool.random(using: &random) ? syllable : syllable.uppercased()
      let keys = orders.keys(for: written, using: &random)
      let text = typing.text(of: keys)
      if text != written { wrong.append("\(keys) gives \(text), not \(written)") }
    }
    #expect(wrong == [])
  }

  @Test(
    "every syllable of the dictionary comes of its keys", .enabled(if: Syllables.dictionary != nil),
    arguments: TypingMethod.allCases)
  func dictionary(method: TypingMethod) {
    var random = SeededGenerator(seed: 11)
    let orders = KeyOrders(method: method)
    var typing = VietnameseTyping(TypingRules(method))
    let syllables = (Syllables.dictionary ?? []).filter { Syllable($0) != nil }
    #expect(syllables.count > 6_500)
    var wrong: [String] = []
    for syllable in syllables {
      typing.rules.placement = syllable.placingTones(.modern) == syllable ? .modern : .traditional
      let keys = orders.keys(for: syllable, using: &random)
      let text = typing.text(of: keys)
      if text != syllable { wrong.append("\(keys) gives \(text), not \(syllable)") }
    }
    #expect(wrong == [])
  }

  @Test("typing and then erasing leaves nothing, and never more letters than before")
  func erasing() {
    var random = SeededGenerator(seed: 3)
    for round in 0..<2_000 {
      let method = TypingMethod.allCases[round % 4]
      var line = line(method, mayBeCode: round % 3 == 0)
      line.type(randomKeys(&random))
      while !line.text.isEmpty {
        let before = line.text.count
        line.erase()
        #expect(line.text.count < before)
        if line.text.count >= before { return }
      }
    }
  }

  @Test(
    "any keys, erasing and giving back in between leave text in Form C and never stop the program")
  func randomKeys() {
    var random = SeededGenerator(seed: 5)
    for round in 0..<2_000 {
      var line = Line(
        TypingRules(
          TypingMethod.allCases[round % 4], checksSpelling: round % 5 != 0,
          mayBeCode: round % 3 == 0))
      for _ in 0..<6 {
        line.type(randomKeys(&random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: line.erase()
        case 1: line.giveBack()
        case 2: line.typing.interrupt()
        default: break
        }
      }
      #expect(String(line.text).isNFC)
    }
  }

  private func randomKeys(_ random: inout SeededGenerator) -> String {
    let stock = Array(
      "aaeeoouuiiyydddwwwssffrrxxjjzznghtcpmkqbvl0123456789'`?~.^+*([]{}\\ -ABDEOUWSFếđƠ")
    return String(
      (0..<Int.random(in: 0...9, using: &random)).map { _ in
        stock[Int.random(in: stock.indices, using: &random)]
      })
  }

  @Test("Backspace takes a letter with all its marks, and the word goes on being composed")
  func backspace() {
    var line = line(.telex)
    line.type("tieengs")
    line.erase()
    line.erase()
    #expect(line.text == Array("tiế"))
    line.type("tj")
    #expect(line.text == Array("tiệt"))
    for _ in 0..<4 { line.erase() }
    #expect(line.text.isEmpty)
    line.type("hoans")
    line.erase()
    #expect(line.text == Array("hóa"))
  }

  @Test("a slip that made a word foreign is taken back by one Backspace")
  func slip() {
    var line = line(.telex)
    line.type("nguyeenb")
    #expect(line.text == Array("nguyeenb"))
    line.erase()
    #expect(line.text == Array("nguyên"))
    line.type("x")
    #expect(line.text == Array("nguyễn"))
  }

  @Test("a word that stands already is composed further from behind it")
  func retyping() {
    var line = line(.telex)
    line.text = Array("Thu vien Nguyen")
    line.type("ex")
    #expect(line.text == Array("Thu vien Nguyễn"))
    line.text = Array("Chuyển")
    line.typing.interrupt()
    line.type("z")
    #expect(line.text == Array("Chuyên"))
    line.type("j")
    #expect(line.text == Array("Chuyện"))
  }

  @Test("the last word is given back as it was typed, also behind a blank, and stays so")
  func givenBack() {
    var line = line(.telex)
    line.type("sách test ")
    #expect(line.text == Array("sách tét "))
    line.giveBack()
    #expect(line.text == Array("sách test "))
    line.giveBack()
    #expect(line.text == Array("sách test "))
    line = self.line(.telex)
    line.type("Mars")
    line.giveBack()
    line.type("s")
    #expect(line.text == Array("Marss"))
  }

  @Test("the cost of a key does not grow with the text before it")
  func longWords() {
    var line = line(.telex)
    line.text = Array(repeating: "a", count: 100_000)
    line.type("as")
    #expect(line.text.suffix(3) == ["a", "a", "s"])
  }
}
