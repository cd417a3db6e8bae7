import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The pairs of records that may be one, found key by key by a worker while a person works through them.
final class DuplicatesScreen: Screen {
  private struct Found: Sendable {
    let pairs: Result<[DuplicatePair], any Error>
    let walk: DuplicateWalk
  }

  private struct Looked: Sendable {
    let keys: Int
  }

  private static let pairsAtOnce = 200

  let context = "duplicates"
  let workplace: Workplace
  private(set) var pairs: [DuplicatePair] = []
  private var walk = DuplicateWalk()
  private var isLooking = false
  private var keysLooked = 0
  private var table = Table(columns: [])
  /// What was said here, newest last, with the pair as it was.
  private var said: [(op: OpID, pair: DuplicatePair, place: Int)] = []

  init(workplace: Workplace) { self.workplace = workplace }

  var words: Wording { workplace.wording }
  var selected: DuplicatePair? { table.selected.map { pairs[$0] } }

  func disabledReason(for command: CommandID) -> String? {
    if [.duplicateMerge, .duplicateSame, .duplicateDifferent].contains(command), pairs.isEmpty {
      return words.say(vi: "Không có cặp nào", en: "There is no pair")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return pairs.isEmpty && !walk.isAtEnd ? look() : []
    case .returned(let value): return refresh(merged: value as? RecordsMerged)
    case .message(let found as Found): return take(found)
    case .message(let looked as Looked):
      keysLooked = looked.keys
      return []
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.duplicateMerge): return merge()
    case .command(.duplicateSame): return judge(.same)
    case .command(.duplicateDifferent): return judge(.different)
    case .command(.undo): return undo()
    default: break
    }
    switch table.update(event) {
    case .opened(let row): return compare(pairs[row])
    case .moved: return isNearEnd ? look() : []
    case .ignored: return []
    }
  }

  func drawList(into surface: inout Surface, in rect: Rect) {
    table.columns = [
      TableColumn(words.say(vi: "Điểm", en: "Score"), width: .fixed(5), alignment: .trailing),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Tác giả", en: "Author"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Năm", en: "Year"), width: .fixed(9)),
      TableColumn(words.say(vi: "Số", en: "No."), width: .fixed(15), alignment: .trailing),
    ]
    table.emptyText =
      walk.isAtEnd
      ? words.say(vi: "Không có biểu ghi nào nghi trùng", en: "No duplicates are suspected") : ""
    table.draw(into: &surface, in: rect) { range in range.map { row(pairs[$0]) } }
  }

  private func row(_ pair: DuplicatePair) -> TableRow {
    let (one, other) = (pair.first, pair.second)
    let years = Set([one.brief.year, other.brief.year].compactMap { $0 }).sorted()
    return TableRow([
      (pair.verdict == nil ? "" : "=") + String(pair.judgement.score), one.brief.title,
      one.brief.author ?? other.brief.author ?? "", years.joined(separator: ","),
      "\(one.id) – \(other.id)",
    ])
  }

  /// How far the search is.
  var state: String {
    let count = words.say(vi: "\(pairs.count) cặp", en: counted(pairs.count, "pair"))
    if walk.isAtEnd { return count }
    return isLooking
      ? words.say(
        vi: "\(count), đang tìm: đã xem \(keysLooked) khoá…",
        en: "\(count), searching: \(counted(keysLooked, "key")) so far…")
      : words.say(vi: "\(count), xuống cuối để tìm tiếp", en: "\(count), more at the end")
  }

  // MARK: - Looking

  private var isNearEnd: Bool { (table.selected ?? 0) + 50 > pairs.count }

  private func look() -> [Effect] {
    guard !isLooking, !walk.isAtEnd else { return [] }
    isLooking = true
    let (desk, begun) = (workplace.desk, walk)
    return [
      .longJob(name: "duplicates") { ticket in
        var walk = begun
        let pairs = Result {
          try desk.duplicatePairs(&walk, limit: DuplicatesScreen.pairsAtOnce) { keys in
            ticket.report(Looked(keys: keys))
            return !ticket.isStale
          }
        }
        return Found(pairs: pairs, walk: walk)
      }
    ]
  }

  private func take(_ found: Found) -> [Effect] {
    isLooking = false
    walk = found.walk
    switch found.pairs {
    case .success(let more):
      pairs += more
      table.setCount(pairs.count)
      return isNearEnd ? look() : []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  /// Drops the pairs of a record that was merged into another one; its other pairs are found again as pairs of that one.
  private func refresh(merged: RecordsMerged?) -> [Effect] {
    guard let merged, let pair = selected, let place = table.selected else { return [] }
    let gone = pair.first.id == merged.into ? pair.second.id : pair.first.id
    said.append((merged.op, pair, place))
    pairs.removeAll { $0.first.id == gone || $0.second.id == gone }
    table.setCount(pairs.count)
    return look()
  }

  // MARK: - Judging

  private func judge(_ verdict: DuplicateVerdict) -> [Effect] {
    guard let pair = selected, let place = table.selected else { return [.bell] }
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.judgeDuplicates(pair.first.id, pair.second.id, verdict)
    }
    guard let outcome else { return effects }
    if case .saved(_, let op) = outcome {
      said.append((op, pair, place))
      if verdict == .different {
        pairs.remove(at: place)
      } else {
        pairs[place].first.verdict = verdict
        pairs[place].second.verdict = verdict
      }
      table.setCount(pairs.count)
    }
    return effects + workplace.told(outcome, saved: words.duplicateVerdict(verdict)) + look()
  }

  /// Takes back what was said last, and shows the pair where it stood.
  private func undo() -> [Effect] {
    guard let last = said.last else { return [.bell] }
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo(last.op) }) else {
      return effects
    }
    if case .undone = outcome {
      said.removeLast()
      if last.place < pairs.count, pairs[last.place].first.id == last.pair.first.id,
        pairs[last.place].second.id == last.pair.second.id
      {
        pairs[last.place] = last.pair
      } else {
        pairs.insert(last.pair, at: min(last.place, pairs.count))
      }
      table.setCount(pairs.count)
      table.select(last.place)
    }
    return effects + workplace.told(outcome)
  }

  /// Merges the pair, the record with more copies staying unless a person swaps them.
  private func merge() -> [Effect] {
    guard let pair = selected else { return [.bell] }
    let isSecond = pair.second.copies > pair.first.copies
    let (keeper, other) =
      isSecond ? (pair.second.id, pair.first.id) : (pair.first.id, pair.second.id)
    var effects: [Effect] = []
    let screen = workplace.attempt(&effects) {
      try MergeScreen.open(workplace, keeping: keeper, other)
    }
    guard let found = screen else { return effects }
    guard let found else {
      pairs.remove(at: table.selected ?? 0)
      table.setCount(pairs.count)
      return effects
        + workplace.bad(words.say(vi: "Biểu ghi không còn nữa", en: "The record is gone"))
    }
    return effects + [.push(found)]
  }

  /// Both records field by field.
  private func compare(_ pair: DuplicatePair) -> [Effect] {
    var effects: [Effect] = []
    let read = workplace.attempt(&effects) {
      (try workplace.desk.record(pair.first.id), try workplace.desk.record(pair.second.id))
    }
    guard let one = read?.0, let other = read?.1 else { return effects + [.bell] }
    let lines =
      [
        StyledText("- " + words.briefLine(pair.first), role: .differenceRemoved),
        StyledText("+ " + words.briefLine(pair.second), role: .differenceAdded),
        StyledText(words.duplicateReasons(pair.judgement), role: .muted), StyledText(""),
      ] + DifferencePage.paragraphs(RecordDifference(from: one.record, to: other.record), words)
    return effects + [
      .push(
        TextScreen(
          workplace: workplace, title: words.say(vi: "SO HAI BIỂU GHI", en: "TWO RECORDS"),
          paragraphs: lines))
    ]
  }
}
