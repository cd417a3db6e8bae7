import Testing

/// Each rule sees what it should, and only that.
@Suite("The rules of tidiness")
struct RulesTests {
  private func swift(_ text: String, in target: String = "LibraryCore") -> ProjectFile {
    ProjectFile(path: "Sources/\(target)/Loan.swift", text: text)
  }

  @Test(
    "an import is seen whatever stands before it",
    arguments: [
      ("import MARC", "MARC"), ("public import MARC", "MARC"), ("@testable import MARC", "MARC"),
      ("@_spi(Store) public import MARC", "MARC"), ("  import struct Foundation.URL", "Foundation"),
      ("@preconcurrency import Glibc;", "Glibc"), ("@_spi( A ) import MARC", nil),
      ("let important = 1", nil), ("func import(_ file: File)", nil), ("", nil),
    ])
  func importedModule(line: String, module: String?) {
    #expect(ImportTable.importedModule(line) == module)
  }

  @Test("an import outside the table is found, one inside or in a comment is not")
  func imports() {
    #expect(
      ImportTable.findings(in: swift("import MARC\n// import GRDB\n\"import GRDB\"\n")).isEmpty)
    let found = ImportTable.findings(in: swift("import MARC\n\npublic import GRDB\n"))
    #expect(found.map(\.line) == [3])
    #expect(ImportTable.findings(in: swift("", in: "Elsewhere")).count == 1)
    #expect(ImportTable.findings(in: swift("import Foundation", in: "Terminal")).count == 1)
    let test = ProjectFile(path: "Tests/MARCTests/A.swift", text: "import Testing\nimport GRDB")
    #expect(ImportTable.findings(in: test).map(\.line) == [2])
  }

  @Test("a header of a library is included by its own shim only")
  func includes() {
    let text = "#include <stdio.h>\n# include  <curses.h>\n"
    let foreign = ProjectFile(path: "Sources/CYaz/CYaz.c", text: text)
    #expect(ImportTable.includeFindings(in: foreign).map(\.line) == [2])
    let own = ProjectFile(path: "Sources/CTerminal/CTerminal.c", text: text)
    #expect(ImportTable.includeFindings(in: own).isEmpty)
  }

  @Test("code, comments and literals are told apart")
  func reading() {
    let source = ##"""
      let a = "x \(f("y")) // z" // "comment"
      /* one /* two */ "three" */ let b = #"\("four")"#
      let c = """
        five "six"
        """; let d = /"seven/ ; let e = 1 / 2
      """##
    let reading = SwiftReading(source)
    #expect(
      reading.literals.map(\.text) == ["y", "x  // z", "\\(\"four\")", "\n  five \"six\"\n  "])
    #expect(reading.literals.map(\.line) == [1, 1, 2, 3])
    #expect(reading.code.count == 5)
    #expect(reading.code[0] == "let a = f(\"\")\"\" ")
    #expect(reading.code[1] == " let b = \"\"")
    #expect(reading.code[4] == "\"\"; let d =  ; let e = 1 / 2")
  }

  @Test("a file of 400 lines passes, one of 401 does not")
  func length() {
    #expect(TextRules.tooLong(swift(String(repeating: "\n", count: 400))).isEmpty)
    #expect(TextRules.tooLong(swift(String(repeating: "\n", count: 401))).count == 1)
  }

  @Test(
    "a vague name is found in folder, file and type",
    arguments: [
      ("Sources/LibraryCore/Utils/Loan.swift", 1), ("Sources/LibraryCore/LoanHelper.swift", 1),
      ("Sources/shared/a.c", 1), ("Sources/LibraryCore/Commonplace.swift", 0),
      ("Sources/LibraryCore/Loan+Renewal.swift", 0),
    ])
  func vagueName(path: String, count: Int) {
    #expect(TextRules.vagueName(ProjectFile(path: path, text: "")).count == count)
  }

  @Test("a type that manages is found, one that does something is not")
  func vagueType() {
    #expect(CodeRules.vagueType(swift("public final class HoldManager {")).count == 1)
    #expect(CodeRules.vagueType(swift("struct HoldQueue {\n  let managerName: String")).isEmpty)
  }

  @Test("a shrug needs its ticket")
  func shrugs() {
    let word = "TO" + "DO"
    #expect(TextRules.openShrug(swift("// \(word): later")).count == 1)
    #expect(TextRules.openShrug(swift("// \(word)(#41): later\n// MAS\(word)N")).isEmpty)
  }

  @Test("a path of one machine is found, the same word inside a longer path is not")
  func machinePath() {
    let path = "/ho" + "me/"
    #expect(TextRules.machinePath(swift("open(\"\(path)an/a\")")).count == 1)
    #expect(TextRules.machinePath(swift("open(\"var\(path)an\") // ..\(path)")).isEmpty)
  }

  @Test("the build may name one host")
  func hosts() {
    #expect(TextRules.foreignHost(swift("url: \"https://github.com/a/b\"")).isEmpty)
    #expect(TextRules.foreignHost(swift("curl http://mirror.example/a")).count == 1)
  }

  @Test("tabs, white space at the end and a missing last line break are found")
  func space() {
    #expect(TextRules.untidySpace(swift("a\n\n  b\n")).isEmpty)
    #expect(TextRules.untidySpace(swift("\ta\nb \nc")).map(\.line) == [1, 2, 0])
  }

  @Test("forced tries, stubs and switched-off tests are found in code only")
  func banned() {
    #expect(CodeRules.banned(swift("// try! .disabled(\nlet a = \"try! XCTSkip\"")).isEmpty)
    let bad = "let a = try! b()\n@Test(.disabled(\"\")) func c()\nfatalError(\"stub\")"
    #expect(CodeRules.banned(swift(bad)).map(\.line) == [1, 2, 3])
  }

  @Test("a statement is found in a text outside the store")
  func sql() {
    let text = "let a = \"SELECT 1\"\nlet b = \"\"\"\n  UPDATE item SET x\n  \"\"\"\n"
    #expect(CodeRules.sqlOutsideStore(swift(text)).map(\.line) == [1, 2])
    #expect(CodeRules.sqlOutsideStore(swift(text, in: "LibraryStore")).isEmpty)
    #expect(CodeRules.sqlOutsideStore(swift("\"Select a book\" // SELECT 1")).isEmpty)
  }

  @Test("a number before an English plural is counted")
  func uncountedNoun() {
    let bad = #"en: "Took \(count) copies""# + "\n" + #"en: " (or \(count) more lines)""#
    #expect(CodeRules.uncountedNoun(swift(bad, in: "Workstation")).map(\.line) == [1, 2])
    #expect(CodeRules.uncountedNoun(swift(bad, in: "MARC")).isEmpty)
    let good = #"en: "Took \(counted(count, "copy", "copies")), at most \(linesMaximum) lines""#
    #expect(CodeRules.uncountedNoun(swift(good, in: "Workstation")).isEmpty)
  }

  @Test("a link is followed from the page it stands on")
  func links() {
    let page = ProjectFile(
      path: "docs/a.md",
      text: """
        [one](b.md#part) and [two](../README.md) [three](https://example.org/x) [four](#here)
        ```
        [code](nowhere.md)
        ```
        [five](missing.md)
        [six](../../outside.md)
        """)
    let exists = { ["docs/b.md", "README.md", "outside.md"].contains($0) }
    #expect(PageRules.brokenLinks(page, exists: exists).map(\.line) == [5, 6])
  }
}
