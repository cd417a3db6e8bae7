/// One frame: the screens that can be seen, what stands below them, or the note that there is no room.
extension ScreenStack {
  /// Draws and notes which questions a person can now see.
  func draw(into surface: inout Surface) {
    isDirty = false
    surface.erase()
    guard !isTooSmall else {
      drawTooSmallNote(into: &surface)
      return
    }
    let chromeState = chromeState
    let area = Rect(drawnSize(chromeState))
    for index in entries.indices[firstVisible...] {
      surface.cursor = nil
      surface.inside(area) { entries[index].screen.draw(into: &$0) }
      entries[index].wasShown = true
    }
    if let chrome = settings.chrome, let chromeState {
      surface.inside(
        Rect(row: area.rows, column: 0, rows: size.rows - area.rows, columns: size.columns)
      ) { chrome.draw(chromeState, into: &$0) }
    } else if let status {
      drawStatus(status, into: &surface)
    }
  }

  /// What is said below the screens; nil where nothing stands there.
  private var chromeState: ChromeState? {
    guard settings.chrome != nil, let top else { return nil }
    return ChromeState(
      context: top.screen.context, status: status, pendingKeys: pendingKeys,
      isBusy: runningJobs > 0, waitingScans: unansweredScans.count,
      disabledReason: top.screen.disabledReason(for:))
  }

  /// The part of the terminal that screens draw on in this frame: a status of several rows takes them from it.
  private func drawnSize(_ state: ChromeState?) -> Size {
    guard let chrome = settings.chrome, let state else { return screenSize }
    let rows = max(chrome.rows, chrome.rows(for: state, columns: size.columns))
    return Size(rows: max(0, size.rows - rows), columns: size.columns)
  }

  /// The lowest screen that is not hidden under a full one.
  private var firstVisible: Int {
    entries.lastIndex { !$0.screen.isOverlay } ?? entries.startIndex
  }

  /// Without a chrome the status takes the last row until the next key.
  private func drawStatus(_ status: (text: String, role: Role), into surface: inout Surface) {
    let row = size.rows - 1
    surface.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), role: status.role)
    surface.write(status.text, at: Point(row: row, column: 0), role: status.role)
  }

  private func drawTooSmallNote(into surface: inout Surface) {
    var rest = Substring(settings.tooSmallNote)
    for row in 0..<surface.size.rows where !rest.isEmpty {
      var line = DisplayWidth.prefix(String(rest), columns: surface.size.columns)
      if line.count < rest.count, let blank = line.lastIndex(of: " ") { line = line[..<blank] }
      guard !line.isEmpty else { return }
      surface.write(String(line), at: Point(row: row, column: 0))
      rest = rest.dropFirst(line.count).drop { $0 == " " }
    }
  }
}
