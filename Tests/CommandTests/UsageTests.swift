import Foundation
import Testing

@Suite("The command line says clearly what is wrong")
struct UsageTests {
  @Test("a wrong command line ends with status 2 and one line in the asked language")
  func usage() throws {
    let commands = try Commands(makesLibrary: false)
    for arguments in [
      ["frobnicate"], ["checkout"], ["checkout", "--frob"], ["show", "tree", "1"],
      ["undo", "x"], ["--at", "yesterday", "undo"], ["pay", "--patron", "A", "much"],
      ["rule", "set", "loanDays=many"], ["convert", "--to", "pdf", "a", "b"],
    ] {
      let vietnamese = try commands.run(arguments, input: Data())
      let english = try commands.run(arguments + ["--lang", "en"], input: Data())
      for run in [vietnamese, english] {
        #expect(run.status == 2, "\(arguments)")
        #expect(run.output.isEmpty, "\(arguments)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("thuthu: "), "\(run.errors)")
      }
      #expect(vietnamese.errors.contains("cho xem cách dùng"))
      #expect(english.errors.contains("shows the usage"))
    }
  }

  @Test("the parser's own complaints are given in Vietnamese")
  func translated() throws {
    let commands = try Commands(makesLibrary: false)
    #expect(
      try commands.run("show", "tree", "1").errors.contains(
        "«tree» không hợp lệ cho «<kind>»; hãy chọn «record», «item», «patron», «loan»"))
    #expect(try commands.run("undo", "x").errors.contains("«x» không hợp lệ cho «<op>»"))
    #expect(try commands.run("frob").errors.contains("không có lệnh hay tham số «frob»"))
    #expect(try commands.run("checkout").errors.contains("thiếu «--patron <card>»"))
  }

  @Test("a folder without a library is said to be one, with status 4")
  func noLibrary() throws {
    let commands = try Commands(makesLibrary: false)
    for arguments in [["log"], ["checkout", "--patron", "A", "B"], ["desk"], ["check"]] {
      let run = try commands.run(arguments, input: Data())
      #expect(run.status == 4)
      #expect(run.errors.contains(commands.library))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("a library is never made over another, nor where no folder can be")
  func initTwice() throws {
    let commands = try Commands()
    let again = try commands.run("init")
    #expect(again.status == 4)
    #expect(again.errors.contains("đã có một thư viện"))
    #expect(try commands.run("--library", "/dev/null/library", "init").status == 4)
  }

  @Test("a folder that may only be read is refused by name", .enabled(if: geteuid() != 0))
  func readOnly() throws {
    let commands = try Commands()
    chmod(commands.library, 0o500)
    defer { chmod(commands.library, 0o700) }
    let run = try commands.run("log")
    #expect(run.status == 4)
    #expect(run.errors.contains(commands.library))
  }

  @Test("messages are in Vietnamese whatever the locale, but for an English one or --lang")
  func language() throws {
    let commands = try Commands()
    for (environment, isEnglish) in [
      (["LANG": "C"], false), (["LANG": "POSIX", "LC_ALL": "C"], false),
      (["LANG": "vi_VN.UTF-8"], false), (["LC_ALL": "en_GB.UTF-8"], true),
      (["LANG": "C", "THUTHU_LANG": "en"], true),
    ] {
      let run = try commands.run("return", "XYZ", environment: environment)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix(isEnglish ? "No copy" : "Không có bản"), "\(environment)")
    }
    let asked = try commands.run("return", "XYZ", "--lang", "en", environment: ["LANG": "vi_VN"])
    #expect(asked.output.hasPrefix("No copy"))
  }

  @Test("options may stand before the command or behind it")
  func globalOptions() throws {
    let commands = try Commands()
    #expect(try commands.run("--json", "return", "X").outcome == "unknownItem")
    #expect(try commands.run("return", "X", "--json").outcome == "unknownItem")
    let elsewhere = ["THUTHU_LIBRARY": "/nonexistent"]
    let named = try commands.run("log", "--library", commands.library, environment: elsewhere)
    #expect(named.status == 0)
  }

  @Test("without a terminal the screen is not opened, and that is said")
  func noTerminal() throws {
    let run = try Commands().run("--mono")
    #expect(run.status == 4)
    #expect(run.errors.contains("thuthu --help"))
  }

  @Test("a reader that goes away early ends the program without a word")
  func brokenPipe() throws {
    let commands = try Commands()
    let errors = commands.folder + "/errors"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.environment = ["THUTHU_LIBRARY": commands.library, "PATH": "/usr/bin:/bin"]
    process.arguments = [
      "-c", "'\(Commands.program)' log 2>'\(errors)' | head -n 1 >'\(commands.folder)/first'",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
    let first = try String(contentsOfFile: commands.folder + "/first", encoding: .utf8)
    #expect(first.split(separator: "\n").count == 1)
  }
}
