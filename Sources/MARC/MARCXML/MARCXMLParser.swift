/// Puts the records of a MARCXML document together from its tokens.
struct MARCXMLParser {
  private static let depthMaximum = 64
  private static let fieldLengthMaximum = 8 * 1024 * 1024

  private enum Element {
    case record
    case leader
    case controlField
    case dataField
    case subfield
    case other
  }

  private(set) var recordCount = 0
  private var rootCount = 0
  /// Whether the document is in an encoding that is not read.
  private(set) var isRefused = false

  private var draft: RecordDraft?
  private var finished: RecordDraft?
  private var draftStart = 0
  private var tag: Tag = "???"
  private var fieldStart = 0
  private var body: [UInt8] = []
  private var openElements: [Element] = []
  /// Names of the open elements, one after the other, and where each begins.
  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []
  /// After a fault it is not known any more which elements are open.
  private var isResumed = false
  /// What was found outside records, told with the next step.
  private var pending: [Diagnostic] = []

  private var element: Element { openElements.last ?? .other }

  /// What reading on came to.
  enum Outcome {
    case record(ReadRecord)
    /// The document breaks here, and whoever asked must find where it can be read again.
    case broken(ReadRecord)
    case end
  }

  /// Reads tokens until a record is whole.
  mutating func next(_ scanner: XMLScanner, _ window: ByteWindow) throws(SourceFault) -> Outcome {
    while !isRefused, let token = try scanner.next() {
      let offset = window.offset
      let fault = take(token, window.bytes, at: offset)
      window.drop(token.length)
      if let fault { return .broken(giveUp(fault, at: offset)) }
      if var whole = finished {
        finished = nil
        recordCount += 1
        return .record(withPending(whole.finish(at: draftStart)))
      }
    }
    return .end
  }

  /// Takes one token into the record being read.
  ///
  /// - Returns: what makes going on impossible.
  private mutating func take(
    _ token: XMLToken, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> Fault? {
    let content = UnsafeRawBufferPointer(rebasing: bytes[token.content])
    switch token.kind {
    case .start: return open(content, token, bytes, at: offset)
    case .end: return close(content, at: offset)
    case .text: return takeText(content, at: offset, isRaw: false)
    case .characterData: return takeText(content, at: offset, isRaw: true)
    case .declaration: checkEncoding(token, bytes, at: offset)
    case .documentType: tell(.documentTypeRefused, at: offset, .skipped)
    case .passedOver: break
    case .fault(let syntax): return .notWellFormed(syntax)
    }
    return nil
  }

  /// The step for a record that cannot be read further, or for a break between records.
  private mutating func giveUp(_ fault: Fault, at offset: Int) -> ReadRecord {
    openElements = []
    openNames = []
    openStarts = []
    isResumed = true
    guard var broken = draft else {
      tell(fault, at: offset, .skipped)
      return withPending(ReadRecord(number: recordCount, offset: offset, record: nil))
    }
    draft = nil
    recordCount += 1
    body = []
    return withPending(broken.abandon(fault, at: offset, from: draftStart))
  }

  /// The step for a record that the input ended in.
  mutating func unfinishedRecord(at offset: Int) -> ReadRecord? {
    guard draft != nil else { return nil }
    return giveUp(.truncated, at: offset)
  }

  /// The step for what was told since the last record.
  mutating func remainingStep(_ fault: Fault? = nil) -> ReadRecord? {
    if let fault { tell(fault, at: 0, .skipped) }
    guard !pending.isEmpty else { return nil }
    return withPending(ReadRecord(number: recordCount, offset: 0, record: nil))
  }

  private mutating func withPending(_ step: ReadRecord) -> ReadRecord {
    guard !pending.isEmpty else { return step }
    defer { pending = [] }
    return ReadRecord(
      number: step.number, offset: step.offset, record: step.record,
      diagnostics: pending + step.diagnostics)
  }

  private mutating func tell(_ fault: Fault, at offset: Int, _ remedy: Diagnostic.Remedy) {
    let place = element == .subfield || element == .controlField ? tag : nil
    if draft == nil {
      pending.append(Diagnostic(record: 0, offset: offset, fault: fault, remedy: remedy))
    } else {
      draft?.diagnostics.add(fault, at: offset, tag: place, remedy)
    }
  }
}

// MARK: - Elements

extension MARCXMLParser {
  private mutating func open(
    _ name: UnsafeRawBufferPointer, _ token: XMLToken, _ bytes: UnsafeRawBufferPointer,
    at offset: Int
  ) -> Fault? {
    if openElements.isEmpty, !isResumed {
      rootCount += 1
      if rootCount == 2 { tell(.severalDocuments, at: offset, .kept) }
    }
    guard openElements.count < MARCXMLParser.depthMaximum else { return .notWellFormed(.tooDeep) }
    var opened = MARCXMLParser.element(XMLText.localName(name))
    if opened == .record {
      draft = RecordDraft(number: recordCount + 1)
      draftStart = offset
    } else if draft != nil, !belongs(opened) {
      let shown = String(decoding: name.prefix(80), as: UTF8.self)
      tell(.unexpectedElement(shown), at: offset, .skipped)
      opened = .other
    } else if draft != nil {
      guard begin(opened, token, bytes, at: offset) else { return .notWellFormed(.badAttribute) }
    }
    if token.isEmpty {
      ended(opened, at: offset)
      if isTooLong { return .notWellFormed(.tooLong) }
    } else {
      openElements.append(opened)
      openStarts.append(openNames.count)
      openNames.append(contentsOf: name)
    }
    return nil
  }

  /// Whether an element may stand in the one that is open now.
  private func belongs(_ opened: Element) -> Bool {
    switch opened {
    case .leader, .controlField, .dataField: element == .record
    case .subfield: element == .dataField
    case .record, .other: false
    }
  }

  private static func element(_ name: UnsafeRawBufferPointer) -> Element {
    switch name.count {
    case 6 where name.equals("record"): .record
    case 6 where name.equals("leader"): .leader
    case 8 where name.equals("subfield"): .subfield
    case 9 where name.equals("datafield"): .dataField
    case 12 where name.equals("controlfield"): .controlField
    default: .other
    }
  }

  /// Begins a field or subfield; `false` if its attributes are not well-formed.
  private mutating func begin(
    _ opened: Element, _ token: XMLToken, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> Bool {
    var attributes = MARCXMLAttributes()
    let isWellFormed = XMLText.forEachAttribute(bytes, token.attributes) {
      attributes.take($0, $1)
    }
    guard isWellFormed else { return false }
    switch opened {
    case .subfield:
      body.append(Delimiter.subfield)
      body.append(draft?.code(attributes.code, of: tag, at: offset) ?? 0)
      return true
    case .dataField, .controlField:
      tag = draft?.tag(attributes.tag, at: offset) ?? tag
      fieldStart = offset
    case .leader, .record, .other: break
    }
    body.removeAll(keepingCapacity: true)
    if opened == .dataField {
      body.append(draft?.indicator(attributes.indicator1, of: tag, at: offset) ?? 0)
      body.append(draft?.indicator(attributes.indicator2, of: tag, at: offset) ?? 0)
    }
    return true
  }

  private mutating func close(_ name: UnsafeRawBufferPointer, at offset: Int) -> Fault? {
    guard let start = openStarts.last, let closed = openElements.last else {
      return isResumed ? nil : .notWellFormed(.mismatchedTag)
    }
    guard openNames.count - start == name.count, openNames[start...].elementsEqual(name) else {
      return .notWellFormed(.mismatchedTag)
    }
    openElements.removeLast()
    openStarts.removeLast()
    openNames.removeSubrange(start...)
    ended(closed, at: offset)
    return isTooLong ? .notWellFormed(.tooLong) : nil
  }

  private var isTooLong: Bool {
    draft?.isTooLong == true || body.count > MARCXMLParser.fieldLengthMaximum
  }

  private mutating func ended(_ closed: Element, at offset: Int) {
    switch closed {
    case .leader: draft?.setLeader(body, at: offset)
    case .controlField: draft?.append(tag, isControl: true, body: body, at: fieldStart)
    case .dataField: draft?.append(tag, isControl: false, body: body, at: fieldStart)
    case .record:
      // An envelope of SRU is a `record` too, but holds no field of its own.
      if let whole = draft, !whole.isEmpty { finished = whole }
      draft = nil
    case .subfield, .other: break
    }
  }
}

// MARK: - Text

extension MARCXMLParser {
  private mutating func takeText(
    _ content: UnsafeRawBufferPointer, at offset: Int, isRaw: Bool
  ) -> Fault? {
    guard draft != nil else { return nil }
    switch element {
    case .leader, .controlField, .subfield:
      guard body.count + content.count <= MARCXMLParser.fieldLengthMaximum else {
        return .notWellFormed(.tooLong)
      }
      var faults: [Fault] = []
      XMLText.decode(content, into: &body, resolvesReferences: !isRaw) { faults.append($0) }
      for fault in faults {
        tell(fault, at: offset, .kept)
      }
    case .record, .dataField:
      if !content.allSatisfy(XMLScanner.isBlank) {
        let shown = String(decoding: content.prefix(80), as: UTF8.self)
        tell(.unexpectedValue(shown), at: offset, .skipped)
      }
    case .other: break
    }
    return nil
  }

  /// Refuses a document that says it is in another encoding than UTF-8.
  private mutating func checkEncoding(
    _ token: XMLToken, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) {
    var encoding = "UTF-8"
    _ = XMLText.forEachAttribute(bytes, 5..<token.length - 2) { name, value in
      if name.equals("encoding") { encoding = String(decoding: value, as: UTF8.self) }
    }
    guard !["utf-8", "utf8", "us-ascii"].contains(encoding.lowercased()) else { return }
    tell(.unknownEncoding(encoding), at: offset, .skipped)
    isRefused = true
  }
}

/// The attributes that fields and subfields have.
private struct MARCXMLAttributes {
  var tag: Tag?
  var indicator1: Tag?
  var indicator2: Tag?
  var code: Tag?

  mutating func take(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    if name.equals("tag") {
      tag = short(value)
    } else if name.equals("ind1") {
      indicator1 = short(value)
    } else if name.equals("ind2") {
      indicator2 = short(value)
    } else if name.equals("code") {
      code = short(value)
    }
  }

  private func short(_ value: UnsafeRawBufferPointer) -> Tag {
    guard value.contains(UInt8(ascii: "&")) else { return Tag(prefixOf: value) }
    var text: [UInt8] = []
    XMLText.decode(value, into: &text) { _ in }
    return Tag(prefixOf: text)
  }
}
