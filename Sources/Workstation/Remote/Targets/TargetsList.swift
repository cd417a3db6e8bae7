import LibraryCore
import LibraryStore
import RemoteCatalogues
import Terminal

/// The catalogues of others: which are asked, where they are, and whether they answer.
struct TargetsList: HouseList {
  let context = "targets"
  let permission = Permission.manageRules
  private var entries: [TargetTable.Entry] = []
  private var faults: [TargetTable.Faulty] = []

  var count: Int { entries.count }

  func title(_ words: Wording) -> String {
    words.say(vi: "MỤC LỤC CỦA NƠI KHÁC", en: "CATALOGUES OF OTHERS")
  }

  /// The first line of a target that could not be read: its target is left out, so this says why.
  func lead(_ words: Wording) -> String? {
    faults.first.map { fault in
      let more = faults.count > 1 ? " (+\(faults.count - 1))" : ""
      return
        "\(fault.place):\(fault.problem.line): \(words.targetProblem(fault.problem.kind))\(more)"
    }
  }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Hỏi", en: "Asked"), width: .fixed(6)),
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Địa chỉ", en: "Address"), width: .flexible(share: 4)),
      TableColumn(words.say(vi: "Từ đâu", en: "From"), width: .fixed(13)),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    let entry = entries[index]
    let isAsked =
      entry.target.isOn ? words.say(vi: "có", en: "yes") : words.say(vi: "không", en: "no")
    return TableRow([
      isAsked, entry.target.name, entry.target.address.text, words.targetOrigin(entry.origin),
    ])
  }

  mutating func read(_ workplace: Workplace) {
    let table = TargetTable(
      workplace.appearance.places, settings: workplace.house?.settings ?? [:])
    entries = table.entries
    faults = table.faults
  }

  func formToAdd(_ workplace: Workplace) -> any Screen { TargetForm.screen(workplace, nil) }

  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    TargetForm.screen(workplace, entries[index].target)
  }

  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? {
    guard entries.indices.contains(index) else { return nil }
    let target = entries[index].target
    return HouseRemoval(name: "\(target.code) – \(target.name)") {
      try workplace.desk.removeTarget(target.code, workplace.appearance.places)
    }
  }

  mutating func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    let all = entries.map(\.target)
    switch command {
    case .targetsCheckAll:
      return all.isEmpty
        ? [.bell] : [.push(TargetCheckScreen(workplace: workplace, targets: all))]
    case .targetsCheck, .targetsSwitch:
      guard let index, all.indices.contains(index) else { return [.bell] }
      return command == .targetsCheck
        ? [.push(TargetCheckScreen(workplace: workplace, targets: [all[index]]))]
        : turn(all[index], workplace)
    default: return nil
    }
  }

  private func turn(_ target: RemoteTarget, _ workplace: Workplace) -> [Effect] {
    var target = target
    target.isOn.toggle()
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.saveTarget(target) })
    else {
      return effects
    }
    let words = workplace.wording
    return effects
      + workplace.told(
        outcome,
        saved: target.isOn
          ? words.say(vi: "Từ nay hỏi \(target.name)", en: "\(target.name) is asked from now on")
          : words.say(vi: "Từ nay thôi hỏi \(target.name)", en: "\(target.name) is asked no more"))
  }
}
