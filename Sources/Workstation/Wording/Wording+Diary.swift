public import LibraryCore

/// The library diary, for the screen and the command line.
extension Wording {
  /// The headings of the diary's columns, the day first.
  public var diaryColumns: [String] {
    [
      say(vi: "Ngày", en: "Day"), say(vi: "Thẻ mới", en: "Cards"),
      say(vi: "Lượt BĐ", en: "Visits"), say(vi: "Th.nhi", en: "Children"),
      say(vi: "Lượt TL", en: "Use"), say(vi: "Về nhà", en: "Lent"),
      say(vi: "Tại chỗ", en: "On site"), say(vi: "Báo, TC", en: "Magaz."),
      say(vi: "Câu hỏi", en: "Questns"),
    ]
  }

  public func diaryRow(_ day: DiaryDay) -> [String] {
    [self.day(day.day)] + diaryFigures([day]).map(String.init)
  }

  /// Card, visits, visits of children, use, lent home, on the spot, magazines, questions.
  private func diaryFigures(_ days: [DiaryDay]) -> [Int] {
    let figures: [(DiaryDay) -> Int] = [
      { $0.newCards }, { $0.visits() }, { $0.visits(.child) }, { $0.circulation() }, { $0.lent() },
      { $0.tallies.count(.onSite) }, { $0.magazines }, { $0.tallies.count(.reference) },
    ]
    return figures.map { figure in days.reduce(0) { $0 + figure($1) } }
  }

  /// The sum of some days in one line.
  public func diarySum(_ days: [DiaryDay]) -> String {
    let figures = diaryFigures(days)
    return say(
      vi:
        "Cộng \(days.count) ngày: \(figures[1]) lượt bạn đọc (\(figures[2]) thiếu nhi), \(figures[3]) lượt tài liệu",
      en:
        "\(counted(days.count, "day")): \(counted(figures[1], "visit")) (\(figures[2]) of children), \(counted(figures[3], "item")) used"
    )
  }

  /// One day in full, in the parts of the diary in use: readers, what was read, making books known.
  ///
  /// `names` gives the name of a code of the house's lists.
  public func diaryPage(
    _ day: DiaryDay, names: (TermKind, String) -> String = { $1 }
  ) -> [String] {
    readersPart(day, names) + itemsPart(day) + eventsPart(day, names) + [
      "", say(vi: "VIỆC KHÁC", en: "OTHER WORK"),
      "  \(tallyKind(.reference)): \(day.tallies.count(.reference))",
      "  \(tallyKind(.trip)): \(day.tallies.count(.trip))",
      say(
        vi: "  bản gửi luân chuyển: \(day.boxed)",
        en: "  copies sent in boxes: \(day.boxed)"),
    ]
  }

  private func both(_ count: (Audience?) -> Int) -> String {
    "\(count(nil)) (\(audience(.adult)) \(count(.adult)), \(audience(.child)) \(count(.child)))"
  }

  private func readersPart(_ day: DiaryDay, _ names: (TermKind, String) -> String) -> [String] {
    [
      say(vi: "BẠN ĐỌC", en: "READERS"),
      say(vi: "  Thẻ mới: \(day.newCards)", en: "  New cards: \(day.newCards)"),
      say(vi: "  Lượt bạn đọc: ", en: "  Visits: ") + both(day.visits),
      say(
        vi: "  Trong đó mượn, trả ở quầy: \(day.served.values.reduce(0, +))",
        en: "  Of them at the desk: \(day.served.values.reduce(0, +))"),
    ]
      + countLines(
        day.servedByOccupation, unknown: say(vi: "không rõ nghề", en: "of no known occupation")
      ) { names(.occupation, $0) }
  }

  private func itemsPart(_ day: DiaryDay) -> [String] {
    let groups: [(Int?, String)] =
      (0...9).map { ($0, "\($0) \(classGroup($0))") }
      + [(nil, say(vi: "không rõ môn loại", en: "of no known class"))]
    return [
      "", say(vi: "TÀI LIỆU", en: "ITEMS"),
      say(vi: "  Lượt tài liệu: ", en: "  Used: ") + both(day.circulation),
      say(vi: "  Mượn về nhà: ", en: "  Lent home: ") + both(day.lent),
      say(vi: "  Đọc tại chỗ: ", en: "  Read on the spot: ")
        + both { day.tallies.count(.onSite, $0) },
      say(vi: "  Luân chuyển, cơ sở báo về: ", en: "  Out of boxes, as reported: ")
        + both { day.tallies.count(.outside, $0) },
      say(vi: "  Báo, tạp chí: \(day.magazines)", en: "  Magazines: \(day.magazines)"), "",
      say(vi: "THEO MÔN LOẠI", en: "BY CLASS"),
    ]
      + groups.filter { day.circulation(group: $0.0) > 0 }.map {
        "  \($0.1): \(day.circulation(group: $0.0))"
      }
      + ["", say(vi: "THEO NGÔN NGỮ (mượn ở quầy)", en: "BY LANGUAGE (lent at the desk)")]
      + countLines(
        day.readByLanguage, unknown: say(vi: "không rõ ngôn ngữ", en: "of no known language"),
        languageName)
  }

  private func eventsPart(_ day: DiaryDay, _ names: (TermKind, String) -> String) -> [String] {
    let events = day.tallies.events
    let sum = day.tallies.count(.event)
    return [
      "", say(vi: "TUYÊN TRUYỀN, SỰ KIỆN", en: "EVENTS"),
      say(
        vi: "  \(sum) buổi, \(day.tallies.attendance) người dự",
        en:
          "  \(counted(sum, "event")), \(counted(day.tallies.attendance, "person", "people")) came"),
    ]
      + events.sorted { ($0.value.count, $0.key ?? "") > ($1.value.count, $1.key ?? "") }.map {
        form, events in
        let name = form.map { names(.eventForm, $0) } ?? say(vi: "hình thức khác", en: "other")
        return say(
          vi: "  \(name): \(events.count) buổi, \(events.attendance) người dự",
          en: "  \(name): \(events.count), \(counted(events.attendance, "person", "people")) came")
      }
  }

  /// A line for each code with its count, the most first and what is not known last.
  private func countLines(
    _ counts: [String?: Int], unknown: String, _ name: (String) -> String
  ) -> [String] {
    counts.sorted { left, right in
      (left.key != nil ? 1 : 0, left.value, right.key ?? "")
        > (right.key != nil ? 1 : 0, right.value, left.key ?? "")
    }.map { "  \($0.key.map(name) ?? unknown): \($0.value)" }
  }
}
