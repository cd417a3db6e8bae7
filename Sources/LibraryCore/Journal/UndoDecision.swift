/// Everything the taking back of an op is decided on.
public struct UndoFacts: Sendable {
  public var op: Op
  /// The op that took it back already.
  public var undoneBy: OpID?
  /// Later ops that stand on it, the newest first.
  public var standing: [OpID]
  /// Copies of the record that would go.
  public var copies: Int
  public var isStocktakeClosed: Bool
  /// The right that taking back the batch takes which the op closed, where that is another than to import.
  public var batchNeeds: Permission?
  public var staff: StaffAccount

  public init(
    op: Op, undoneBy: OpID? = nil, standing: [OpID] = [], copies: Int = 0,
    isStocktakeClosed: Bool = false, staff: StaffAccount
  ) {
    self.op = op
    self.undoneBy = undoneBy
    self.standing = standing
    self.copies = copies
    self.isStocktakeClosed = isStocktakeClosed
    self.staff = staff
  }

  /// Everything that stands against taking the op back; nobody may lift any of it.
  public var refusals: [Refusal] {
    guard op.body.isUndoable else { return [.notUndoable(kind: op.body.kind)] }
    if let undoneBy { return [.alreadyUndone(by: undoneBy)] }
    var reasons: [Refusal] = []
    if !staff.may(.undoAny) {
      if !staff.may(.undoOwn) {
        reasons.append(.noPermission(.undoOwn))
      } else if op.actor != staff.id {
        reasons.append(.ownActionsOnly)
      }
    }
    if let needed = batchNeeds ?? op.body.permissionToUndo, !staff.may(needed) {
      reasons.append(.noPermission(needed))
    }
    if isStocktakeClosed { reasons.append(.stocktakeClosed) }
    if copies > 0 { reasons.append(.recordInUse(items: copies)) }
    if !standing.isEmpty { reasons.append(.laterActions(standing)) }
    return reasons
  }
}

extension OpBody {
  /// Whether later ops of `body` stand on this one, if both are about the same thing.
  ///
  /// Everything stands on the making of a thing.
  public func carries(_ later: OpBody, isCreation: Bool) -> Bool {
    isCreation || later.aspects.contains(.whole) || !aspects.isDisjoint(with: later.aspects)
  }

  /// What opens or closes a whole piece of work is not taken back by one key; an import is, as a batch.
  public var isUndoable: Bool {
    switch self {
    // A merge is taken back with its whole group.
    case .recordMerged, .batchOpened, .batchUndone, .textsMended, .stocktakeOpened,
      .stocktakeClosed, .unknown:
      false
    // A drawer is opened again or counted again, because money came and went meanwhile.
    case .cashReopened, .cashOpeningVoided:
      false
    default: true
    }
  }

  /// How the names of settings begin that keep the library's own templates of records.
  public static let templatePrefix = "template."

  /// The right that taking back needs beside the right to undo, so that undoing never opens what doing would not.
  var permissionToUndo: Permission? {
    switch self {
    case .staffSaved: .manageStaff
    case .settingSaved(let name, _) where name.hasPrefix(OpBody.templatePrefix): .editRecord
    case .ruleSaved, .termSaved, .seasonSaved, .settingSaved, .openingDaySaved, .openingDaysSaved,
      .loansRedated:
      .manageRules
    case .batchClosed: .importRecords
    case .namedTextSaved(let named): named.kind.permission
    case .paymentTaken, .paymentVoided, .cashOpened, .cashMoved, .cashClosed: .takePayment
    case .accountEntered(let entry): entry.kind.permission
    case .loanLost, .lossVoided, .loanClaimed, .overduesMarked, .overduesUnmarked, .copyDamaged,
      .damageVoided:
      .markLost
    case .remarkSaved, .patronMerged, .patronParted: .editPatron
    default: nil
    }
  }
}

/// Collects what some fields of a thing held before an op, from its earlier ops, the newest first.
public struct EarlierFields: Sendable {
  private let wanted: [FieldChange]
  private let kind: OpBody
  private var found: [UInt8: String?] = [:]

  public init?(before body: OpBody) {
    guard let changes = body.fieldChanges else { return nil }
    (wanted, kind) = (changes, body)
  }

  public var isComplete: Bool { wanted.allSatisfy { found[$0.number] != nil } }

  /// Takes from an earlier op what is still wanted; ops must come newest first.
  public mutating func take(_ body: OpBody) {
    for change in body.settledFields where found[change.number] == nil {
      found[change.number] = .some(change.value)
    }
  }

  /// The op that puts the fields back.
  public var restoring: OpBody? {
    kind.saving(
      wanted.map { change in
        FieldChange(
          number: change.number,
          value: found[change.number] ?? kind.initialValue(of: change.number))
      })
  }
}

extension LoanClosed {
  /// The status the copy has because of it; nil where it keeps the one it had.
  public var settledStatus: ItemStatus? { status ?? (foundFrom == nil ? nil : .available) }
}

extension OpBody {
  /// The stored fields an op settles, also where it is no saving op.
  fileprivate var settledFields: [FieldChange] {
    switch self {
    case .loanOpened(let loan):
      loan.foundFrom == nil ? [] : [ItemField.status.set(ItemStatus.available.rawValue)]
    case .loanVoided(_, let status, _):
      status.map { [ItemField.status.set($0.rawValue)] } ?? []
    case .loanClosed(let closed):
      closed.settledStatus.map { [ItemField.status.set($0.rawValue)] } ?? []
    case .loanLost: [ItemField.status.set(ItemStatus.lost.rawValue)]
    case .lossVoided(_, let status, _): [ItemField.status.set(status.rawValue)]
    case .copyDamaged(let damaged):
      [ItemField.status.set(ItemStatus.damaged.rawValue), ItemField.note.set(damaged.note)]
    case .damageVoided(let damaged):
      [ItemField.status.set(damaged.statusBefore.rawValue), ItemField.note.set(damaged.noteBefore)]
    case .lostFound: [ItemField.status.set(ItemStatus.available.rawValue)]
    case .findingVoided: [ItemField.status.set(ItemStatus.lost.rawValue)]
    case .copySetAside(let kept):
      kept.foundFrom == nil ? [] : [ItemField.status.set(ItemStatus.available.rawValue)]
    case .copySent(let sent): sent.status.map { [ItemField.status.set($0.rawValue)] } ?? []
    case .copyReleased(let released):
      released.itemStatus.map { [ItemField.status.set($0.rawValue)] } ?? []
    case .loanReopened(let reopened):
      reopened.itemStatus.map { [ItemField.status.set($0.rawValue)] } ?? []
    default: fieldChanges ?? []
    }
  }
}
