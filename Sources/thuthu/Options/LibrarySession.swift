import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// An opened library with the member of staff who acts, and the way to answer: what a command works with.
struct LibrarySession {
  let desk: Desk
  let words: Wording
  let output: Output
  let isJSON: Bool

  /// Answers with an object of JSON or with words, as was asked for.
  func answer(_ json: @autoclosure () -> JSONValue, _ text: @autoclosure () -> String) {
    if isJSON { output.line(json()) } else { output.line(text()) }
  }

  /// Answers for a verb that saved something; `done` says in words what.
  func answer(
    _ outcome: SaveOutcome, _ saving: Saving, _ more: JSONValue = .object([]),
    done: @autoclosure () -> String
  ) -> ExitStatus {
    answer(outcome.json(saving, more), words.lines(outcome, done()))
    return outcome.status
  }
}

extension Speech {
  /// The language that a house is spoken to in, with the names that its lists give.
  static func words(of house: HouseConfiguration) -> Wording {
    words(house: house.settings[HouseSetting.language]).naming(house)
  }
}

/// A command that works with a library.
protocol LibraryCommand: ParsableCommand {
  var global: GlobalOptions { get }
  func run(in session: LibrarySession) throws -> ExitStatus
}

extension LibraryCommand {
  func run() throws {
    let output = Output()
    let status = try output.flushing {
      let file = try LibraryFile.openTelling(in: global.folder, isQuiet: global.json)
      switch try global.openDesk(of: file) {
      case .success(let desk):
        let house = try desk.houseConfiguration()
        return try run(
          in: LibrarySession(
            desk: desk, words: Speech.words(of: house), output: output, isJSON: global.json))
      case .failure(let refused):
        output.answer(refused.reasons, isJSON: global.json, Speech.words)
        return .refused
      }
    }
    if status != .done { throw status }
  }
}

extension LibraryFile {
  /// Opens a library and shows how far it is brought up to date, where it was made by an older version.
  static func openTelling(in folder: String, isQuiet: Bool) throws -> LibraryFile {
    let bar = ProgressLine(isQuiet: isQuiet)
    defer { bar.end() }
    return try LibraryFile.open(in: folder, random: SystemRandom()) { bar.showUpgrading($0) }
  }
}

extension ProgressLine {
  /// How far a library that an older version made is brought up to date, from 0 to 1.
  func showUpgrading(_ share: Double) {
    show(
      Int(share * 1000), of: 1000,
      Speech.words.say(vi: "đưa thư viện lên bản mới", en: "bringing the library up to date"))
  }
}

/// Why nobody may act.
struct SignInRefused: Error {
  var reasons: [Refusal]
}

extension GlobalOptions {
  /// The desk of the member of staff named by the options, acting at the moment they name.
  func openDesk(of file: LibraryFile) throws -> Result<Desk, SignInRefused> {
    let password = try file.needsPassword() ? try PasswordPrompt.password(for: staff) : nil
    switch try file.signIn(login: staff, password: password, clock: SystemClock()) {
    case .refused(let reasons): return .failure(SignInRefused(reasons: reasons))
    case .signedIn(let desk):
      if clockIsRight { _ = try desk.confirmClock() }
      guard let moment else { return .success(desk) }
      let account = try desk.houseConfiguration().staff.first { $0.id == desk.staffID }
      guard account?.may(.backdate) == true else {
        return .failure(SignInRefused(reasons: [.noPermission(.backdate)]))
      }
      return .success(desk.acting(at: moment))
    }
  }
}
