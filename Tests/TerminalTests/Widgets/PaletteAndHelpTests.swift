import Terminal
import Testing

struct PaletteAndHelpTests {
  private let registry = sampleRegistry()
  private let keys = shippedKeys()

  private func palette(disabled: [CommandID: String] = [:]) -> CommandPalette {
    CommandPalette(
      registry: registry, keys: keys, context: "desk", language: .vietnamese,
      fold: withoutTones, disabledReason: { disabled[$0] })
  }

  private func found(_ text: String) -> [String] {
    var palette = palette()
    _ = palette.update(.input(.text(text)))
    return palette.found.map(\.name)
  }

  @Test("commands are found in both languages, with tones or without")
  func searching() {
    #expect(found("muon").first == "desk.lend")
    #expect(found("mượn").first == "desk.lend")
    #expect(found("lend").first == "desk.lend")
    #expect(found("nhan tra").first == "desk.returned")
    #expect(found("tbb").first == "desk.returned")  // Take a Book Back
    #expect(found("vl").first == "app.redraw")  // Vẽ Lại
    #expect(found("quit").first == "app.quit")
    #expect(found("xyzzy").isEmpty)
    #expect(!found("").contains("field.left"))
  }

  @Test("letters at word starts and next to each other come first")
  func ranking() {
    #expect(found("xoa").first == "desk.erase")
    #expect(found("tro").first == "app.help")
  }

  @Test("Enter runs what is selected")
  func running() {
    var palette = palette()
    _ = palette.update(.input(.text("thoat")))
    #expect(palette.update(.command(.listOpen)) == .run(.quit))
    _ = palette.update(.input(.text("zzz")))
    #expect(palette.update(.command(.listOpen)) == .refused("Không có lệnh nào như vậy"))
  }

  @Test("a command that cannot run says why, a dangerous one wants more than Enter")
  func refusing() {
    var disabled = palette(disabled: [.quit: "Còn sách chưa ghi"])
    _ = disabled.update(.input(.text("thoat")))
    #expect(disabled.update(.command(.dialogYes)) == .refused("Còn sách chưa ghi"))
    var dangerous = palette()
    _ = dangerous.update(.input(.text("xoa het")))
    #expect(
      dangerous.update(.command(.listOpen))
        == .refused("Lệnh này không chạy bằng Enter, hãy bấm F9"))
    #expect(dangerous.update(.command(.dialogYes)) == .run(CommandID("desk.erase")))
  }

  @Test("the palette shows names, keys and why a command cannot run")
  func drawing() {
    var palette = palette(disabled: [.quit: "Còn sách chưa ghi"])
    _ = palette.update(.input(.text("thoat")))
    var surface = Surface(size: Size(rows: 6, columns: 50), drawsPlainLines: true)
    palette.draw(into: &surface)
    #expect(
      surface.lines == [
        "+------------------------------------------------+",
        "| thoat                                          |",
        "| Thoát      Rời chương trình               F10  |",
        "|                                                |",
        "| Còn sách chưa ghi                              |",
        "+------------------------------------------------+",
      ])
  }

  @Test("help lists this place first, then its parents, in either language")
  func help() {
    func lines(_ language: Language) -> [String] {
      HelpScreen.text(registry: registry, keys: keys, context: "desk", language: language)
        .map { $0.spans.map(\.text).joined() }
    }
    let vietnamese = lines(.vietnamese)
    #expect(
      Array(vietnamese.prefix(3)) == [
        "Quầy", "  " + pad("") + "Cho mượn", "  " + pad("") + "Nhận trả",
      ])
    #expect(vietnamese.contains("Trên dòng nhập"))
    #expect(vietnamese.contains("  " + pad("Enter") + "Nhận dòng đã gõ"))
    #expect(lines(.english).contains("  " + pad("Esc, Ctrl+G") + "Give up and go back"))
    let headings = ["Quầy", "Trên dòng nhập", "Trong ô nhập", "Trong danh sách", "Ở mọi nơi"]
    #expect(vietnamese.filter { headings.contains($0) } == headings)
  }

  private func pad(_ keys: String) -> String {
    keys + String(repeating: " ", count: 20 - keys.count)
  }

  @Test("in the running program the palette runs a command below, and scans wait for help to close")
  func throughTheDriver() {
    let desk = RecordingScreen()
    let (registry, keys) = (registry, keys)
    let driver = ScreenDriver(
      desk,
      settings: ScreenSettings(
        keys: keys,
        chrome: StatusAndKeys(
          registry: registry, keys: keys, language: .vietnamese, trailing: { "Quầy 1" }),
        handleForAll: { command, screen in
          switch command {
          case .palette:
            let palette = CommandPalette(
              registry: registry, keys: keys, context: screen.context, language: .vietnamese,
              fold: withoutTones, disabledReason: screen.disabledReason(for:))
            return [.push(PaletteScreen(palette))]
          case .help where !(screen is HelpScreen):
            let help = HelpScreen(
              registry: registry, keys: keys, context: screen.context, language: .vietnamese)
            return [.push(help)]
          default: return nil
          }
        }))
    #expect(driver.lines[22].hasSuffix("Quầy 1"))
    #expect(driver.lines[23].hasPrefix("F1 Trợ giúp"))
    driver.press(.control("p"))
    driver.type("cho muon")
    driver.press(Key(.enter))
    #expect(desk.events == ["command desk.lend"])
    driver.press(.function(1))
    #expect(driver.lines[0] == " Trợ giúp · Quầy")
    driver.burst(["B1", "B2"])
    driver.press(Key(.pageDown), Key(.escape))
    #expect(desk.events == ["command desk.lend", "scan B1", "scan B2"])
  }
}

/// Stands for the folding of the text floor, as far as these tests need it.
private func withoutTones(_ text: String) -> String {
  let plain = [
    "a": "áàảãạăắằẳẵặâấầẩẫậ", "e": "éèẻẽẹêếềểễệ", "i": "íìỉĩị", "o": "óòỏõọôốồổỗộơớờởỡợ",
    "u": "úùủũụưứừửữự", "y": "ýỳỷỹỵ", "d": "đ",
  ]
  return String(
    text.lowercased().map { letter in
      plain.first { $0.value.contains(letter) }?.key.first ?? letter
    })
}

private final class RecordingScreen: Screen {
  let context = "desk"
  var events: [String] = []

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(let command): events.append("command \(command)")
    case .input(.scan(let scan)): events.append("scan \(scan.code)")
    case .input(.text(let text)): events.append("text \(text)")
    default: break
    }
    return []
  }

  func draw(into surface: inout Surface) {}
}
