extension PatronField {
  /// What stands or falls together: a day of consent without its words, or half a guardian, would say something nobody said.
  static let taken: [[PatronField]] = [
    [.phone], [.address], [.email], [.photo],
    [.consentOn, .consentWording], [.consentRefusedOn],
    [.guardian, .guardianName, .guardianPhone], [.className, .schoolYear], [.citizenKey],
    [.occupation], [.sex],
  ]
}

extension PatronMerged {
  /// What the entry that stays takes over of the one that goes: only what it lacks, and of a birth the whole day instead of the
  /// year alone.
  public static func taken(
    by kept: [PatronField: String], from gone: [PatronField: String], keeper: EntityID
  ) -> [FieldChange] {
    var changes: [FieldChange] = []
    if let born = gone[.born], born.count > (kept[.born]?.count ?? 0) {
      changes.append(PatronField.born.set(born))
    }
    if let note = joined(kept[.note], gone[.note]) { changes.append(PatronField.note.set(note)) }
    for fields in PatronField.taken where fields.allSatisfy({ kept[$0] == nil }) {
      // Whoever answered for the entry that goes may be the one that stays.
      guard gone[.guardian] != "\(keeper.rawValue)" || !fields.contains(.guardian) else { continue }
      changes += fields.compactMap { field in gone[field].map { field.set($0) } }
    }
    return changes
  }

  /// The notes of both entries, so that neither is lost; what must be read stays so.
  ///
  /// Nil where the kept one says it all.
  private static func joined(_ kept: String?, _ gone: String?) -> String? {
    guard let gone, gone != kept else { return nil }
    guard let kept else { return gone }
    let mark = Notice.mustBeReadMark
    let parts = gone.hasPrefix(mark) && !kept.hasPrefix(mark) ? [gone, kept] : [kept, gone]
    let note =
      parts[0] + " / " + (parts[1].hasPrefix(mark) ? String(parts[1].dropFirst()) : parts[1])
    return note.unicodeScalars.count <= PatronField.note.lengthMaximum ? note : nil
  }

  /// What both entries have and have differently, and is not taken over.
  public static func dropped(
    _ kept: [PatronField: String], _ gone: [PatronField: String], taken: [FieldChange]
  ) -> [PatronField] {
    let told: [PatronField] = [
      .name, .category, .born, .phone, .address, .email, .expiresOn, .note, .guardian,
      .guardianName,
      .className, .occupation,
    ]
    return told.filter { field in
      guard let left = kept[field], let right = gone[field], left != right else { return false }
      return !taken.contains { $0.number == field.rawValue }
    }
  }
}

extension FieldChange {
  /// No field of anything: which op brought the changes it stands among, as the merging of two entries or a fast add does.
  static let causeNumber: UInt8 = 255
}

extension [FieldChange] {
  /// The op that brought these changes with it.
  var cause: OpID? {
    first { $0.number == FieldChange.causeNumber }?.value.flatMap { Int64($0) }
      .map { OpID(rawValue: $0) }
  }

  func caused(by cause: OpID?) -> [FieldChange] {
    withoutCause
      + (cause.map { [FieldChange(number: FieldChange.causeNumber, value: "\($0.rawValue)")] } ?? [])
  }

  var withoutCause: [FieldChange] { filter { $0.number != FieldChange.causeNumber } }
}
