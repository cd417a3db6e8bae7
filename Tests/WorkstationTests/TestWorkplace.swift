import Foundation
import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

/// A library of its own with a workplace in it, removed when the test is over.
///
/// It is 23 November 2026, a Monday, 08:00; the tests move the clock.
final class TestWorkplace {
  let folder: String
  let clock: TestClock
  let workplace: Workplace

  init(
    _ language: Language = .vietnamese, files: [String: String] = [:],
    keyboard: Keyboard = Keyboard(), places: SettingPlaces? = nil
  ) throws {
    folder = NSTemporaryDirectory() + "workplace-" + UUID().uuidString
    clock = TestClock(try TestClock.moment("2026-11-23T08:00:00"))
    let file = try LibraryFile.create(
      in: folder, name: "Thư viện xã Tân Phú", code: "VN-TP", clock: clock, random: SeededRandom())
    workplace = Workplace(
      file: file, desk: Desk(file: file, staff: EntityID(rawValue: 2), clock: clock),
      language: language, clock: clock,
      appearance: places.map { places in
        Appearance(
          places: places, asked: Appearance.Names(), registry: .workstation, language: .vietnamese)
      } ?? TestWorkplace.appearance(files: files), keyboard: keyboard)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var desk: Desk { workplace.desk }

  /// The program's own key maps and themes, and those in `files` by their paths; `/u` is at home.
  static func appearance(
    files: [String: String] = [:], asked: Appearance.Names = Appearance.Names()
  ) -> Appearance {
    let places = SettingPlaces(
      environment: ["HOME": "/u"], read: { path in files[path].map { Array($0.utf8) } },
      list: { folder in
        files.keys.filter { $0.hasPrefix(folder + "/") }
          .map { String($0.dropFirst(folder.count + 1)) }
      })
    return Appearance(
      places: places, asked: asked, registry: .workstation, language: .vietnamese)
  }

  static func keyMap(_ names: [String]) throws -> KeyMap {
    let files = try names.map { name in
      let file = try #require(BuiltInFile.named("keymaps/\(name).keys"))
      return KeyMapFile(name: name, bytes: Array(file.text.utf8))
    }
    return KeyMap.load(files, registry: .workstation).map
  }

  /// Runs `screen` above the desk, so that what goes home arrives there.
  func driver(
    _ screen: (any Screen)? = nil, size: Size = Size(rows: 24, columns: 80),
    jobs: ScreenDriver.JobTiming = .atOnce
  ) -> ScreenDriver {
    let opening = CommandID("test.open")
    var settings = workplace.screenSettings
    settings.handleForAll = { [handle = settings.handleForAll] command, top in
      command == opening ? screen.map { [.push($0)] } : handle(command, top)
    }
    let driver = ScreenDriver(
      DeskScreen(workplace: workplace), size: size, settings: settings, jobs: jobs)
    if screen != nil { driver.run(opening) }
    return driver
  }

  /// A title with its copies; the barcodes are given.
  @discardableResult
  func addTitle(_ title: String, author: String? = nil, _ barcodes: [String]) throws -> EntityID {
    var fields = [Field("245", [Subfield("a", title)])]
    if let author { fields.insert(Field("100", [Subfield("a", author)]), at: 0) }
    let outcome = try desk.saveRecord(Record(leader: .newBook, fields: fields))
    let record = try saved(outcome)
    for barcode in barcodes {
      _ = try saved(
        desk.sharingNumbers().addItem(ItemDraft(record: record, barcode: barcode)))
    }
    return record
  }

  @discardableResult
  func addPatron(_ card: String, _ name: String, born: String? = nil, phone: String? = nil) throws
    -> EntityID
  {
    // Long ago, so that loans may be stated at earlier days.
    var draft = PatronDraft(name: name, card: card, born: born, phone: phone)
    draft[.enrolledOn] = "2019-01-02"
    draft[.expiresOn] = ""
    return try saved(desk.enrol(draft))
  }

  @discardableResult
  func lend(_ barcode: String, to card: String) throws -> CheckoutOutcome.Lent {
    let outcome = try desk.checkOut(barcode, to: card)
    guard case .lent(let lent) = outcome else { throw TestFailure("\(outcome)") }
    return lent
  }

  func saved(_ outcome: SaveOutcome) throws -> EntityID {
    switch outcome {
    case .saved(let id, _), .unchanged(let id): return id
    case .refused, .unknown: throw TestFailure("\(outcome)")
    }
  }
}

final class TestClock: Clock, @unchecked Sendable {
  private let lock = NSLock()
  private var moment: LibraryCore.Moment

  init(_ moment: LibraryCore.Moment) { self.moment = moment }

  func now() -> LibraryCore.Moment { lock.withLock { moment } }

  func set(_ text: String) throws {
    let stated = try TestClock.moment(text)
    lock.withLock { moment = stated }
  }

  static func moment(_ text: String) throws -> LibraryCore.Moment {
    let moment: LibraryCore.Moment? = .init(iso: text)
    return try #require(moment)
  }
}

/// Random numbers that are the same in every run.
private final class SeededRandom: RandomSource, @unchecked Sendable {
  private let lock = NSLock()
  private var state: UInt64 = 1

  func next() -> UInt64 {
    lock.withLock {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }
}

/// What a test found missing before it could ask its question.
struct TestFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension ScreenDriver {
  /// The whole screen as one text.
  var text: String { lines.joined(separator: "\n") }

  /// The row that holds `part`, or nil.
  func line(with part: String) -> String? { lines.first { $0.contains(part) } }
}
