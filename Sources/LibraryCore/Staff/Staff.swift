/// An account of somebody who works at the desk.
public struct StaffAccount: Equatable, Sendable {
  public var id: EntityID
  public var login: String
  public var name: String
  public var role: StaffRole
  public var isActive: Bool
  /// Whether a password is set; a new library's only administrator has none.
  public var hasPassword: Bool

  public init(
    id: EntityID, login: String, name: String, role: StaffRole, isActive: Bool = true,
    hasPassword: Bool = false
  ) {
    self.id = id
    self.login = login
    self.name = name
    self.role = role
    self.isActive = isActive
    self.hasPassword = hasPassword
  }

  public func may(_ permission: Permission) -> Bool {
    isActive && role.permissions.contains(permission)
  }
}

/// What an account is for; each role holds the permissions of the one below it and more.
public enum StaffRole: String, CaseIterable, Sendable {
  case administrator
  case librarian
  case helper

  public var permissions: Set<Permission> {
    switch self {
    case .administrator: Set(Permission.allCases)
    case .librarian: Set(Permission.allCases).subtracting([.manageStaff, .manageRules, .backdate])
    case .helper:
      [.checkOut, .takeBack, .renew, .placeHold, .tally, .enrol, .takeStock, .undoOwn]
    }
  }
}

/// One thing an account may be allowed to do; the raw value is its name on the command line and in outcomes.
public enum Permission: String, CaseIterable, Sendable {
  case checkOut = "circulation.checkout"
  case takeBack = "circulation.return"
  case renew = "circulation.renew"
  case placeHold = "circulation.hold"
  case takePayment = "circulation.pay"
  case charge = "circulation.charge"
  case waive = "circulation.waive"
  case markLost = "circulation.lost"
  case tally = "circulation.tally"
  case overrideOnLoan = "circulation.override.onLoan"
  case overrideHold = "circulation.override.hold"
  case overrideItemStatus = "circulation.override.itemStatus"
  case overrideNotLendable = "circulation.override.notLendable"
  case overrideLoansMaximum = "circulation.override.loansMaximum"
  case overrideRenewals = "circulation.override.renewals"
  case overrideOverdues = "circulation.override.overdues"
  case overrideOwed = "circulation.override.owed"
  case overrideCard = "circulation.override.card"
  case overrideSuspension = "circulation.override.suspension"
  case overrideAge = "circulation.override.age"
  case setDueDate = "circulation.dueDate"
  case backdate = "circulation.backdate"
  case undoOwn = "undo.own"
  case undoAny = "undo.any"
  /// To see who had a copy before.
  case seeBorrowers = "patrons.borrowers"
  case enrol = "patrons.enrol"
  case editPatron = "patrons.edit"
  case editRecord = "catalogue.record"
  case editItem = "catalogue.item"
  case importRecords = "catalogue.import"
  case takeStock = "inventory.scan"
  case manageStocktake = "inventory.manage"
  case manageRules = "rules.manage"
  case manageStaff = "staff.manage"
}

/// The stored fields of a staff account.
public enum StaffField: UInt8, EntityField {
  case login = 1
  case name = 2
  case role = 3
  case password = 4
  case active = 5

  public var column: String {
    switch self {
    case .login: "login"
    case .name: "name"
    case .role: "role"
    case .password: "password"
    case .active: "active"
    }
  }
}
