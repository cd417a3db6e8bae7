/// The administrative units of Vietnam: the two levels of today, the three of before July 2025, and what became of what.
///
/// They come from a table that is data, not program: units change, and a newer table takes the place of the one that came along.
/// Its form is told in its head (`data/administrative-units.tsv`).
public struct AdministrativeUnits: Sendable {
  public struct Province: Equatable, Sendable {
    public var code: String
    public var name: String
    /// What it was called before within today's division, and the last day of that.
    public var earlier: Earlier?
  }

  public struct Earlier: Equatable, Sendable {
    public var name: String
    public var lastDay: CalendarDay
  }

  public struct Commune: Equatable, Sendable {
    public var code: String
    public var name: String
    var province: Int
  }

  struct FormerProvince: Sendable {
    var name: String
    var now: Int
  }

  struct District: Sendable {
    var name: String
    var province: Int
    /// The commune of today, where the district was one island without communes.
    var now: [Int]
  }

  struct FormerCommune: Sendable {
    var name: String
    var district: Int
    /// The communes of today; several where it was divided, none where the table does not know.
    var now: [Int]
  }

  enum Unit: Hashable, Sendable {
    case province(Int)
    case commune(Int)
    case formerProvince(Int)
    case district(Int)
    case formerCommune(Int)
  }

  /// The day from which the two levels of today hold.
  public static let todaysDivisionSince = CalendarDay(number: 20_270)

  public private(set) var provinces: [Province] = []
  public private(set) var communes: [Commune] = []
  private(set) var formerProvinces: [FormerProvince] = []
  private(set) var districts: [District] = []
  private(set) var formerCommunes: [FormerCommune] = []
  /// The names of provinces and communes of today as they are compared.
  private(set) var provinceNames: [UnitName] = []
  private(set) var communeNames: [UnitName] = []
  /// Every unit by its folded name, with the name as it is compared.
  private(set) var named: [String: [(unit: Unit, name: UnitName)]] = [:]

  /// What is wrong with a table, by its line from 1.
  public enum Fault: Error, Equatable, Sendable {
    case notText(line: Int)
    case noUnit(line: Int)
    /// The unit stands below nothing, or names a unit that is not there.
    case noParent(line: Int)
    case empty
  }

  /// Reads a table; it is taken whole or not at all.
  public init(tsv bytes: [UInt8]) throws(Fault) {
    var codes: [Substring: Int] = [:]
    var provinceCodes: [Substring: Int] = [:]
    var line = 0
    for raw in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      guard let text = String(validating: raw, as: UTF8.self) else { throw .notText(line: line) }
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 3, !cells[1].isEmpty, let spelled = UnitName(cells[2]) else {
        throw .noUnit(line: line)
      }
      let name = String(cells[2])
      switch cells[0] {
      case "T":
        provinceCodes[cells[1]] = provinces.count
        add(.province(provinces.count), spelled)
        provinces.append(
          Province(code: String(cells[1]), name: name, earlier: AdministrativeUnits.earlier(cells)))
      case "X":
        guard !provinces.isEmpty else { throw .noParent(line: line) }
        codes[cells[1]] = communes.count
        add(.commune(communes.count), spelled)
        communes.append(
          Commune(code: String(cells[1]), name: name, province: provinces.count - 1))
      case "t":
        guard cells.count > 3, let now = provinceCodes[cells[3]] else {
          throw .noParent(line: line)
        }
        add(.formerProvince(formerProvinces.count), spelled)
        formerProvinces.append(FormerProvince(name: name, now: now))
      case "h":
        guard !formerProvinces.isEmpty, let now = AdministrativeUnits.places(cells, in: codes)
        else {
          throw .noParent(line: line)
        }
        add(.district(districts.count), spelled)
        districts.append(District(name: name, province: formerProvinces.count - 1, now: now))
      case "x":
        guard !districts.isEmpty, let now = AdministrativeUnits.places(cells, in: codes) else {
          throw .noParent(line: line)
        }
        add(.formerCommune(formerCommunes.count), spelled)
        formerCommunes.append(
          FormerCommune(name: name, district: districts.count - 1, now: now))
      default: throw .noUnit(line: line)
      }
    }
    guard !communes.isEmpty else { throw .empty }
  }

  private mutating func add(_ unit: Unit, _ name: UnitName) {
    named[name.key, default: []].append((unit, name))
    switch unit {
    case .province: provinceNames.append(name)
    case .commune: communeNames.append(name)
    case .formerProvince, .district, .formerCommune: break
    }
  }

  /// The communes that the fourth cell names; nil where it names one that is not there.
  private static func places(_ cells: [Substring], in codes: [Substring: Int]) -> [Int]? {
    guard cells.count > 3, !cells[3].isEmpty else { return [] }
    let named = cells[3].split(separator: ",")
    let places = named.compactMap { codes[$0] }
    return places.count == named.count ? places : nil
  }

  private static func earlier(_ cells: [Substring]) -> Earlier? {
    guard cells.count > 4, let lastDay = CalendarDay(iso: String(cells[4])) else { return nil }
    return Earlier(name: String(cells[3]), lastDay: lastDay)
  }
}

extension AdministrativeUnits {
  /// The name of a province on a day of today's division.
  public func name(of province: Province, on day: CalendarDay) -> String {
    guard let earlier = province.earlier, day <= earlier.lastDay else { return province.name }
    return earlier.name
  }

  public func province(of commune: Commune) -> Province { provinces[commune.province] }
}
