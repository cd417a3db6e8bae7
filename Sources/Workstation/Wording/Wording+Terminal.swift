public import Terminal

/// What this terminal can show, in words a person can read out on the phone.
extension Wording {
  /// The findings, each with its name.
  public func findings(_ report: TerminalReport) -> [(name: String, finding: String)] {
    var findings = [
      (say(vi: "Thiết bị", en: "Terminal"), terminalName(report)),
      (say(vi: "Khổ", en: "Size"), terminalSize(report)),
      (say(vi: "Ngôn ngữ máy", en: "Locale"), terminalLocale(report)),
      (say(vi: "Chữ", en: "Letters"), terminalLetters(report)),
      (say(vi: "Màu", en: "Colours"), terminalColors(report)),
      (
        say(vi: "Khung", en: "Lines"),
        report.drawsPlainLines
          ? say(vi: "kẻ bằng + - |", en: "drawn with + - |")
          : say(vi: "kẻ liền ┌─┐", en: "drawn through ┌─┐")
      ),
      (say(vi: "Phông chữ", en: "Font"), terminalFont(report.console)),
    ]
    if !report.missingLetters.isEmpty && !report.isPlain {
      findings.append((say(vi: "Thiếu chữ", en: "Missing"), missingLetters(report.missingLetters)))
    }
    return findings
  }

  /// What to do about what is not as good as it could be; empty where all is well.
  public func advice(_ report: TerminalReport) -> [String] {
    var advice: [String] = []
    if !report.isKnown {
      advice.append(
        say(
          vi: "Đặt TERM cho đúng loại thiết bị, ví dụ TERM=xterm-256color hay TERM=linux.",
          en: "Set TERM to the kind of terminal, for example TERM=xterm-256color or TERM=linux."))
    }
    if report.isPlain && report.letterReason != .asked {
      advice.append(
        say(
          vi: "Nếu thiết bị đọc được UTF-8: đặt LANG=C.UTF-8, hoặc mở bằng --letters marked.",
          en: "If the terminal reads UTF-8: set LANG=C.UTF-8, or start with --letters marked."))
    }
    if case .impossible(let obstacle) = report.console {
      advice.append(consoleFontRemedy(obstacle))
    }
    if !report.missingLetters.isEmpty, case .keep = report.console {
      advice.append(
        say(
          vi: "Mở bằng --console-font auto để chương trình tự nạp phông đủ chữ.",
          en: "Start with --console-font auto and the program loads a font that has them."))
    }
    return advice
  }

  private func terminalName(_ report: TerminalReport) -> String {
    let name = report.terminal.isEmpty ? say(vi: "không rõ", en: "unnamed") : report.terminal
    return report.isKnown
      ? name : name + say(vi: " (không dùng được màn hình)", en: " (no screen can be opened on it)")
  }

  private func terminalSize(_ report: TerminalReport) -> String {
    guard let size = report.size else { return say(vi: "không rõ", en: "unknown") }
    return say(
      vi: "\(size.rows) dòng, \(size.columns) cột",
      en: "\(counted(size.rows, "row")), \(counted(size.columns, "column"))"
    )
  }

  private func terminalLocale(_ report: TerminalReport) -> String {
    let name = report.locale.isEmpty ? say(vi: "không đặt", en: "none") : report.locale
    switch report.charset {
    case .utf8: return "\(name) (UTF-8)"
    case .other(let charset): return "\(name) (\(charset))"
    case .unsaid: return name
    }
  }

  private func terminalLetters(_ report: TerminalReport) -> String {
    let letters =
      report.isPlain
      ? say(vi: "không dấu (tieng Viet)", en: "without marks (tieng Viet)")
      : report.missingLetters.isEmpty
        ? say(vi: "có dấu, đủ (tiếng Việt)", en: "with all their marks (tiếng Việt)")
        : say(
          vi: "có dấu; chữ thiếu thay bằng chữ không dấu",
          en: "with marks; those it lacks without")
    let reason =
      switch report.letterReason {
      case .asked: say(vi: "theo lựa chọn", en: "as asked for")
      case .locale: say(vi: "theo ngôn ngữ máy", en: "by the locale")
      case .terminalKind: say(vi: "theo loại thiết bị", en: "by the kind of terminal")
      case .font: say(vi: "theo phông chữ", en: "by the font")
      }
    return "\(letters) – \(reason)"
  }

  private func terminalColors(_ report: TerminalReport) -> String {
    let colors = say(vi: "\(report.colors) màu", en: counted(report.colors, "colour"))
    guard report.colorDepth == .mono else { return colors }
    return report.colors == 0
      ? say(vi: "không màu", en: "none") : colors + say(vi: ", đang tắt", en: ", switched off")
  }

  private func terminalFont(_ plan: ConsoleFontPlan) -> String {
    switch plan {
    case .noConsole:
      say(vi: "của cửa sổ này, không nạp được từ đây", en: "the window's own; none can be loaded")
    case .keep(let state): fontSize(state) + say(vi: ", giữ nguyên", en: ", kept")
    case .load(let sizes, let state):
      fontSize(state)
        + say(vi: "; mở màn hình thì nạp ", en: "; the screen loads ")
        + sizes.map(fontName).joined(separator: say(vi: ", không được thì ", en: ", or else "))
    case .impossible(let obstacle): consoleFontObstacle(obstacle)
    }
  }

  private func fontSize(_ state: ConsoleState) -> String {
    say(
      vi: "\(state.width)×\(state.height), \(state.glyphCount) hình",
      en: "\(state.width)×\(state.height), \(counted(state.glyphCount, "glyph"))")
  }

  private func fontName(_ size: ConsoleFontSize) -> String {
    switch size {
    case .small: say(vi: "phông nhỏ 8×16", en: "the small font 8×16")
    case .large: say(vi: "phông lớn 12×24", en: "the large font 12×24")
    }
  }

  private func missingLetters(_ letters: [Unicode.Scalar]) -> String {
    let shown = letters.prefix(20).map(String.init).joined(separator: " ")
    let count = say(vi: "\(letters.count) chữ: ", en: "\(counted(letters.count, "letter")): ")
    return count + shown + (letters.count > 20 ? " …" : "")
  }
}

// MARK: - Choices

extension Wording {
  func choice(_ font: ConsoleFontChoice) -> String {
    switch font {
    case .auto: say(vi: "tự chọn", en: "automatic")
    case .never: say(vi: "giữ nguyên", en: "leave it")
    case .small: fontName(.small)
    case .large: fontName(.large)
    }
  }

  func choice(_ letters: LetterChoice) -> String {
    switch letters {
    case .auto: say(vi: "tự chọn", en: "automatic")
    case .marked: say(vi: "có dấu", en: "with marks")
    case .plain: say(vi: "không dấu", en: "without marks")
    }
  }
}

// MARK: - The console's font

extension Wording {
  /// What the first screen says about the font; nil when there is nothing to say.
  func consoleFontNotice(_ outcome: ConsoleFontOutcome, _ choice: ConsoleFontChoice) -> String? {
    switch outcome {
    case .kept: nil
    case .noConsole:
      choice == .small || choice == .large
        ? say(
          vi: "Đây không phải console Linux: phông chữ giữ nguyên",
          en: "This is no Linux console: its font stays") : nil
    case .loaded(let size):
      choice == .large && size == .small
        ? say(
          vi: "Console này không nhận phông lớn; đã nạp phông nhỏ",
          en: "This console takes no large font; the small one is loaded") : nil
    case .failed(let obstacle, _):
      say(vi: "Không nạp được phông chữ: ", en: "No font was loaded: ")
        + consoleFontObstacle(obstacle)
    }
  }

  func consoleFontObstacle(_ obstacle: ConsoleFontObstacle) -> String {
    switch obstacle {
    case .graphics:
      say(vi: "console đang ở chế độ đồ họa", en: "the console is in graphics mode")
    case .forbidden:
      say(vi: "không có quyền đổi phông của console này", en: "this console may not be changed")
    case .noFonts:
      say(vi: "màn hình của máy này không đổi phông được", en: "its display has no fonts")
    case .unsuitable:
      say(vi: "màn hình của máy này không nhận cỡ phông ấy", en: "its display takes no such size")
    case .refused: say(vi: "máy từ chối", en: "the system refused")
    }
  }

  func consoleFontRemedy(_ obstacle: ConsoleFontObstacle) -> String {
    switch obstacle {
    case .graphics:
      say(
        vi: "Chuyển sang console chữ (Ctrl+Alt+F2) rồi mở lại.",
        en: "Change to a text console (Ctrl+Alt+F2) and start again.")
    case .forbidden:
      say(
        vi: "Đăng nhập ngay trên console ấy rồi mở lại, đừng qua su hay sudo.",
        en: "Log in on that very console, not through su or sudo, and start again.")
    case .noFonts, .unsuitable, .refused:
      say(
        vi: "Bật màn hình đồ họa của nhân (framebuffer), hoặc dùng --letters plain.",
        en: "Switch on the kernel's framebuffer, or use --letters plain.")
    }
  }
}
