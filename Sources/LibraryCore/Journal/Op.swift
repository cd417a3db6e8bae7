/// One human action as the log keeps it: written once, never changed, folded into the tables.
///
/// The shape is sync design 1.1: origin and contiguous sequence, wall clock, actor, entity, kind, body, parents; the chain
/// joins each op to the one before it in its origin.
public struct Op: Equatable, Sendable {
  public var id: OpID
  /// Milliseconds since 1970, growing from op to op within an origin even where the machine's clock goes back.
  public var wall: Int64
  /// What the clock said, in milliseconds since 1970, where `wall` had to run ahead of it; nil where the two agree.
  ///
  /// That is so where the clock was wrong before and was put right since.
  public var clock: Int64?
  public var clockQuality: ClockQuality
  /// The staff account that acted; nil only for what the program did itself when it made the library.
  public var actor: EntityID?
  public var entity: EntityID
  /// What the op takes back, when it is an undo.
  public var undoes: OpID?
  /// Heads of the entity's own history that the author saw and that are not simply the author's previous op on it.
  public var parents: [OpID]
  public var body: OpBody

  public init(
    id: OpID, wall: Int64, clock: Int64? = nil, clockQuality: ClockQuality, actor: EntityID?,
    entity: EntityID,
    undoes: OpID? = nil, parents: [OpID] = [], body: OpBody
  ) {
    self.id = id
    self.wall = wall
    self.clock = clock
    self.clockQuality = clockQuality
    self.actor = actor
    self.entity = entity
    self.undoes = undoes
    self.parents = parents
    self.body = body
  }

  /// When it was written, in milliseconds since 1970; `wall` is only for the order of ops.
  public var writtenAt: Int64 { clock ?? wall }
  public var moment: Moment { Moment(milliseconds: writtenAt) }
}

/// How far the wall clock of an op may be trusted.
public enum ClockQuality: UInt8, Sendable {
  case neverSet = 0
  case setByStaff = 1
  case confirmedByHub = 2
}

/// What an op did, one number for ever: a number is never given to another meaning.
public enum OpKind: UInt8, CaseIterable, Sendable {
  case recordSaved = 1
  case recordStatusSet = 2
  case itemSaved = 3
  case patronSaved = 4
  case staffSaved = 5
  case ruleSaved = 6
  case settingSaved = 7
  case termSaved = 8
  case openingDaySaved = 9
  case loanOpened = 10
  case loanRenewed = 11
  case loanClosed = 12
  case loanVoided = 13
  case loanReopened = 14
  case renewalVoided = 15
  case paymentTaken = 16
  case paymentVoided = 17
  case batchOpened = 20
  case batchClosed = 21
  case batchUndone = 22
  case textsMended = 23
  case stocktakeOpened = 30
  case itemSeen = 31
  case stocktakeClosed = 32
  case sightingVoided = 33
  case openingDaysSaved = 40
  case seasonSaved = 180
  case tallied = 41
  case tallyVoided = 42
  case duplicateJudged = 60
  case recordMerged = 61
  case namedTextSaved = 62
  case authoritySaved = 70
  case authorityStatusSet = 71
  case holdSaved = 100
  case copySetAside = 101
  case copyReleased = 102
  case holdEnded = 103
  case holdReopened = 104
  case copySent = 105
  case boxSent = 110
  case boxVoided = 111
  case accountEntered = 120
  case cashOpened = 121
  case cashMoved = 122
  case cashClosed = 123
  case cashReopened = 124
  case cashOpeningVoided = 125
  case loanLost = 126
  case lossVoided = 127
  case lostFound = 128
  case findingVoided = 129
  case loanClaimed = 130
  case overduesMarked = 131
  case overduesUnmarked = 132
  case loansRedated = 133
  case copyDamaged = 170
  case damageVoided = 171
  case remarkSaved = 140
  case patronMerged = 141
  case patronParted = 142
  case reminderSent = 150
  case reminderVoided = 151
  case remindersNoted = 152
}
