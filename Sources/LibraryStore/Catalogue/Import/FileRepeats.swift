import LibraryCore
import MARC

/// What the records of an import brought so far, to tell of those that come twice in its files.
///
/// Two are one by the same keys and guard as in the catalogue; a key that too many share is not looked at.
struct FileRepeats {
  private var profiles: [(profile: DuplicateProfile, place: ImportPlace)] = []
  private var bucket: [DuplicateKey: [Int]] = [:]

  /// The first place that brought the same record, or nil; the record is known from now on.
  mutating func place(before place: ImportPlace, _ record: MARC.Record) -> ImportPlace? {
    let profile = DuplicateProfile(record)
    var same: Int?
    for key in profile.keys {
      let known = bucket[key, default: []]
      if known.count <= DuplicateKey.profilesMaximum {
        let found = known.first { DuplicateJudgement(profile, profiles[$0].profile).isSame }
        if let found { same = min(same ?? found, found) }
        bucket[key] = known + [profiles.count]
      }
    }
    profiles.append((profile, place))
    return same.map { profiles[$0].place }
  }
}
