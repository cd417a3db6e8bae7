/// A part of a thing that an op decides.
///
/// Of two ops on one thing the later stands on the earlier where they have a part in common; otherwise either can be taken back
/// without the other.
public enum OpAspect: Hashable, Sendable {
  case field(UInt8)
  /// Who has the copy, and until when.
  case loan
  /// The bibliographic description as a whole.
  case description
  case recordStatus
  /// What was said of this record and another one.
  case verdict(on: EntityID)
  case setting(String)
  case namedText(NamedText.Kind, String)
  case openingDay(CalendarDay)
  case sighting(barcode: String)
  /// That the reader was reminded of this loan or hold.
  case reminder(of: Int64)
  /// Whether the thing is there at all.
  case whole
}

extension OpBody {
  public var aspects: Set<OpAspect> {
    switch self {
    case .recordSaved, .authoritySaved: [.description]
    case .recordStatusSet, .authorityStatusSet: [.recordStatus, .whole]
    case .recordMerged: [.recordStatus, .whole]
    case .duplicateJudged(let judged): [.verdict(on: judged.other)]
    case .itemSaved, .patronSaved, .staffSaved, .ruleSaved, .termSaved, .seasonSaved, .holdSaved,
      .remarkSaved:
      savedAspects
    case .patronMerged, .patronParted: [.whole]
    case .settingSaved(let name, _): [.setting(name)]
    case .namedTextSaved(let named): [.namedText(named.kind, named.name)]
    case .openingDaySaved, .openingDaysSaved: Set(openingDays.map { .openingDay($0.day) })
    case .loanOpened(let loan): loan.foundFrom == nil ? [.loan] : [.loan, .itemStatus]
    case .loanVoided(_, let status, _): status == nil ? [.loan] : [.loan, .itemStatus]
    case .loanRenewed, .renewalVoided: [.loan]
    case .loanClosed(let closed):
      closed.foundFrom == nil && closed.status == nil ? [.loan] : [.loan, .itemStatus]
    case .loanReopened(let reopened): reopened.itemStatus == nil ? [.loan] : [.loan, .itemStatus]
    case .copySetAside(let kept): kept.foundFrom == nil ? [.loan] : [.loan, .itemStatus]
    case .copyReleased(let released): released.itemStatus == nil ? [.loan] : [.loan, .itemStatus]
    case .copySent(let sent): sent.status == nil ? [.loan] : [.loan, .itemStatus]
    case .holdEnded, .holdReopened: [.whole]
    case .reminderSent(let sent): Set(sent.matters.map { .reminder(of: $0.number) })
    // Sums and counts add up in any order.
    case .paymentTaken, .paymentVoided, .accountEntered, .cashMoved, .tallied, .tallyVoided,
      .sightingVoided, .textsMended, .overduesMarked, .overduesUnmarked, .reminderVoided,
      .remindersNoted, .loansRedated:
      []
    case .loanLost, .lossVoided: [.loan, .itemStatus]
    // What came along with a return is no step of its own.
    case .lostFound(let found), .findingVoided(let found):
      found.cause == nil ? [.loan, .itemStatus] : []
    case .loanClaimed: [.loan]
    case .copyDamaged(let damaged), .damageVoided(let damaged):
      Set([.itemStatus, .field(ItemField.note.rawValue)] + (damaged.freed == nil ? [] : [.loan]))
    case .boxSent, .boxVoided: [.whole]
    case .cashOpened, .cashClosed, .cashReopened, .cashOpeningVoided: [.whole]
    case .itemSeen(let seen): [.sighting(barcode: seen.barcode.lowercased())]
    case .batchOpened, .batchClosed, .batchUndone, .stocktakeOpened, .stocktakeClosed, .unknown:
      [.whole]
    }
  }

  private var savedAspects: Set<OpAspect> {
    let changes = fieldChanges ?? []
    var aspects = Set(changes.map { OpAspect.field($0.number) })
    if removes { aspects.insert(.whole) }
    return aspects
  }

  /// The fields a saving op sets; nil for any other op.
  public var fieldChanges: [FieldChange]? {
    switch self {
    case .itemSaved(let changes), .patronSaved(let changes): changes.withoutCause
    case .staffSaved(let changes), .ruleSaved(let changes), .termSaved(let changes),
      .seasonSaved(let changes),
      .holdSaved(let changes),
      .remarkSaved(let changes):
      changes
    default: nil
    }
  }

  /// The days an op about the calendar sets; empty for any other op.
  public var openingDays: [OpeningDay] {
    switch self {
    case .openingDaySaved(let day, let isOpen, let reason):
      [OpeningDay(day: day, isOpen: isOpen, reason: reason)]
    case .openingDaysSaved(let days): days
    default: []
    }
  }

  /// The same kind of saving op with other fields; nil for any other op.
  public func saving(_ changes: [FieldChange]) -> OpBody? {
    switch self {
    case .itemSaved: .itemSaved(changes)
    case .patronSaved: .patronSaved(changes)
    case .staffSaved: .staffSaved(changes)
    case .ruleSaved: .ruleSaved(changes)
    case .termSaved: .termSaved(changes)
    case .seasonSaved: .seasonSaved(changes)
    case .holdSaved: .holdSaved(changes)
    case .remarkSaved: .remarkSaved(changes)
    default: nil
    }
  }

  /// The op that takes back the making of a thing; nil where things of the kind cannot be unmade.
  public var removal: OpBody? {
    switch self {
    case .recordSaved: .recordStatusSet(.removed)
    case .authoritySaved: .authorityStatusSet(AuthorityStatusSet(status: .removed))
    case .itemSaved: .itemSaved([ItemField.status.set(ItemStatus.removed.rawValue)])
    case .patronSaved: .patronSaved([PatronField.status.set(PatronStatus.removed.rawValue)])
    case .staffSaved: .staffSaved([StaffField.login.set(nil), StaffField.active.set("no")])
    case .ruleSaved: .ruleSaved([RuleField.removed.set("yes")])
    case .termSaved: .termSaved([TermField.removed.set("yes")])
    case .seasonSaved: .seasonSaved([SeasonField.removed.set("yes")])
    case .holdSaved: .holdSaved([HoldField.removed.set("yes")])
    case .remarkSaved: .remarkSaved([RemarkField.removed.set("yes")])
    default: nil
    }
  }

  private var removes: Bool {
    guard let changes = fieldChanges, let removed = removal?.fieldChanges else { return false }
    return removed.allSatisfy { changes.contains($0) }
  }

  /// The value a field of this kind of thing has before any op sets it.
  public func initialValue(of field: UInt8) -> String? {
    switch self {
    case .itemSaved:
      switch ItemField(rawValue: field) {
      case .record: "0"
      case .type: Item.defaultType
      case .status: ItemStatus.available.rawValue
      default: nil
      }
    case .patronSaved:
      switch PatronField(rawValue: field) {
      case .name: ""
      case .category: Patron.defaultCategory
      case .status: PatronStatus.active.rawValue
      default: nil
      }
    case .staffSaved:
      switch StaffField(rawValue: field) {
      case .name: ""
      case .role: StaffRole.helper.rawValue
      case .active: "yes"
      default: nil
      }
    case .ruleSaved: RuleField(rawValue: field) == .values ? "" : nil
    case .termSaved: TermField(rawValue: field) == .removed ? nil : ""
    case .seasonSaved: SeasonField(rawValue: field) == .removed ? nil : ""
    default: nil
    }
  }
}

extension OpAspect {
  fileprivate static let itemStatus = OpAspect.field(ItemField.status.rawValue)
}
