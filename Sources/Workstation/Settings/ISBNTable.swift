public import MARC

/// The ranges of book numbers from the nearest table that can be read.
///
/// The Agency gives out new ranges several times a year; a table in the user's or the system's folder takes the place of the
/// program's own.
public struct ISBNTable: Sendable {
  public let ranges: ISBNRanges
  /// The nearer file that could not be read, with the line.
  public let fault: Faulty?

  public struct Faulty: Equatable, Sendable {
    public var file: String
    public var line: Int
  }

  public init(_ places: SettingPlaces) {
    guard let nearest = places.nearerFiles(ISBNTable.path).last else {
      ranges = ISBNTable.own
      fault = nil
      return
    }
    do throws(ISBNRanges.Fault) {
      ranges = try ISBNRanges(tsv: nearest.bytes)
      fault = nil
    } catch {
      ranges = ISBNTable.own
      fault = Faulty(file: nearest.name, line: error.line)
    }
  }

  private static let path = "data/isbn-ranges.tsv"

  /// The program's own table, read once.
  static let own: ISBNRanges = {
    do throws(ISBNRanges.Fault) {
      return try ISBNRanges(tsv: BuiltInFile.named(path)?.bytes ?? [])
    } catch {
      preconditionFailure("the program's own table of ISBN ranges is read: line \(error.line)")
    }
  }()
}
