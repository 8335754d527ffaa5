import Workforce

/// What one person's wishes make a shift cost.
struct Wishes {
  private let starts: [Preference]
  private let daysOff: [Preference]
  private let costs: CostSettings

  init(_ preferences: [Preference], costs: CostSettings) {
    starts = preferences.filter { $0.wish != .dayOff }
    daysOff = preferences.filter { $0.wish == .dayOff }
    self.costs = costs
  }

  /// Price of a start outside the wished band and of work on a day that was asked off.
  func cost(of shift: CandidateShift) -> Double {
    startCost(on: shift.date, minute: shift.start.minuteOfDay) + dayOffCost(on: shift.date)
  }

  private func startCost(on date: LocalDate, minute: Int) -> Double {
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      guard let wish = starts.first(where: { $0.days == level }),
        case .startBetween(let low, let high) = wish.wish
      else { continue }
      let minutes = max(0, low.minutes - minute, minute - high.minutes)
      return costs.startPreferencePerHour * wish.weight * Double(minutes) / 60
    }
    return 0
  }

  private func dayOffCost(on date: LocalDate) -> Double {
    let weight = daysOff.filter { $0.days.matches(date) }.map(\.weight).max() ?? 0
    return costs.dayOffPreference * weight
  }
}
