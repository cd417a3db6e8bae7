public import LibraryCore

/// Who is reminded of what, in words.
extension Wording {
  public func reminderKind(_ kind: ReminderKind) -> String {
    switch kind {
    case .overdue: say(vi: "quá hạn", en: "overdue")
    case .dueSoon: say(vi: "sắp đến hạn", en: "due soon")
    case .holdReady: say(vi: "sách chờ đã có", en: "hold ready")
    case .lost: say(vi: "sách mất", en: "lost")
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
      + say(
        vi: ", \(sent.matters.count) bản", en: ", \(counted(sent.matters.count, "copy", "copies"))")
  }

  /// The journal's line about many readers reminded at once.
  func remindersNoted(_ noted: RemindersNoted) -> String {
    let what =
      say(
        vi: "nhắc \(noted.readers) bạn đọc ", en: "\(counted(noted.readers, "reader")) reminded: ")
      + reminderKind(noted.kind) + " " + reminderWay(noted.way)
    return noted.isTakingBack ? say(vi: "bỏ lượt ", en: "taken back: ") + what : what
  }

  /// A reader to be reminded, in one line.
  public func reminderLine(_ reader: ReminderReader) -> String {
    let count = reader.matters.count
    var parts = [
      "\(reader.patron.name) (\(reader.patron.card))", reader.group,
      say(vi: "\(count) bản", en: counted(count, "copy", "copies")),
    ]
    if reader.kind == .overdue {
      if let first = reader.matters.first {
        parts.append(say(vi: "trễ \(lateBy(first))", en: "\(lateBy(first)) late"))
      }
      parts.append(reminderState(reader))
    } else if reader.kind == .lost {
      parts.append(money(reader.charge))
      parts.append(lossState(reader))
    } else if let first = reader.matters.first {
      parts.append(due(first.due))
    }
    if let phone = phone(reader) { parts.append(phone) }
    return parts.joined(separator: " – ")
  }

  /// Whether the letter about lost copies went out.
  public func lossState(_ reader: ReminderReader) -> String {
    reader.isDue ? say(vi: "chưa báo", en: "not told yet") : say(vi: "đã báo", en: "told")
  }

  /// How many times the price is asked for: `2`, `1,5`.
  func times(percent: Int) -> String {
    let (whole, rest) = percent.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return "\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(whole)\(say(vi: ",", en: "."))\(digits)"
  }

  /// How late a copy is: in days, or in hours and minutes on the day on which it was due.
  func lateBy(_ matter: ReminderMatter) -> String {
    let (days, minutes) = (matter.daysLate, matter.minutesLate)
    if days > 0 { return say(vi: "\(days) ngày", en: counted(days, "day")) }
    let hours = minutes / 60
    return hours > 0
      ? say(vi: "\(hours) giờ", en: counted(hours, "hour"))
      : say(vi: "\(minutes) phút", en: "\(minutes) min")
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
