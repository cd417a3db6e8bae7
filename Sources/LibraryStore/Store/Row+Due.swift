import GRDB
import LibraryCore

extension Row {
  /// When a loan is due, from the columns of its day and of its time.
  func due(_ day: Int, at time: Int) -> Due {
    Due(CalendarDay(number: self[day]), at: timeOfDay(time))
  }

  /// A time of day from its minutes; nil where the column has none.
  func timeOfDay(_ column: Int) -> TimeOfDay? {
    (self[column] as Int?).flatMap { TimeOfDay(minutes: $0) }
  }
}
