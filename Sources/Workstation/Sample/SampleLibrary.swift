import Glibc
public import LibraryCore
public import LibraryStore
import MARC

/// A library to try everything on: real-looking titles, invented patrons, and two months of loans behind it.
///
/// It is made by the desk's own verbs at moments of the past, so that its journal, its loans and its overdue notices look as they
/// would in a library at work. The same moment always gives the same library.
public struct SampleLibrary {
  private let file: LibraryFile
  private let staff: EntityID
  private let now: Moment

  /// How long the library has been at work.
  public static let days = 60
  private static let loanCount = 140

  /// Makes the library in `folder`; `progress` is told how many of its parts are done.
  ///
  /// What is thrown midway leaves a library that is whole but not full.
  public static func create(
    in folder: String, name: String, code: String, clock: any Clock, random: any RandomSource,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> LibraryFile {
    let now = clock.now()
    let opening = FixedClock(now.on(now.day.adding(days: -days), minute: 7 * 60))
    let file = try LibraryFile.create(
      in: folder, name: name, code: code, clock: opening, random: random)
    guard case .signedIn(let desk) = try file.signIn(clock: opening) else { return file }
    try SampleLibrary(file: file, staff: desk.staffID, now: now).fill(progress)
    return file
  }

  private func fill(_ progress: (Int, Int) -> Void) throws {
    try importTitles()
    let events = (patronEvents + loanEvents).filter { $0.moment < now }
      .sorted { $0.moment < $1.moment }
    for (done, event) in events.enumerated() {
      progress(done, events.count)
      try event.happen(desk(at: event.moment))
    }
  }

  /// Something that happened in the library's past.
  private struct Event {
    var moment: Moment
    var happen: (Desk) throws -> Void
  }

  private func desk(at moment: Moment) -> Desk {
    Desk(file: file, staff: staff, clock: FixedClock(moment))
  }

  private func moment(daysAgo: Int, minute: Int) -> Moment {
    now.on(now.day.adding(days: -daysAgo), minute: minute)
  }
}

// MARK: - Titles

extension SampleLibrary {
  /// Takes the titles and their copies in as one batch, through a file as any other import.
  private func importTitles() throws {
    let desk = desk(at: moment(daysAgo: SampleLibrary.days, minute: 8 * 60))
    let path = file.folder + "/sample.mrc"
    defer { unlink(path) }
    try write(SampleTables.records, to: path)
    _ = try desk.importRecords([path])
    for (location, type) in [("TC", "REFERENCE"), ("DC", "LOCAL")] {
      for copy in try desk.items(location: location, limit: 1000) {
        _ = try desk.editItem(copy.item.barcode.text, [.type: type])
      }
    }
  }

  private func write(_ records: [Record], to path: String) throws {
    var writer = RecordWriter(.iso2709)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for record in records { _ = writer.append(record, to: &bytes) }
    writer.finish(&bytes)
    guard let stream = fopen(path, "we") else { throw SampleLibrary.fault(path) }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else { throw SampleLibrary.fault(path) }
  }

  private static func fault(_ path: String) -> StoreFault {
    errno == ENOSPC
      ? .diskFull(path: path) : .disk(path: path, detail: String(cString: strerror(errno)))
  }
}

// MARK: - Patrons

extension SampleLibrary {
  /// The patrons enrol during the first month; one card is blocked later, one has expired.
  private var patronEvents: [Event] {
    let enrolments = SampleTables.patrons.enumerated().map { index, patron in
      let moment = moment(daysAgo: SampleLibrary.days - index / 5, minute: 9 * 60 + index % 5 * 40)
      return Event(moment: moment) { desk in _ = try desk.enrol(draft(patron, index, moment)) }
    }
    let block = Event(moment: moment(daysAgo: 3, minute: 16 * 60)) { desk in
      _ = try desk.editPatron(
        SampleLibrary.card(blockedIndex),
        [.status: PatronStatus.blocked.rawValue, .blockReason: "Báo mất thẻ"])
    }
    return enrolments + [block]
  }

  private var blockedIndex: Int { 16 }
  private var expiredIndex: Int { 24 }

  private func draft(_ patron: SamplePatron, _ index: Int, _ moment: Moment) -> PatronDraft {
    let lastDay = index == expiredIndex ? now.day.adding(days: -20) : moment.day.adding(days: 730)
    return PatronDraft(
      name: patron.name, category: patron.category, born: String(patron.birthYear),
      phone: patron.phone, address: patron.commune, expiresOn: lastDay.iso, note: patron.note)
  }

  /// Cards run on from 1 in the order of enrolment.
  private static func card(_ index: Int) -> String {
    let digits = String(index + 1)
    return "TV" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

// MARK: - Loans

extension SampleLibrary {
  /// Loans since the second month: most came back in time, some run, a few are overdue, a few were renewed.
  private var loanEvents: [Event] {
    let barcodes = SampleTables.barcodes
    let patrons = SampleTables.patrons.count
    guard !barcodes.isEmpty, patrons > 0 else { return [] }
    return (0..<SampleLibrary.loanCount).flatMap { index in
      let daysAgo = (SampleLibrary.loanCount - index) * 35 / SampleLibrary.loanCount
      let minute = 8 * 60 + index % 8 * 55
      let card = SampleLibrary.card(index * 37 % patrons)
      let barcode = barcodes[index * 61 % barcodes.count]
      var events = [
        Event(moment: moment(daysAgo: daysAgo, minute: minute)) { desk in
          _ = try desk.checkOut(barcode, to: card)
        }
      ]
      let isOverdue = index % 11 == 5
      let daysKept = 4 + index % 9
      if !isOverdue, daysKept < daysAgo {
        events.append(
          Event(moment: moment(daysAgo: daysAgo - daysKept, minute: minute + 30)) { desk in
            _ = try desk.takeBack(barcode)
          })
      } else if index % 10 == 4, daysAgo > 2 {
        events.append(
          Event(moment: moment(daysAgo: 1, minute: minute)) { desk in _ = try desk.renew(barcode) })
      }
      return events
    }
  }
}

extension SampleTables {
  /// The labels of all copies, in the order of the titles.
  fileprivate static var barcodes: [String] {
    records.flatMap { record in
      record.fields("852").compactMap { $0.text("p") }
    }
  }
}

extension Moment {
  /// The given minute of `day` on the clock of the same place.
  fileprivate func on(_ day: CalendarDay, minute: Int) -> Moment {
    let midnight = Moment(startOf: day, offsetMinutes: offsetMinutes)
    return Moment(
      milliseconds: midnight.milliseconds + Int64(minute) * 60_000, offsetMinutes: offsetMinutes)
  }
}
