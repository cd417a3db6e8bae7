import LibraryCore
import LibraryStore
import Terminal

/// Messages that somebody must read: shown when their patron comes, until a key that no scanner sends says they were read.
extension DeskScreen {
  func askToRead() -> [Effect] {
    let today = workplace.desk.today
    guard let patron = session.patron, patron.patron.id != askedAbout else { return [] }
    askedAbout = patron.patron.id
    reading = patron.remarks.filter { $0.isUnread(on: today) }
    guard !reading.isEmpty else { return [] }
    let dialog = Dialog(
      title: words.say(vi: "CÓ LỜI NHẮN PHẢI ĐỌC", en: "A MESSAGE TO BE READ"),
      message: [StyledText("\(patron.patron.name)  (\(patron.patron.card))", role: .heading)]
        + reading.map { StyledText(words.remarkLine($0), role: .warning, hangingIndent: 2) },
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Đã đọc", en: "Read")),
        Dialog.Choice(.cancel, label: words.say(vi: "Để sau", en: "Later")),
      ], language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  /// What the dialog brought; nil where it was not that dialog.
  func markRead(_ value: (any Sendable)?) -> [Effect]? {
    guard !reading.isEmpty else { return nil }
    let messages = reading
    reading = []
    guard let reply = value as? Dialog.Answer else { return nil }
    isStale = true
    guard reply.command == .dialogYes else { return [] }
    var effects: [Effect] = []
    for message in messages {
      switch workplace.attempt(&effects, { try workplace.desk.readRemark(message.id) }) {
      case .refused(let reasons): effects += workplace.refused(reasons)
      case .saved, .unchanged, .unknown, nil: break
      }
    }
    return effects
  }
}
