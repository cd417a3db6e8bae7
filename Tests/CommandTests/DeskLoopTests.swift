import Foundation
import Testing

@Suite("The desk in JSON Lines")
struct DeskLoopTests {
  @Test("each line is answered in order with its own id, whatever kind of value that is")
  func identifiers() throws {
    let run = try Commands().run(
      "desk",
      input: """
        {"id":1,"do":"return","item":"X"}
        {"id":"hai","do":"return","item":"X"}
        {"id":[3.50,null],"do":"return","item":"X"}

        {"do":"return","item":"X"}
        {"id":{"b":1,"a":2},"do":"return","item":"X"}
        """)
    #expect(run.status == 0)
    #expect(
      run.lines == [
        #"{"id":1,"outcome":"unknownItem","item":"X"}"#,
        #"{"id":"hai","outcome":"unknownItem","item":"X"}"#,
        #"{"id":[3.50,null],"outcome":"unknownItem","item":"X"}"#,
        #"{"outcome":"unknownItem","item":"X"}"#,
        #"{"id":{"b":1,"a":2},"outcome":"unknownItem","item":"X"}"#,
      ])
  }

  @Test("a byte order mark before the first line is no part of it, and no object has a key twice")
  func mark() throws {
    let commands = try Commands()
    let run = try commands.run(
      "desk", input: "\u{FEFF}{\"id\":1,\"do\":\"openCash\",\"drawer\":\"Q1\",\"float\":0}\n")
    #expect(run.status == 0 && run.lines[0].hasPrefix(#"{"id":1,"outcome":"saved""#))
    #expect(run.lines[0].split(separator: "\"shift\":").count == 2)
  }

  @Test("what cannot be understood is an error that names the field, and the loop goes on")
  func errors() throws {
    let commands = try Commands()
    let run = try commands.run(
      "desk",
      input: """
        {"id":1,"do":"return","item":"X","itme":"Y"}
        {"id":2,"do":"frob"}
        {"id":3,"do":"hold","patron":"A"}
        {"id":4,"do":"return"}
        {"id":5,"do":"return","item":7}
        {"id":6,"do":"return","item":"X","override":"vì"}
        {"id":7,"do":"pay","patron":"A","amount":5,"dryRun":"yes"}
        {"id":8,"do":"return","item":"X","at":"hôm qua"}
        {"id":9,"do":"return","item":"X","item":"Y"}
        {not json
        [1]
        {"id":12,"do":"show","kind":"tree","key":"1"}
        {"id":13,"do":"saveRecord","marc":{"a":1}}
        {"id":14,"do":"return","item":"X"}
        """)
    #expect(run.status == 3)
    let answers = try run.objects
    #expect(answers.count == 14)
    #expect(answers.dropLast().allSatisfy { $0["outcome"] as? String == "error" })
    #expect(answers.dropLast().allSatisfy { ($0["message"] as? String)?.isEmpty == false })
    #expect(
      answers.map { $0["field"] as? String } == [
        "itme", "do", "record", "item", "item", "override", "dryRun", "at", "item", nil, nil,
        "kind",
        "marc", nil,
      ])
    #expect(answers[9]["id"] is NSNull)
    #expect(answers[13]["outcome"] as? String == "unknownItem")
  }

  @Test("every action answers a dry run as if it were done, without numbers, and writes nothing")
  func dryRuns() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let record = try commands.copy("VV.1")
    _ = try commands.copy("VV.2")
    let log = try commands.run("log", "--json").output
    let answers = try commands.desk(
      #"{"do":"enrol","name":"Lê Thị Hoa","category":"ADULT","dryRun":true}"#,
      #"{"do":"pay","patron":"\#(card)","amount":5000,"dryRun":true}"#,
      #"{"do":"setRule","category":"ADULT","loanDays":5,"dryRun":true}"#,
      #"{"do":"setRule","category":"ADULT","loanDays":-5,"dryRun":true}"#,
      #"{"do":"setCalendar","weekdays":[1,2,3],"dryRun":true}"#,
      #"{"do":"addItem","record":\#(record),"series":"XX.","dryRun":true}"#,
      #"{"do":"checkoutAll","patron":"\#(card)","items":["VV.1","VV.2"],"dryRun":true}"#,
      #"{"do":"tally","kind":"visit","dryRun":true}"#, #"{"do":"undo","dryRun":true}"#,
      #"{"do":"search","words":"Sách","dryRun":true}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "enrolled", "paid", "saved", "refused", "saved", "added", "each", "tallied", "undone",
        "found",
      ])
    #expect(answers.allSatisfy { $0["op"] == nil || $0["op"] is NSNull })
    #expect(answers[0]["card"] is String && answers[0]["entity"] is NSNull)
    #expect(answers[1]["balance"] as? Int == -5000)
    #expect(answers[5]["barcode"] as? String == "XX.000001")
    let loans = try #require(answers[6]["loans"] as? [[String: Any]])
    #expect(loans.map { $0["outcome"] as? String } == ["lent", "lent"])
    #expect(loans.allSatisfy { $0["op"] is NSNull })
    #expect(try commands.run("log", "--json").output == log)
    #expect(try commands.run("check").status == 0)
  }

  @Test("a rule's row is taken away by its number, and a season that is not there is named as one")
  func removals() throws {
    let commands = try Commands()
    let saved = try commands.desk(
      #"{"do":"setRule","category":"ADULT","itemType":"BOOK","loanDays":5}"#)[0]
    let rule = try #require(saved["rule"] as? Int)
    let answers = try commands.desk(
      #"{"do":"setRule","rule":\#(rule)}"#, #"{"do":"setRule","rule":\#(rule),"remove":true}"#,
      #"{"do":"setRule","rule":\#(rule),"remove":true}"#, #"{"do":"removeSeason","season":99}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "error", "saved", "unknownRule", "unknownSeason",
      ])
  }

  @Test("a whole morning: enrol, catalogue, add, lend, show, search, undo")
  func morning() throws {
    let commands = try Commands()
    let answers = try commands.desk(
      #"{"do":"enrol","name":"Trần Thị Bình","born":"1990","category":"ADULT"}"#,
      #"{"do":"enrol","qr":"001090000001||Lê Văn Cường|02031990|Nam|Xã Tân Lập|01012022"}"#,
      #"{"do":"saveRecord","marc":{"leader":"00000nam a2200000 a 4500","fields":[{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Số đỏ"}]}}]}}"#
    )
    #expect(answers.map { $0["outcome"] as? String } == ["enrolled", "enrolled", "saved"])
    #expect(answers[1]["name"] as? String == "Lê Văn Cường")
    let card = try #require(answers[0]["card"] as? String)
    let record = try #require(answers[2]["record"] as? Int)
    let more = try commands.desk(
      #"{"do":"addItem","record":\#(record),"series":"VV.","price":45000}"#,
      #"{"do":"checkout","patron":"\#(card)","item":"VV.000001"}"#,
      #"{"do":"editPatron","patron":"\#(card)","phone":"0912 345 678","note":null}"#,
      #"{"do":"editItem","item":"VV.000001","location":"KD"}"#,
      #"{"do":"show","kind":"patron","key":"\#(card)"}"#,
      #"{"do":"search","words":"so do"}"#,
      #"{"do":"pay","patron":"\#(card)","amount":1000}"#,
      #"{"do":"setRule","category":"ADULT","loanDays":30}"#,
      #"{"do":"setCalendar","weekdays":[1,2,3,4,5]}"#,
      #"{"do":"setCalendar","day":"2026-09-02","open":false,"reason":"Quốc khánh"}"#,
      #"{"do":"undo"}"#)
    #expect(
      more.map { $0["outcome"] as? String } == [
        "added", "lent", "saved", "saved", "found", "found", "paid", "saved", "saved", "saved",
        "undone",
      ])
    #expect(more[0]["barcode"] as? String == "VV.000001")
    #expect(more[4]["loans"] as? Int == 1)
    #expect((more[5]["hits"] as? [[String: Any]])?.first?["title"] as? String == "Số đỏ")
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("two hundred scans in one write are two hundred outcomes in their order")
  func burst() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let record = try commands.record()
    #expect(try commands.run("rule", "set", "loansMaximum=1000").status == 0)
    let barcodes = (1...200).map { "B\($0)" }
    let adding = barcodes.map { #"{"do":"addItem","record":\#(record),"barcode":"\#($0)"}"# }
    let lending = barcodes.enumerated().map { index, barcode in
      #"{"id":\#(index),"do":"checkout","patron":"\#(card)","item":"\#(barcode)"}"#
    }
    _ = try commands.run("desk", input: adding.joined(separator: "\n"))
    let answers = try commands.run("desk", input: lending.joined(separator: "\n")).objects
    #expect(answers.compactMap { $0["id"] as? Int } == Array(0..<200))
    #expect(answers.allSatisfy { $0["outcome"] as? String == "lent" })
    let ops = answers.compactMap { $0["op"] as? Int }
    #expect(ops == ops.sorted() && Set(ops).count == 200)
  }

  @Test("random lines never stop the loop", arguments: [1, 2, 3])
  func random(seed: UInt64) throws {
    let commands = try Commands()
    var random = SeededRandom(seed)
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u12", "do", "return", "item", "1e5", "-0", "nul",
      "true", " ", "\u{1}", "ế", "\"do\":\"return\"",
    ]
    var input = Data()
    for _ in 0..<200 {
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        input += Data((pieces.randomElement(using: &random) ?? "").utf8)
      }
      if Bool.random(using: &random) { input.append(UInt8.random(in: 128...255, using: &random)) }
      input.append(0x0A)
    }
    input += Data(#"{"id":"last","do":"return","item":"X"}"#.utf8)
    let run = try commands.run(["desk"], input: input)
    #expect(run.lines.last == #"{"id":"last","outcome":"unknownItem","item":"X"}"#)
    #expect(run.status == 3)
  }

  @Test("a line may ask why, what happened and what applies")
  func questions() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("VV.1")
    _ = try commands.run("checkout", "--patron", card, "VV.1")
    let answers = try commands.desk(
      #"{"do":"explainCheckout","patron":"\#(card)","item":"VV.1"}"#,
      #"{"do":"explainCheckout","patron":"NOBODY","item":"VV.1"}"#,
      #"{"do":"explainFine","item":"VV.1"}"#, #"{"do":"explainHold","hold":9}"#,
      #"{"do":"history","item":"VV.1"}"#, #"{"do":"history","patron":"\#(card)"}"#,
      #"{"do":"history"}"#, #"{"do":"account","patron":"\#(card)"}"#, #"{"do":"diary"}"#,
      #"{"do":"effectiveRules","category":"CHILD","itemType":"LUNG"}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "explained", "unknownPatron", "explained", "unknownHold", "found", "found", "found",
        "found", "found", "found",
      ])
    for place in [4, 5, 6] { #expect((answers[place]["entries"] as? [Any])?.isEmpty == false) }
    let days = try #require(answers[8]["days"] as? [[String: Any]])
    #expect((days.last?["lent"] as? [String: Any])?["all"] as? Int == 1)
    let rules = try #require(answers[9]["rules"] as? [[String: Any]])
    #expect(rules.first { $0["parameter"] as? String == "loanDays" }?["value"] as? Int == 7)
    #expect((answers[9]["notices"] as? [Any])?.count == 1)
  }
}

/// Random numbers that come again with the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
