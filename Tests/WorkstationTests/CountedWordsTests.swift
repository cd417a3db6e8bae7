import LibraryCore
import Terminal
import Testing

@testable import Workstation

@Suite("Words that must fit, and words after a number")
struct CountedWordsTests {
  private let english = Wording(.english)

  @Test(
    "one thing is one, none and more are many",
    arguments: [
      (0, "0 copies"), (1, "1 copy"), (2, "2 copies"), (21, "21 copies"),
    ])
  func counts(number: Int, said: String) {
    #expect(counted(number, "copy", "copies") == said)
    #expect(counted("\(number)", "copy", "copies") == said)
  }

  @Test("a rule of one names one thing", arguments: RuleParameter.allCases)
  func rules(parameter: RuleParameter) {
    for said in [english.ruleValue(parameter, 1), english.ruleValues([parameter: 1])] {
      #expect(said.firstMatch(of: #/\b1 (?:days|hours|years|loans|renewals|copies)\b/#) == nil)
    }
  }

  @Test("a count of one is told as one", arguments: TallyKind.allCases)
  func tallies(kind: TallyKind) {
    let one = english.tally(Tally(kind, count: 1))
    #expect(!one.hasPrefix("1 \(english.tallyKind(kind))"))
    #expect(english.tally(Tally(kind, count: 2)).hasPrefix("2 \(english.tallyKind(kind))"))
  }

  @Test("two holidays stand side by side at 80 columns", arguments: Language.allCases)
  func holidays(language: Language) throws {
    let words = Wording(language)
    for number in 2026...2040 {
      let year = try #require(
        PublicHolidays(
          year: number, PublicHolidays.Choices(), openWeekdays: [.monday, .tuesday, .wednesday]))
      for day in year.days {
        let line = "+ \(words.shortDay(day.day)) \(words.shortWeekday(day.day.weekday)) "
        #expect(DisplayWidth.of(line + words.holidayReason(day)) < 38, "\(day)")
      }
    }
  }

  @Test("what was done fits the list of the desk", arguments: Language.allCases)
  func deskActions(language: Language) {
    let words = Wording(language)
    guard case .fixed(let width) = DeskRow.columns(words)[1].width else {
      Issue.record("the column has no width")
      return
    }
    for action in DeskAction.allCases {
      #expect(DisplayWidth.of(words.shortAction(action)) <= width, "\(action)")
    }
  }
}
