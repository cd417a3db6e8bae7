import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Terminal

/// Books that nobody could be asked for wait by themselves, and are asked for when the line is up again.
extension CopyCataloguingScreen {
  /// What to say and do when all have answered and none had the book.
  func nobodyHasIt() -> [Effect] {
    let isUnreached = !answers.isEmpty && answers.allSatisfy { $0.fault?.isOfTheLine == true }
    guard isUnreached, case .isbn(let isbn)? = question, workplace.keepsUnreached,
      disabledReason(for: .copyKeep) == nil
    else {
      return [
        .bell,
        .status(
          words.say(
            vi: "Không tìm thấy ở đâu: nhập tay bằng phiếu, hay để dành hỏi sau",
            en: "Nobody has it: enter it on the sheet, or keep it for later"), .statusWarning),
      ]
    }
    var effects: [Effect] = [.bell]
    let kept = workplace.attempt(&effects) { try workplace.desk.want(.isbn(isbn)) }
    guard kept != nil else { return effects }
    return effects + [
      .status(
        words.say(
          vi: "Không tới được nơi nào: \(isbn.digits) được để dành, có mạng sẽ hỏi lại",
          en: "Nobody can be reached: \(isbn.digits) is kept, to be asked for when the line is up"),
        .statusWarning)
    ]
  }

  /// The line is up: asks for the books that wait, beside what the person does, once in a sitting.
  func askForWaiting() -> [Effect] {
    guard !hasAskedForWaiting, disabledReason(for: .wantedOpen) == nil else { return [] }
    hasAskedForWaiting = true
    var effects: [Effect] = []
    let waiting = workplace.attempt(&effects) {
      (
        try workplace.desk.wanted().map(\.question),
        try workplace.desk.targets(workplace.appearance.places).asked
      )
    }
    guard let (questions, targets) = waiting, !questions.isEmpty else { return effects }
    return effects + [
      .longJob(name: "wanted") { ticket in
        WantedNews.ask(questions, targets, isStale: { ticket.isStale }) { ticket.report($0) }
      }
    ]
  }

  func hear(_ news: WantedNews) -> [Effect] {
    guard case .asked(_, let found) = news, found > 0 else { return [] }
    waitingFound += 1
    let key = workplace.keyMap.keys(for: .wantedOpen, in: context).first?.label ?? ""
    return [
      .status(
        words.say(
          vi: "\(waitingFound) sách đang chờ nay đã có biểu ghi · \(key)",
          en: "\(waitingFound) of the waiting books can be had now · \(key)"), .statusGood)
    ]
  }
}

extension Workplace {
  /// Whether a scanned book nobody could be asked for waits by itself; the house may say no.
  var keepsUnreached: Bool {
    catchUp()
    return house?.settings[HouseSetting.wantedByItself] != "no"
  }
}
