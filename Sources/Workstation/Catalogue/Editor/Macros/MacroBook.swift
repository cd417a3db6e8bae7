public import MARC

/// The macros of the person at this machine: named steps of editing, to be done again in other records.
///
/// They lie in the file `macros` of the person's own folder, as key maps do: what hands have got used to belongs to
/// the person, changes nothing in the library by itself, and what it does to records stands in the journal like all saves.
/// Those of the system's folder are everybody's; one of the person's own with the same name takes its place. A macro
/// that cannot be read is kept as it is.
public struct MacroBook: Sendable {
  public struct Macro: Hashable, Sendable {
    public var name: String
    /// Its steps as they are written, one a line.
    public var lines: [String]
    /// Whether it lies in the person's own file.
    public var isOwn: Bool

    /// The steps, or the number of the line that is none, from 1.
    public func steps() -> Result<[EditingStep], FaultyLine> {
      var steps: [EditingStep] = []
      for (number, line) in lines.enumerated() {
        guard let step = EditingStep(line: line) else {
          return .failure(FaultyLine(number: number + 1, text: line))
        }
        steps.append(step)
      }
      return .success(steps)
    }
  }

  /// A line of a macro that says no step.
  public struct FaultyLine: Error, Hashable, Sendable {
    public var number: Int
    public var text: String
  }

  static let fileName = "macros"
  private let places: SettingPlaces
  private var own: [Macro]
  private let shared: [Macro]

  public init(_ places: SettingPlaces) {
    self.places = places
    own = places.own(MacroBook.fileName).map { MacroBook.macros($0, isOwn: true) } ?? []
    shared =
      places.nearerFiles(MacroBook.fileName).first.map { file in
        file.name.hasPrefix(SettingPlaces.systemFolder)
          ? MacroBook.macros(file.bytes, isOwn: false) : []
      } ?? []
  }

  /// All macros by name, in the order of their names.
  public var all: [Macro] {
    let names = Set(own.map(\.name))
    return (own + shared.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
  }

  public subscript(name: String) -> Macro? { all.first { $0.name == name } }

  /// A name as it can stand in the file; nil where nothing is left of it.
  public static func name(_ typed: String) -> String? {
    let kept = typed.filter { !$0.isNewline && $0 != "[" && $0 != "]" && $0 != "\t" }
    let words = kept.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  // MARK: - Changing; each is false if the file could not be written

  /// Keeps steps under a name; an earlier macro of that name is gone then.
  public mutating func keep(_ steps: [EditingStep], as name: String) -> Bool {
    own.removeAll { $0.name == name }
    own.append(Macro(name: name, lines: steps.map(\.line), isOwn: true))
    return write()
  }

  public mutating func rename(_ name: String, to new: String) -> Bool {
    guard var macro = self[name], self[new] == nil else { return false }
    own.removeAll { $0.name == name }
    macro.name = new
    macro.isOwn = true
    own.append(macro)
    return write()
  }

  /// Deletes one of the person's own macros.
  public mutating func remove(_ name: String) -> Bool {
    guard own.contains(where: { $0.name == name }) else { return false }
    own.removeAll { $0.name == name }
    return write()
  }

  private func write() -> Bool {
    var text = "# thuthu: macro biên mục / macros of the editor\n"
    for macro in own.sorted(by: { $0.name < $1.name }) {
      text += "\n[\(macro.name)]\n" + macro.lines.map { $0 + "\n" }.joined()
    }
    return places.keep(Array(text.utf8), as: MacroBook.fileName)
  }

  private static func macros(_ bytes: [UInt8], isOwn: Bool) -> [Macro] {
    var macros: [Macro] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("["), line.hasSuffix("]") {
        macros.append(Macro(name: String(line.dropFirst().dropLast()), lines: [], isOwn: isOwn))
      } else if !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace), !macros.isEmpty {
        macros[macros.count - 1].lines.append(String(line))
      }
    }
    return macros
  }
}

/// What a macro makes of one record.
public enum MacroOutcome: Sendable {
  case changed(Record)
  case unchanged
  /// The record has nothing to do this step on; its number counts from 1.
  case failed(step: Int, line: String)
  case unreadable(MacroBook.FaultyLine)
}

extension MacroBook.Macro {
  /// Does the macro's steps in a record, all or none.
  public func run(on record: Record, _ schema: MARCSchema) -> MacroOutcome {
    switch steps() {
    case .failure(let line): return .unreadable(line)
    case .success(let steps):
      var session = EditingSession(record, schema)
      if let failed = session.perform(steps) {
        return .failed(step: failed + 1, line: lines[failed])
      }
      return session.record.storageBytes == record.storageBytes
        ? .unchanged : .changed(session.record)
    }
  }
}

extension EditingSession {
  /// A session in which a new field begins as the library's short set has it.
  init(_ record: Record, draft: Record? = nil, _ schema: MARCSchema) {
    self.init(record, draft: draft) { tag in
      schema.usual(tag)?.emptyField ?? EditingSession.plainField(tag)
    }
  }
}
