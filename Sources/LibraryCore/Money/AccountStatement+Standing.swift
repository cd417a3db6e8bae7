extension AccountStatement {
  /// The later lines that could not have been written without `op`.
  ///
  /// That is money handed back that nobody had paid too much, a deposit returned or used that was not held, a debt let off that
  /// was none. Where `op` is a return, what it charged goes with it.
  public func standing(on op: OpID) -> [OpID] {
    let before = Set(unfounded(without: nil))
    return unfounded(without: op).filter { !before.contains($0) }
  }

  /// The debts that an entry let off or made good in kind, wholly or in part.
  public func letOff(by op: OpID) -> Set<OpID> {
    let rest = AccountStatement(lines.filter { $0.op != op })
    let without = Dictionary(
      rest.lines.map { ($0.op, $0.settledWithoutMoney) }, uniquingKeysWith: { first, _ in first })
    return Set(
      lines.filter { $0.settledWithoutMoney > without[$0.op] ?? .zero }.map(\.op))
  }

  /// Lines that give more than there was at their time, were one of the lines not there.
  private func unfounded(without op: OpID?) -> [OpID] {
    var (owed, held) = (Money.zero, Money.zero)
    var unfounded: [OpID] = []
    for line in lines where line.op != op {
      owed = owed + line.effect.owed
      held = held + line.effect.held
      guard line.stands, case .entry(let kind) = line.kind else { continue }
      switch kind {
      case .refund: if owed > .zero { unfounded.append(line.op) }
      case .depositReturned, .depositUsed: if held < .zero { unfounded.append(line.op) }
      default: break
      }
    }
    let rest = AccountStatement(lines.filter { $0.op != op })
    for line in rest.lines where line.stands && line.kind == .entry(.waiver) {
      if line.unused > .zero { unfounded.append(line.op) }
    }
    return unfounded
  }
}
