public import GRDB
public import LibraryCore

/// What the machine, not a rule, stopped: said once, clearly, with nothing half-written.
public enum StoreFault: Error, Equatable, Sendable {
  case noLibrary(folder: String)
  case libraryExists(folder: String)
  case cannotCreateFolder(path: String, reason: String)
  /// No write permission, or a disk that only reads.
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another program held the file longer than we wait.
  case locked(path: String)
  case damaged(path: String, detail: String)
  /// The file was written by a newer program.
  case newerSchema(found: Int, known: Int)
  /// The machine's clock is far from the last action; a person has to look at it.
  case clockInDoubt(ClockDoubt)
  case input(path: String, reason: String)
  case disk(path: String, detail: String)

  /// The fault behind an error of SQLite.
  public init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .damaged(path: path, detail: error.message ?? error.resultCode.description)
    default:
      self = .disk(path: path, detail: error.message ?? error.resultCode.description)
    }
  }
}
