public import MARC

/// The templates of new records from the nearest table that can be read.
public struct TemplateTable: Sendable {
  public let templates: [RecordTemplate]
  /// The nearer file that could not be read, with the line.
  public let fault: ISBNTable.Faulty?

  public init(_ places: SettingPlaces) {
    guard let nearest = places.nearerFiles(TemplateTable.path).last else {
      templates = TemplateTable.own
      fault = nil
      return
    }
    do throws(RecordTemplate.Fault) {
      templates = try RecordTemplate.read(tsv: nearest.bytes)
      fault = nil
    } catch {
      templates = TemplateTable.own
      fault = ISBNTable.Faulty(file: nearest.name, line: error.line)
    }
  }

  private static let path = "data/record-templates.tsv"

  /// The program's own table, read once.
  static let own: [RecordTemplate] = {
    do throws(RecordTemplate.Fault) {
      return try RecordTemplate.read(tsv: BuiltInFile.named(path)?.bytes ?? [])
    } catch {
      preconditionFailure("the program's own table of templates is read: line \(error.line)")
    }
  }()
}
