import Foundation
import Testing

/// Whatever is done at the desk can be done by a line of `thuthu desk`: a command without an action is found here.
@Suite("The actions of the desk are whole")
struct DeskContractTests {
  /// The groups of commands that are no work of the desk.
  private static let otherWork = [
    "record": "cataloguing",
    "item": "cataloguing; copies are added and edited by addItem, editItem, fastAdd",
    "authority": "cataloguing", "shelfmark": "cataloguing", "class": "cataloguing",
    "import": "files of records", "export": "files of records", "convert": "files of records",
    "marc": "files of records", "map": "files of records", "pack": "files of records",
    "remote": "catalogues of others", "target": "catalogues of others",
    "stocktake": "inventory; the shelf is scanned by scanShelf", "keys": "the terminal",
    "theme": "the terminal", "terminal": "the terminal", "text": "needs no library",
  ]

  /// Commands of the desk's own work that no action does, and why.
  private static let exceptions = [
    "init": "there is no desk before there is a library",
    "check": "looks at the file, not from the desk, and may take long",
    "desk": "is where the actions are asked for",
    "sip2": "is a server that runs until it is stopped",
    "slip test": "tries a printer that somebody stands before",
    "staff add": "accounts and passwords are given by a person, never in a line of a script",
    "staff edit": "accounts and passwords are given by a person, never in a line of a script",
    "staff password": "accounts and passwords are given by a person, never in a line of a script",
  ]

  /// What does a command's work where its name does not say it.
  private static let actions: [String: [String]] = [
    "history item": ["history"], "history patron": ["history"], "history day": ["history"],
    "undo": ["undo", "undoVisit"], "staff list": ["staff"],
    "rule list": ["rules"], "rule effective": ["effectiveRules"], "rule set": ["setRule"],
    "rule remove": ["removeRule"], "rule export": ["exportRules"], "rule import": ["importRules"],
    "rule reapply": ["reapplyRules"], "calendar list": ["calendar"],
    "calendar set": ["setCalendar"], "calendar hours": ["setOpeningHours"],
    "calendar season save": ["saveSeason"], "calendar season remove": ["removeSeason"],
    "calendar holidays": ["calendar", "setHolidays"], "calendar close-days": ["closeDays"],
    "term list": ["terms"], "term set": ["saveTerm"], "term remove": ["removeTerm"],
    "setting list": ["settings"], "setting set": ["setSetting"],
    "checkout": ["checkout", "checkoutAll"], "return": ["return", "returnAll"],
    "renew": ["renew", "renewAll"], "hold place": ["hold"], "hold list": ["holds"],
    "hold pull": ["pullList"], "hold shelf": ["holdShelf"], "hold edit": ["editHold"],
    "hold cancel": ["cancelHold"], "hold clear": ["clearHolds"], "account show": ["account"],
    "account charge": ["charge"], "account waive": ["waive"], "account refund": ["refund"],
    "account deposit": ["takeDeposit", "returnDeposit", "useDeposit"],
    "account void": ["voidEntry"], "account receipt": ["receipt"], "cash open": ["openCash"],
    "cash move": ["moveCash"], "cash close": ["closeCash"], "cash list": ["shifts"],
    "cash show": ["shift"], "loss declare": ["declareLost"], "loss claim": ["claim"],
    "loss believe": ["believeClaim"], "loss damage": ["reportDamage"],
    "loss replace": ["replaceLost"], "loss overdue": ["overdues", "markOverdues"],
    "box list": ["boxes"], "box show": ["box"], "box pack": ["packBox"],
    "explain renew": ["explainRenewal"], "koc import": ["takeKoc"], "koc export": ["koc"],
    "slip visit": ["slips"],
    "slip hold": ["slips"], "slip transfer": ["slips"], "slip box": ["slips"],
    "slip receipt": ["slips"], "slip template list": ["slipTemplates"],
    "slip template show": ["slipTemplate"], "slip template set": ["setSlipTemplate"],
    "slip template reset": ["setSlipTemplate"],
    "notice overdue": reminding, "notice due-soon": reminding, "notice hold": reminding,
    "notice lost": reminding, "patron add": ["enrol"], "patron edit": ["editPatron"],
    "patron list": ["patrons"], "patron search": ["patrons"],
    "patron import": ["importPatrons"], "patron details": ["patronDetails"],
    "patron card replace": ["replaceCard"], "patron card add": ["addCard"],
    "patron card retire": ["retireCard"], "patron remark restrict": ["restrict"],
    "patron remark message": ["leaveMessage"], "patron remark lift": ["liftRemark"],
    "patron remark read": ["readRemark"],
    "patron renew": ["renewMembership", "renewMemberships"], "patron expiring": ["expiring"],
    "patron promote": ["promoteClasses"], "patron merge": ["mergePatrons"],
    "patron twins": ["twins"],
  ]
  private static let reminding = ["reminders", "reminderPaper", "recordReminders"]

  @Test("every command of the desk's work has its action, or a reason why there is none")
  func coverage() throws {
    let known = Set(try actions().keys)
    let commands = try CommandTree.leaves().map(\.path)
    for command in commands where DeskContractTests.otherWork[first(command)] == nil {
      let wanted = DeskContractTests.actions[command] ?? [camelCase(command)]
      if DeskContractTests.exceptions[command] == nil {
        for action in wanted { #expect(known.contains(action), "\(command): no action \(action)") }
      } else {
        let isExcepted = !wanted.contains(where: known.contains)
        #expect(isExcepted, "\(command) has its action and needs no reason")
      }
    }
    let groups = Set(commands.map(first))
    let told =
      DeskContractTests.otherWork.keys.filter { !groups.contains($0) }
      + (Array(DeskContractTests.exceptions.keys) + DeskContractTests.actions.keys)
      .filter { !commands.contains($0) }
    #expect(told.isEmpty, "there is no command \(told)")
  }

  @Test("the manual names every action with its fields, and no other")
  func manual() throws {
    let parameters = try #require(
      try Commands().desk(#"{"do":"rules"}"#)[0]["builtIn"] as? [[String: Any]]
    ).compactMap { $0["parameter"] as? String }
    let told = try CommandTree.manualActions()
    let actions = try actions()
    for (name, fields) in actions {
      let fields = name == "setRule" ? fields.subtracting(parameters) : fields
      #expect(told[name] == fields, "\(name)")
    }
    #expect(Set(told.keys) == Set(actions.keys))
  }

  @Test("a field that is missing, of another kind or unknown is named, whatever the action")
  func faults() throws {
    let wrong: [(line: String, field: String)] = [
      (#""removeRule""#, "rule"), (#""exportRules","form":1"#, "form"),
      (#""importRules","csv":5"#, "csv"), (#""rules","x":1"#, "x"),
      (#""shifts","from":"hôm qua""#, "from"), (#""shift","shift":"x""#, "shift"),
      (#""receipt""#, "op"), (#""overdues","loans":{}"#, "loans"),
      (#""takeKoc""#, "koc"), (#""takeKoc","koc":"","again":"có""#, "again"),
      (#""koc","to":3"#, "to"), (#""importPatrons","csv":[]"#, "csv"),
      (#""importPatrons","csv":"a","map":[1]"#, "map"), (#""twins""#, "patron"),
      (#""expiring","within":-1"#, "within"), (#""expiring","days":5"#, "days"),
      (#""calendar","year":1800"#, "year"), (#""calendar","beforeTet":3"#, "beforeTet"),
      (#""calendar","nationalDay":"giữa""#, "nationalDay"),
      (#""setHolidays","withoutCultureDay":1"#, "withoutCultureDay"),
      (#""setOpeningHours","sessions":"7h-11h""#, "weekdays"),
      (#""setOpeningHours","weekdays":[8],"sessions":"7h-11h""#, "weekdays"),
      (#""setOpeningHours","weekdays":[],"sessions":"7h-11h""#, "weekdays"),
      (#""setOpeningHours","weekdays":[1]"#, "sessions"), (#""terms","kind":"x""#, "kind"),
      (#""saveTerm","kind":"location","code":"K""#, "name"),
      (#""removeTerm","code":"K""#, "kind"), (#""setSetting","value":"x""#, "name"),
      (#""setSetting","name":"screen.colour","value":"red""#, "name"),
      (#""setSetting","name":"screen.theme","value":"none""#, "value"),
      (#""setSetting","name":"screen.theme","value":true"#, "value"),
      (#""log","limit":-1"#, "limit"), (#""log","since":"x""#, "since"),
      (#""slipTemplate""#, "template"), (#""slipTemplate","template":"x""#, "template"),
      (#""setSlipTemplate","template":"payment","text":1"#, "text"),
      (#""slips","box":1,"item":"A""#, "item"), (#""reminderPaper","kind":"x""#, "kind"),
      (#""reminderPaper","kind":"overdue","paper":"x""#, "paper"), (#""staff","x":1"#, "x"),
      (#""settings","x":1"#, "x"), (#""slipTemplates","x":1"#, "x"), (#""actions","x":1"#, "x"),
    ]
    let input = wrong.map { #"{"do":\#($0.line)}"# }.joined(separator: "\n")
    let run = try Commands().run("desk", input: input)
    #expect(run.status == 3)
    for (line, answer) in zip(wrong, try run.objects) {
      #expect(answer["outcome"] as? String == "error", "\(line.line)")
      #expect(answer["field"] as? String == line.field, "\(line.line)")
      #expect((answer["message"] as? String)?.isEmpty == false, "\(line.line)")
    }
  }

  private func actions() throws -> [String: Set<String>] {
    let answer = try Commands().desk(#"{"do":"actions"}"#)[0]
    let actions = try #require(answer["actions"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: try actions.map {
        (try #require($0["do"] as? String), Set(try #require($0["fields"] as? [String])))
      })
  }

  private func first(_ command: String) -> String {
    String(command.prefix { $0 != " " })
  }

  /// `explain fine` is done by `explainFine`.
  private func camelCase(_ command: String) -> String {
    let words = command.split(whereSeparator: { " -".contains($0) })
    return words.dropFirst().reduce(String(words[0])) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}
