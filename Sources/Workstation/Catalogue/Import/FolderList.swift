import Glibc

/// What lies in a folder, as a person looks for a file in it.
struct FolderList {
  struct Entry: Equatable {
    var name: String
    var isFolder: Bool
    var bytes: Int
  }

  let folder: String
  /// Folders first, then files, each by name; things that are neither are left out.
  let entries: [Entry]
  /// Why the folder could not be read; nil when it could.
  let fault: String?

  init(_ folder: String) {
    self.folder = folder
    guard let directory = opendir(folder) else {
      entries = []
      fault = String(cString: strerror(errno))
      return
    }
    defer { closedir(directory) }
    var found: [Entry] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if let entry = FolderList.entry(name, in: folder) { found.append(entry) }
    }
    entries = found.sorted { left, right in
      left.isFolder == right.isFolder ? left.name < right.name : left.isFolder
    }
    fault = nil
  }

  /// The entries whose names begin so; hidden ones only for who asks for them.
  func entries(beginning prefix: String) -> [Entry] {
    let wanted = prefix.lowercased()
    return entries.filter { entry in
      entry.name.lowercased().hasPrefix(wanted)
        && (prefix.hasPrefix(".") || !entry.name.hasPrefix("."))
    }
  }

  private static func entry(_ name: String, in folder: String) -> Entry? {
    var status = stat()
    guard stat(folder + "/" + name, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return Entry(name: name, isFolder: true, bytes: 0)
    case S_IFREG: return Entry(name: name, isFolder: false, bytes: Int(status.st_size))
    default: return nil
    }
  }
}

/// A path as it is being typed: the folder it lies in, and the beginning of a name there.
struct TypedPath: Equatable {
  /// With the slash at its end.
  let folder: String
  let prefix: String

  /// Reads what was typed: `~` is the person's own folder, and what begins with no slash lies in the working folder.
  ///
  /// A whole path pasted behind the folder that stood there begins anew.
  init(_ text: String) {
    var text = text
    if let again = text.ranges(of: "//").last {
      text = String(text[text.index(before: again.upperBound)...])
    }
    if text == "~" || text.hasPrefix("~/"), let home = getenv("HOME") {
      text = String(cString: home) + text.dropFirst()
    }
    if !text.hasPrefix("/") { text = TypedPath.workingFolder + text }
    let end = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
    folder = String(text[..<end])
    prefix = String(text[end...])
  }

  func path(of entry: FolderList.Entry) -> String { folder + entry.name }

  /// The folder the program was started in, with a slash at its end.
  static var workingFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    let path = String(cString: buffer)
    return path == "/" ? path : path + "/"
  }
}
