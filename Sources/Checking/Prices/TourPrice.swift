import Workforce

/// The price of one person's week, without cover.
struct TourPrice {
  let person: CheckedPerson
  let week: CheckedWeek

  private var prices: CostSettings { week.settings.costs }

  /// All parts but understaffing and overstaffing.
  var costs: RosterCosts {
    let wage = person.contract.wagePerHour
    let isRostered = !person.shifts.isEmpty
    return RosterCosts(
      pay: wage * hours(person.paidMinutes),
      overtimePremium: wage * overtime,
      startPreference: person.shifts.reduce(0) { $0 + startPreference($1) },
      dayOffPreference: person.shifts.reduce(0) { $0 + dayOffPreference($1) },
      startChange: startChange,
      weekendFairness: weekendFairness,
      rules: RosterChecker.laborChecks.reduce(0) { $0 + $1.price(of: person, in: week) },
      contractPay: isRostered && person.hoursPrice == nil
        ? wage * hours(person.limits.minimumMinutes) : 0
    )
  }

  /// Hours of overtime, each times the premium of the step in which it lies.
  private var overtime: Double {
    let first = person.limits.overtimeAfterMinutes
    let steps = prices.overtimeSteps.map {
      (after: max(first, person.adjustedMinutes($0.after)), premium: $0.premium)
    }
    var sum = 0.0
    var (after, premium) = (first, prices.overtimePremium)
    for step in steps {
      sum += premium * hours(max(0, min(person.paidMinutes, step.after) - after))
      (after, premium) = step
    }
    return sum + premium * hours(max(0, person.paidMinutes - after))
  }

  private func hours(_ minutes: Int) -> Double { Double(minutes) / 60 }

  private func startPreference(_ shift: CheckedShift) -> Double {
    let levels: [DayPattern] = [.date(shift.date), .weekday(shift.date.weekday), .everyDay]
    for level in levels {
      for wish in person.facts.preferences where wish.days == level {
        guard case .startBetween(let low, let high) = wish.wish else { continue }
        let away = max(0, low.minutes - shift.startMinute, shift.startMinute - high.minutes)
        return prices.startPreferencePerHour * wish.weight * wishFactor * hours(away)
      }
    }
    return 0
  }

  private func dayOffPreference(_ shift: CheckedShift) -> Double {
    let weights = person.facts.preferences
      .filter { $0.wish == .dayOff && $0.days.matches(shift.date) }.map(\.weight)
    return prices.dayOffPreference * (weights.max() ?? 0) * wishFactor
  }

  private var wishFactor: Double { week.fair?.wishFactor(of: person.facts.employee) ?? 1 }

  private var startChange: Double {
    let minutes = person.successive.reduce(0) { $0 + abs($1.0.startMinute - $1.1.startMinute) }
    return prices.startChangePerHour * hours(minutes)
  }

  private var weekendFairness: Double {
    let past = person.facts.pastDuties(before: week.frame.week.monday)
      .count { $0.start.date.weekday.isWeekend }
    let now = person.shifts.count { $0.date.weekday.isWeekend }
    if let fair = week.fair {
      let before = fair.burdens(beyondOthersOf: person.id).weekends
      let after = before + Double(now)
      return fair.settings.weekends * (after * after - before * before)
        + fair.kindPrice(of: person)
    }
    let all = Double(past + now)
    return prices.weekendFairness * (all * all - Double(past * past))
  }
}
