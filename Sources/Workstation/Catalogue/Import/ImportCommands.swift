import Terminal

extension CommandID {
  static let catalogueImport = CommandID("catalogue.import")
  static let catalogueBatches = CommandID("catalogue.batches")
  static let importComplete = CommandID("import.complete")
  static let importRun = CommandID("import.run")
  static let importStage = CommandID("import.stage")
  static let importRejected = CommandID("import.rejected")
  static let stagingNext = CommandID("staging.next")
  static let stagingSkip = CommandID("staging.skip")
  static let stagingFilter = CommandID("staging.filter")
  static let stagingRun = CommandID("staging.run")
  static let batchUndo = CommandID("batch.undo")
  static let batchResume = CommandID("batch.resume")
  static let batchClose = CommandID("batch.close")
}

extension KeyContext {
  static let importing: [KeyContext] = [
    KeyContext(
      "import", title: LocalizedText(vi: "Khi chọn tệp", en: "While choosing a file"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "importPreview", title: LocalizedText(vi: "Trước khi nhập", en: "Before an import"),
      parents: ["form", "list"], takesText: true),
    KeyContext(
      "staging",
      title: LocalizedText(vi: "Khi xem từng biểu ghi nhập", en: "While staging records"),
      parents: ["list"]),
    KeyContext(
      "imported", title: LocalizedText(vi: "Sau khi nhập", en: "After an import"),
      parents: ["list"]),
    KeyContext(
      "batches", title: LocalizedText(vi: "Trong các đợt nhập", en: "In the batches"),
      parents: ["list"]),
  ]
}

extension Command {
  static let importing: [Command] = [
    Command(
      .catalogueImport, label: LocalizedText(vi: "Nhập tệp", en: "Import"),
      summary: LocalizedText(
        vi: "Nhập biểu ghi (ISO 2709, MARCXML, …), bảng bản tài liệu hay bạn đọc",
        en: "Import records (ISO 2709, MARCXML, …), a table of copies or patrons"),
      contexts: [KeyContext.global], permission: "catalogue.import"),
    Command(
      .catalogueBatches, label: LocalizedText(vi: "Đợt nhập", en: "Batches"),
      summary: LocalizedText(
        vi: "Xem các đợt nhập, lỗi của chúng, huỷ một đợt",
        en: "See the imported batches and their faults, take one back"),
      contexts: [KeyContext.global], permission: "catalogue.import"),
    Command(
      .importComplete, label: LocalizedText(vi: "Điền tiếp", en: "Complete"),
      summary: LocalizedText(vi: "Điền tiếp tên tệp", en: "Complete the file's name"),
      contexts: ["import"], flags: [.keyBar, .notInPalette]),
    Command(
      .importRun, label: LocalizedText(vi: "Nhập", en: "Import"),
      summary: LocalizedText(vi: "Nhập tệp này", en: "Take this file in"),
      contexts: ["importPreview"], permission: "catalogue.import", danger: .dangerous,
      flags: .keyBar),
    Command(
      .importStage, label: LocalizedText(vi: "Từng biểu ghi", en: "Record by record"),
      summary: LocalizedText(
        vi: "Xem từng biểu ghi trong tệp: mới, trùng hay chưa chắc, và quyết định",
        en: "See each record of the file: new, known or unsure, and decide"),
      contexts: ["importPreview"], flags: .keyBar),
    Command(
      .importRejected, label: LocalizedText(vi: "Ghi phần bỏ lại", en: "Write left-out"),
      summary: LocalizedText(
        vi: "Ghi những biểu ghi không nhập ra tệp, kèm lý do",
        en: "Write the records left out to a file, with the reasons"),
      contexts: ["imported"], flags: .keyBar),
    Command(
      .stagingNext, label: LocalizedText(vi: "Đổi cách", en: "Change"),
      summary: LocalizedText(
        vi: "Đổi việc sẽ làm với biểu ghi: gộp, thay, thêm mới, bỏ qua",
        en: "Change what is done: merge, replace, add, leave out"),
      contexts: ["staging"], flags: .keyBar),
    Command(
      .stagingSkip, label: LocalizedText(vi: "Bỏ qua", en: "Leave out"),
      summary: LocalizedText(vi: "Không nhập biểu ghi này", en: "Do not take this record in"),
      contexts: ["staging"], flags: .keyBar),
    Command(
      .stagingFilter, label: LocalizedText(vi: "Lọc", en: "Filter"),
      summary: LocalizedText(
        vi: "Chỉ liệt kê: tất cả, chưa chắc, trùng, mới, hỏng",
        en: "List only: all, unsure, known, new, faulty"),
      contexts: ["staging"], flags: .keyBar),
    Command(
      .stagingRun, label: LocalizedText(vi: "Nhập", en: "Import"),
      summary: LocalizedText(
        vi: "Nhập tệp thành một đợt theo những gì đã chọn", en: "Take the file in as one batch"),
      contexts: ["staging"], permission: "catalogue.import", danger: .dangerous, flags: .keyBar),
    Command(
      .batchUndo, label: LocalizedText(vi: "Huỷ đợt", en: "Take back"),
      summary: LocalizedText(vi: "Huỷ cả đợt nhập đang chọn", en: "Take the selected batch back"),
      contexts: ["batches"], permission: "catalogue.import", danger: .dangerous, flags: .keyBar),
    Command(
      .batchResume, label: LocalizedText(vi: "Nhập tiếp", en: "Go on"),
      summary: LocalizedText(
        vi: "Nhập tiếp đợt dở dang, với chính tệp đó",
        en: "Go on with the open batch and the same file"),
      contexts: ["batches"], permission: "catalogue.import", flags: .keyBar),
    Command(
      .batchClose, label: LocalizedText(vi: "Đóng đợt", en: "Close"),
      summary: LocalizedText(
        vi: "Đóng đợt dở dang, giữ những gì đã nhập", en: "Close the open batch as it is"),
      contexts: ["batches"], permission: "catalogue.import", flags: .keyBar),
  ]
}
