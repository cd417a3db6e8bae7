import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Which patrons are listed or looked for.
struct PatronFilterOptions: ParsableArguments {
  @Option(help: .say("sex", vi: "Chỉ nam hoặc chỉ nữ.", en: "Only of this sex: male or female."))
  var sex: Sex?

  @Option(
    help: .say(
      "code", vi: "Chỉ nghề nghiệp này, theo mã hoặc tên trong danh mục.",
      en: "Only of this occupation, by its code or name in the library's list."))
  var occupation: String?

  func filter(_ session: LibrarySession) throws -> PatronFilter {
    try session.desk.patronFilter(sex: sex, occupation: occupation)
  }
}

extension Desk {
  /// An occupation may be named as the list names it; any other text is a code of its own.
  func patronFilter(sex: Sex?, occupation: String?) throws -> PatronFilter {
    let code = try occupation.map { typed in
      try houseConfiguration().choices(.occupation).first {
        [$0.code.lowercased(), $0.name.lowercased()].contains(typed.lowercased())
      }?.code ?? typed
    }
    return PatronFilter(sex: sex, occupation: code)
  }
}
