public import RemoteCatalogues

extension Wording {
  /// What trying one catalogue showed, in a line.
  public func targetCheck(_ answer: RemoteAnswer) -> String {
    var parts = ["\(answer.target.code)  \(remoteAnswer(answer))"]
    if let connected = answer.connectedAfter {
      let time = remoteDuration(connected)
      parts.append(say(vi: "nối sau \(time)", en: "connected after \(time)"))
    }
    if answer.fault == nil || answer.connectedAfter != nil {
      parts.append(security(answer.security))
    }
    if let software = answer.software { parts.append(software) }
    if let record = answer.records.first, !record.diagnostics.isEmpty {
      parts.append(
        say(
          vi: "\(record.diagnostics.count) lỗi trong biểu ghi",
          en: "\(counted(record.diagnostics.count, "fault")) in the record"))
    }
    return parts.joined(separator: " · ")
  }

  /// Who keeps a catalogue on the list.
  func targetOrigin(_ origin: TargetTable.Origin) -> String {
    switch origin {
    case .builtIn: say(vi: "chương trình", en: "the program")
    case .file: say(vi: "tệp riêng", en: "a file")
    case .library: say(vi: "thư viện", en: "the library")
    }
  }
}
