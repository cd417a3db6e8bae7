/// The leader and 005–008, position by position.
extension RecordValidation {
  private static let fill = UInt8(ascii: "|")
  private static let lengths: [Tag: Int] = ["005": 16, "006": 18, "008": 40]

  func problems(inLeader leader: Leader) -> [RecordProblem] {
    schema.leaderPositions(in: RecordKind(leader: leader)).flatMap { position in
      // Lengths and the entry map are written anew by every writer.
      let start = position.range.lowerBound
      return start < 5 || (10..<17).contains(start) || start > 19
        ? [] : codeProblems(in: Array(leader.bytes), position, at: nil) { _, _ in nil }
    }
  }

  func fixedProblems(
    in field: Field, _ place: Int, under leader: Leader
  ) -> [RecordProblem] {
    let kind = RecordKind(leader: leader)
    let expected =
      field.tag == "008" && kind == .holdings ? 32 : RecordValidation.lengths[field.tag]
    if let expected, field.body.count != expected {
      let isPadded =
        field.body.count > expected && field.body.dropFirst(expected).allSatisfy { $0 == 0x20 }
      let mended = Field(
        tag: field.tag, isControl: true, body: field.body.prefix(expected))
      return [
        RecordProblem(
          .length(found: field.body.count, expected: expected), .error, at: place,
          mend: isPadded ? .replace(place: place, field, with: mended) : nil)
      ]
    }
    let bytes = Array(field.body)
    var problems: [RecordProblem] = []
    for position in schema.positions(of: field, under: leader) {
      problems += codeProblems(in: bytes, position, at: place) { start, code in
        .replace(place: place, field, with: field.replacingPositions(from: start, with: code))
      }
    }
    if field.tag == "008" { problems += dateProblems(in: bytes, kind, place) }
    return problems
  }

  /// The codes of one group of positions; `mend` puts a code in the place of a wrong one.
  private func codeProblems(
    in bytes: [UInt8], _ position: FixedPosition, at place: Int?,
    mend: (Int, String) -> RecordMend?
  ) -> [RecordProblem] {
    if let name = position.codeList, let list = schema.codeList(name) {
      return listProblems(in: bytes, position, list, at: place, mend: mend)
    }
    guard !position.values.isEmpty else { return [] }
    return position.codes(in: bytes).compactMap { range, code in
      if code.utf8.allSatisfy({ $0 == RecordValidation.fill }) { return nil }
      if let value = position.value(code) {
        return value.isObsolete
          ? RecordProblem(.obsoletePositionCode(code), .advice, at: place, .positions(range)) : nil
      }
      let blank = String(repeating: " ", count: range.count)
      let isBlankTyped = code.utf8.allSatisfy { $0 == UInt8(ascii: "#") || $0 == 0x5C }
      let mended =
        isBlankTyped && position.value(blank) != nil ? mend(range.lowerBound, blank) : nil
      return RecordProblem(
        .positionCode(code), .warning, at: place, .positions(range), mend: mended)
    }
  }

  private func listProblems(
    in bytes: [UInt8], _ position: FixedPosition, _ list: CodeList, at place: Int?,
    mend: (Int, String) -> RecordMend?
  ) -> [RecordProblem] {
    guard position.range.upperBound <= bytes.count else { return [] }
    let text = String(decoding: bytes[position.range], as: UTF8.self)
    let code = String(text.prefix { $0 != " " })
    guard !code.isEmpty, code != "|||" else { return [] }
    let range = position.range
    guard let known = list[code] else {
      return [
        RecordProblem(.unknownCode(text, list.name), .warning, at: place, .positions(range))
      ]
    }
    guard known.isObsolete else { return [] }
    let mended = list.successor(of: known).flatMap { successor in
      let blanks = String(repeating: " ", count: range.count - successor.code.utf8.count)
      return mend(range.lowerBound, successor.code + blanks)
    }
    return [
      RecordProblem(
        .obsoleteCode(code, list.name), .advice, at: place, .positions(range), mend: mended)
    ]
  }

  /// The day of entry, and in bibliographic records the two years.
  private func dateProblems(
    in bytes: [UInt8], _ kind: RecordKind, _ place: Int
  ) -> [RecordProblem] {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    var problems: [RecordProblem] = []
    func look(_ range: Range<Int>, _ allowed: (UInt8) -> Bool) {
      let part = bytes[range]
      guard !part.allSatisfy(allowed) else { return }
      problems.append(
        RecordProblem(
          .positionCode(String(decoding: part, as: UTF8.self)), .warning, at: place,
          .positions(range)))
    }
    look(0..<6) { digits.contains($0) }
    guard kind == .bibliographic else { return problems }
    for range in [7..<11, 11..<15] {
      look(range) { digits.contains($0) || $0 == 0x20 || $0 == 0x7C || $0 == UInt8(ascii: "u") }
    }
    return problems
  }
}
