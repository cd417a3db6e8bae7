public import LibraryCore

/// The administrative units as found: the nearest table that can be read, and what is wrong with nearer ones.
///
/// A table in the user's or the system's folder takes the place of the program's own, so that new units need no new program.
public struct AddressTable: Sendable {
  public struct Faulty: Equatable, Sendable {
    public var file: String
    public var fault: AdministrativeUnits.Fault
  }

  public private(set) var units: AdministrativeUnits?
  public private(set) var faults: [Faulty] = []

  public init(_ places: SettingPlaces) {
    for file in places.nearerFiles(AddressTable.path).reversed() {
      do {
        units = try AdministrativeUnits(tsv: file.bytes)
        return
      } catch {
        faults.append(Faulty(file: file.name, fault: error))
      }
    }
    switch AddressTable.builtIn {
    case .success(let own): units = own
    case .failure(let fault): faults.append(Faulty(file: AddressTable.path, fault: fault))
    }
  }

  static let path = "data/administrative-units.tsv"

  /// The program's own table, read once.
  private static let builtIn: Result<AdministrativeUnits, AdministrativeUnits.Fault> = {
    guard let file = BuiltInFile.named(path) else { return .failure(.empty) }
    do throws(AdministrativeUnits.Fault) {
      return .success(try AdministrativeUnits(tsv: Array(file.text.utf8)))
    } catch {
      return .failure(error)
    }
  }()
}
