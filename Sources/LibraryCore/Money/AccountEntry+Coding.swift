extension AccountEntry {
  func write(to writer: inout BodyWriter) {
    writer.text(1, kind.rawValue)
    writer.integer(2, amount.dong)
    writer.text(3, charge?.rawValue)
    writer.text(4, method?.rawValue)
    writer.text(5, note)
    writer.integer(6, item?.rawValue)
    writer.integer(7, loan?.rawValue)
    for debt in toward { writer.integer(8, debt.rawValue) }
    writer.integer(9, voids?.rawValue)
    receipt?.write(10, to: &writer)
    writer.integer(11, shift?.rawValue)
    writer.integer(12, at)
    writer.integer(13, cause?.rawValue)
  }

  init?(_ reader: BodyReader) {
    guard let kind = reader.text(1).flatMap(Kind.init), let amount = reader.integer(2) else {
      return nil
    }
    self.init(
      kind, Money(dong: amount), charge: reader.text(3).flatMap(ChargeKind.init),
      method: reader.text(4).flatMap(PaymentMethod.init), note: reader.text(5),
      item: reader.integer(6).map { EntityID(rawValue: $0) },
      loan: reader.integer(7).map { OpID(rawValue: $0) },
      toward: reader.integers(8).map { OpID(rawValue: $0) },
      voids: reader.integer(9).map { OpID(rawValue: $0) }, receipt: Receipt(10, of: reader),
      shift: reader.integer(11).map { EntityID(rawValue: $0) }, at: reader.integer(12),
      cause: reader.integer(13).map { OpID(rawValue: $0) })
  }
}

extension PaymentTaken {
  func write(to writer: inout BodyWriter) {
    writer.integer(1, amount.dong)
    writer.text(2, note)
    writer.integer(3, paidAt)
    if method != .cash { writer.text(4, method.rawValue) }
    receipt?.write(5, to: &writer)
    writer.integer(6, shift?.rawValue)
    for debt in toward { writer.integer(7, debt.rawValue) }
    writer.integer(8, item?.rawValue)
  }

  init?(_ reader: BodyReader) {
    guard let amount = reader.integer(1) else { return nil }
    self.init(
      amount: Money(dong: amount), note: reader.text(2), paidAt: reader.integer(3),
      method: reader.text(4).flatMap(PaymentMethod.init) ?? .cash,
      toward: reader.integers(7).map { OpID(rawValue: $0) }, receipt: Receipt(5, of: reader),
      shift: reader.integer(6).map { EntityID(rawValue: $0) },
      item: reader.integer(8).map { EntityID(rawValue: $0) })
  }
}

extension Receipt {
  fileprivate func write(_ number: UInt8, to writer: inout BodyWriter) {
    writer.nested(number) { inner in
      inner.text(1, drawer)
      inner.integer(2, Int64(year))
      inner.integer(3, Int64(self.number))
    }
  }

  fileprivate init?(_ number: UInt8, of reader: BodyReader) {
    guard let inner = reader.nested(number).first, let drawer = inner.text(1),
      let year = inner.integer(2), let number = inner.integer(3)
    else { return nil }
    self.init(drawer: drawer, year: Int(year), number: Int(number))
  }
}

extension CashOpened {
  func write(to writer: inout BodyWriter) {
    writer.text(1, drawer)
    writer.integer(2, float.dong)
    writer.integer(3, at)
  }

  init?(_ reader: BodyReader) {
    guard let drawer = reader.text(1), let float = reader.integer(2) else { return nil }
    self.init(drawer: drawer, float: Money(dong: float), at: reader.integer(3))
  }
}

extension CashMoved {
  func write(to writer: inout BodyWriter) {
    writer.integer(1, amount.dong)
    writer.text(2, reason)
    writer.integer(3, at)
  }

  init?(_ reader: BodyReader) {
    guard let amount = reader.integer(1) else { return nil }
    self.init(
      amount: Money(dong: amount), reason: reader.text(2) ?? "", at: reader.integer(3))
  }
}

extension CashClosed {
  func write(to writer: inout BodyWriter) {
    writer.integer(1, counted.dong)
    writer.integer(2, expected.dong)
    writer.text(3, explanation)
    writer.integer(4, at)
  }

  init?(_ reader: BodyReader) {
    guard let counted = reader.integer(1), let expected = reader.integer(2) else { return nil }
    self.init(
      counted: Money(dong: counted), expected: Money(dong: expected), explanation: reader.text(3),
      at: reader.integer(4))
  }
}
