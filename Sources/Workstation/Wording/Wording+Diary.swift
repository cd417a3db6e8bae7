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
        "\(days.count) days: \(figures[1]) visits (\(figures[2]) of children), \(figures[3]) items used"
    )
  }

  /// One day in full: who came, and what was read, by audience and by subject group.
  public func diaryPage(_ day: DiaryDay) -> [String] {
    func both(_ count: (Audience?) -> Int) -> String {
      "\(count(nil)) (\(audience(.adult)) \(count(.adult)), \(audience(.child)) \(count(.child)))"
    }
    let groups: [(Int?, String)] =
      (0...9).map { ($0, "\($0) \(classGroup($0))") }
      + [(nil, say(vi: "không rõ môn loại", en: "of no known class"))]
    return [
      say(vi: "BẠN ĐỌC", en: "READERS"),
      say(vi: "  Thẻ mới: \(day.newCards)", en: "  New cards: \(day.newCards)"),
      say(vi: "  Lượt bạn đọc: ", en: "  Visits: ") + both(day.visits),
      say(
        vi: "  Trong đó mượn, trả ở quầy: \(day.served.values.reduce(0, +))",
        en: "  Of them at the desk: \(day.served.values.reduce(0, +))"), "",
      say(vi: "TÀI LIỆU", en: "ITEMS"),
      say(vi: "  Lượt tài liệu: ", en: "  Used: ") + both(day.circulation),
      say(vi: "  Mượn về nhà: ", en: "  Lent home: ") + both(day.lent),
      say(vi: "  Đọc tại chỗ: ", en: "  Read on the spot: ")
        + both { day.tallies.count(.onSite, $0) },
      say(vi: "  Báo, tạp chí: \(day.magazines)", en: "  Magazines: \(day.magazines)"), "",
      say(vi: "THEO MÔN LOẠI", en: "BY CLASS"),
    ]
      + groups.filter { day.circulation(group: $0.0) > 0 }.map {
        "  \($0.1): \(day.circulation(group: $0.0))"
      } + [
        "", say(vi: "VIỆC KHÁC", en: "OTHER WORK"),
        "  \(tallyKind(.reference)): \(day.tallies.count(.reference))",
        "  \(tallyKind(.trip)): \(day.tallies.count(.trip))",
      ]
  }
}
