public import MARC

/// The mapping profiles at hand: the program's own, the system's and the user's, and any file that is named by its path.
public struct MappingFiles: Sendable {
  private static let folder = "mappings"
  private static let ending = ".map"

  private let places: SettingPlaces

  public init(_ places: SettingPlaces) { self.places = places }

  /// The names of all profiles, without folder and ending.
  public var names: [String] { places.names(in: Self.folder, ending: Self.ending) }

  /// The bytes of the nearest profile of that name, or of the file at that path; nil if there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    places.nearest("\(Self.folder)/\(name)\(Self.ending)", named: name)
      ?? SettingPlaces.contents(of: name)
  }

  /// Why a profile cannot be used.
  public enum Fault: Error, Equatable, Sendable {
    case unknown(String)
    case faulty(String, MappingFault)
  }

  public func profile(_ name: String) throws(Fault) -> MappingProfile {
    guard let bytes = bytes(name) else { throw .unknown(name) }
    do throws(MappingFault) {
      return try MappingProfile(bytes)
    } catch {
      throw .faulty(name, error)
    }
  }

  /// The profiles to read a file by: the usual ones, of which the one named takes the place of its kind.
  public func profiles(choosing name: String? = nil) throws(Fault) -> MappingProfiles {
    var profiles = MappingProfiles()
    for name in ["table", "isis"] + [name].compactMap(\.self) {
      let profile = try profile(name)
      switch profile.kind {
      case .table: profiles.table = profile
      case .isis: profiles.isis = profile
      }
    }
    return profiles
  }
}
