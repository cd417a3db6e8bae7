/// Rules for the pages people read.
enum PageRules {
  /// Relative links of a Markdown page that lead to no file.
  static func brokenLinks(_ page: ProjectFile, exists: (String) -> Bool) -> [Finding] {
    let folder = page.parts.dropLast()
    var isFenced = false
    return page.findings { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced else { return nil }
      for target in linkTargets(line) {
        let path = resolve(target, from: folder)
        if path.isEmpty || !exists(path) { return "the link to \(target) leads nowhere" }
      }
      return nil
    }
  }

  /// What the links of a line point to inside the project, without their `#part`.
  static func linkTargets(_ line: Substring) -> [String] {
    line.ranges(of: "](").compactMap { range in
      let target = line[range.upperBound...].prefix { $0 != ")" && $0 != "#" && $0 != " " }
      let isElsewhere = target.contains("://") || target.hasPrefix("mailto:") || target.isEmpty
      return isElsewhere ? nil : String(target)
    }
  }

  /// The path below the root, or nothing when it leaves the project.
  private static func resolve(_ target: String, from folder: ArraySlice<String>) -> String {
    var parts = Array(folder)
    for part in target.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return ""
      }
    }
    return parts.joined(separator: "/")
  }
}
