extension OpBody {
  /// The body as people may read it: a password's hash is in the log like any field, and stands here as an empty text.
  public var withoutSecrets: OpBody {
    guard case .staffSaved(let changes) = self else { return self }
    return .staffSaved(
      changes.map { change in
        guard change.number == StaffField.password.rawValue, change.value != nil else {
          return change
        }
        return StaffField.password.set("")
      })
  }
}
