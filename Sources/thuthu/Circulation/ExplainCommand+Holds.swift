import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

extension ExplainCommand {
  struct Hold: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold",
      abstract: .say(
        vi: "Vì sao giữ chỗ đứng thứ mấy, bao giờ đến lượt; hoặc vì sao đặt được hay không.",
        en: "Where a hold stands and when its turn comes; or whether one would be placed, and why.")
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("hold", vi: "Số giữ chỗ.", en: "The hold's number."))
    var hold: EntityID?

    @Option(
      help: .say(
        "card", vi: "Chưa đặt: số thẻ của người chờ.", en: "Not placed yet: the card of who waits.")
    )
    var patron: String?

    @Option(
      help: .say(
        "number", vi: "Số biểu ghi; ghi nhiều lần thì nhan đề nào cũng được.",
        en: "A record; given several times, any of them will do."))
    var record: [EntityID] = []

    @Option(help: .say("barcode", vi: "Đúng bản này.", en: "This very copy."))
    var item: String?

    func validate() throws {
      let isAsked = patron != nil && record.isEmpty == (item != nil)
      let isNamed = hold != nil && patron == nil && record.isEmpty && item == nil
      guard isNamed || (hold == nil && isAsked) else {
        throw ValidationError(
          .say(
            vi: "Cho số giữ chỗ, hoặc --patron với --record hay --item.",
            en: "Give a hold, or --patron with --record or --item."))
      }
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      if let hold { return try explain(hold, session) }
      let request = HoldRequest(card: patron ?? "", records: record, item: item)
      guard let explanation = try session.desk.explainPlacement(request) else {
        let outcome = try session.desk.placeHold(request, dryRun: true)
        session.answer(outcome.json, session.words.lines(outcome))
        return .refused
      }
      session.answer(JSONValue(explanation), session.words.explanation(explanation))
      return explanation.isAllowed ? .done : .refused
    }

    private func explain(_ hold: EntityID, _ session: LibrarySession) throws -> ExitStatus {
      guard let explanation = try session.desk.explainHold(hold) else {
        let outcome = HoldEndOutcome.unknownHold(hold.description)
        session.answer(outcome.json, session.words.lines(outcome))
        return .refused
      }
      session.answer(JSONValue(explanation), session.words.explanation(explanation))
      return .done
    }
  }
}
