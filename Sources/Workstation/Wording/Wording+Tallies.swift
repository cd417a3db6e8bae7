public import LibraryCore

extension Wording {
  public func tallyKind(_ kind: TallyKind) -> String {
    switch kind {
    case .visit: say(vi: "lượt bạn đọc", en: "visits")
    case .onSite: say(vi: "lượt đọc tại chỗ", en: "items read on the spot")
    case .reference: say(vi: "câu hỏi tra cứu", en: "reference questions")
    case .trip: say(vi: "chuyến lưu động", en: "mobile trips")
    case .outside: say(vi: "lượt luân chuyển do cơ sở báo về", en: "uses of boxes, as reported")
    case .event: say(vi: "buổi tuyên truyền, sự kiện", en: "events")
    }
  }

  /// The English words for a single one; Vietnamese has the same for one and many.
  private func oneTally(_ kind: TallyKind) -> String {
    switch kind {
    case .visit: "visit"
    case .onSite: "item read on the spot"
    case .reference: "reference question"
    case .trip: "mobile trip"
    case .outside: "use of a box, as reported"
    case .event: "event"
    }
  }

  public func audience(_ audience: Audience) -> String {
    switch audience {
    case .adult: say(vi: "người lớn", en: "adults")
    case .child: say(vi: "thiếu nhi", en: "children")
    }
  }

  /// What a subject group is about, in a word.
  public func classGroup(_ group: Int) -> String {
    switch group {
    case 0: say(vi: "Tổng loại, tin học", en: "General works, computing")
    case 1: say(vi: "Triết học, tâm lý", en: "Philosophy, psychology")
    case 2: say(vi: "Tôn giáo", en: "Religion")
    case 3: say(vi: "Khoa học xã hội", en: "Social sciences")
    case 4: say(vi: "Ngôn ngữ", en: "Language")
    case 5: say(vi: "Khoa học tự nhiên", en: "Science")
    case 6: say(vi: "Kỹ thuật, y học", en: "Technology, medicine")
    case 7: say(vi: "Nghệ thuật, thể thao", en: "Arts, sport")
    case 8: say(vi: "Văn học", en: "Literature")
    default: say(vi: "Lịch sử, địa lý", en: "History, geography")
    }
  }

  /// A count as one line: `2 lượt đọc tại chỗ, thiếu nhi, môn loại 8`.
  public func tally(_ tally: Tally) -> String {
    let group = tally.group.map { say(vi: ", môn loại \($0)", en: ", class \($0)") } ?? ""
    let came = tally.attendance.map {
      say(vi: ", \($0) người dự", en: ", \(counted($0, "person", "people")) came")
    }
    let what = say(
      vi: tallyKind(tally.kind), en: tally.count == 1 ? oneTally(tally.kind) : tallyKind(tally.kind)
    )
    return "\(tally.count) \(what), \(audience(tally.audience))\(group)"
      + (came ?? "")
  }
}
