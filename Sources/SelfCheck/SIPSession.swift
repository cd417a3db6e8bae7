import LibraryCore
import LibraryStore

/// One machine at work: answers its messages one after the other.
///
/// A message with the sequence number and bytes of the one before is that one sent again because its answer was lost: it gets the same
/// answer, and nothing is done twice.
public final class SIPSession {
  let house: SelfCheckHouse
  private(set) var desk: Desk?
  var language = SelfCheckLanguage.vietnamese
  /// Loans this machine made and may take back again, by the code of the copy.
  var loans: [String: OpID] = [:]
  /// How the machine names the library (AO), which answers repeat.
  private var institution: String?
  private var last: (line: [UInt8], answer: [UInt8])?
  private var faultsInARow = 0

  /// After so many unreadable messages in a row the line is given up.
  private static let faultsMaximum = 5

  public init(_ house: SelfCheckHouse) {
    self.house = house
    desk = house.desk
  }

  /// Whether the other side speaks something else, so that the line had better be closed.
  public var isGivenUp: Bool { faultsInARow >= SIPSession.faultsMaximum }

  var words: any SelfCheckWords { house.words(language) }

  /// The answer to one line without its end, whole with an end of its own.
  ///
  /// What the machine cannot be told is asked for again (96), which is always safe: nothing was done.
  public func answer(_ line: [UInt8]) -> [UInt8] {
    let message: SIPMessage
    do throws(SIPFault) {
      message = try SIPMessage(line, checksIgnored: house.habits.checksIgnored)
    } catch {
      faultsInARow += 1
      return SIPSession.askAgain
    }
    faultsInARow = 0
    if message.kind == .resend { return last?.answer ?? SIPSession.askAgain }
    if message.sequence != nil, let last, last.line == line { return last.answer }
    let answer = reply(to: message).bytes(sequence: message.sequence) + house.habits.lineEnd.bytes
    last = (line, answer)
    return answer
  }

  /// `96`, whose sum is the same for everybody, and which ends with CR alone.
  private static let askAgain = Array("96AZFEF6\r".utf8)

  private func reply(to message: SIPMessage) -> SIPAnswer {
    institution = message.value("AO") ?? institution
    switch message.kind {
    case .login: return login(message)
    case .status: return status()
    default: break
    }
    guard let desk else { return refused(message, words.signInFailed) }
    do {
      return try reply(to: message, desk)
    } catch {
      return refused(message, words.storeFault(error))
    }
  }

  private func reply(to message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    switch message.kind {
    case .patronStatus: try patronStatus(message, desk)
    case .patronInformation: try patronInformation(message, desk)
    case .blockPatron: try block(message, desk)
    case .patronEnable: try enable(message, desk)
    case .endSession: endSession(message)
    case .checkout: try checkOut(message, desk)
    case .checkin: try checkIn(message, desk)
    case .renew: try renew(message, desk)
    case .renewAll: try renewAll(message, desk)
    case .itemInformation: try itemInformation(message, desk)
    case .feePaid: try feePaid(message, desk)
    case .hold: try hold(message, desk)
    case .login, .resend, .status: refused(message, words.signInFailed)
    }
  }

  // MARK: - The line itself

  /// 93 → 94: the machine signs in with an account of the staff.
  private func login(_ message: SIPMessage) -> SIPAnswer {
    var answer = SIPAnswer("94")
    let outcome = try? house.file.signIn(
      login: message.value("CN"), password: message.value("CO"), clock: house.clock)
    if case .signedIn(let desk) = outcome {
      self.desk = desk
      answer.put(ok: true)
    } else {
      desk = nil
      answer.put(ok: false)
    }
    return answer
  }

  /// 99 → 98: what this library can do.
  ///
  /// BX names the sixteen messages in the order of the standard.
  private func status() -> SIPAnswer {
    var answer = SIPAnswer("98")
    let isReady = desk != nil
    for _ in 0..<6 { answer.put(yes: isReady) }
    answer.put("030" + "003")
    answer.put(house.clock.now())
    answer.put("2.00")
    addInstitution(&answer)
    answer.add("AM", libraryName)
    answer.add("BX", "YYYYYYYYYYYNYYYY")
    return answer
  }

  private var libraryName: String? {
    try? (desk ?? house.desk)?.houseConfiguration().libraryName
  }

  // MARK: - What all answers share

  var now: Moment { house.clock.now() }

  /// AO: as the machine wrote it, else the library's own code.
  func addInstitution(_ answer: inout SIPAnswer) {
    let code = try? desk?.houseConfiguration().libraryCode
    answer.add("AO", institution ?? code ?? "")
  }

  /// A text as this machine can show it.
  func shown(_ text: String) -> String { house.habits.marksLeftOut ? words.plain(text) : text }

  /// AH: the due date, as the standard writes it or as people read it.
  func due(_ due: Due) -> String {
    house.habits.plainDates ? words.due(due) : SIPAnswer.date(due)
  }

  /// AF: what the machine shows.
  func addScreenMessage(_ text: String?, to answer: inout SIPAnswer) {
    guard let text, !text.isEmpty else { return }
    answer.add("AF", shown(text))
  }
}
