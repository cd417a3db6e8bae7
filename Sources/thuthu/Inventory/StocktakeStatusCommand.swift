import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Shows how stocktakes stand.
struct StocktakeStatusCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: .say(
      vi: "Tình hình một đợt kiểm kê, hoặc mọi đợt.", en: "How a stocktake stands, or all of them.")
  )

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("id", vi: "Số đợt kiểm kê.", en: "The stocktake."))
  var stocktake: EntityID?

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let stocktake else {
      for known in try session.desk.stocktakes() {
        session.answer(JSONValue(known), session.words.stocktake(known))
      }
      return .done
    }
    guard let known = try session.desk.status(of: stocktake) else {
      session.answer(
        .unknown("stocktake", stocktake.description),
        session.words.lines(.unknown(stocktake.description), ""))
      return .refused
    }
    session.answer(JSONValue(known), session.words.card(known))
    return .done
  }
}

extension JSONValue {
  init(_ stocktake: Stocktake) {
    let counts = stocktake.counts
    let seen = Finding.allCases.map {
      Member(key: $0.rawValue, value: .count(counts[$0]))
    }
    self = [
      "stocktake": .entity(stocktake.id), "name": .text(stocktake.scope.name),
      "location": .optional(stocktake.scope.location),
      "from": .optional(stocktake.scope.fromCallNumber),
      "to": .optional(stocktake.scope.toCallNumber), "openedAt": .moment(stocktake.openedAt),
      "closedAt": .optional(stocktake.closedAt?.iso), "expected": .count(counts.expected),
      "expectedOnLoan": .count(counts.onLoan), "found": .count(counts.found),
      "missing": .count(counts.missing), "seen": .object(seen),
    ]
  }
}

extension Wording {
  func stocktake(_ stocktake: Stocktake) -> String {
    let counts = stocktake.counts
    let state =
      stocktake.closedAt.map { say(vi: "đóng \(moment($0))", en: "closed \(moment($0))") }
      ?? say(vi: "đang mở", en: "open")
    return
      "\(stocktake.id)  \(stocktake.scope.name)  \(state): "
      + say(
        vi: "thấy \(counts.found)/\(counts.expected), thiếu \(counts.missing)",
        en: "found \(counts.found) of \(counts.expected), missing \(counts.missing)")
  }

  func card(_ stocktake: Stocktake) -> [String] {
    let scope = stocktake.scope
    let counts = stocktake.counts
    let range = [scope.fromCallNumber, scope.toCallNumber].compactMap { $0 }
    return labelled(
      [
        (say(vi: "Đợt kiểm kê", en: "Stocktake"), "\(stocktake.id): \(scope.name)"),
        (fieldName("location"), scope.location ?? ""),
        (fieldName("callNumber"), range.joined(separator: " – ")),
        (say(vi: "Mở lúc", en: "Opened"), moment(stocktake.openedAt)),
        (say(vi: "Đóng lúc", en: "Closed"), stocktake.closedAt.map { moment($0) } ?? ""),
        (say(vi: "Theo sổ", en: "On the books"), "\(counts.expected)"),
        (say(vi: "Trong đó đang mượn", en: "On loan of these"), "\(counts.onLoan)"),
        (say(vi: "Đã thấy", en: "Found"), "\(counts.found)"),
        (say(vi: "Còn thiếu", en: "Missing"), "\(counts.missing)"),
      ]
        + Finding.allCases.compactMap { finding in
          counts[finding] > 0 ? (self.finding(finding), "\(counts[finding])") : nil
        })
  }
}
