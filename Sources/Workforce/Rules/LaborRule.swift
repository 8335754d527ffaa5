/// What a rule on one person's shifts demands; [rules and prices](rules) has each sentence.
///
/// Kinds are names of ``ShiftKind``. Bounds that are `nil` demand nothing; both ends are included.
public enum LaborRule: Hashable, Sendable {
  /// Least time between a shift's end and the next one's start, at most 24 h.
  case minimumRest(Duration)
  /// Least time between the end of a shift of one of the kinds and the start of the next where that is of
  /// one of the others, at most 24 h.
  case restBetween(after: [String], before: [String], Duration)
  /// Once in the week so much time without a shift at one stretch.
  case weeklyRest(Duration)
  /// Dates in a row that are worked.
  case workRun(least: Int?, most: Int?)
  /// Dates in a row without a shift.
  case freeRun(least: Int?, most: Int?)
  /// Dates in a row with shifts of the kinds.
  case kindRun([String], most: Int)
  /// Dates without a shift after a run of shifts of the kinds, before a shift of none of them.
  case restAfter([String], days: Int)
  /// On the date after a shift of the first kinds no shift of the others.
  case kindOrder(after: [String], never: [String])
  /// Largest difference of the clock times at which shifts of successive dates start.
  case startChange(Duration)
  /// All dates of a weekend are worked, or none.
  case wholeWeekends
  /// Weekends in a row on which some shift starts.
  case weekendsInARow(most: Int)
  /// Weekends on which some shift starts, in so many weeks that end with this one.
  case weekends(most: Int, weeks: Int)
  /// Shifts of the kinds, in so many weeks that end with this one.
  case kindCount([String], least: Int?, most: Int?, weeks: Int)
  /// Difference of the numbers of shifts of two kinds, in so many weeks that end with this one.
  case kindBalance(String, String, most: Int, weeks: Int)
  /// Paid time of a week, in place of the contract's, scaled and credited as that.
  case weeklyHours(least: Duration?, most: Duration?)
  /// Shifts of a week, in place of the contract's, credited as those.
  case weeklyDays(least: Int?, most: Int?)
  /// Paid time in so many weeks that end with this one.
  case periodHours(least: Duration?, most: Duration?, weeks: Int)
  /// Overtime in the calendar month of the shifts' dates.
  case monthlyOvertime(most: Duration)
  /// Paid time of one shift.
  case shiftHours(least: Duration?, most: Duration?)
  /// Where shifts of the weekdays start; all weekdays where none is named.
  case startWindow(ClockWindow, weekdays: [Weekday])
  /// A shift longer than the first holds, at so much after its start at the latest, the beginning of a break
  /// of at least the last.
  case mealBreak(over: Duration, by: Duration, least: Duration)

  /// What the rule is called in files, reports and by the checker, with blanks for files' underlines.
  public var name: String {
    switch self {
    case .minimumRest: "minimum rest"
    case .restBetween: "rest between"
    case .weeklyRest: "weekly rest"
    case .workRun: "work run"
    case .freeRun: "free run"
    case .kindRun: "kind run"
    case .restAfter: "rest after"
    case .kindOrder: "kind order"
    case .startChange: "start change"
    case .wholeWeekends: "whole weekends"
    case .weekendsInARow: "weekends in a row"
    case .weekends: "weekends"
    case .kindCount: "kind count"
    case .kindBalance: "kind balance"
    case .weeklyHours: "weekly hours"
    case .weeklyDays: "working days"
    case .periodHours: "period hours"
    case .monthlyOvertime: "monthly overtime"
    case .shiftHours: "shift hours"
    case .startWindow: "start window"
    case .mealBreak: "meal break"
    }
  }
}
