import ArgumentParser
import LibraryCore
import Workstation

extension TextCommand {
  /// Addresses with the administrative units of today.
  struct Address: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "address",
      abstract: .say(
        vi: "Địa chỉ theo đơn vị hành chính nay (hai cấp từ 1/7/2025).",
        en: "Addresses with the administrative units of today (two levels since July 2025)."))

    @OptionGroup var global: GlobalOptions

    @Option(
      help: .say(
        "day", vi: "Tên gọi vào ngày này, từ 1/7/2025.", en: "Names as of this day, from July 2025."
      ))
    var on: CalendarDay?

    @Argument(
      help: .say("address", vi: "Các địa chỉ; không có thì đọc từng dòng.", en: TextAnswers.given))
    var addresses: [String] = []

    func validate() throws {
      guard on.map({ $0 >= AdministrativeUnits.todaysDivisionSince }) ?? true else {
        throw ValidationError(.say(vi: "--on từ 1/7/2025 trở đi", en: "--on starts at 2025-07-01"))
      }
    }

    func run() throws {
      guard let units = AddressTable.forCommands.units else { throw ExitStatus.machine }
      let day = on ?? SystemClock().now().day
      try TextAnswers(global).each(of: addresses) { line in
        let reading = AddressReading(line, units, on: day)
        switch reading.standing {
        case .unknown:
          return .fault(
            .say(vi: "không nhận ra xã, huyện, tỉnh nào", en: "no unit was understood in it"))
        case .current: return .answer(json(line, reading), line)
        case .former where reading.proposals.isEmpty:
          let province = reading.provinceNow ?? ""
          return .fault(
            .say(
              vi: "chưa rõ xã nay; nay thuộc \(province)",
              en: "the commune of today is not known; it is in \(province)"))
        case .former:
          return .answer(
            json(line, reading), reading.proposals.map(\.text).joined(separator: "\t"))
        }
      }
    }

    private func json(_ line: String, _ reading: AddressReading) -> JSONValue {
      [
        "text": .text(line),
        "standing": .text(reading.standing == .current ? "current" : "former"),
        "units": .list(reading.units.map { .text($0) }),
        "provinceNow": .optional(reading.provinceNow),
        "proposals": .list(
          reading.proposals.map { proposal in
            [
              "text": .text(proposal.text), "code": .text(proposal.code),
              "commune": .text(proposal.commune), "province": .text(proposal.province),
            ]
          }),
      ]
    }
  }

  /// Telephone numbers as they are dialled now.
  struct Phone: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "phone",
      abstract: .say(
        vi: "Số di động 11 số của trước 2018 đổi sang đầu số mới.",
        en: "Mobile numbers of 11 digits as they are dialled since 2018."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say("number", vi: "Các số; không có thì đọc từng dòng.", en: TextAnswers.given))
    var numbers: [String] = []

    func run() throws {
      try TextAnswers(global).each(of: numbers) { line in
        guard PhoneNumbers(line).isPlausible else {
          return .fault(.say(vi: "không phải số điện thoại", en: "this is no telephone number"))
        }
        let renumbered = PhoneNumbers.renumbered(line)
        return .answer(
          [
            "text": .text(line), "phone": .text(renumbered ?? line),
            "changed": .bool(renumbered != nil),
          ], renumbered ?? line)
      }
    }
  }
}
