public import LibraryCore

extension Wording {
  /// What speaks for or against two records being one.
  public func duplicateReason(_ reason: DuplicateJudgement.Reason) -> String {
    switch reason {
    case .sameISBN(let isbn): say(vi: "cùng ISBN \(isbn)", en: "same ISBN \(isbn)")
    case .otherISBN: say(vi: "ISBN khác nhau", en: "different ISBNs")
    case .titleShared(let percent):
      percent == 100
        ? say(vi: "cùng nhan đề", en: "same title")
        : say(vi: "nhan đề giống \(percent)%", en: "titles \(percent)% alike")
    case .titleTooUnlike(let percent):
      say(vi: "nhan đề chỉ giống \(percent)%", en: "titles only \(percent)% alike")
    case .sameYear(let year): say(vi: "cùng năm \(year)", en: "same year \(year)")
    case .nearYear(let first, let last):
      say(vi: "năm sát nhau \(first), \(last)", en: "years \(first) and \(last)")
    case .otherYear(let first, let last):
      say(vi: "năm khác nhau \(first), \(last)", en: "other years \(first), \(last)")
    case .sameAuthor: say(vi: "cùng tác giả", en: "same author")
    case .otherAuthor: say(vi: "tác giả khác nhau", en: "different authors")
    case .samePublisher: say(vi: "cùng nhà xuất bản", en: "same publisher")
    case .otherPublisher: say(vi: "nhà xuất bản khác nhau", en: "different publishers")
    case .sameNationalNumber(let number):
      say(vi: "cùng số thư mục quốc gia \(number)", en: "same national number \(number)")
    case .otherVolume(let first, let last):
      say(
        vi: "tập khác nhau: \(volume(first)), \(volume(last))",
        en: "different volumes: \(volume(first)), \(volume(last))")
    case .otherNumbers: say(vi: "số trong nhan đề khác nhau", en: "other numbers in the titles")
    case .otherMaterial: say(vi: "loại tài liệu khác nhau", en: "different kinds of material")
    }
  }

  private func volume(_ volume: String) -> String { volume.isEmpty ? "–" : volume }

  public func duplicateReasons(_ judgement: DuplicateJudgement) -> String {
    judgement.reasons.map(duplicateReason).joined(separator: ", ")
  }

  public func duplicateVerdict(_ verdict: DuplicateVerdict?) -> String {
    switch verdict {
    case .same?: say(vi: "cán bộ xác nhận là một", en: "called the same by staff")
    case .different?: say(vi: "cán bộ xác nhận là khác", en: "called different by staff")
    case nil: ""
    }
  }

  /// A title on one line: number, title, author, publisher, year, copies.
  public func briefLine(_ candidate: DuplicateCandidate) -> String {
    let brief = candidate.brief
    let imprint = [brief.publisher, brief.year].compactMap { $0 }.joined(separator: ", ")
    let title = [brief.title, brief.author].compactMap { $0 }.joined(separator: " / ")
    let copies = say(vi: "\(candidate.copies) bản", en: counted(candidate.copies, "copy", "copies"))
    return "#\(candidate.id) "
      + [title, imprint, copies].filter { !$0.isEmpty }.joined(separator: ". – ")
  }
}
