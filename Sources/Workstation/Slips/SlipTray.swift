import LibraryCore
import LibraryStore
import Terminal

/// The slips that were sent to the printer from this desk, and what became of them.
///
/// Lives on the main thread; a printer that is off holds up nothing but its own worker.
final class SlipTray {
  /// What a worker tells of one sending.
  struct Answer: Sendable {
    var fault: SlipDelivery.Fault?
  }

  private(set) var last: [Slip] = []
  /// The fault that was told already; told again only after something else happened.
  private var told: SlipDelivery.Fault?

  /// Keeps the slips for reprinting before anything can go wrong with them.
  func keep(_ slips: [Slip]) { if !slips.isEmpty { last = slips } }

  /// Whether the person has to hear of it.
  func isNews(_ fault: SlipDelivery.Fault?) -> Bool {
    defer { told = fault }
    return fault != nil && fault != told
  }

  /// Asked for by hand: then every answer counts.
  func forget() { told = nil }
}

extension Workplace {
  /// Sends slips to the printer on a worker thread.
  ///
  /// Somebody who pressed a key hears each time what became of it; a slip that comes by itself complains once.
  func printSlips(_ slips: [Slip], asked: Bool = true) -> [Effect] {
    guard !slips.isEmpty else {
      return asked
        ? bad(wording.say(vi: "Chưa có gì để in phiếu", en: "There is nothing to print a slip of"))
        : []
    }
    slipTray.keep(slips)
    if asked { slipTray.forget() }
    let settings = house?.slipSettings ?? SlipSettings()
    return [
      .job(name: "slips") {
        for slip in slips {
          if let fault = SlipDelivery.send(slip.text, settings) {
            return SlipTray.Answer(fault: fault)
          }
        }
        return SlipTray.Answer(fault: nil)
      }
    ]
  }

  /// What to say of an answer from the printer.
  func took(_ answer: SlipTray.Answer) -> [Effect] {
    guard slipTray.isNews(answer.fault), let fault = answer.fault else { return [] }
    return [
      .bell,
      .status(
        wording.slipDeliveryFault(fault)
          + wording.say(vi: " – phiếu được giữ để in lại", en: " – the slip is kept for reprinting"),
        .statusWarning),
    ]
  }

  func reprintSlips() -> [Effect] { printSlips(slipTray.last) }
}

extension Wording {
  public func slipDeliveryFault(_ fault: SlipDelivery.Fault) -> String {
    switch fault {
    case .noPrinter:
      say(
        vi: "Chưa chọn máy in phiếu (Thư viện → In phiếu)",
        en: "No slip printer is chosen (House → Slip printing)")
    case .noPrintingSystem:
      say(
        vi: "Không có lệnh lp: máy này chưa cài hệ thống in (CUPS)",
        en: "There is no lp command: this machine has no printing system (CUPS)")
    case .refused(let said):
      say(vi: "Hệ thống in không nhận: \(said)", en: "The printing system refused: \(said)")
    case .outOfReach(let printer):
      say(
        vi: "Máy in \(printer) tắt hoặc không tới được",
        en: "The printer \(printer) is off or out of reach")
    case .noFont: say(vi: "Thiếu phông chữ để in", en: "The font for printing is missing")
    }
  }
}
