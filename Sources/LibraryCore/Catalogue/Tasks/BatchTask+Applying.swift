import MARC

extension BatchTask {
  /// Does the task and answers how many changes it made.
  func apply(to record: inout EditableRecord) throws(TextPattern.TooMuchWork) -> Int {
    for condition in recordConditions where try !condition.holds(for: record.fields) { return 0 }
    switch work {
    case .replace(let tags, let code, let pattern, let template):
      return try change(tags, &record) { field throws(TextPattern.TooMuchWork) in
        try field.replace(code, pattern, template)
      }
    case .addField(let field):
      let isThere = record.fields.contains(field)
      if !isThere { record.insert(field) }
      return isThere ? 0 : 1
    case .addSubfield(let tags, let subfield):
      return try change(tags, &record) { field throws(TextPattern.TooMuchWork) in
        guard !field.isControl else { return 0 }
        field.append(subfield)
        return 1
      }
    case .deleteFields(let tags): return try delete(tags, &record).count
    case .deleteSubfields(let tags, let code): return try deleteSubfields(tags, code, &record)
    case .moveFields(let tags, let tag):
      let fields = try delete(tags, &record)
      for field in fields { record.insert(field.retagged(tag)) }
      return fields.count
    case .copyFields(let tags, let tag):
      let fields = try chosen(tags, record).map { record.fields[$0].retagged(tag) }
      return add(fields, to: &record)
    case .moveSubfields(let tag, let code, let target, let targetCode):
      return try moveSubfields(tag, code, target, targetCode, isCopy: false, &record)
    case .copySubfields(let tag, let code, let target, let targetCode):
      return try moveSubfields(tag, code, target, targetCode, isCopy: true, &record)
    case .setIndicators(let tags, let first, let second):
      return try change(tags, &record) { field throws(TextPattern.TooMuchWork) in
        guard !field.isControl else { return 0 }
        let before = field
        if let first { field.indicator1 = first }
        if let second { field.indicator2 = second }
        return field == before ? 0 : 1
      }
    }
  }

  /// The places of the fields that the task is about.
  private func chosen(
    _ tags: TagPattern, _ record: EditableRecord
  ) throws(TextPattern.TooMuchWork) -> [Int] {
    var places: [Int] = []
    for place in record.fields.indices where tags.matches(record.fields[place].tag) {
      var holds = true
      for condition in fieldConditions where try !condition.holds(for: record.fields[place]) {
        holds = false
      }
      if holds { places.append(place) }
    }
    return places
  }

  private func change(
    _ tags: TagPattern, _ record: inout EditableRecord,
    _ change: (inout Field) throws(TextPattern.TooMuchWork) -> Int
  ) throws(TextPattern.TooMuchWork) -> Int {
    var count = 0
    for place in try chosen(tags, record) { count += try change(&record.fields[place]) }
    return count
  }

  private func delete(
    _ tags: TagPattern, _ record: inout EditableRecord
  ) throws(TextPattern.TooMuchWork) -> [Field] {
    let places = try chosen(tags, record)
    let fields = places.map { record.fields[$0] }
    for place in places.reversed() { record.fields.remove(at: place) }
    return fields
  }

  /// A field that loses its last subfield goes.
  private func deleteSubfields(
    _ tags: TagPattern, _ code: Code, _ record: inout EditableRecord
  ) throws(TextPattern.TooMuchWork) -> Int {
    var count = 0
    for place in try chosen(tags, record).reversed() {
      let kept = record.fields[place].subfields.filter { $0.code != code }
      let removed = record.fields[place].subfields.count - kept.count
      guard removed > 0 else { continue }
      count += removed
      if kept.isEmpty {
        record.fields.remove(at: place)
      } else {
        record.fields[place].setSubfields(kept)
      }
    }
    return count
  }

  private func moveSubfields(
    _ tag: Tag, _ code: Code, _ target: Tag, _ targetCode: Code, isCopy: Bool,
    _ record: inout EditableRecord
  ) throws(TextPattern.TooMuchWork) -> Int {
    guard let tags = TagPattern(tag.text) else { return 0 }
    let places = try chosen(tags, record)
    let moved = places.flatMap { record.fields[$0].subfields(code).map { $0 } }
    guard !moved.isEmpty else { return 0 }
    if tag == target {
      for place in places { record.fields[place].recode(code, targetCode, isCopy: isCopy) }
      return moved.count
    }
    let fields = moved.map { Field(target, [$0.recoded(targetCode)]) }
    if isCopy { return add(fields, to: &record) }
    _ = try deleteSubfields(tags, code, &record)
    for field in fields { record.insert(field) }
    return moved.count
  }

  /// Adds fields unless the record has the very same ones.
  private func add(_ fields: [Field], to record: inout EditableRecord) -> Int {
    var count = 0
    for field in fields where !record.fields.contains(field) {
      record.insert(field)
      count += 1
    }
    return count
  }
}

extension Field {
  /// Replaces what a pattern finds; text that is no UTF-8 is left alone.
  fileprivate mutating func replace(
    _ code: Code?, _ pattern: TextPattern, _ template: String
  ) throws(TextPattern.TooMuchWork) -> Int {
    if isControl {
      guard let text = String(validating: body, as: UTF8.self) else { return 0 }
      let replaced = try pattern.replacing(in: text, with: template)
      guard replaced.text.utf8.elementsEqual(body) == false else { return 0 }
      self = Field(control: tag, replaced.text)
      return replaced.count
    }
    var count = 0
    for (place, subfield) in Array(subfields).enumerated() {
      guard code == nil || subfield.code == code,
        let text = String(validating: subfield.bytes, as: UTF8.self)
      else { continue }
      let replaced = try pattern.replacing(in: text, with: template)
      guard replaced.text.utf8.elementsEqual(subfield.bytes) == false else { continue }
      replaceSubfield(at: place, with: Subfield(subfield.code, replaced.text))
      count += replaced.count
    }
    return count
  }

  /// The field under another tag; plain data becomes $a, and $a plain data, where the tags are of both kinds.
  fileprivate func retagged(_ tag: Tag) -> Field {
    if isControl, !tag.isControl { return Field(tag, [Subfield("a", text)]) }
    if !isControl, tag.isControl { return Field(control: tag, self.text("a") ?? "") }
    var field = self
    field.tag = tag
    return field
  }

  fileprivate mutating func recode(_ code: Code, _ target: Code, isCopy: Bool) {
    let old = Array(subfields)
    let renamed = isCopy ? old : old.map { $0.code == code ? $0.recoded(target) : $0 }
    let copies = isCopy ? old.filter { $0.code == code }.map { $0.recoded(target) } : []
    setSubfields(renamed + copies)
  }
}

extension Subfield {
  fileprivate func recoded(_ code: Code) -> Subfield { Subfield(code, text) }
}
