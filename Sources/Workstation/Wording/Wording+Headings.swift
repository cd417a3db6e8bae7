public import LibraryCore
public import MARC

/// Words for headings and the authority records that settle them.
extension Wording {
  public func headingKind(_ kind: HeadingKind) -> String {
    switch kind {
    case .person: say(vi: "Tên người", en: "Persons")
    case .body: say(vi: "Tên cơ quan, tập thể", en: "Corporate bodies")
    case .meeting: say(vi: "Hội nghị", en: "Meetings")
    case .title: say(vi: "Nhan đề đồng nhất", en: "Uniform titles")
    case .topic: say(vi: "Đề mục chủ đề", en: "Topical subjects")
    case .place: say(vi: "Địa danh", en: "Places")
    case .keyword: say(vi: "Từ khóa", en: "Keywords")
    case .genre: say(vi: "Thể loại", en: "Genres")
    case .period: say(vi: "Thời kỳ", en: "Periods")
    case .series: say(vi: "Tùng thư", en: "Series")
    case .publisher: say(vi: "Nhà xuất bản", en: "Publishers")
    case .publicationPlace: say(vi: "Nơi xuất bản", en: "Places of publication")
    case .role: say(vi: "Vai trò", en: "Roles")
    }
  }

  /// What a heading is in the lists: settled, or a form that leads to another.
  public func headingState(_ facts: HeadingFacts) -> String {
    if facts.isEstablished { return say(vi: "chuẩn", en: "established") }
    guard let preferred = facts.preferred else { return "" }
    let isReference = facts.authorities.first { $0.relation != .seeAlso }?.relation == .see
    return isReference
      ? say(vi: "xem \(preferred)", en: "see \(preferred)")
      : say(vi: "chuẩn là \(preferred)", en: "established as \(preferred)")
  }

  public func keywords(_ policy: KeywordPolicy) -> String {
    switch policy {
    case .open: say(vi: "tự do", en: "any")
    case .listed:
      say(vi: "theo danh mục, ngoài thì nhắc", en: "those of the list, others with a warning")
    }
  }

  /// Keywords that are not on the library's list, each with the one to use instead.
  public func unlistedKeywords(_ keywords: [HeadingFacts]) -> String {
    let list = keywords.map { keyword in
      keyword.text
        + (keyword.preferred.map { say(vi: " (dùng: \($0))", en: " (use: \($0))") } ?? "")
    }.joined(separator: ", ")
    return say(vi: "Từ khóa ngoài danh mục: \(list)", en: "Keywords not on the list: \(list)")
  }

  public func likeness(_ likeness: SimilarHeadings.Likeness) -> String {
    switch likeness {
    case .form:
      say(
        vi: "khác năm, dấu phẩy, chữ hoa hay chỗ đặt dấu",
        en: "dates, commas, capitals or place of tones")
    case .marks: say(vi: "một bên thiếu dấu", en: "one has no marks")
    case .letter: say(vi: "khác một chữ", en: "one letter")
    case .order: say(vi: "tên đứng trước họ", en: "given name in front")
    case .words: say(vi: "cùng chữ, khác thứ tự", en: "same words, other order")
    case .blanks: say(vi: "khác chỗ cách chữ", en: "parted into other words")
    case .initials: say(vi: "một bên viết tắt", en: "one has initials")
    }
  }

  /// What a change of a heading did, or would do, in one sentence.
  public func headingChange(_ report: HeadingChangeReport) -> String {
    let merged =
      report.alreadyUsed > 0
      ? say(
        vi: "; \(report.alreadyUsed) biểu ghi đã dùng tiêu đề này từ trước",
        en: "; \(counted(report.alreadyUsed, "record")) had it before") : ""
    let authorities =
      report.authorities > 0
      ? say(
        vi: ", \(report.authorities) tiêu đề chuẩn",
        en: ", \(counted(report.authorities, "authority", "authorities"))") : ""
    return report.batch == nil
      ? say(
        vi: "Sẽ đổi thành «\(report.to)» trong \(report.records) biểu ghi\(authorities)\(merged)",
        en:
          "Would become “\(report.to)” in \(counted(report.records, "record"))\(authorities)\(merged)"
      )
      : say(
        vi: "Đã đổi thành «\(report.to)» trong \(report.records) biểu ghi\(authorities)\(merged)",
        en: "Became “\(report.to)” in \(counted(report.records, "record"))\(authorities)\(merged)")
  }

  /// The fields of a change, before and after.
  public func headingExamples(_ report: HeadingChangeReport) -> [String] {
    report.examples.flatMap { example in
      [
        "\(example.record)  \(example.title)", "  − \(example.before.tag) \(shown(example.before))",
        "  + \(example.after.tag) \(shown(example.after))",
      ]
    }
  }

  /// A field with its codes behind dollar signs.
  private func shown(_ field: Field) -> String {
    field.subfields.map { "$\($0.code) \($0.text)" }.joined(separator: " ")
  }

  /// The kind of an authority record's heading; some are of none that the catalogue uses.
  public func authorityKind(_ kind: HeadingKind?) -> String {
    kind.map { headingKind($0) } ?? say(vi: "Khác", en: "Other")
  }

  /// All that is known of an authority record, for people.
  public func card(_ authority: StoredAuthority) -> [String] {
    let entry = authority.entry
    let removed = authority.status == .removed ? say(vi: "  [đã bỏ]", en: "  [removed]") : ""
    let uses = say(
      vi: "dùng trong \(authority.uses) biểu ghi", en: counted(authority.uses, "record"))
    return ["\(authority.id)  \(entry.text)\(removed)", "  \(authorityKind(entry.kind)), \(uses)"]
      + entry.sortedForms.filter { $0.relation != .established }.map {
        "  \(relation($0.relation)): \($0.text)"
      }
      + authority.record.fields("670").compactMap { $0.text("a") }.map {
        "  \(say(vi: "nguồn", en: "source")): \($0)"
      }
  }

  public func relation(_ relation: AuthorityRelation) -> String {
    switch relation {
    case .established: say(vi: "tiêu đề", en: "heading")
    case .see: say(vi: "xem từ", en: "see from")
    case .seeAlso: say(vi: "xem thêm", en: "see also")
    }
  }
}
