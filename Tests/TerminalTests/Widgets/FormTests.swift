import Terminal
import Testing

struct FormTests {
  private func form() -> Form {
    Form(
      [
        Form.Item("card", label: "Số thẻ", field: Field(.code), isRequired: true, width: 10),
        Form.Item("name", label: "Họ tên", isRequired: true, hint: "Họ trước, tên sau"),
        Form.Item(
          "born", label: "Ngày sinh", field: Field(.date, placeholder: "nn/tt/nnnn"), width: 10),
        Form.Item(
          "phone", label: "Điện thoại", field: Field(.number), width: 12,
          check: { $0.text.count < 9 ? "Số quá ngắn" : nil }),
      ], language: .vietnamese)
  }

  private func lines(_ form: Form, rows: Int = 6) -> [String] {
    var surface = Surface(size: Size(rows: rows, columns: 30))
    form.draw(into: &surface, in: surface.bounds)
    return surface.lines
  }

  @Test("labels stand before fields, the last row advises")
  func drawing() {
    var form = form()
    form.press("P1", ":form.next", "Nguyễn Thị Ánh")
    #expect(
      lines(form) == [
        "Số thẻ*     P1", "Họ tên*     Nguyễn Thị Ánh", "Ngày sinh   nn/tt/nnnn", "Điện thoại",
        "", "Họ trước, tên sau",
      ])
  }

  @Test("the focus goes round in both directions")
  func focus() {
    var form = form()
    #expect(form.update(.command(.formPrevious)) == .moved)
    #expect(form.focus == 3)
    form.press(":form.next", ":form.next")
    #expect(form.focus == 1)
  }

  @Test("saving marks every fault and goes to the first")
  func validation() {
    var form = form()
    form.press("P1", ":form.next", " ", ":form.next", "3102", ":form.next", "123")
    #expect(form.update(.command(.formSave)) == .refused)
    #expect(form.focus == 1)
    #expect(form.items.map { $0.field.error != nil } == [false, true, true, true])
    #expect(lines(form).last == "Phải điền ô này")
    form.press("An", ":form.next", ":field.clear", ":form.next", "456789")
    #expect(form.update(.command(.formSave)) == .saved)
    #expect(form.texts == ["card": "P1", "name": " An", "born": "", "phone": "123456789"])
  }

  @Test("a form knows whether anything changed since it was saved")
  func dirty() {
    var form = form()
    #expect(!form.isDirty)
    form.press("P")
    #expect(form.isDirty)
    form.press(":field.deleteBack")
    #expect(!form.isDirty)
    form.press("P")
    form.markSaved()
    #expect(!form.isDirty)
  }

  @Test("a scan fills the field and goes on to the next; one that does not belong is refused")
  func scans() {
    var form = form()
    form.press("P0")
    let scan = Scan(code: "P00017", alreadyTyped: 2)
    #expect(form.update(.input(.scan(scan))) == .edited("card"))
    #expect(form["card"]?.text == "P00017" && form.focus == 1)
    form.press(":form.previous", ":form.previous")
    #expect(form.update(.input(.scan(scan))) == .refused)
    #expect(form.focus == 3 && form["phone"]?.text == "")
  }

  @Test("the program may fill fields and point at faults of its own")
  func program() {
    var form = form()
    form.setText("P9", for: "card")
    form.setError("Thẻ đã có người", for: "card")
    #expect(lines(form).last == "Thẻ đã có người")
    form.press("1")
    #expect(form["card"]?.text == "P91" && form["card"]?.error == nil)
    #expect(form["nothing"] == nil)
  }

  @Test("a form longer than the screen shows the page with the focus")
  func paging() {
    var form = form()
    #expect(lines(form, rows: 3) == ["Số thẻ*", "Họ tên*", "                           1/4"])
    form.press(":form.next", ":form.next")
    #expect(lines(form, rows: 3).first == "Ngày sinh   nn/tt/nnnn")
    #expect(lines(form, rows: 1) == ["Ngày sinh   nn/tt/nnnn"])
    #expect(lines(form, rows: 0).isEmpty)
  }

  @Test("a page of fields at a time, and no further than the ends")
  func pages() {
    var form = form()
    form.pageRows = 2
    #expect(form.update(.command(.formPageDown)) == .moved)
    #expect(form.focus == 2)
    form.press(":form.pageDown")
    #expect(form.focus == 3)
    form.press(":form.pageUp")
    #expect(form.focus == 0)
    form.press(":form.pageUp")
    #expect(form.focus == 0)
  }

  @Test("a form without fields does nothing")
  func noFields() {
    var form = Form([], language: .english)
    #expect(form.update(.command(.formNext)) == .ignored)
    #expect(lines(form, rows: 1) == [""])
  }
}

extension Form {
  fileprivate mutating func press(_ scripts: String...) {
    for script in scripts { _ = update(ScreenEvent(script: script)) }
  }
}
