import MARC

/// Makes a record of the bytes a server sent for one.
enum ReceivedRecord {
  /// ISO 2709; `charset` is believed before what the record says of itself.
  static func read(
    iso2709 bytes: [UInt8], _ charset: RemoteTarget.Charset
  ) -> Result<RemoteRecord, RemoteFault> {
    var bytes = bytes
    let mark = 9
    if bytes.count > mark {
      switch charset {
      case .auto: break
      case .utf8: bytes[mark] = UInt8(ascii: "a")
      case .marc8: bytes[mark] = UInt8(ascii: " ")
      }
    }
    return read(ISO2709Reader(MemorySource(bytes)))
  }

  /// MARCXML, under any prefix.
  static func read(xml bytes: [UInt8]) -> Result<RemoteRecord, RemoteFault> {
    let result = read(MARCXMLReader(MemorySource(bytes)))
    guard case .success(let found) = result else { return result }
    // Other formats have fields and subfields too, but the tags of PICA are longer.
    let isForeign = found.record.fields.allSatisfy { $0.tag.text.utf8.count > 3 }
    return isForeign ? .failure(.notMARC("")) : result
  }

  private static func read(_ reader: any RecordReading) -> Result<RemoteRecord, RemoteFault> {
    var diagnostics: [Diagnostic] = []
    // Memory can always be read; what is wrong with the bytes comes as diagnostics.
    while let step = try? reader.next() {
      diagnostics += step.diagnostics
      if let record = step.record {
        // Its tags mean other things: taken for MARC 21 it would look whole and say nonsense.
        if let dialect = record.foreignDialect { return .failure(.notMARC(dialect.name)) }
        return .success(RemoteRecord(record: record, diagnostics: diagnostics))
      }
    }
    let isNoRecord = diagnostics.contains {
      if case .noRecords = $0.fault { return true }
      return $0.fault == .emptyInput
    }
    return .failure(isNoRecord ? .notMARC("") : .unreadable(count: 1))
  }
}

extension Dialect {
  fileprivate var name: String {
    switch self {
    case .unimarc: "UNIMARC"
    case .danmarc: "danMARC"
    }
  }
}
