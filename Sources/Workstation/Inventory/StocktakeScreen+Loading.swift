import LibraryCore
import LibraryStore
import Terminal

/// What a load tells while it runs.
struct LoadProgress: Sendable {
  var lines: Int
}

struct LoadResult: Sendable {
  var load: Result<ShelfLoad, any Error>
}

/// The answer of the job that only makes a load stale.
struct StoppedLoad: Sendable {}

struct ClosedStocktake: Sendable {
  var outcome: Result<SaveOutcome, any Error>
}

extension StocktakeScreen {
  func load(_ path: String) -> [Effect] {
    beginLoading()
    let (desk, id, shelf) = (workplace.desk, id, shelf.isEmpty ? nil : shelf)
    return [
      .longJob(name: "load") { ticket in
        LoadResult(
          load: Result {
            try desk.loadShelf(file: path, stocktake: id, shelf: shelf) { lines in
              ticket.report(LoadProgress(lines: lines))
              return !ticket.isStale
            }
          })
      }
    ]
  }

  func finish(_ result: LoadResult) -> [Effect] {
    let effects = endLoading()
    switch result.load {
    case .success(let load): return effects + [.push(page(load))]
    case .failure(let error): return effects + workplace.bad(workplace.describe(error))
    }
  }

  /// What a file brought: findings first, then the lines nobody can read.
  private func page(_ load: ShelfLoad) -> any Screen {
    var lines = [
      StyledText(
        words.say(vi: "Đã đọc \(load.lines) dòng", en: "Read \(counted(load.lines, "line"))"),
        role: .heading)
    ]
    lines += load.refusals.map { StyledText("• " + words.refusal($0), role: .error) }
    for finding in Finding.allCases {
      guard let count = load.findings[finding] else { continue }
      lines.append(StyledText("  \(words.finding(finding)): \(count)"))
    }
    if load.faultCount > 0 {
      let heading = words.say(
        vi: "\(load.faultCount) dòng không phải mã vạch",
        en: "\(counted(load.faultCount, "line is", "lines are")) no barcodes")
      lines += ["", StyledText(heading, role: .error)]
      lines += load.faults.map { fault in
        StyledText(
          words.say(vi: "  dòng \(fault.line): ", en: "  line \(fault.line): ")
            + words.labelFault(fault.fault), hangingIndent: 4)
      }
    }
    return TextScreen(
      workplace: workplace, title: words.say(vi: "ĐÃ NẠP TỆP", en: "FILE LOADED"),
      paragraphs: lines)
  }
}

// MARK: - Closing

extension StocktakeScreen {
  /// Three answers, none of which a scanner can give.
  func askToClose() -> [Effect] {
    catchUp()
    guard let counts = stocktake?.counts else { return [.bell] }
    let message = [
      StyledText(stocktake?.scope.name ?? "", role: .heading),
      StyledText(
        words.say(
          vi: "Còn \(counts.missing) bản chưa thấy. Đóng rồi thì không quét thêm được.",
          en:
            "\(counted(counts.missing, "copy was", "copies were")) not seen. Once closed, no more can be scanned."
        )),
    ]
    let choices = [
      Dialog.Choice(
        .dialogYes,
        label: words.say(vi: "Đóng, ghi bản thiếu là «thiếu»", en: "Close, mark them missing")),
      Dialog.Choice(
        .dialogNo, label: words.say(vi: "Đóng, không đổi gì", en: "Close, change nothing")),
      Dialog.Choice(.cancel, label: words.say(vi: "Quét tiếp", en: "Go on scanning")),
    ]
    let dialog = Dialog(
      title: words.say(vi: "Đóng đợt kiểm kê?", en: "Close this stocktake?"), message: message,
      choices: choices, isDanger: true, language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  func close(markMissing: Bool) -> [Effect] {
    let (desk, id) = (workplace.desk, id)
    return [
      .status(words.say(vi: "Đang đóng…", en: "Closing…"), .status),
      .job(name: "close") {
        ClosedStocktake(
          outcome: Result { try desk.closeStocktake(id, markMissing: markMissing) })
      },
    ]
  }

  func finish(_ closed: ClosedStocktake) -> [Effect] {
    switch closed.outcome {
    case .success(.saved), .success(.unchanged):
      return [.replace(StocktakeReportScreen(workplace: workplace, stocktake: id))]
        + workplace.good(words.say(vi: "Đã đóng đợt kiểm kê", en: "The stocktake is closed"))
    case .success(.refused(let reasons)): return workplace.refused(reasons)
    case .success(.unknown(let text)): return workplace.bad(text)
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }
}
