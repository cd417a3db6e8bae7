public import LibraryCore

extension Wording {
  /// What is stored otherwise than it was typed, to go on a sentence or stand alone.
  public func entryNotice(_ notice: EntryNotice) -> String {
    switch notice {
    case .phoneRenumbered(_, let stored):
      say(vi: "điện thoại ghi số mới: \(stored)", en: "phone as dialled now: \(stored)")
    case .nameInCapitals(let onCard, _):
      say(vi: "căn cước in: \(onCard)", en: "the citizen card prints: \(onCard)")
    case .addressBroughtUp(let typed, let stored):
      say(
        vi: "địa chỉ cũ «\(typed)» ghi thành «\(stored)»",
        en: "the former address “\(typed)” is kept as “\(stored)”")
    case .addressFormer(let proposals) where proposals.isEmpty:
      say(
        vi: "địa chỉ theo đơn vị hành chính cũ; chưa rõ xã nay",
        en: "the address names former units; the commune of today is not known")
    case .addressFormer(let proposals):
      say(vi: "địa chỉ theo đơn vị cũ; nay là: ", en: "the address names former units; today: ")
        + proposals.joined(separator: say(vi: " hoặc ", en: " or "))
    case .citizenCard(let fault): citizenFault(fault)
    case .unknownCode(let kind, let code, let known):
      say(vi: "vẫn ghi, nhưng chưa có quy định riêng: ", en: "kept, but no rule speaks for it: ")
        + unknownCode(kind, code, known: known)
    case .emailDoubtful(let email):
      say(
        vi: "thư điện tử «\(email)» thiếu @ hay sai dạng, vẫn ghi như đã gõ",
        en: "the e-mail “\(email)” does not look like one; it is kept as typed")
    case .guardianMissing(let age): guardianMissing(age: age).lowercasedAtStart
    case .categoryProposed(_, let name, let age):
      say(
        vi: "đối tượng \(name), vì \(age) tuổi",
        en: "category \(name), for the age of \(age)")
    case .holdWaitsAgain(let kept): waitsAgain(kept)
    case .consentMissing:
      say(
        vi: "chưa ghi có đồng ý lưu dữ liệu không",
        en: "no answer about consent is recorded")
    }
  }

  /// What is wrong with a table of administrative units.
  public func addressTableFault(_ faulty: AddressTable.Faulty) -> String {
    let reason =
      switch faulty.fault {
      case .empty: say(vi: "không có xã nào", en: "there is no commune")
      case .notText(let line):
        say(vi: "dòng \(line) không phải chữ UTF-8", en: "line \(line) is not UTF-8 text")
      case .noUnit(let line):
        say(vi: "dòng \(line) không phải một đơn vị", en: "line \(line) is no unit")
      case .noParent(let line):
        say(
          vi: "dòng \(line) thuộc một đơn vị không có trong bảng",
          en: "line \(line) belongs to a unit that is not there")
      }
    return "\(faulty.file): \(reason)"
  }
}

extension String {
  /// To go on a sentence.
  fileprivate var lowercasedAtStart: String { prefix(1).lowercased() + dropFirst() }
}
