import Workforce

/// What a labor rule is called in files: its name with underlines.
enum RuleWord: String, CaseIterable {
  case minimumRest = "minimum_rest"
  case restBetween = "rest_between"
  case weeklyRest = "weekly_rest"
  case workRun = "work_run"
  case freeRun = "free_run"
  case kindRun = "kind_run"
  case restAfter = "rest_after"
  case kindOrder = "kind_order"
  case startChange = "start_change"
  case wholeWeekends = "whole_weekends"
  case weekendsInARow = "weekends_in_a_row"
  case weekends
  case kindCount = "kind_count"
  case kindBalance = "kind_balance"
  case weeklyHours = "weekly_hours"
  case workingDays = "working_days"
  case periodHours = "period_hours"
  case monthlyOvertime = "monthly_overtime"
  case shiftHours = "shift_hours"
  case startWindow = "start_window"
  case mealBreak = "meal_break"

  /// The keys of its numbers and kinds, beside those that every rule has.
  var keys: [String] {
    switch self {
    case .minimumRest, .weeklyRest, .startChange: ["hours"]
    case .restBetween: ["after", "before", "hours"]
    case .workRun, .freeRun, .weeklyHours, .workingDays, .shiftHours: ["least", "most"]
    case .kindRun: ["kinds", "most"]
    case .restAfter: ["kinds", "days"]
    case .kindOrder: ["after", "never"]
    case .wholeWeekends: []
    case .weekendsInARow, .monthlyOvertime: ["most"]
    case .weekends: ["most", "weeks"]
    case .kindCount: ["kinds", "least", "most", "weeks"]
    case .kindBalance: ["kinds", "most", "weeks"]
    case .periodHours: ["least", "most", "weeks"]
    case .startWindow: ["window", "weekdays"]
    case .mealBreak: ["over_hours", "by_hours", "minutes"]
    }
  }
}

extension LaborRule {
  /// Its name in files.
  var word: String { name.replacing(" ", with: "_") }
}
