import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

extension ExplainCommand {
  struct Renew: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew",
      abstract: .say(
        vi: "Vì sao lượt mượn bản này gia hạn được hay không, và sẽ được đến bao giờ.",
        en: "Whether a copy's loan would be renewed, why, and until when."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let explanation = try session.desk.explainRenewal(barcode) else {
        let outcome = try session.desk.renew(barcode, dryRun: true)
        session.answer(outcome.json, session.words.lines(outcome))
        return .refused
      }
      session.answer(JSONValue(explanation), session.words.explanation(explanation))
      return explanation.isAllowed ? .done : .refused
    }
  }

  struct Loan: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "loan",
      abstract: .say(
        vi: "Hạn trả của một lượt mượn từ đâu ra: quy định, cán bộ, gia hạn, đóng cửa.",
        en: "How a loan came to be due when it is: rules, staff, renewals, closings."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "id", vi: "Mã vạch đang mượn, hoặc số của việc cho mượn.",
        en: "The barcode on loan, or the number of the action that lent it."))
    var key: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      let loan = try Showing(session.desk).loan(key)
      guard let explanation = try loan.flatMap(session.desk.explainLoan) else {
        session.answer(
          .unknown("loan", key),
          session.words.say(
            vi: "Không có lượt mượn «\(session.words.visible(key))»",
            en: "There is no loan “\(session.words.visible(key))”"))
        return .refused
      }
      session.answer(JSONValue(explanation), session.words.explanation(explanation))
      return .done
    }
  }
}
