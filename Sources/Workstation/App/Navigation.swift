import LibraryCore
import LibraryStore
import Terminal
import VietnameseText

/// What another screen hands to the desk when it sends the person there.
enum DeskErrand: Sendable {
  case mode(DeskSession.Mode)
  /// A code that was scanned where it meant nothing: it gets its answer at the desk.
  case scan(String)
  /// Serve this patron.
  case patron(CardNumber)
  /// Nobody stands at the desk: what was scanned for somebody who was not enrolled after all is for no other.
  case nobody
}

/// A screen with work that leaving would lose; the person saves it or gives it up first.
protocol HoldsUnsavedWork: Screen {
  var hasUnsavedWork: Bool { get }
}

extension Effect {
  /// Back to the desk with a code that this screen has no use for; a scan is never dropped.
  static func handToDesk(_ scan: Scan) -> Effect { .home(DeskErrand.scan(scan.code)) }

  /// The same from a page about a patron: the copy is for nobody else who may stand at the desk still.
  static func handToDesk(_ scan: Scan, for card: CardNumber?) -> [Effect] {
    (card.map { [.home(DeskErrand.patron($0))] } ?? []) + [.handToDesk(scan)]
  }
}

extension Workplace {
  /// Commands that every screen has; nil leaves the command to the screen itself.
  func handleForAll(_ command: CommandID, on screen: any Screen) -> [Effect]? {
    switch command {
    case .help:
      return [
        .push(
          HelpScreen(
            registry: registry, keys: keyMap, context: screen.context, language: language))
      ]
    case .palette:
      return [.push(PaletteScreen(palette(on: screen)))]
    case .redraw: return [.repaint]
    case .typingSwitch: return switchTyping()
    case .quit: return screen.isQuestion ? nil : keepingWork(of: screen) ?? [.quit]
    case .deskCheckOut where !(screen is DeskScreen): return goToDesk(.checkOut, from: screen)
    case .deskReturn where !(screen is DeskScreen): return goToDesk(.takeBack, from: screen)
    case .deskAutomatic where !(screen is DeskScreen): return goToDesk(.automatic, from: screen)
    default: return open(command, from: screen)
    }
  }

  private func goToDesk(_ mode: DeskSession.Mode, from screen: any Screen) -> [Effect]? {
    keepingWork(of: screen) ?? [screen.isQuestion ? .bell : .home(DeskErrand.mode(mode))]
  }

  /// The screens that a key opens from anywhere.
  private func open(_ command: CommandID, from screen: any Screen) -> [Effect]? {
    guard !screen.isQuestion || keepingWork(of: screen) != nil else { return nil }
    switch command {
    case .tallyOpen where !(screen is TallyScreen):
      return go(to: TallyScreen(workplace: self), from: screen)
    case .diaryOpen where !(screen is DiaryScreen):
      return go(to: DiaryScreen(workplace: self), from: screen)
    case .holdsOpen where !(screen is HoldsScreen):
      return go(to: HoldsScreen(workplace: self), from: screen)
    case .cashOpen where !(screen is CashScreen):
      return go(to: CashScreen(workplace: self), from: screen)
    case .overduesOpen where !(screen is OverduesScreen):
      return go(to: OverduesScreen(workplace: self), from: screen)
    case .boxesOpen where !(screen is BoxesScreen):
      return go(to: BoxesScreen(workplace: self), from: screen)
    case .deskTakeKoc: return go(to: KocForm.taking(self), from: screen)
    case .selfCheckOpen where !(screen is SelfCheckScreen):
      return go(to: SelfCheckScreen(workplace: self), from: screen)
    case .deskWriteKoc: return go(to: KocForm.writing(self), from: screen)
    case .deskJournal: return go(to: JournalScreen(workplace: self), from: screen)
    case .patronsSearch where !(screen is PatronSearchScreen):
      return go(to: PatronSearchScreen(workplace: self), from: screen)
    case .patronsEnrol where !(screen is PatronSearchScreen):
      return go(to: PatronFormScreen(workplace: self, .enrol(PatronDraft())), from: screen)
    case .inventoryOpen where !(screen is StocktakesScreen):
      return go(to: StocktakesScreen(workplace: self), from: screen)
    case .catalogueSearch where !(screen is CatalogueScreen):
      return go(to: CatalogueScreen(workplace: self), from: screen)
    case .catalogueDrawers where !(screen is DrawerScreen):
      return go(to: DrawerScreen(workplace: self), from: screen)
    case .headingsOpen where !(screen is HeadingScreen):
      return go(to: HeadingScreen(workplace: self), from: screen)
    case .catalogueNew: return go(to: NewRecordScreen(workplace: self), from: screen)
    case .catalogueImport: return go(to: ImportScreen(workplace: self), from: screen)
    case .catalogueBatchEdit:
      let choice = (screen as? CatalogueScreen)?.choice ?? .all
      return go(to: BatchEditScreen(workplace: self, choice: choice), from: screen)
    case .catalogueDuplicates: return go(to: DuplicatesScreen(workplace: self), from: screen)
    case .copyCataloguing where !(screen is CopyCataloguingScreen):
      return go(to: CopyCataloguingScreen(workplace: self), from: screen)
    case .remoteSearch where !(screen is CopyCataloguingScreen):
      return go(
        to: CopyCataloguingScreen(workplace: self, beginsWithForm: true), from: screen)
    case .wantedOpen where !(screen is WantedScreen):
      return go(to: WantedScreen(workplace: self), from: screen)
    case .catalogueBatches: return go(to: BatchesScreen(workplace: self), from: screen)
    default:
      if let page = openSlips(command, from: screen) { return go(to: page, from: screen) }
      return openHouse(command, from: screen)
    }
  }

  /// What the house decides, and who works here.
  private func openHouse(_ command: CommandID, from screen: any Screen) -> [Effect]? {
    switch command {
    case .houseOpen where !(screen is HouseScreen):
      go(to: HouseScreen(workplace: self), from: screen)
    case .houseRules: open(RulesList(), from: screen)
    case .houseCalendar: open(CalendarList(), from: screen)
    case .houseTerms: open(TermsList(), from: screen)
    case .houseStaff: open(StaffList(), from: screen)
    case .targetsOpen: open(TargetsList(), from: screen)
    case .packsOpen: open(PacksList(), from: screen)
    case .houseSettings: openSettings(from: screen)
    case .ownPassword: go(to: PasswordForm.screen(self, staff), from: screen)
    case .signIn: lock(screen)
    case .language: speakTheOther()
    case .terminal: go(to: TerminalPage.screen(self), from: screen)
    case .typingHabit: go(to: TypingForm.screen(self), from: screen)
    default: nil
    }
  }

  private func open(_ list: any HouseList, from screen: any Screen) -> [Effect] {
    screen.context == list.context
      ? [] : go(to: HouseListScreen(workplace: self, list), from: screen)
  }

  private func openSettings(from screen: any Screen) -> [Effect] {
    catchUp()
    guard staff.may(.manageRules) else { return refused([.noPermission(.manageRules)]) }
    return go(to: SettingsForm.screen(self), from: screen)
  }

  /// The screen stays as it is under the question who works here now.
  private func lock(_ screen: any Screen) -> [Effect] {
    var effects: [Effect] = []
    guard let isNeeded = attempt(&effects, file.needsPassword) else { return effects }
    guard isNeeded else {
      return bad(
        wording.say(
          vi: "Thư viện chỉ có một tài khoản, chưa đặt mật khẩu",
          en: "There is one account, and it has no password yet"))
    }
    return [.push(SignInScreen(workplace: self, opensDesk: false))]
  }

  private func speakTheOther() -> [Effect] {
    speak(language == .vietnamese ? .english : .vietnamese)
    return good(wording.say(vi: "Tiếng Việt", en: "English"))
  }

  private func go(to next: any Screen, from screen: any Screen) -> [Effect] {
    keepingWork(of: screen) ?? [.push(next)]
  }

  /// What to say instead of leaving a screen whose work is not saved; nil when nothing is lost.
  private func keepingWork(of screen: any Screen) -> [Effect]? {
    guard (screen as? any HoldsUnsavedWork)?.hasUnsavedWork == true else { return nil }
    return bad(
      wording.say(
        vi: "Chưa lưu: hãy lưu hoặc bỏ (Esc) trước đã",
        en: "Not saved yet: save it or give it up (Esc) first"))
  }

  private func palette(on screen: any Screen) -> CommandPalette {
    CommandPalette(
      registry: registry, keys: keyMap, context: screen.context, language: language,
      fold: { $0.folded }, disabledReason: screen.disabledReason(for:))
  }
}
