import Workforce

/// What one person's wishes make a shift cost.
struct Wishes {
  private let starts: [Preference]
  private let daysOff: [Preference]
  private let costs: CostSettings
  /// By how much they weigh more than they say.
  private let factor: Double

  init(_ preferences: [Preference], costs: CostSettings, factor: Double) {
    self.factor = factor
    starts = preferences.filter { $0.wish != .dayOff }
    daysOff = preferences.filter { $0.wish == .dayOff }
    self.costs = costs
  }

  /// Price of a start outside the wished band.
  func startCost(of shift: CandidateShift) -> Double {
    let (date, minute) = (shift.date, shift.start.minuteOfDay)
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      guard let wish = starts.first(where: { $0.days == level }),
        case .startBetween(let low, let high) = wish.wish
      else { continue }
      let minutes = max(0, low.minutes - minute, minute - high.minutes)
      return costs.startPreferencePerHour * (factor * wish.weight) * Double(minutes) / 60
    }
    return 0
  }

  /// Price of work on a date that was asked off.
  func dayOffCost(of shift: CandidateShift) -> Double {
    let weight = daysOff.filter { $0.days.matches(shift.date) }.map(\.weight).max() ?? 0
    return costs.dayOffPreference * (factor * weight)
  }
}
