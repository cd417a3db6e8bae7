import VietnameseText

/// What an address says of administrative units, and what those are today.
///
/// The smallest unit comes first, as addresses are written: `Số 1, Phố X, Phường Y, Quận Z, Hà Nội`. Kinds may be written out, shortened
/// or left out, tones too. Nothing is changed: a proposal is a text that somebody may choose.
public struct AddressReading: Equatable, Sendable {
  public enum Standing: Equatable, Sendable {
    /// It names a commune of today in its province.
    case current
    /// It names units of before 1 July 2025.
    case former
    case unknown
  }

  public var standing: Standing
  /// The units that were understood, smallest first, as the table calls them.
  public var units: [String] = []
  /// The address with today's units: one where the answer is sure, several where a commune was divided or the name is that of
  /// several, none where the table does not know.
  public var proposals: [Proposal] = []
  /// The province of today, where it is known.
  public var provinceNow: String?

  public struct Proposal: Equatable, Sendable {
    /// The whole address.
    public var text: String
    /// The code of the commune (5 digits), which alone tells communes of one name apart.
    public var code: String
    public var commune: String
    public var province: String
  }

  /// Longer texts are no addresses.
  static let lengthMaximum = 2000

  /// Reads an address against the units; names of provinces are those of `day`.
  public init(_ text: String, _ units: AdministrativeUnits, on day: CalendarDay) {
    guard text.utf8.count <= AddressReading.lengthMaximum else {
      self.init(standing: .unknown)
      return
    }
    self = AddressReader(text: text, table: units, day: day).reading
  }

  private init(standing: Standing) { self.standing = standing }

  static let unknown = AddressReading(standing: .unknown)
}

/// Looks for the units at the end of an address, from the province down.
private struct AddressReader {
  let text: String
  let table: AdministrativeUnits
  let day: CalendarDay

  typealias Unit = AdministrativeUnits.Unit

  var reading: AddressReading {
    var parts = AddressParts(text, table).parts
    if let last = parts.last, ["viet nam", "vn"].contains(last.name?.key) { parts.removeLast() }
    let today = provinces(parts.last, isToday: true)
    let former = provinces(parts.last, isToday: false)
    let hasProvince = !today.isEmpty || !former.isEmpty
    if hasProvince { parts.removeLast() }
    let scope = hasProvince ? Set(former) : nil
    if let found = underDistrict(parts, in: scope) { return found }
    if hasProvince, let found = current(parts.last, in: Set(today)) { return found }
    if let found = withoutDistrict(parts.last, in: scope) { return found }
    return onlyAbove(parts.last, in: scope, former)
  }

  // MARK: - The levels

  private func provinces(_ part: AddressParts.Part?, isToday: Bool) -> [Int] {
    matches(part, level: \.isProvinceLevel) { unit in
      switch unit {
      case .province(let index): isToday ? index : nil
      case .formerProvince(let index): isToday ? nil : index
      default: nil
      }
    }
  }

  /// A former commune with its district behind it.
  private func underDistrict(_ parts: [AddressParts.Part], in provinces: Set<Int>?)
    -> AddressReading?
  {
    guard parts.count > 1 else { return nil }
    let districts = Set(districts(parts.last, in: provinces))
    let commune = parts[parts.count - 2]
    let communes = formerCommunes(commune) { districts.contains($0.district) }
    return communes.isEmpty ? nil : former(communes, from: commune)
  }

  private func current(_ part: AddressParts.Part?, in provinces: Set<Int>) -> AddressReading? {
    let found = matches(part, level: \.isCommuneLevel) { unit -> Int? in
      guard case .commune(let index) = unit else { return nil }
      return provinces.contains(table.communes[index].province) ? index : nil
    }
    guard let first = found.first, found.count == 1 else { return nil }
    let province = provinceName(table.communes[first].province)
    var reading = AddressReading.unknown
    reading.standing = .current
    reading.units = [table.communes[first].name, province]
    reading.provinceNow = province
    return reading
  }

  /// A former commune whose district was left out.
  private func withoutDistrict(_ part: AddressParts.Part?, in provinces: Set<Int>?)
    -> AddressReading?
  {
    guard let part, let provinces else { return nil }
    let communes = formerCommunes(part) {
      provinces.contains(table.districts[$0.district].province)
    }
    return communes.isEmpty ? nil : former(communes, from: part)
  }

  /// Where no commune is named: a district, or a province that is no more.
  private func onlyAbove(
    _ part: AddressParts.Part?, in provinces: Set<Int>?, _ former: [Int]
  ) -> AddressReading {
    var reading = AddressReading.unknown
    let districts = districts(part, in: provinces)
    if let part, districts.count == 1, let index = districts.first {
      let district = table.districts[index]
      let province = table.formerProvinces[district.province]
      reading.standing = .former
      reading.units = [district.name, province.name]
      reading.provinceNow = provinceName(province.now)
      reading.proposals = district.now.map { proposal($0, from: part) }
    } else if former.count == 1, let index = former.first {
      let province = table.formerProvinces[index]
      let now = provinceName(province.now)
      guard UnitName(province.name)?.key != UnitName(now)?.key else { return reading }
      reading.standing = .former
      reading.units = [province.name]
      reading.provinceNow = now
    }
    return reading
  }

  private func districts(_ part: AddressParts.Part?, in provinces: Set<Int>?) -> [Int] {
    matches(part, level: \.isDistrictLevel) { unit in
      guard case .district(let index) = unit else { return nil }
      return provinces?.contains(table.districts[index].province) ?? true ? index : nil
    }
  }

  private func formerCommunes(
    _ part: AddressParts.Part, where isWanted: (AdministrativeUnits.FormerCommune) -> Bool
  ) -> [Int] {
    matches(part, level: \.isCommuneLevel) { unit in
      guard case .formerCommune(let index) = unit else { return nil }
      return isWanted(table.formerCommunes[index]) ? index : nil
    }
  }

  // MARK: - Answers

  private func former(_ communes: [Int], from part: AddressParts.Part) -> AddressReading {
    var reading = AddressReading.unknown
    reading.standing = .former
    let names = communes.map { index -> [String] in
      let district = table.districts[table.formerCommunes[index].district]
      return [
        table.formerCommunes[index].name, district.name,
        table.formerProvinces[district.province].name,
      ]
    }
    // Of several communes only what they share is sure.
    reading.units = names.count == 1 ? names[0] : Array(names[0].suffix(1))
    let now = communes.flatMap { table.formerCommunes[$0].now }
    var seen: Set<Int> = []
    reading.proposals = now.filter { seen.insert($0).inserted }.map { proposal($0, from: part) }
    let district = table.districts[table.formerCommunes[communes[0]].district]
    reading.provinceNow = provinceName(table.formerProvinces[district.province].now)
    return reading
  }

  private func proposal(_ index: Int, from part: AddressParts.Part) -> AddressReading.Proposal {
    table.proposal(index, behind: part.before, on: day)
  }

  private func provinceName(_ index: Int) -> String {
    table.name(of: table.provinces[index], on: day)
  }

  // MARK: - Names

  /// The units a part may mean: of its level and name; of its very kind and marks where there are such.
  private func matches(
    _ part: AddressParts.Part?, level: (UnitName.Kind) -> Bool, _ unit: (Unit) -> Int?
  ) -> [Int] {
    guard let name = part?.name, name.kind.map(level) ?? true else { return [] }
    var found = (table.named[name.key] ?? []).compactMap { entry in
      unit(entry.unit).map { (index: $0, name: entry.name) }
    }
    func prefer(_ isBetter: (UnitName) -> Bool) {
      let better = found.filter { isBetter($0.name) }
      if !better.isEmpty { found = better }
    }
    if name.hasMarks { prefer { $0.exact == name.exact } }
    if let kind = name.kind { prefer { $0.kind == kind } }
    return found.map(\.index)
  }
}

extension AdministrativeUnits {
  /// An address that ends with a commune of today, its beginning as it was.
  func proposal(_ index: Int, behind beginning: String, on day: CalendarDay)
    -> AddressReading.Proposal
  {
    let commune = communes[index]
    let province = name(of: provinces[commune.province], on: day)
    return AddressReading.Proposal(
      text: "\(beginning)\(commune.name), \(province)", code: commune.code, commune: commune.name,
      province: province)
  }
}

/// An address in its parts, each with what stands before it.
struct AddressParts {
  struct Part {
    var name: UnitName?
    /// The address before this part, as it was written.
    var before: String
  }

  private(set) var parts: [Part] = []
  private let text: String
  private let hasMarks: Bool
  private let table: AdministrativeUnits

  /// Parts stand between commas, semicolons and spaced dashes; a kind of unit written out begins a new one as well.
  ///
  /// A dash within the name of a unit (Bà Rịa - Vũng Tàu) parts nothing.
  init(_ text: String, _ table: AdministrativeUnits) {
    self.text = text
    self.table = table
    hasMarks = text.searchTokens.contains(where: \.hasMarks)
    var start = text.startIndex
    var (wordStart, dash) = (text.startIndex, String.Index?.none)
    for index in text.indices {
      let character = text[index]
      let isDash = isSpacedDash(index)
      if ",;\n".contains(character) || isDash {
        add(start..<index, behindDash: dash)
        dash = isDash ? start : nil
        start = text.index(after: index)
      } else if wordStart == index, index > start, beginsUnit(at: index, of: start) {
        add(start..<index, behindDash: dash)
        (start, dash) = (index, nil)
      }
      if character.isWhitespace || ",;.".contains(character) {
        wordStart = text.index(after: index)
      }
    }
    add(start..<text.endIndex, behindDash: dash)
  }

  /// Takes a part in; `behindDash` is where the part before its dash began.
  private mutating func add(_ range: Range<String.Index>, behindDash: String.Index?) {
    if let behindDash, let joined = part(behindDash..<range.upperBound), let name = joined.name,
      table.named[name.key] != nil
    {
      parts.removeLast(min(1, parts.count))
      parts.append(joined)
    } else if let part = part(range) {
      parts.append(part)
    }
  }

  private func part(_ range: Range<String.Index>) -> Part? {
    text[range].firstIndex { !$0.isWhitespace }.map {
      Part(name: UnitName(text[range]), before: String(text[..<$0]))
    }
  }

  private func isSpacedDash(_ index: String.Index) -> Bool {
    guard "-–".contains(text[index]), index > text.startIndex else { return false }
    let next = text.index(after: index)
    return text[text.index(before: index)] == " " && next < text.endIndex && text[next] == " "
  }

  /// Whether a kind of unit, written out or as TP and TX, begins here, and not in the middle of one (thị xã).
  private func beginsUnit(at index: String.Index, of start: String.Index) -> Bool {
    let words = String(text[index...].prefix(24)).searchTokens
    let (kind, count) = UnitName.kind(at: words[...], hasMarks: hasMarks)
    guard let kind, let first = words.first else { return false }
    // TT is more often something else.
    let isWritten = count == 2 || first.folded.utf8.count > 1 && first.folded != "tt"
    let before = String(text[start..<index].suffix(12)).searchTokens.last?.folded
    return isWritten && before != nil && !(kind == .commune && before == "thi")
  }
}
