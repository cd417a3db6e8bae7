import LibraryCore
import LibraryStore
import SelfCheck
import Terminal

/// Lets self-check machines in and shows what they do, the newest first.
///
/// They are served on until they are switched off here or the program ends, whatever screen is shown.
final class SelfCheckScreen: Screen {
  let context = "selfCheck"
  let isOverlay = false
  private let workplace: Workplace
  private var events: [SelfCheckServer.Event] = []

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }
  private var line: SelfCheckLine? { workplace.selfCheck }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned: return watch()
    case .message:
      events = line?.events ?? []
      return []
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.selfCheckSwitch): return line == nil ? begin() : end()
    default: return []
    }
  }

  private func begin() -> [Effect] {
    let text = workplace.house?.settings[HouseSetting.selfCheck] ?? ""
    guard let plan = SelfCheckPlan(text) else { return workplace.bad(words.wrongPlan(text)) }
    do {
      workplace.selfCheck = try SelfCheckLine(
        plan, file: workplace.file, desk: workplace.desk, clock: workplace.clock)
    } catch let fault as SelfCheckFault {
      return workplace.bad(words.cannotListen(fault))
    } catch {
      return workplace.bad(words.storeFault(error))
    }
    return watch() + workplace.good(words.listening(plan.address, plan.port))
  }

  private func end() -> [Effect] {
    line?.server.close()
    workplace.selfCheck = nil
    events = []
    return workplace.good(
      words.say(vi: "Đã tắt phục vụ máy tự mượn trả", en: "Self-check machines are let in no more"))
  }

  /// Asks to be told of what machines do from now on.
  private func watch() -> [Effect] {
    guard let line else { return [] }
    events = line.events
    return [
      .longJob(name: "watch") { ticket in
        line.watch { ticket.report(true) }
        return true
      }
    ]
  }
}

extension SelfCheckScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "MÁY TỰ MƯỢN TRẢ", en: "SELF-CHECK MACHINES"), into: &surface)
    let key = workplace.keyMap.keys(for: .selfCheckSwitch, in: context).first?.label ?? ""
    let state =
      line.map { words.listening($0.plan.address, $0.server.port) }
      ?? words.say(
        vi: "Chưa phục vụ máy nào; \(key) để bật", en: "No machine is served; \(key) lets them in")
    surface.write(
      state, at: Point(row: 2, column: 2), role: line == nil ? .muted : .heading,
      width: surface.size.columns - 4)
    surface.write(
      words.say(
        vi: "Máy làm việc với quyền của tài khoản máy đăng nhập, hoặc của bạn.",
        en: "Machines have the rights of the account they sign in with, or yours."),
      at: Point(row: 3, column: 2), role: .muted, width: surface.size.columns - 4)
    for (place, event) in events.prefix(max(0, surface.size.rows - 6)).enumerated() {
      surface.write(
        words.selfCheckEvent(event), at: Point(row: 5 + place, column: 2), role: .text,
        width: surface.size.columns - 4)
    }
  }
}
