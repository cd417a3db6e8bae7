import ArgumentParser
import Glibc

/// Reads the command line, does what it says and ends with the status that the contract of the command line names.
@main
enum Program {
  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try Thuthu.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let status as ExitStatus {
      return status
    } catch {
      return Ending(error, asking: Thuthu.self).report()
    }
  }
}

/// The root of all commands; without a command it opens the screen.
struct Thuthu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thuthu",
    abstract: .say(
      vi: "Thủ Thư: quầy thư viện trong cửa sổ dòng lệnh", en: "Thủ Thư: the library's workstation"),
    discussion: .say(
      vi: "Không có lệnh thì mở màn hình làm việc; F1 ở đó cho xem mọi phím.",
      en: "Without a command it opens the screen; F1 there shows every key."),
    groupedSubcommands: [
      CommandGroup(
        name: .say(vi: "Thư viện", en: "The library"),
        subcommands: [
          InitCommand.self, CheckCommand.self, LogCommand.self, HistoryCommand.self,
          UndoCommand.self,
          StaffCommand.self, RuleCommand.self, CalendarCommand.self, TermCommand.self,
          SettingCommand.self,
        ]),
      CommandGroup(
        name: .say(vi: "Lưu thông", en: "Circulation"),
        subcommands: [
          CheckOutCommand.self, ReturnCommand.self, RenewCommand.self, HoldCommand.self,
          PayCommand.self,
          ChargeCommand.self, AccountCommand.self, CashCommand.self, LossCommand.self,
          ExplainCommand.self, TallyCommand.self, DiaryCommand.self, BoxCommand.self,
          KocCommand.self,
          SelfCheckCommand.self,
          SlipCommand.self, NoticeCommand.self,
          DeskCommand.self,
        ]),
      CommandGroup(
        name: .say(vi: "Mục lục", en: "The catalogue"),
        subcommands: [
          SearchCommand.self, ShowCommand.self, RecordCommand.self, ItemCommand.self,
          AuthorityCommand.self,
          ShelfMarkCommand.self, ClassCommand.self,
          ImportCommand.self, ExportCommand.self, ConvertCommand.self, MARCCommand.self,
          RemoteCommand.self, TargetCommand.self, PackCommand.self,
          MapCommand.self,
        ]),
      CommandGroup(
        name: .say(vi: "Bạn đọc", en: "Patrons"), subcommands: [PatronCommand.self]),
      CommandGroup(
        name: .say(vi: "Kiểm kê", en: "Inventory"), subcommands: [StocktakeCommand.self]),
      CommandGroup(
        name: .say(vi: "Công cụ", en: "Tools"),
        subcommands: [KeysCommand.self, ThemeCommand.self, TerminalCommand.self, TextCommand.self]),
    ])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws { try screen.open(global) }
}
