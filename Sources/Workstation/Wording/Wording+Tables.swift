public import LibraryCore
import LibraryStore
import VietnameseText

extension Wording {
  /// What a table is about, as a format of files.
  func tableContent(_ content: TablePreview.Content?) -> String {
    switch content {
    case .copies: say(vi: "bảng bản tài liệu (CSV)", en: "table of copies (CSV)")
    case .patrons: say(vi: "bảng bạn đọc (CSV)", en: "table of patrons (CSV)")
    case nil: say(vi: "bảng không rõ về gì", en: "a table of unknown things")
    }
  }

  /// How an import of patrons ended, in figures.
  public func patronCounts(_ report: PatronImport) -> String {
    say(
      vi:
        "\(report.rows) dòng: cấp \(report.enrolled) thẻ, sửa \(report.changed), để nguyên \(report.left), trùng người \(report.twins), lỗi \(report.faultCount)",
      en:
        "\(counted(report.rows, "row")): \(report.enrolled) enrolled, \(report.changed) changed, \(report.left) left, \(counted(report.twins, "twin")), \(counted(report.faultCount, "fault"))"
    ) + renumbered(report.renumbered) + withoutGuardian(report.withoutGuardian)
  }

  private func renumbered(_ count: Int) -> String {
    count == 0
      ? ""
      : say(
        vi: "; \(count) số điện thoại ghi theo đầu số mới",
        en: "; \(counted(count, "phone")) kept as they are dialled now")
  }

  private func withoutGuardian(_ count: Int) -> String {
    count == 0
      ? ""
      : say(
        vi: "; \(count) trẻ em chưa có người giám hộ",
        en: "; \(count) children without a guardian")
  }

  /// What mending could do to the texts of a file beside decoding; nil if nothing.
  func mendable(_ survey: EncodingSurvey) -> String? {
    guard survey.composable + survey.repairable > 0 else { return nil }
    let (composable, repairable) = (survey.composable, survey.repairable)
    return say(
      vi:
        "Ở phần đầu tệp: \(composable) trường chưa dựng sẵn, \(repairable) chỗ sai dấu hay Ð giả Đ",
      en:
        "In the first part: \(counted(composable, "field")) not composed, \(repairable) misplaced marks or false Đ"
    )
  }
}
