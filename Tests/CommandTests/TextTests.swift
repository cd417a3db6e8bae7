import Foundation
import Testing

@Suite("Vietnamese for scripts")
struct TextTests {
  private let commands: Commands

  init() throws { commands = try Commands(makesLibrary: false) }

  @Test("amounts come in words, from the command line or line by line")
  func words() throws {
    #expect(try commands.run("text", "words", "50.000 đ").output == "Năm mươi nghìn đồng\n")
    #expect(
      try commands.run("text", "words", "--southern", "--number", input: "1005\n21\n").lines
        == ["một ngàn không trăm lẻ năm", "hai mươi mốt"])
  }

  @Test("keys become Vietnamese in each method, one line in, one line out")
  func typing() throws {
    #expect(
      try commands.run("text", "type", input: "DDawsk Lawsk\nB00<hoaf\n\n").output
        == "Đắk Lắk\nB00<hòa\n\n")
    #expect(
      try commands.run("text", "type", "--method", "vni", "--style", "new", input: "hoa2 d9e61n\n")
        .lines == ["hoà đến"])
    #expect(
      try commands.run("text", "type", "--method", "viqr", input: "dduo+`ng\n").lines == ["đường"])
    #expect(
      try commands.run("text", "type", "--method", "simple-telex", input: "[w] windows\n").lines
        == ["[w] windows"])
    #expect(
      try commands.run("text", "type", "--spell", "off", input: "windows\n").lines == ["ưindớ"])
    #expect(
      try commands.run("text", "type", "--json", input: "as\n").output
        == "{\"keys\":\"as\",\"text\":\"á\"}\n")
    #expect(try commands.run("text", "type", "--method", "vietnet", input: "as\n").status == 2)
  }

  @Test("what cannot be read is told, has an empty line, and holds up nothing")
  func faults() throws {
    let run = try commands.run("text", "words", input: "5\nnăm\n1000000000000000\n7\n")
    #expect(run.status == 3)
    #expect(run.output == "Năm đồng\n\n\nBảy đồng\n")
    #expect(run.errors.contains("dòng 2: không phải số tiền"))
    #expect(run.errors.contains("dòng 3: không phải số tiền"))
    #expect(try commands.run("text", "words", "999999999999999").status == 0)
    let fault = try commands.run("text", "date", "--json", "31.II.2026")
    #expect(try fault.outcome == "fault")
    #expect(fault.status == 3)
  }

  @Test("days change their form")
  func dates() throws {
    #expect(
      try commands.run("text", "date", "21.XI.2026", "2026-11-21", "1-2-2026").lines
        == ["21/11/2026", "21/11/2026", "01/02/2026"])
    #expect(
      try commands.run("text", "date", "--form", "roman", "21/11/2026").lines == ["21.XI.2026"])
  }

  @Test("days go to the lunar calendar and back, as far as it reaches")
  func lunar() throws {
    let there = try commands.run("text", "lunar", "21/11/2026", "8.VIII.2025").lines
    #expect(there == ["13/10/2026 Bính Ngọ", "15/6n/2025 Ất Tỵ"])
    let back = try commands.run("text", "lunar", "--solar", input: "13/10/2026\n15/6n/2025\n").lines
    #expect(back == ["21/11/2026", "08/08/2025"])
    let outside = try commands.run("text", "lunar", "1968-01-29")
    #expect(outside.status == 3)
    #expect(outside.errors.contains("từ năm 1990 đến 2060"))
    #expect(try commands.run("text", "lunar", "--solar", "30/12/2026").status == 3)
  }

  @Test("names in capitals come in ordinary letters when that is wanted")
  func capitals() throws {
    #expect(try commands.run("text", "names", "TÔN NỮ THỊ AN").output == "TÔN NỮ\tTHỊ\tAN\n")
    #expect(
      try commands.run("text", "names", "--capitals", "TÔN NỮ THỊ AN").output
        == "Tôn Nữ\tThị\tAn\n")
  }

  @Test("the holidays of a year are shown, and written when that is wanted")
  func holidays() throws {
    let commands = try Commands()
    #expect(try commands.run("calendar", "set", "2027-02-08", "open", "--reason", "Bù").status == 0)
    let shown = try commands.run("calendar", "holidays", "2027", "--json").objects
    #expect(shown.count == 12)
    #expect(
      shown.filter { $0["known"] as? Bool == true }.map { $0["day"] as? String } == ["2027-02-08"])
    let saved = try commands.run(
      "calendar", "holidays", "2027", "--before-tet", "2", "--national-day", "early",
      "--without-culture-day", "--without-making-up", "--save")
    #expect(saved.status == 0)
    #expect(saved.output.contains("Đã ghi 10 ngày nghỉ"))
    let days = try commands.run("calendar", "list").output
    #expect(days.contains("04/02/2027") && days.contains("01/09/2027") && days.contains("Bù"))
    #expect(!days.contains("24/11/2027"))
    #expect(try commands.run("undo").status == 0)
    #expect(!(try commands.run("calendar", "list").output.contains("04/02/2027")))
    #expect(try commands.run("calendar", "holidays", "2061").status == 2)
    #expect(try commands.run("calendar", "holidays", "2027", "--before-tet", "3").status == 2)
  }

  @Test("an address of before comes with the units of today")
  func addresses() throws {
    let run = try commands.run(
      "text", "address", "Số 1, P. Trúc Bạch, Q. Ba Đình, Hà Nội", "x, Phường Ba Đình, Hà Nội",
      "P. Cống Vị, Q. Ba Đình, Hà Nội")
    #expect(
      run.lines == [
        "Số 1, Phường Ba Đình, Thành phố Hà Nội", "x, Phường Ba Đình, Hà Nội",
        "Phường Ngọc Hà, Thành phố Hà Nội\tPhường Giảng Võ, Thành phố Hà Nội",
      ])
    let former = "Xã Đồng Tiến, Huyện Đồng Phú, Bình Phước"
    let object = try commands.run("text", "address", "--json", former).object
    #expect(object["standing"] as? String == "former")
    #expect(object["provinceNow"] as? String == "Thành phố Đồng Nai")
    let dated = try commands.run("text", "address", "--on", "2025-12-31", "--json", former).object
    #expect(dated["provinceNow"] as? String == "Tỉnh Đồng Nai")
    #expect(try commands.run("text", "address", "--on", "2025-06-30", former).status == 2)
    let unknown = try commands.run("text", "address", input: "12 Nguyễn Trãi\n")
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("dòng 1: không nhận ra"))
  }

  @Test("a faulty table of units is told, and the program's own serves")
  func faultyTable() throws {
    let data = commands.folder + "/.config/thuthu/data"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    _ = try commands.file(".config/thuthu/data/administrative-units.tsv", "hỏng")
    let run = try commands.run("text", "address", "P. Trúc Bạch, Q. Ba Đình, Hà Nội")
    #expect(run.status == 0)
    #expect(run.output == "Phường Ba Đình, Thành phố Hà Nội\n")
    #expect(run.errors.contains("administrative-units.tsv: dòng 1 không phải một đơn vị"))
  }

  @Test("a patron's old address and phone are brought up to date as was asked for, and told")
  func patrons() throws {
    let commands = try Commands()
    let former = "P. Trúc Bạch, Q. Ba Đình, Hà Nội"
    let added = try commands.run(
      "patron", "add", "--name", "An", "--phone", "01691234567", "--address", former, "--json"
    ).object
    let card = try #require(added["card"] as? String)
    let notices = try #require(added["notices"] as? [[String: Any]])
    #expect(notices.map { $0["code"] as? String } == ["phoneRenumbered", "addressFormer"])
    let shown = try commands.run("show", "patron", card, "--json").object
    #expect(shown["address"] as? String == former)
    #expect(shown["phone"] as? String == "0391234567")
    let edited = try commands.run("patron", "edit", card, "--address", former, "--current-address")
    #expect(edited.output.contains("ghi thành «Phường Ba Đình, Thành phố Hà Nội»"))
    let table = try commands.file(
      "p.csv",
      """
      Họ tên,Điện thoại,Địa chỉ
      Lê Hoa,0123 456 7890,"\(former)"
      Lê Na,0912345678,"P. Cống Vị, Q. Ba Đình, Hà Nội"
      """)
    let imported = try commands.run("patron", "import", table, "--current-address", "--json").object
    #expect(imported["phonesRenumbered"] as? Int == 1)
    let again = try commands.file("q.csv", "Họ tên,Điện thoại\nVũ An,0169 123 4567\n")
    #expect(
      try commands.run("patron", "import", again).output.contains("1 số điện thoại ghi theo đầu số")
    )
    #expect(imported["addressesBroughtUp"] as? Int == 1)
    #expect(
      try commands.run("patron", "search", "le na", "--json").object["address"] as? String
        == "P. Cống Vị, Q. Ba Đình, Hà Nội")
  }

  @Test("phones of before 2018 come as they are dialled now")
  func phones() throws {
    let run = try commands.run("text", "phone", input: "0169 123 4567\n0912345678\nkhông\n")
    #expect(run.output == "039 123 4567\n0912345678\n\n")
    #expect(run.status == 3)
  }

  @Test("a syllable comes in its parts, and what is none is told")
  func syllables() throws {
    #expect(
      try commands.run("text", "syllable", "NGUYỄN", "hoà").lines == [
        "ng\tu\tyê\tn\tnga", "h\to\ta\t\thuyen",
      ])
    #expect(try commands.run("text", "syllable", "Đắk").status == 3)
    #expect(try commands.run("text", "syllable", "--highland", "Đắk").status == 0)
    #expect(
      try commands.run("text", "syllable", "windows").errors.contains("không phải một âm tiết"))
  }
}
