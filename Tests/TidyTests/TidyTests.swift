import Testing

/// The rules of the house, asked of every file of the project.
@Suite("The project is tidy")
struct TidyTests {
  static let codeEndings: Set<String> = ["swift", "c", "h", "sh", "py"]

  private var codeFiles: [ProjectFile] {
    Project.files.filter { file in
      ["Sources", "Tests", "Benchmarks", "Scripts"].contains(file.parts[0])
        && (Self.codeEndings.contains(file.ending) || file.parts[0] == "Scripts")
    }
  }

  private var buildFiles: [ProjectFile] {
    Project.files.filter { file in
      ["Package.swift", "Makefile"].contains(file.path)
        || ["Scripts", ".ci"].contains(file.parts[0])
    }
  }

  private func expectNone(
    _ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for finding in findings { Issue.record("\(finding)", sourceLocation: sourceLocation) }
  }

  @Test("the project's files were found")
  func filesFound() {
    #expect(Project.swiftFiles.count > 10)
    #expect(Project.files.contains { $0.path == "Package.swift" })
    #expect(Project.files.contains { $0.path == "README.md" })
  }

  @Test("imports follow the table")
  func imports() {
    expectNone(Project.swiftFiles.flatMap(ImportTable.findings))
    expectNone(
      Project.files.filter { ["c", "h"].contains($0.ending) }.flatMap(ImportTable.includeFindings))
  }

  @Test("the table names the targets that exist, and no other")
  func tableIsComplete() {
    let targets = { (top: String) in
      Set(Project.files.filter { $0.parts[0] == top }.compactMap(\.target))
    }
    #expect(targets("Sources") == Set(ImportTable.sources.keys))
    #expect(targets("Tests") == Set(ImportTable.tests.keys))
    #expect(targets("Benchmarks") == Set(ImportTable.benchmarks.keys))
  }

  @Test("a file of code holds one subject, in 400 lines at most")
  func length() { expectNone(codeFiles.flatMap(TextRules.tooLong)) }

  @Test("no folder, file or type has a vague name")
  func names() {
    expectNone(Project.files.flatMap(TextRules.vagueName))
    expectNone(Project.swiftFiles.flatMap(CodeRules.vagueType))
  }

  @Test("nothing is left open without a ticket")
  func shrugs() { expectNone(Project.files.flatMap(TextRules.openShrug)) }

  @Test("nothing depends on one machine, and the build fetches from one host")
  func machines() {
    expectNone(Project.files.flatMap(TextRules.machinePath))
    expectNone(buildFiles.flatMap(TextRules.foreignHost))
  }

  @Test("no code gives up on bad input, and no test is switched off")
  func bannedCode() { expectNone(Project.swiftFiles.flatMap(CodeRules.banned)) }

  @Test("SQL stays in the store")
  func sql() { expectNone(Project.swiftFiles.flatMap(CodeRules.sqlOutsideStore)) }

  @Test("English counts one thing as one")
  func plurals() { expectNone(Project.swiftFiles.flatMap(CodeRules.uncountedNoun)) }

  @Test("no tabs and no white space at the end of lines")
  func space() { expectNone(Project.swiftFiles.flatMap(TextRules.untidySpace)) }

  @Test("links between pages lead somewhere")
  func links() {
    let pages = Project.files.filter { $0.ending == "md" }
    expectNone(pages.flatMap { PageRules.brokenLinks($0, exists: Project.contains) })
  }

  @Test("the program carries every key map, theme and sample table")
  func builtins() throws {
    let carrier = try #require(Project.files.first { $0.path == "Sources/CBuiltins/CBuiltins.c" })
    for file in Project.files where ["keymaps", "themes", "sample"].contains(file.parts[0]) {
      guard file.ending != "md" else { continue }
      #expect(carrier.text.contains("#embed \"../../\(file.path)\""), "\(file.path)")
      #expect(carrier.text.contains("FILE_NAMED(\"\(file.path)\""), "\(file.path)")
    }
  }

  @Test("both front pages show the two commands", arguments: ["README.md", "README.vi.md"])
  func frontPage(path: String) throws {
    let page = try #require(Project.files.first { $0.path == path })
    #expect(page.text.contains("make run"))
    #expect(page.text.contains("make test"))
  }
}
