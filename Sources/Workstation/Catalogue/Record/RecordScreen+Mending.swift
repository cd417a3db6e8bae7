import LibraryCore
import LibraryStore
import MARC
import Terminal
import VietnameseText

extension RecordScreen {
  /// Shows what mending would change in the texts of the record, and asks.
  func askToMend() -> [Effect] {
    guard let stored, stored.status == .active else { return [.bell] }
    guard let mended = stored.record.mended(.whole) else {
      return workplace.good(
        words.say(vi: "Chữ của biểu ghi không có gì phải sửa", en: "Nothing to mend in its texts"))
    }
    asked = .mend(mended.record)
    let lines = mended.changes.map { change in
      let encoding = change.mended.encoding.map { " (\(words.encoding($0)))" } ?? ""
      let isSame = change.shownReceived == change.shownMeant
      return StyledText(
        "\(change.tag) \(change.shownMeant)"
          + (isSame ? words.say(vi: " (dựng sẵn)", en: " (composed)") : encoding), hangingIndent: 4)
    }
    return [
      .push(
        workplace.question(
          words.say(vi: "Sửa chữ của biểu ghi?", en: "Mend the texts of this record?"),
          [
            StyledText(
              words.say(
                vi: "Những trường sẽ đổi; bản cũ còn trong lịch sử.",
                en: "These fields change; the old version stays in the history."))
          ] + lines, yes: words.say(vi: "Sửa", en: "Mend"), isDanger: false))
    ]
  }

  /// Saves the mended record as a new version.
  func mend(_ record: Record) -> [Effect] {
    guard let stored else { return [] }
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.saveRecord(record, id: stored.id)
    }
    guard let outcome else { return effects }
    if case .saved(_, let op) = outcome { ops.append(op) }
    return effects
      + workplace.told(
        outcome, saved: words.say(vi: "Đã sửa chữ của biểu ghi", en: "The texts were mended"))
  }
}
