public import LibraryCore
public import RemoteCatalogues

extension Wording {
  /// Why a catalogue of others gave nothing, or not all.
  public func remoteFault(_ fault: RemoteFault) -> String {
    switch fault {
    case .unknownHost(let host):
      say(vi: "không có máy nào tên \(host)", en: "there is no machine called \(host)")
    case .refused:
      say(vi: "không ai nghe ở cổng này", en: "nobody listens at this port")
    case .unreachable(let reason):
      say(vi: "không tới được máy chủ (\(reason))", en: "the server cannot be reached (\(reason))")
    case .timedOut(let stage, let hasSpoken): timedOut(stage, hasSpoken)
    case .closedEarly:
      say(vi: "máy chủ ngắt giữa chừng", en: "the server hung up in the middle")
    case .otherProtocol(let words):
      say(
        vi: "có máy trả lời, nhưng không phải mục lục" + quoted(words),
        en: "something answers, but it is no catalogue" + quoted(words))
    case .diagnostic(let code, let message, let detail):
      diagnostic(code, message, detail)
    case .notTrusted(let reason):
      say(
        vi: "chứng chỉ không đáng tin, đã không hỏi (\(reason))",
        en: "the certificate is not to be trusted, nothing was asked (\(reason))")
    case .redirectRefused(let reason):
      say(
        vi: "bị chuyển sang nơi khác, đã không theo (\(reason))",
        en: "it sends elsewhere, which was not followed (\(reason))")
    case .webStatus(let status):
      say(vi: "máy chủ báo lỗi HTTP \(status)", en: "the server answers HTTP \(status)")
    case .tooLarge(let bytes):
      say(
        vi: "trả lời dài quá \(bytes >> 20) MB, đã dừng",
        en: "the answer is longer than \(bytes >> 20) MB and was stopped")
    case .notMARC(let schema):
      say(
        vi: "biểu ghi không phải MARC 21" + quoted(schema),
        en: "the records are no MARC 21" + quoted(schema))
    case .unreadable(let count):
      say(vi: "\(count) biểu ghi không đọc được", en: "\(counted(count, "record")) cannot be read")
    case .missingLibrary(let package):
      say(
        vi: "máy này thiếu thư viện chương trình \(package)",
        en: "this machine lacks the program library \(package)")
    case .failed(let reason): reason
    case .stopped: say(vi: "đã dừng", en: "stopped")
    }
  }

  private func timedOut(_ stage: RemoteFault.Stage, _ hasSpoken: Bool) -> String {
    switch stage {
    case .resolving:
      say(vi: "hết giờ khi tra tên máy", en: "the time was up while the name was looked up")
    case .connecting:
      say(vi: "hết giờ khi đang nối", en: "the time was up while connecting")
    case .answering where hasSpoken:
      say(
        vi: "hết giờ giữa chừng, máy chủ quá chậm",
        en: "the time was up in the middle, the server is too slow")
    case .answering:
      say(
        vi: "máy chủ nhận cuộc gọi nhưng im lặng",
        en: "the server took the call and said nothing")
    }
  }

  private func diagnostic(_ code: String, _ message: String, _ detail: String) -> String {
    let words = message.isEmpty ? detail : detail.isEmpty ? message : "\(message): \(detail)"
    return say(
      vi: "máy chủ từ chối (\(code)): \(visible(words))",
      en: "the server refuses (\(code)): \(visible(words))")
  }

  private func quoted(_ words: String) -> String {
    words.isEmpty ? "" : say(vi: " («\(visible(words))»)", en: " (“\(visible(words))”)")
  }

  /// How well a connection is protected.
  public func security(_ security: RemoteAnswer.Security) -> String {
    switch security {
    case .plain: say(vi: "không mã hoá", en: "not encrypted")
    case .unverified:
      say(vi: "mã hoá nhưng không kiểm chứng chỉ", en: "encrypted, certificate not checked")
    case .verified: say(vi: "TLS, chứng chỉ đã kiểm", en: "TLS, certificate checked")
    }
  }

  /// What one catalogue said, in a line.
  public func remoteAnswer(_ answer: RemoteAnswer) -> String {
    let name = answer.target.name
    let count = answer.records.count
    let found = answer.found ?? count
    let time = remoteDuration(answer.duration)
    if let fault = answer.fault, answer.records.isEmpty {
      return say(
        vi: "\(name): \(remoteFault(fault)) · \(time)",
        en: "\(name): \(remoteFault(fault)) · \(time)")
    }
    let got =
      found == 0
      ? say(vi: "không có", en: "nothing found")
      : found > count
        ? say(
          vi: "\(found) biểu ghi, lấy \(count)", en: "\(counted(found, "record")), \(count) fetched"
        )
        : say(vi: "\(found) biểu ghi", en: counted(found, "record"))
    let also = answer.fault.map { "; " + remoteFault($0) } ?? ""
    return "\(name): \(got)\(also) · \(time)"
  }

  public func remoteDuration(_ duration: Duration) -> String {
    let milliseconds = Int(duration / .milliseconds(1))
    return milliseconds < 1000
      ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }

  /// What is wrong with a line about a catalogue.
  public func targetProblem(_ problem: TargetFile.Problem.Kind) -> String {
    switch problem {
    case .notALine(let line):
      say(vi: "dòng không hiểu: \(visible(line))", en: "no line of a target: \(visible(line))")
    case .unknownName(let name):
      say(
        vi: "không có mục «\(visible(name))»; có \(TargetFile.names.joined(separator: ", "))",
        en: "there is no “\(visible(name))”; there are \(TargetFile.names.joined(separator: ", "))")
    case .badValue(let name, let value):
      say(
        vi: "\(name) không thể là «\(visible(value))»",
        en: "\(name) cannot be “\(visible(value))”")
    case .missing(let name, let code):
      say(vi: "\(code) thiếu \(name)", en: "\(code) lacks its \(name)")
    case .badCode(let code):
      say(
        vi: "«\(visible(code))» không thể là mã: chỉ chữ, số, chấm, gạch nối",
        en: "“\(visible(code))” cannot be a code: letters, digits, points and hyphens only")
    }
  }
}

extension Wording {
  /// Whether this is the number of an article in Viet Nam (EAN-13 with the prefix 893), which is no ISBN.
  func isArticleNumber(_ typed: String) -> Bool {
    let digits = typed.filter(\.isNumber)
    return digits.count == 13 && digits.hasPrefix("893")
  }

  /// Why what was typed or scanned is no ISBN.
  public func notAnISBN(_ typed: String) -> String {
    if isArticleNumber(typed) {
      return say(
        vi:
          "\(visible(typed)) là mã hàng hoá Việt Nam (893), không phải ISBN; hãy tìm theo nhan đề",
        en: "\(visible(typed)) is a Vietnamese article number (893), no ISBN; search by title")
    }
    return say(
      vi: "«\(visible(typed))» không phải ISBN đúng", en: "“\(visible(typed))” is no valid ISBN")
  }

  /// A record that is not the library's own, in one line.
  public func brief(_ entry: CatalogueEntry) -> String {
    let parts = [entry.title, entry.author, entry.publisher, entry.year].compactMap(\.self)
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
