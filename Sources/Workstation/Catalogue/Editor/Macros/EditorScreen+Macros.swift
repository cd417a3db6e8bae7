import MARC
import Terminal

/// Recording and running macros.
extension EditorScreen {
  /// Begins to record, or ends it and asks for a name.
  func record() -> [Effect] {
    guard let recorder else {
      recorder = StepRecorder()
      return workplace.good(
        words.say(
          vi: "Đang ghi lệnh: cứ sửa biểu ghi, bấm lại phím này để dừng",
          en: "Recording: edit the record, and press the key again to stop"))
    }
    self.recorder = nil
    let steps = recorder.steps
    guard !steps.isEmpty else {
      return [.status(words.say(vi: "Chưa ghi được gì", en: "Nothing was recorded"), .status)]
    }
    return [.push(MacroNameForm.screen(workplace, steps))]
  }

  func openMacros() -> [Effect] { [.push(MacrosScreen(workplace: workplace))] }

  /// Does all steps of a macro here as one, or none and says which one it is that cannot be done.
  func run(_ macro: MacroBook.Macro) -> [Effect] {
    switch macro.steps() {
    case .failure(let line): return workplace.bad(words.faultyLine(line))
    case .success(let steps):
      var failed: Int?
      let effects = edit { session in
        failed = session.perform(steps)
        return true
      }
      if let failed {
        return effects + workplace.bad(words.macroFailed(step: failed + 1, macro.lines[failed]))
      }
      return effects
        + workplace.good(
          words.say(
            vi: "Đã chạy «\(macro.name)»; hoàn tác được", en: "“\(macro.name)” was run; undo works")
        )
    }
  }
}

/// Asks under which name recorded steps are kept.
enum MacroNameForm {
  static func screen(_ workplace: Workplace, _ steps: [EditingStep]) -> any Screen {
    let words = workplace.wording
    let places = workplace.appearance.places
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GIỮ MACRO", en: "KEEP THE MACRO"),
      lead: steps.map { StyledText($0.line, hangingIndent: 2) },
      items: [
        Form.Item(
          "name", label: words.say(vi: "Tên", en: "Name"),
          field: workplace.keyboard.words(maximumLength: 60), isRequired: true, width: 40)
      ]
    ) { form in
      guard let name = MacroBook.name(form["name"]?.text ?? "") else {
        return .faults([("name", words.say(vi: "Hãy đặt tên", en: "Give it a name"))])
      }
      var book = MacroBook(places)
      guard book[name] == nil else {
        return .faults([("name", words.say(vi: "Đã có macro tên này", en: "This name is taken"))])
      }
      guard book.keep(steps, as: name) else { return .faults([(nil, words.macrosNotWritten)]) }
      return .saved(nil, note: words.say(vi: "Đã giữ «\(name)»", en: "“\(name)” is kept"))
    }
  }
}

extension Wording {
  public var macrosNotWritten: String {
    say(
      vi: "Không ghi được tệp macros trong thư mục của bạn",
      en: "The file macros in your own folder cannot be written")
  }

  public func faultyLine(_ line: MacroBook.FaultyLine) -> String {
    say(
      vi: "Macro sai ở dòng \(line.number): «\(line.text)» không phải một bước",
      en: "Line \(line.number) of the macro, “\(line.text)”, is no step")
  }

  public func macroFailed(step: Int, _ line: String) -> String {
    say(
      vi: "Không làm được bước \(step) («\(line)») ở biểu ghi này: không đổi gì",
      en: "Step \(step) (“\(line)”) cannot be done in this record: nothing was changed")
  }
}
