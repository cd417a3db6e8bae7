/// What is printed or written for a reader: the slips of the desk, and the letters and messages that remind.
public enum SlipKind: String, CaseIterable, Sendable {
  case checkout
  case giveBack = "return"
  /// Lies in a copy on the hold shelf, open to everybody.
  case hold
  case transfer
  /// The list that goes with a box to an institution (luân chuyển).
  case box
  case payment
  /// A deposit taken (tiền cược), and money handed back: what was paid too much, or a deposit.
  case deposit
  case payout
  case overdue
  /// One letter for the teacher of a class.
  case overdueClass = "overdue-class"
  case dueSoon = "due-soon"
  case holdReady = "hold-ready"
  /// Asks a reader to make lost copies good.
  case lost
  case overdueMessage = "sms-overdue"
  case dueSoonMessage = "sms-due-soon"
  case holdReadyMessage = "sms-hold-ready"
  case lostMessage = "sms-lost"

  /// How wide the paper is.
  public enum Form: Sendable {
    /// A roll of a slip printer.
    case roll
    /// A sheet of A4.
    case sheet
    /// One line for a telephone.
    case message
  }

  public var form: Form {
    switch self {
    case .checkout, .giveBack, .hold, .transfer, .box, .payment, .deposit, .payout: .roll
    case .overdue, .overdueClass, .dueSoon, .holdReady, .lost: .sheet
    case .overdueMessage, .dueSoonMessage, .holdReadyMessage, .lostMessage: .message
    }
  }

  /// The places of the whole slip; each may stand within rows too.
  public var fields: Set<SlipField> {
    let common: Set<SlipField> = [.library, .date, .time, .staff]
    let reader: Set<SlipField> = [.reader, .card, .masked]
    switch self {
    case .checkout: return common.union(reader).union([.count, .loans])
    case .giveBack: return common.union(reader).union([.count, .loans, .charge])
    case .hold: return common.union([.masked, .title, .barcode, .callNumber, .until, .number])
    case .transfer: return common.union([.masked, .title, .barcode, .callNumber, .to, .number])
    case .box:
      return common.union([.reader, .card, .receiver, .count, .number, .due])
    case .payment:
      return common.union(reader).union([.amount, .amountInWords, .note, .receipt, .balance])
    case .deposit, .payout:
      return common.union(reader).union(
        [.amount, .amountInWords, .note, .receipt, .balance, .held])
    case .overdue, .overdueMessage:
      return common.union(reader).union([.group, .phone, .address, .count, .charge, .level, .title])
    case .dueSoon, .dueSoonMessage, .holdReady, .holdReadyMessage:
      return common.union(reader).union([.group, .phone, .address, .count, .title, .until])
    case .lost, .lostMessage:
      return common.union(reader).union(
        [.group, .phone, .address, .count, .title, .fee, .amount, .amountInWords])
    case .overdueClass: return common.union([.group, .count, .charge])
    }
  }

  /// The places of one row between `{each}` and `{end}`; empty where the slip has no rows.
  public var rowFields: Set<SlipField> {
    switch self {
    case .checkout: [.title, .author, .barcode, .callNumber, .due]
    case .box: [.number, .title, .author, .barcode, .callNumber, .due]
    case .giveBack: [.title, .author, .barcode, .callNumber, .charge]
    case .hold, .transfer, .payment, .deposit, .payout: []
    case .overdue, .overdueMessage:
      [.title, .author, .barcode, .callNumber, .due, .late, .lateBy, .charge]
    case .overdueClass:
      [.reader, .card, .title, .author, .barcode, .due, .late, .lateBy, .charge, .level]
    case .dueSoon, .dueSoonMessage: [.title, .author, .barcode, .callNumber, .due]
    case .holdReady, .holdReadyMessage: [.title, .author, .barcode, .callNumber, .until]
    case .lost, .lostMessage:
      [
        .title, .author, .barcode, .callNumber, .due, .price, .times, .amount, .amountInWords, .fee,
        .balance,
      ]
    }
  }
}

/// A place in a template, by the name it has between braces; names are never given another meaning.
public enum SlipField: String, CaseIterable, Sendable {
  case library
  case date
  case time
  case staff
  case reader
  case card
  /// The end of the card and a letter of the name, for slips that lie open.
  case masked
  /// The class of a pupil, or the category of any other reader.
  case group
  case phone
  case address
  case count
  /// How many copies the reader has now.
  case loans
  case charge
  case title
  case author
  case barcode
  case callNumber
  case due
  /// Days after the due date.
  case late
  /// How late in words: days, or hours and minutes on the day itself.
  case lateBy
  case until
  /// The number of a hold or a box; in a row of a box its place.
  case number
  /// Who takes a box over.
  case receiver
  case to
  /// What a lost copy cost, and how many times that is asked for.
  case price
  case times
  case fee
  case amount
  case amountInWords
  case note
  case receipt
  case balance
  /// The deposit that the library holds.
  case held
  /// Which notice it is: 1 for the first.
  case level
}

/// What is to be put into a template.
public struct SlipData: Equatable, Sendable {
  public typealias Fields = [SlipField: String]

  public var fields: Fields
  public var rows: [Fields]

  public init(_ fields: Fields = [:], rows: [Fields] = []) {
    self.fields = fields
    self.rows = rows
  }
}
