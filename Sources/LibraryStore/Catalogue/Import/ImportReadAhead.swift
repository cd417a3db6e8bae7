import Foundation
import LibraryCore
import MARC
import Synchronization

/// A record of an import with all that can be known of it without the library.
struct ImportedRecord: Sendable {
  var step: ImportReading.Step
  /// The record as it will be kept; nil where the step gave none, or one of another kind.
  var record: Record?
  var entry: CatalogueEntry?
  var keys = RecordMatching.Keys()
  var copies: [ImportedCopy] = []
  /// What of its texts was mended.
  var mended: MendedRecord?

  init(_ step: ImportReading.Step, _ options: ImportOptions) {
    self.step = step
    guard let read = step.read.record, Material.isTitle(read), read.foreignDialect == nil else {
      return
    }
    mended = step.read.mended(options.mending)
    let record = mended?.record ?? read
    self.record = record
    entry = CatalogueEntry(record)
    keys = RecordMatching(options: options).keys(of: record)
    copies = ImportedCopy.all(of: record, options, file: step.file, number: step.read.number)
  }
}

/// Reads and prepares the records of an import on a thread of its own, a little ahead of the writing.
final class ImportReadAhead: Sendable {
  private static let partsMaximum = 2
  private static let partRecords = 250
  private static let partBytesMaximum = 4 << 20

  private struct State {
    var parts: [Result<[ImportedRecord], any Error>] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  /// Begins at zero, because a semaphore must not end below where it began.
  private let room = DispatchSemaphore(value: 0)

  /// Begins to read behind as many steps of each file as `behind` says.
  init(_ files: ImportFiles, _ options: ImportOptions, behind steps: [Int]) {
    for _ in 0..<ImportReadAhead.partsMaximum { room.signal() }
    Thread.detachNewThread { [self] in
      var reading = ImportReading(files)
      var isAtEnd = false
      while !isAtEnd {
        let part = Result { try ImportReadAhead.part(&reading, options, steps) }
        isAtEnd = (try? part.get().isEmpty) ?? true
        room.wait()
        let isStopped = state.withLock { state in
          state.parts.append(part)
          return state.isStopped
        }
        ready.signal()
        if isStopped { return }
      }
    }
  }

  /// The next records in the order of the files; none at their end, after which it is not asked again.
  func next() throws -> [ImportedRecord] {
    ready.wait()
    let part = state.withLock { $0.parts.removeFirst() }
    room.signal()
    return try part.get()
  }

  /// Ends the reading, wherever it is.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }

  private static func part(
    _ reading: inout ImportReading, _ options: ImportOptions, _ behind: [Int]
  ) throws -> [ImportedRecord] {
    var part: [ImportedRecord] = []
    var bytes = 0
    while part.count < partRecords, bytes < partBytesMaximum, let step = try reading.next() {
      guard step.number >= behind[step.file] else { continue }
      bytes += step.read.record?.storageBytes.count ?? 0
      part.append(ImportedRecord(step, options))
    }
    return part
  }
}
