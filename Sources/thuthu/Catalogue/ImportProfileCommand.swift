import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The import profiles that the library keeps.
struct ImportProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: .say(
      vi: "Hồ sơ nhập: khi nào là biểu ghi đã có, trường nào giữ, thay, thêm hay chặn.",
      en:
        "Import profiles: what counts as known, which fields are kept, replaced, added, protected."
    ),
    discussion: .say(
      vi: "Cách viết xem ở «show usual»: hồ sơ có sẵn để bắt đầu.",
      en: "“show usual” prints the form: the profile to begin with."),
    subcommands: [
      ImportProfileListCommand.self, ImportProfileShowCommand.self,
      ImportProfileSaveCommand.self, ImportProfileRemoveCommand.self,
    ])

  /// The profile the program itself has.
  static let usual = "usual"
}

struct ImportProfileListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say(vi: "Liệt kê các hồ sơ nhập.", en: "List the profiles."))

  @OptionGroup var global: GlobalOptions

  func run(in session: LibrarySession) throws -> ExitStatus {
    for named in try session.desk.namedTexts(.importProfile) {
      session.answer(["name": .text(named.name), "text": .optional(named.text)], named.name)
    }
    return .done
  }
}

struct ImportProfileShowCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .say(
      vi: "In một hồ sơ nhập, để xem hay cất vào tệp.", en: "Print a profile, to read or to keep."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("name", vi: "Tên hồ sơ.", en: "The profile's name."))
  var name: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let kept = try session.desk.namedText(.importProfile, name)
    guard let text = kept ?? (name == ImportProfileCommand.usual ? ImportProfile.usual.text : nil)
    else { return session.answer(.unknown(name), .profile, done: "") }
    if session.isJSON {
      session.output.line(["name": .text(name), "text": .text(text)])
    } else {
      session.output.write(Array(text.utf8))
    }
    return .done
  }
}

struct ImportProfileSaveCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: .say(vi: "Lưu hồ sơ nhập từ tệp.", en: "Keep a profile from a file."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("name", vi: "Tên hồ sơ.", en: "The profile's name."))
  var name: String

  @Argument(
    help: .say("file", vi: "Tệp; - là đầu vào chuẩn.", en: "The file; - is standard input."))
  var file: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let text = String(decoding: try InputFile.contents(of: file), as: UTF8.self)
    _ = try ImportProfile.read(text, from: file, session.words)
    return session.answer(
      try session.desk.saveNamedText(NamedText(.importProfile, name: name, text: text)), .profile,
      done: session.words.say(vi: "Đã lưu hồ sơ «\(name)»", en: "Kept profile “\(name)”"))
  }
}

struct ImportProfileRemoveCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: .say(vi: "Bỏ một hồ sơ nhập; hoàn tác được.", en: "Take a profile away; undo works."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("name", vi: "Tên hồ sơ.", en: "The profile's name."))
  var name: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.answer(
      try session.desk.saveNamedText(NamedText(.importProfile, name: name, text: nil)), .profile,
      done: session.words.say(vi: "Đã bỏ hồ sơ «\(name)»", en: "Removed profile “\(name)”"))
  }
}

extension Saving {
  static let profile = Saving(unknown: "profile")
}

extension ImportProfile {
  /// The profile of that name in the library, or else the one a file has.
  static func named(_ name: String, _ session: LibrarySession) throws -> ImportProfile {
    if let text = try session.desk.namedText(.importProfile, name) {
      return try read(text, from: name, session.words)
    }
    if name == ImportProfileCommand.usual { return .usual }
    let text = String(decoding: try InputFile.contents(of: name), as: UTF8.self)
    return try read(text, from: name, session.words)
  }

  static func read(_ text: String, from name: String, _ words: Wording) throws -> ImportProfile {
    do {
      return try ImportProfile(parsing: text)
    } catch {
      throw CommandFault.badInput("\(name): \(words.ruleTextFault(error))")
    }
  }
}

extension JSONValue {
  init(_ record: StagedRecord) {
    let finding: JSONValue =
      switch record.finding {
      case nil: .null
      case .new?: "new"
      case .known?: "known"
      case .unsure?: "unsure"
      }
    self = [
      "outcome": "staged", "file": .count(record.place.file),
      "number": .count(record.place.step + 1), "title": .text(record.title),
      "author": .optional(record.author), "found": finding,
      "score": .count(record.finding?.score ?? 0), "record": .entity(record.finding?.record),
      "decision": .text(record.decision.code), "reason": .optional(record.reject?.rawValue),
      "repeats": record.repeats.map { .count($0.step + 1) } ?? .null,
      "faults": .count(record.faults),
    ]
  }
}

extension ImportDecision {
  fileprivate var code: String {
    switch self {
    case .add: "add"
    case .replace: "replace"
    case .merge: "merge"
    case .skip: "skip"
    }
  }
}

extension Wording {
  func staged(_ record: StagedRecord) -> String {
    let title = [record.title, record.author].compactMap { $0 }.joined(separator: " / ")
    let reason = record.reject.map { " (\(importReject($0)))" } ?? ""
    return "\(record.place.step + 1)  \(importFinding(record)) → "
      + "\(importDecision(record.decision))\(reason)  \(title)"
  }
}
