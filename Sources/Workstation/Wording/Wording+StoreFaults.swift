public import LibraryCore
public import LibraryStore

extension Wording {
  /// What the clock says beside the last action.
  public func clockDoubt(_ doubt: ClockDoubt) -> String {
    let now = "\(day(doubt.now.day)) \(doubt.now.clock)"
    guard let last = doubt.last else {
      return say(vi: "Đồng hồ máy chỉ \(now)", en: "The machine's clock says \(now)")
    }
    let then = "\(day(last.day)) \(last.clock)"
    return say(
      vi: "Đồng hồ máy chỉ \(now), mà việc ghi gần nhất là \(then)",
      en: "The machine's clock says \(now), but the last action was at \(then)")
  }

  /// What the machine stopped: what, where, and that nothing half-written was left.
  public func storeFault(_ fault: StoreFault) -> String {
    switch fault {
    case .noLibrary(let folder):
      say(
        vi: "Không có thư viện nào trong \(folder); tạo bằng «thuthu init»",
        en: "There is no library in \(folder); make one with “thuthu init”")
    case .libraryExists(let folder):
      say(
        vi: "\(folder) đã có một thư viện; không ghi đè",
        en: "\(folder) already holds a library; it was left as it is")
    case .cannotCreateFolder(let path, let reason):
      say(vi: "Không tạo được thư mục \(path): \(reason)", en: "Cannot make \(path): \(reason)")
    case .readOnly(let path):
      say(
        vi: "Không ghi được vào \(path): thiếu quyền ghi hoặc đĩa chỉ đọc. Chưa ghi gì cả",
        en: "Cannot write \(path): no permission, or the disk is read-only. Nothing was written")
    case .diskFull(let path):
      say(
        vi: "Đĩa đầy khi ghi \(path). Việc này chưa được ghi; những việc trước vẫn nguyên",
        en: "The disk is full at \(path). This action was not written; all earlier ones are safe")
    case .locked(let path):
      say(
        vi: "Chương trình khác đang giữ \(path). Việc này chưa được ghi, xin làm lại",
        en: "Another program holds \(path). This action was not written, please repeat it")
    case .damaged(let path, let detail):
      say(
        vi:
          "Tệp \(path) bị hỏng (\(detail)). Đừng dùng tiếp; sao tệp ra nơi khác rồi khôi phục từ bản lưu",
        en: "\(path) is damaged (\(detail)). Stop using it; copy it aside and restore a backup")
    case .newerSchema(let found, let known):
      say(
        vi:
          "Thư viện do bản Thủ Thư mới hơn tạo ra (lược đồ \(found), bản này biết \(known)). Xin nâng cấp",
        en:
          "A newer Thủ Thư made this library (schema \(found), this one knows \(known)). Please upgrade"
      )
    case .clockInDoubt(let doubt):
      clockDoubt(doubt)
        + say(
          vi: ". Chưa ghi gì cả. Hãy chỉnh giờ máy; nếu giờ máy đúng, thêm --clock-is-right",
          en:
            ". Nothing was written. Set the machine's clock; if it is right, add --clock-is-right")
    case .input(let path, let reason):
      say(vi: "Không đọc được \(path): \(reason)", en: "Cannot read \(path): \(reason)")
    case .disk(let path, let detail):
      say(
        vi: "Lỗi đĩa ở \(path): \(detail). Việc này chưa được ghi",
        en: "Disk error at \(path): \(detail). This action was not written")
    }
  }
}
