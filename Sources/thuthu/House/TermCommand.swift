import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The lists the library keeps: patron categories, item types, locations.
struct TermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: .say(
      vi:
        "Các danh mục: đối tượng bạn đọc, loại tài liệu, kho, điểm phục vụ, nghề, hình thức sự kiện.",
      en:
        "The lists: patron categories, item types, locations, libraries, occupations, kinds of events."
    ),
    subcommands: [List.self, Set.self, Remove.self])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: .say(vi: "Xem các danh mục.", en: "Show the lists."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("kind", vi: TermKind.choices, en: TermKind.choices))
    var kind: TermKind?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let terms = try session.desk.houseConfiguration().terms
      for term in terms where kind == nil || term.kind == kind {
        session.answer(
          JSONValue(term),
          "\(session.words.termKind(term.kind))  \(term.code)  \(term.name)")
      }
      return .done
    }
  }

  struct Set: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: .say(vi: "Thêm hoặc đổi tên một mục.", en: "Add or rename an entry."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("kind", vi: TermKind.choices, en: TermKind.choices))
    var kind: TermKind

    @Argument(help: .say("code", vi: "Mã.", en: "The code."))
    var code: String

    @Argument(help: .say("name", vi: "Tên.", en: "The name."))
    var name: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.saveTerm(kind, code: code, name: name), .term,
        done: session.words.say(vi: "Đã ghi \(code): \(name)", en: "Saved \(code): \(name)"))
    }
  }

  struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: .say(vi: "Bỏ một mục.", en: "Remove an entry."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("kind", vi: TermKind.choices, en: TermKind.choices))
    var kind: TermKind

    @Argument(help: .say("code", vi: "Mã.", en: "The code."))
    var code: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.removeTerm(kind, code: code), .term,
        done: session.words.say(vi: "Đã bỏ \(code)", en: "Removed \(code)"))
    }
  }
}

extension JSONValue {
  init(_ term: HouseConfiguration.Term) {
    self = ["kind": .text(term.kind.rawValue), "code": .text(term.code), "name": .text(term.name)]
  }
}

extension TermKind {
  fileprivate static let choices = allCases.map(\.rawValue).joined(separator: ", ")
}
