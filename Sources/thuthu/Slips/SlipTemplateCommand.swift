import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The templates of slips, letters and messages.
struct SlipTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: .say(
      vi: "Mẫu phiếu, giấy báo, tin nhắn.", en: "Templates of slips, letters and messages."),
    subcommands: [List.self, Show.self, Set.self, Reset.self])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(
        vi: "Mọi mẫu, với các chỗ điền của mẫu.", en: "Every template, with its places."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      let words = session.words
      for (kind, isOwn) in try session.desk.slipTemplates() {
        session.answer(
          .template(kind, isOwn: isOwn),
          "\(kind.rawValue)  \(words.slipKind(kind))"
            + (isOwn ? words.say(vi: " (của thư viện)", en: " (our own)") : "")
            + "\n  \(words.slipFields(kind))")
      }
      return .done
    }
  }

  struct Show: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: .say(vi: "Chữ của một mẫu.", en: "The text of a template."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("template", vi: "Mã của mẫu.", en: "The template's code."))
    var kind: SlipKind

    func run(in session: LibrarySession) throws -> ExitStatus {
      let own = try session.desk.namedText(.slip, kind.rawValue)
      let text = own ?? session.words.builtInTemplate(kind)
      session.answer(
        .template(kind, own: own, session.words),
        text.hasSuffix("\n") ? String(text.dropLast()) : text)
      return .done
    }
  }

  struct Set: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: .say(
        vi: "Lấy mẫu của thư viện từ tệp; chỗ điền lạ hay dòng sai được báo, không gì được lưu.",
        en:
          "Take the house's template from a file; unknown places and faults are told, and nothing is saved."
      ))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("template", vi: "Mã của mẫu.", en: "The template's code."))
    var kind: SlipKind

    @Argument(
      help: .say(
        "file", vi: "Tệp chữ; - là đầu vào chuẩn.", en: "A text file; - is standard input."))
    var file: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      let words = session.words
      guard let text = String(validating: try InputFile.contents(of: file), as: UTF8.self) else {
        throw CommandFault.badInput(
          words.say(vi: "\(file): không phải chữ UTF-8", en: "\(file): no UTF-8 text"))
      }
      let faults = SlipTemplate.read(text, as: kind).faults
      for fault in faults {
        session.answer(
          [
            "outcome": "error", "line": .count(fault.line),
            "message": .text(words.slipFault(fault, kind)),
          ], "\(file): \(words.slipFault(fault, kind))")
      }
      guard faults.isEmpty else { return .badInput }
      return session.answer(
        try session.desk.saveSlipTemplate(kind, text), .setting,
        done: words.say(
          vi: "Đã lưu mẫu \(words.slipKind(kind)).", en: "Template saved: \(words.slipKind(kind)).")
      )
    }
  }

  struct Reset: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset",
      abstract: .say(vi: "Trở lại mẫu có sẵn.", en: "Go back to the built-in template."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("template", vi: "Mã của mẫu.", en: "The template's code."))
    var kind: SlipKind

    func run(in session: LibrarySession) throws -> ExitStatus {
      let words = session.words
      return session.answer(
        try session.desk.saveSlipTemplate(kind, nil), .setting,
        done: words.say(
          vi: "Trở lại mẫu có sẵn: \(words.slipKind(kind)).",
          en: "Built-in template again: \(words.slipKind(kind))."))
    }
  }
}

extension Desk {
  /// Every kind of slip, and whether the house has a template of its own for it.
  func slipTemplates() throws -> [(kind: SlipKind, isOwn: Bool)] {
    let own = Set(try namedTexts(.slip).map(\.name))
    return SlipKind.allCases.map { ($0, own.contains($0.rawValue)) }
  }

  /// Gives slips of a kind the house's own template, or the built-in one again; a text with faults is for the caller to refuse.
  func saveSlipTemplate(_ kind: SlipKind, _ text: String?) throws -> SaveOutcome {
    try saveNamedText(NamedText(.slip, name: kind.rawValue, text: text))
  }
}

extension JSONValue {
  static func template(_ kind: SlipKind, isOwn: Bool) -> JSONValue {
    func names(_ fields: Set<SlipField>) -> JSONValue {
      .list(SlipField.allCases.filter(fields.contains).map { .text($0.rawValue) })
    }
    return [
      "template": .text(kind.rawValue), "own": .bool(isOwn), "fields": names(kind.fields),
      "rowFields": names(kind.rowFields),
    ]
  }

  /// A template with its text: the house's own, or the built-in one.
  static func template(_ kind: SlipKind, own: String?, _ words: Wording) -> JSONValue {
    [
      "template": .text(kind.rawValue), "own": .bool(own != nil),
      "text": .text(own ?? words.builtInTemplate(kind)),
    ]
  }
}
