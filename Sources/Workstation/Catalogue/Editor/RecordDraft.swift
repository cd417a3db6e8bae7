import Glibc
import LibraryCore
import MARC

/// A record that somebody was editing, kept in a file until it is saved or given up.
struct RecordDraft: Equatable {
  var record: Record
  /// The version that editing began with; nil for a new record.
  var base: OpID?
  var savedAt: LibraryCore.Moment
}

/// The file of one draft: one for each person and record, in the folder `drafts` of the library.
///
/// It is written beside its place and renamed into it, so that a kill at any moment leaves the old draft or the new one.
struct DraftFile {
  let path: String
  private let folder: String

  /// `record` is nil for a new record: everybody has one draft of those.
  init(library: String, staff: EntityID, record: EntityID?, isAuthority: Bool = false) {
    folder = library + "/drafts"
    let new = isAuthority ? "new-authority" : "new"
    path = folder + "/\(staff)-" + (record?.description ?? new) + ".draft"
  }

  /// The draft, or nil when there is none that can be read.
  func read() -> RecordDraft? {
    guard let bytes = contents() else { return nil }
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
    guard head.count == 4, head[0] == DraftFile.mark, head[1] == DraftFile.version,
      let milliseconds = Int64(head[3]),
      let record = try? Record(storage: Array(bytes[(end + 1)...]))
    else { return nil }
    return RecordDraft(
      record: record, base: Int64(head[2]).map { OpID(rawValue: $0) },
      savedAt: LibraryCore.Moment(milliseconds: milliseconds))
  }

  /// Keeps the draft, so that it outlives the program; the reason why it could not, or nil.
  ///
  /// Only after `settle` it outlives the power as well.
  func write(_ draft: RecordDraft) -> String? {
    let base = draft.base?.description ?? "-"
    let head = "\(DraftFile.mark) \(DraftFile.version) \(base) \(draft.savedAt.milliseconds)\n"
    let new = path + ".new"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    var file = open(new, flags, 0o600)
    if file < 0, errno == ENOENT {
      mkdir(folder, 0o700)
      file = open(new, flags, 0o600)
    }
    guard file >= 0 else { return DraftFile.reason }
    let isWritten = DraftFile.write(Array(head.utf8) + draft.record.storageBytes, to: file)
    let reason = isWritten ? nil : DraftFile.reason
    close(file)
    guard isWritten else {
      unlink(new)
      return reason
    }
    return rename(new, path) == 0 ? nil : DraftFile.reason
  }

  /// Waits until the disk has what was written; a draft that is gone meanwhile needs no waiting.
  func settle() {
    for place in [path, folder] {
      let file = open(place, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      fsync(file)
      close(file)
    }
  }

  func remove() { unlink(path) }

  private static let mark = "thuthu-draft"
  private static let version = "1"
  private static var reason: String { String(cString: strerror(errno)) }

  private func contents() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
