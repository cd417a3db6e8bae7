public import LibraryCore

extension Wording {
  /// What a column of a table of patrons is taken as.
  public func patronTarget(_ target: PatronColumnTarget?) -> String {
    switch target {
    case .field(let field)?: fieldName(field.key)
    case .familyName?: say(vi: "Họ và tên đệm", en: "Family and middle name")
    case .ignored?, nil: say(vi: "(không dùng)", en: "(not used)")
    }
  }

  /// The names by which the fields of patrons are asked for, as `--map` takes them.
  public var patronTargetNames: String {
    PatronColumnTarget.all.map(\.name).joined(separator: " ")
  }

  public func patronMappingFault(_ fault: PatronMapping.Fault) -> String {
    switch fault {
    case .unknownHeading(let heading, let headings):
      let all = headings.joined(separator: ", ")
      return say(
        vi: "bảng không có cột «\(heading)»; các cột: \(all)",
        en: "the table has no column “\(heading)”; the columns are: \(all)")
    case .unknownTarget(let name):
      return say(
        vi: "không có trường «\(name)»; các trường: \(patronTargetNames)",
        en: "there is no field “\(name)”; the fields are: \(patronTargetNames)")
    case .repeated(let target):
      let name = patronTarget(target)
      return say(vi: "hai cột cùng là \(name)", en: "two columns are both \(name)")
    }
  }

  /// The columns that are not used, and how to say what they are.
  public func unusedColumns(_ headings: [String]) -> String {
    let columns = headings.joined(separator: ", ")
    let first = headings.first ?? ""
    return say(
      vi: """
        Không dùng các cột: \(columns) (muốn dùng: --map "\(first)=TRƯỜNG", muốn bỏ hẳn: --map "\(first)=-"; \
        các trường: \(patronTargetNames))
        """,
      en: """
        Columns not used: \(columns) (to use one: --map "\(first)=FIELD", to leave it out: --map "\(first)=-"; \
        the fields are: \(patronTargetNames))
        """)
  }

  /// That rows are left out because their cards are barcodes, and how to have them all the same; nil where none is.
  public func sharedCards(_ count: Int, option: String) -> String? {
    guard count > 0 else { return nil }
    return say(
      vi: "\(count) dòng có số thẻ trùng mã vạch sách, không cấp; vẫn muốn cấp: \(option)",
      en: "\(counted(count, "row")) left out whose cards are barcodes; to take them: \(option)")
  }

  /// What becomes of a row, with its line.
  public func patronRow(_ row: PatronRow, _ columns: PatronColumns) -> String {
    let who = [row.name, row.card.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let place = say(vi: "dòng \(row.line)", en: "line \(row.line)")
    return "\(place): " + (who.isEmpty ? "" : "\(who): ")
      + ([patronRowOutcome(row.outcome, columns)] + row.notices.map(entryNotice))
      .joined(separator: "; ")
  }

  private func patronRowOutcome(_ outcome: PatronRow.Outcome, _ columns: PatronColumns) -> String {
    switch outcome {
    case .enrolled(nil): return say(vi: "cấp thẻ", en: "enrolled")
    case .enrolled(let alike?):
      let other = person(alike)
      return say(
        vi: "cấp thẻ, nhưng cùng tên, cùng năm sinh với \(other): xem có phải một người",
        en: "enrolled, but of the same name and year as \(other): see if it is one person")
    case .changed(_, let changes):
      return say(vi: "sửa ", en: "changed: ")
        + changes.map { "\(fieldName($0.field.key)): \($0.from ?? "–") → \($0.to ?? "–")" }
        .joined(separator: "; ")
    case .left: return say(vi: "đã có, để nguyên", en: "there already, left as is")
    case .twin(let other):
      let other = person(other)
      return say(vi: "bỏ qua, trùng người: \(other)", en: "left out, the same person as \(other)")
    case .faulty(let reasons):
      return reasons.map { columnRefusal($0, columns) }.joined(separator: "; ")
    }
  }

  private func person(_ person: PatronRow.Person) -> String {
    switch person {
    case .patron(let patron): "\(patron.name) (\(patron.card.text))"
    case .row(let line): say(vi: "dòng \(line)", en: "line \(line)")
    }
  }

  /// A reason with the column of the table it speaks of, where it speaks of one.
  public func columnRefusal(_ reason: Refusal, _ columns: PatronColumns) -> String {
    guard let heading = columns.heading(of: reason) else { return refusal(reason) }
    return say(vi: "cột «\(heading)»: ", en: "column “\(heading)”: ") + refusal(reason)
  }
}

extension PatronColumns {
  /// The heading of the column that a reason speaks of.
  public func heading(of reason: Refusal) -> String? {
    switch reason {
    case .invalidValue(let field, _): heading(ofField: field)
    case .cardTaken, .cardIsBarcode: heading(ofField: PatronField.card.key)
    case .nameMissing: heading(ofField: PatronField.name.key)
    default: nil
    }
  }
}
