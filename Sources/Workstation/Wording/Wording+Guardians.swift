public import LibraryCore

/// Who answers for a child, in words.
extension Wording {
  /// That nobody is known who answers for a child.
  public func guardianMissing(age: Int?) -> String {
    let years = age.map { say(vi: " (\($0) tuổi)", en: " (aged \($0))") } ?? ""
    return say(
      vi: "Trẻ em\(years) chưa có người giám hộ trong hồ sơ",
      en: "A child\(years) without a guardian on file")
  }

  /// Why somebody cannot be the guardian: the way from who was named back to the patron.
  func guardianCircle(_ way: [PatronLine]) -> String {
    guard way.count > 1, let named = way.first, let patron = way.last else {
      return say(
        vi: "Không ai tự làm người giám hộ của chính mình", en: "Nobody is his or her own guardian")
    }
    let between = way.dropFirst().dropLast().map { " → \($0.name) (\($0.card))" }.joined()
    return say(
      vi:
        "Giám hộ vòng tròn: \(named.name) (\(named.card))\(between) lại do \(patron.name) (\(patron.card)) giám hộ",
      en:
        "Guardians in a circle: \(named.name) (\(named.card))\(between) has \(patron.name) (\(patron.card)) for a guardian"
    )
  }

  /// The telephone on which a reader is called; whose it is, where it is not the reader's own.
  public func phone(_ reader: ReminderReader) -> String? {
    reader.phone.map { number in
      switch reader.phoneHolder {
      case .reader: number
      case .guardian(let name?):
        say(vi: "\(number) (giám hộ: \(name))", en: "\(number) (guardian: \(name))")
      case .guardian(nil):
        say(vi: "\(number) (số của người giám hộ)", en: "\(number) (the guardian's)")
      }
    }
  }

  /// Who is called in a reader's stead; empty where the telephone is the reader's own.
  func guardian(_ reader: ReminderReader) -> String {
    switch reader.phoneHolder {
    case .reader: ""
    case .guardian(let name): name ?? say(vi: "người giám hộ", en: "guardian")
    }
  }

  /// The same with whose it is in front, for a narrow column; `guardianMark` explains the mark.
  func phoneInColumn(_ reader: ReminderReader) -> String {
    guard let number = reader.phone else { return "" }
    return switch reader.phoneHolder {
    case .reader: number
    case .guardian(let name): "\(guardianMark) \(number)" + (name.map { " \($0)" } ?? "")
    }
  }

  private var guardianMark: String { say(vi: "GH", en: "G") }

  var guardianMarkMeaning: String {
    "\(guardianMark): " + say(vi: "số của người giám hộ", en: "the guardian's number")
  }
}
