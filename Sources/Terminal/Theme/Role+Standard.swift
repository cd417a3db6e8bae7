/// Every role that widgets and screens draw with; themes name these and no others.
extension Role {
  public static let title = Role("title")
  public static let heading = Role("heading")
  public static let muted = Role("muted")
  /// The part of a text that answers what was searched for.
  public static let match = Role("match")
  /// Lines round boxes and between parts of a screen.
  public static let border = Role("border")
  public static let scrollbar = Role("scrollbar")

  public static let status = Role("status")
  public static let statusGood = Role("status.good")
  public static let statusWarning = Role("status.warning")
  public static let statusError = Role("status.error")
  public static let keyBar = Role("keybar")
  public static let keyBarKey = Role("keybar.key")

  public static let field = Role("field")
  public static let fieldFocus = Role("field.focus")
  public static let fieldFocusPlaceholder = Role("field.focus.placeholder")
  public static let fieldError = Role("field.error")
  public static let fieldLabel = Role("field.label")
  public static let fieldPlaceholder = Role("field.placeholder")

  public static let list = Role("list")
  public static let listAlternate = Role("list.alt")
  public static let listSelected = Role("list.selected")
  public static let listHeader = Role("list.header")

  public static let dialog = Role("dialog")
  public static let dialogTitle = Role("dialog.title")
  public static let dialogDanger = Role("dialog.danger")
  public static let dialogKey = Role("dialog.key")

  public static let progress = Role("progress")
  public static let progressDone = Role("progress.done")

  public static let good = Role("good")
  public static let warning = Role("warning")
  public static let error = Role("error")
  public static let overdue = Role("overdue")
  /// The answer to a scan, across the whole line, seen from two metres away.
  public static let flashGood = Role("flash.good")
  public static let flashWarning = Role("flash.warning")
  public static let flashError = Role("flash.error")

  public static let recordTag = Role("record.tag")
  public static let recordIndicator = Role("record.indicator")
  public static let recordSubfield = Role("record.subfield")
  public static let differenceAdded = Role("diff.added")
  public static let differenceRemoved = Role("diff.removed")

  public static let standard: [Role] = [
    text, title, heading, muted, match, border, scrollbar,
    status, statusGood, statusWarning, statusError, keyBar, keyBarKey,
    field, fieldFocus, fieldFocusPlaceholder, fieldError, fieldLabel, fieldPlaceholder,
    list, listAlternate, listSelected, listHeader,
    dialog, dialogTitle, dialogDanger, dialogKey, progress, progressDone,
    good, warning, error, overdue, flashGood, flashWarning, flashError,
    recordTag, recordIndicator, recordSubfield, differenceAdded, differenceRemoved,
  ]

  /// Roles that say something colour-blind and colourless screens must show too.
  ///
  /// In every column of a theme each of them must look different from `text`.
  public static let meaningful: [Role] = [
    statusWarning, statusError, fieldFocus, fieldError, listSelected, dialogDanger,
    progressDone, match, warning, error, overdue, flashGood, flashWarning, flashError,
    differenceAdded, differenceRemoved,
  ]

  /// Roles that draw lines and bars and never a letter: they may be as faint as a theme likes.
  static let wordless: Set<Role> = [border, scrollbar]

  /// Roles that stand where others might: the eye has to tell them apart in every column.
  public static let rivals: [[Role]] = [
    [status, statusGood, statusWarning, statusError], [good, warning, error],
    [flashGood, flashWarning, flashError], [field, fieldFocus, fieldError],
    [list, listSelected], [dialogTitle, dialogDanger], [progress, progressDone],
    [differenceAdded, differenceRemoved],
  ]
}
