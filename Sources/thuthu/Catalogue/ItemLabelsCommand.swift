import ArgumentParser
import Foundation
import LibraryStore
import Workstation

/// Writes the labels of copies as plain text, to be printed as they are.
struct ItemLabelsCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "labels",
    abstract: .say(
      vi: "Tờ nhãn chữ thường: ký hiệu xếp giá, số ĐKCB, nhan đề.",
      en: "A plain sheet of labels: call number, barcode, title."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Các số ĐKCB.", en: "Barcodes."))
  var barcodes: [String]

  @Option(
    name: .shortAndLong,
    help: .say(
      "file", vi: "Tệp để ghi; không có thì in ra màn hình.",
      en: "The file to write; standard output without one."))
  var output: String = "-"

  @Flag(name: .customLong("print"), help: .say(vi: "Gửi ra máy in bằng lp.", en: "Print with lp."))
  var isPrinted = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    var bytes = Array(try LabelSheet(session.desk, copies: barcodes).text.utf8)
    guard isPrinted else {
      let file = try OutputFile(output)
      try file.write(&bytes)
      try file.close()
      return .done
    }
    let printer = Process()
    let input = Pipe()
    printer.executableURL = URL(fileURLWithPath: "/usr/bin/lp")
    printer.standardInput = input
    do {
      try printer.run()
      try input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try input.fileHandleForWriting.close()
    } catch {
      throw CommandFault.machine(
        session.words.say(vi: "không chạy được lp", en: "lp could not be run"))
    }
    printer.waitUntilExit()
    return printer.terminationStatus == 0 ? .done : .machine
  }
}
