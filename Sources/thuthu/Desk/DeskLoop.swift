import LibraryCore
import LibraryStore
import Workstation

/// Answers one line after the other: one action in, one outcome out, in order.
struct DeskLoop {
  let desk: Desk
  let words: Wording

  /// What a line came to.
  struct Answer {
    var json: JSONValue
    var status: ExitStatus = .done
    /// Whether somebody may wait to hear that it is on disk.
    var isUrgent = true
  }

  /// Answers every line of standard input; the status is the worst thing that was wrong with a line or the machine.
  func run(_ output: Output) throws -> ExitStatus {
    var input = LineInput()
    var status = ExitStatus.done
    while let line = try input.next() {
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
      let answer = answer(line)
      output.line(answer.json)
      status = status.or(answer.status)
      if answer.isUrgent || !input.hasLine { output.flush() }
    }
    return status
  }

  func answer(_ line: ArraySlice<UInt8>) -> Answer {
    let members: [JSONReader.Member]
    do throws(JSONFault) {
      var reader = JSONReader(line)
      members = try reader.members()
    } catch {
      return Answer(json: fault(.json(error)).with("id", .null), status: .badInput)
    }
    let fields = ActionFields(members: members)
    var answer = answer(fields)
    if let id = fields.member("id") {
      answer.json = answer.json.with("id", .raw(Array(id.written)))
    }
    return answer
  }

  private func answer(_ fields: ActionFields) -> Answer {
    do {
      let name = try fields.text("do")
      guard let action = Action.all[name] else { throw ActionFault.unknownAction(name) }
      try action.check(fields)
      let desk = try self.desk(for: action, fields)
      let json = try desk.map { try action.answer($0, fields) }
      return Answer(
        json: json ?? .refused([.noPermission(.backdate)]),
        isUrgent: try !action.isReading && !fields.flag("dryRun"))
    } catch let fault as ActionFault {
      return Answer(json: self.fault(fault), status: .badInput)
    } catch let fault as StoreFault {
      return Answer(
        json: ["outcome": "error", "message": .text(words.storeFault(fault))], status: .machine)
    } catch {
      return Answer(
        json: ["outcome": "error", "message": .text(String(describing: error))], status: .machine)
    }
  }

  /// The desk at the stated moment; nil when the staff may not act at another moment than now.
  private func desk(for action: Action, _ fields: ActionFields) throws -> Desk? {
    guard let moment = try fields.optionalMoment("at") else { return desk }
    if !action.asksBackdate {
      let account = try desk.houseConfiguration().staff.first { $0.id == desk.staffID }
      guard account?.may(.backdate) == true else { return nil }
    }
    return desk.acting(at: moment)
  }

  private func fault(_ fault: ActionFault) -> JSONValue {
    var json: JSONValue = ["outcome": "error", "message": .text(words.actionFault(fault))]
    if let field = fault.field { json = json.adding(["field": .text(field)]) }
    guard case .badRules(let faults, _) = fault else { return json }
    return json.adding([
      "faults": .list(faults.map { JSONValue($0, words.ruleTableFault($0)) })
    ])
  }
}
