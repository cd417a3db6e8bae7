import ArgumentParser

/// The whole desk without a screen: JSON Lines on standard input and output.
struct DeskCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: .say(
      vi: "Mỗi dòng vào một hành động JSON, mỗi dòng ra một kết quả, theo thứ tự.",
      en: "One JSON action per line in, one outcome per line out, in order."))

  @OptionGroup var global: GlobalOptions

  func run(in session: LibrarySession) throws -> ExitStatus {
    try DeskLoop(desk: session.desk, words: session.words).run(session.output)
  }
}
