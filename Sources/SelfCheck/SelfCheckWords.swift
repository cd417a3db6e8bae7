public import LibraryCore

/// What a machine shows its user: one sentence for each answer, in the language that the user chose there.
public protocol SelfCheckWords: Sendable {
  func reasons(_ reasons: [Refusal]) -> String
  func notices(_ notices: [Notice]) -> String?
  func lent(due: Due) -> String
  func returned(_ returned: ReturnOutcome.Returned) -> String
  func unknownItem(_ code: String) -> String
  func unknownPatron(_ code: String) -> String
  /// What the machine of the library could not do, such as write to a full disk.
  func storeFault(_ error: any Error) -> String
  var notOnLoan: String { get }
  var cancelled: String { get }
  var signInFailed: String { get }
  func greeting(_ name: String) -> String
  var farewell: String { get }
  func placed(_ placed: HoldOutcome.Placed) -> String
  var holdEnded: String { get }
  var noSuchHold: String { get }
  func paid(_ amount: Money) -> String
  /// The same payment was sent before, and is not taken twice.
  func paidBefore(_ amount: Money) -> String
  func otherCurrency(_ code: String) -> String
  func due(_ due: Due) -> String
  var notAnAmount: String { get }
  var nothingToCancel: String { get }
  /// A text in letters without marks, for displays that have no others.
  func plain(_ text: String) -> String
}

/// The languages of the screens of a machine that we can answer in; the raw value is what SIP2 calls them.
///
/// SIP2 has no number for Vietnamese, so `000`, no language said, stands for it.
public enum SelfCheckLanguage: String, Sendable {
  case vietnamese = "000"
  case english = "001"

  init(_ code: String) { self = code == "001" ? .english : .vietnamese }
}
