public import LibraryCore

extension SlipWriter {
  /// One letter for each reader.
  public func letters(_ readers: [ReminderReader]) throws -> [Slip] {
    try readers.map { try slip($0.kind.letter, data($0)) }
  }

  /// One letter for each class or category, with all its readers.
  public func classLetters(_ readers: [ReminderReader]) throws -> [Slip] {
    var groups: [(name: String, readers: [ReminderReader])] = []
    for reader in readers {
      if groups.last?.name == reader.group {
        groups[groups.count - 1].readers.append(reader)
      } else {
        groups.append((reader.group, [reader]))
      }
    }
    return try groups.map { group in
      let rows = group.readers.flatMap { reader in
        reader.matters.map { matter in
          row(matter).merging(self.reader(reader.patron)) { $1 }
        }
      }
      let sum = group.readers.map(\.charge).reduce(.zero, +)
      return try slip(
        .overdueClass,
        SlipData(
          [.group: group.name, .count: String(rows.count), .charge: charge(sum)], rows: rows))
    }
  }

  /// What is sent to the reader's telephone, in one line.
  public func message(_ reader: ReminderReader) throws -> String {
    var data = data(reader)
    data.fields.merge(common) { own, _ in own }
    return try template(reader.kind.message).message(data)
  }

  private func data(_ reader: ReminderReader) -> SlipData {
    var fields = self.reader(reader.patron)
    fields[.group] = reader.group
    fields[.phone] = words.phone(reader) ?? ""
    fields[.address] = reader.address ?? ""
    fields[.count] = String(reader.matters.count)
    fields[.title] = reader.matters.first?.item.title ?? ""
    fields[.until] = reader.matters.first.map { words.due($0.due) } ?? ""
    fields[.charge] = charge(reader.charge)
    fields[.level] = String(max(1, reader.level))
    if reader.kind == .lost { demands(reader, into: &fields) }
    return SlipData(fields, rows: reader.matters.map(row))
  }

  private func row(_ matter: ReminderMatter) -> SlipData.Fields {
    var fields = copy(matter.item)
    fields[.due] = words.due(matter.due)
    fields[.until] = words.due(matter.due)
    fields[.late] = String(matter.daysLate)
    fields[.lateBy] = words.lateBy(matter)
    fields[.charge] = charge(matter.charge)
    fields[.level] = String(max(1, matter.level))
    if let demand = matter.demand {
      // Where nothing is asked for the copy, the line about its price is left out.
      fields[.price] = demand.charge > .zero ? demand.price.map(words.money) ?? "" : ""
      fields[.times] = demand.charge > .zero ? words.times(percent: demand.percent) : ""
      fields[.amount] = charge(demand.charge)
      fields[.amountInWords] = inWords(demand.charge)
      fields[.fee] = charge(demand.fee)
      fields[.balance] = demand.isPartlyPaid ? charge(demand.open) : ""
    }
    return fields
  }

  /// What all copies together come to: the fees, and what is still to be paid.
  private func demands(_ reader: ReminderReader, into fields: inout SlipData.Fields) {
    fields[.fee] = charge(reader.matters.compactMap(\.demand?.fee).reduce(.zero, +))
    fields[.amount] = charge(reader.charge)
    fields[.amountInWords] = inWords(reader.charge)
  }

  private func inWords(_ amount: Money) -> String {
    amount > .zero ? words.moneyInWords(amount) : ""
  }
}
