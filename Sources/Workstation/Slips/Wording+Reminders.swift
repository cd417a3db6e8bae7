public import LibraryCore

/// Who is reminded of what, in words.
extension Wording {
  public func reminderKind(_ kind: ReminderKind) -> String {
    switch kind {
    case .overdue: say(vi: "quá hạn", en: "overdue")
    case .dueSoon: say(vi: "sắp đến hạn", en: "due soon")
    case .holdReady: say(vi: "sách chờ đã có", en: "hold ready")
    }
  }

  public func reminderWay(_ way: ReminderWay) -> String {
    switch way {
    case .letter: say(vi: "bằng thư", en: "by letter")
    case .classLetter: say(vi: "qua lớp", en: "through the class")
    case .message: say(vi: "bằng tin nhắn", en: "by message")
    case .phone: say(vi: "bằng điện thoại", en: "by telephone")
    }
  }

  /// The journal's line about a reminder.
  func reminderSent(_ sent: ReminderSent) -> String {
    let level =
      sent.kind == .overdue ? say(vi: " lần \(sent.level)", en: ", notice \(sent.level)") : ""
    return say(vi: "nhắc ", en: "reminded: ") + reminderKind(sent.kind) + level + " "
      + reminderWay(sent.way)
      + say(vi: ", \(sent.matters.count) bản", en: ", \(sent.matters.count) copies")
  }

  /// A reader to be reminded, in one line.
  public func reminderLine(_ reader: ReminderReader) -> String {
    let count = reader.matters.count
    var parts = [
      "\(reader.patron.name) (\(reader.patron.card))", reader.group,
      say(vi: "\(count) bản", en: "\(count) copies"),
    ]
    if reader.kind == .overdue {
      let late = reader.matters.map(\.daysLate).max() ?? 0
      parts.append(say(vi: "trễ \(late) ngày", en: "\(late) days late"))
      parts.append(reminderState(reader))
    } else if let day = reader.matters.first?.day {
      parts.append(self.day(day))
    }
    if let phone = reader.phone { parts.append(phone) }
    return parts.joined(separator: " – ")
  }

  /// Which notice is due, or that the reader has had it.
  public func reminderState(_ reader: ReminderReader) -> String {
    let sent = reader.matters.map(\.sent).max() ?? 0
    if reader.isDue, reader.level > 0 {
      return say(vi: "cần nhắc lần \(reader.level)", en: "notice \(reader.level) is due")
    }
    return sent > 0
      ? say(vi: "đã nhắc lần \(sent)", en: "notice \(sent) sent")
      : say(vi: "chưa đến lần nhắc", en: "no notice due yet")
  }
}
