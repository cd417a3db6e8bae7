/// The bodies of ops about holds, as bytes and back.
extension OpBody {
  func writeHold(to writer: inout BodyWriter) {
    switch self {
    case .copySetAside(let kept):
      kept.trap.write(1, to: &writer)
      writer.text(2, kept.foundFrom?.rawValue)
      writer.text(3, kept.sentBefore)
    case .copyReleased(let released):
      writer.integer(1, released.hold.rawValue)
      writer.text(2, released.itemStatus?.rawValue)
      writer.text(3, released.sentTo)
    case .holdEnded(let ended):
      writer.text(1, ended.end.rawValue)
      writer.text(2, ended.reason)
      writer.text(3, ended.copySentTo)
    case .holdReopened: break
    case .copySent(let sent):
      writer.text(1, sent.to)
      writer.text(2, sent.status?.rawValue)
      writer.text(3, sent.foundFrom?.rawValue)
    default: preconditionFailure("only bodies about holds are written here")
    }
  }

  static func readHold(_ kind: OpKind, _ reader: BodyReader) -> OpBody? {
    switch kind {
    case .copySetAside:
      reader.holdTrap(1).map {
        .copySetAside(
          CopySetAside(
            $0, foundFrom: reader.text(2).flatMap(ItemStatus.init), sentBefore: reader.text(3)))
      }
    case .copyReleased:
      reader.entity(1).map {
        .copyReleased(
          CopyReleased(
            hold: $0, itemStatus: reader.text(2).flatMap(ItemStatus.init), sentTo: reader.text(3)))
      }
    case .holdEnded:
      reader.text(1).flatMap(HoldEnd.init).map {
        .holdEnded(HoldEnded($0, reason: reader.text(2), copySentTo: reader.text(3)))
      }
    case .holdReopened: .holdReopened
    case .copySent:
      .copySent(
        CopySent(
          to: reader.text(1), status: reader.text(2).flatMap(ItemStatus.init),
          foundFrom: reader.text(3).flatMap(ItemStatus.init)))
    default: nil
    }
  }

  /// For whom the op keeps a copy.
  public var trap: HoldTrap? {
    switch self {
    case .loanClosed(let closed): closed.trap
    case .copySetAside(let kept): kept.trap
    default: nil
    }
  }
}

extension HoldTrap {
  func write(_ number: UInt8, to writer: inout BodyWriter) {
    writer.nested(number) { inner in
      inner.integer(1, hold.rawValue)
      inner.integer(2, shelfUntil.map { Int64($0.number) })
      inner.text(3, sentTo)
    }
  }
}

extension BodyReader {
  func holdTrap(_ number: UInt8) -> HoldTrap? {
    nested(number).first.flatMap { inner in
      inner.entity(1).map {
        HoldTrap(hold: $0, shelfUntil: inner.day(2), sentTo: inner.text(3))
      }
    }
  }
}
