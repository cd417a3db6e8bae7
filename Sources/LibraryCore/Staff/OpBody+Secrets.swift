extension OpBody {
  /// The body as people may read it: a password's hash and what a citizen card's number comes to are in the log like any field,
  /// and stand here as an empty text.
  public var withoutSecrets: OpBody {
    switch self {
    case .staffSaved(let changes): .staffSaved(changes.hiding(StaffField.password))
    case .patronSaved(let changes): .patronSaved(changes.hiding(PatronField.citizenKey))
    default: self
    }
  }
}

extension [FieldChange] {
  fileprivate func hiding(_ secret: some EntityField) -> [FieldChange] {
    map { $0.number == secret.rawValue && $0.value != nil ? secret.set("") : $0 }
  }
}
