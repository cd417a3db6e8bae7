import Foundation
import Testing

@Suite("What is said to people who are refused")
struct RefusalWordingTests {
  @Test("a hold's last day, a health card and a wrong week are named as people name them")
  func fields() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let record = try commands.copy("A")
    let hold = try commands.run(
      "hold", "place", "--patron", card, "--record", record, "--until", "2020-01-01")
    #expect(hold.status == 1)
    #expect(!hold.output.contains("Thẻ có giá trị") && hold.output.contains("Đến hết ngày"))
    let insurance = try commands.run(
      "patron", "add", "--qr",
      "DN4797912345678|4e677579e1bb856e2056c4836e20416e|01/01/1990|1|x|79 - 001|01/01/2026|-|x")
    #expect(insurance.status == 1 && insurance.output.contains("thẻ bảo hiểm y tế"))
    let hours = try commands.run("calendar", "hours", "1", "lúc nào cũng được")
    #expect(!(hours.output + hours.errors).contains("sessions:"))
  }

  @Test("without the password of the only account one is told how to give it")
  func password() throws {
    let commands = try Commands()
    let secret = try commands.file("secret", "đúng mật khẩu\n")
    #expect(try commands.run("staff", "password", "admin", "--password-file", secret).status == 0)
    let refused = try commands.run("log")
    #expect(refused.status == 1)
    #expect((refused.output + refused.errors).contains("THUTHU_PASSWORD_FILE"))
    #expect(!(refused.output + refused.errors).contains("tài khoản thứ hai"))
    #expect(
      try commands.run("log", environment: ["THUTHU_PASSWORD_FILE": secret]).status == 0)
  }
}
