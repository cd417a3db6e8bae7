/// Sets one part of a field and the marks that ISBD puts between it and its neighbours.
///
/// The other parts keep their bytes, but for the mark at the end of the one that stands in front.
enum SheetField {
  /// `order` names the codes of the field in their order, each with the mark in front of it; an empty text removes the part.
  static func set(
    _ code: Code, _ text: String, in field: inout Field, order: [(code: Code, mark: String)]
  ) {
    let parts = Array(field.subfields)
    if let place = parts.firstIndex(where: { $0.code == code }) {
      if text.isEmpty {
        remove(place, of: parts, in: &field, order: order)
      } else {
        field.replaceSubfield(at: place, with: Subfield(code, text + tail(of: parts[place])))
      }
    } else if !text.isEmpty {
      insert(code, text, into: parts, of: &field, order: order)
    }
  }

  private static func insert(
    _ code: Code, _ text: String, into parts: [Subfield], of field: inout Field,
    order: [(code: Code, mark: String)]
  ) {
    func rank(_ code: Code) -> Int? { order.firstIndex { $0.code == code } }
    let own = rank(code) ?? order.count
    let place = parts.firstIndex { (rank($0.code) ?? -1) > own } ?? parts.count
    let mark = order.first { $0.code == code }?.mark ?? ""
    let follower = place < parts.count ? parts[place].code : nil
    let nextMark = follower.flatMap { next in order.first { $0.code == next }?.mark } ?? ""
    guard place > 0, parts[place - 1].code.isLetter else {
      field.insert(Subfield(code, text + nextMark), at: place)
      return
    }
    let front = parts[place - 1]
    let ending = follower == nil ? tail(of: front) : nextMark
    let closing = ending == "." ? "." : follower == nil ? "" : nextMark
    field.replaceSubfield(at: place - 1, with: Subfield(front.code, body(of: front) + mark))
    field.insert(Subfield(code, text + closing), at: place)
  }

  private static func remove(
    _ place: Int, of parts: [Subfield], in field: inout Field, order: [(code: Code, mark: String)]
  ) {
    field.removeSubfield(at: place)
    guard place > 0, parts[place - 1].code.isLetter else { return }
    let front = parts[place - 1]
    let follower = place + 1 < parts.count ? parts[place + 1].code : nil
    let mark = follower.map { next in order.first { $0.code == next }?.mark ?? tail(of: front) }
    let ending = mark ?? (tail(of: parts[place]) == "." ? "." : "")
    field.replaceSubfield(at: place - 1, with: Subfield(front.code, body(of: front) + ending))
  }

  /// The text without the mark at its end; the full stop of a short word such as `tr.` is part of it.
  private static func body(of subfield: Subfield) -> String {
    let body = Punctuation.trimmed(subfield) ?? ""
    let last = body.reversed().prefix { $0 != " " }
    let isShort = (1...3).contains(last.count) && last.allSatisfy { $0.isLowercase }
    guard isShort, subfield.text.contains(body + ".") else { return body }
    return body + "."
  }

  /// The mark at the end: what `body` leaves out.
  private static func tail(of subfield: Subfield) -> String {
    let text = subfield.text
    let body = body(of: subfield)
    guard let range = text.firstRange(of: body), !body.isEmpty else { return "" }
    return String(text[range.upperBound...])
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
