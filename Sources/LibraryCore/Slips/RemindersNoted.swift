/// Many readers reminded at once; each has an op of its own that this one brought, so that all are taken back together.
public struct RemindersNoted: Equatable, Sendable {
  public var kind: ReminderKind
  public var way: ReminderWay
  public var readers: Int
  /// Whether this takes such a thing back.
  public var isTakingBack: Bool

  public init(
    _ kind: ReminderKind, by way: ReminderWay, readers: Int, isTakingBack: Bool = false
  ) {
    self.kind = kind
    self.way = way
    self.readers = readers
    self.isTakingBack = isTakingBack
  }

  /// What takes this back.
  public var reversed: RemindersNoted {
    RemindersNoted(kind, by: way, readers: readers, isTakingBack: !isTakingBack)
  }

  func write(to writer: inout BodyWriter) {
    writer.text(1, kind.rawValue)
    writer.text(2, way.rawValue)
    writer.integer(3, Int64(readers))
    if isTakingBack { writer.integer(4, 1) }
  }

  init?(_ reader: BodyReader) {
    guard let kind = reader.text(1).flatMap(ReminderKind.init),
      let way = reader.text(2).flatMap(ReminderWay.init)
    else { return nil }
    self.init(
      kind, by: way, readers: Int(reader.integer(3) ?? 0), isTakingBack: reader.integer(4) == 1)
  }
}
