package import Workforce

/// How many wishes the roster grants.
package struct WishFigures {
  /// Shifts that start inside the wished band.
  package private(set) var startsGranted = 0
  /// Shifts that start outside it.
  package private(set) var startsRefused = 0
  /// Dates asked off that are off.
  package private(set) var daysOffGranted = 0
  /// Dates asked off that are worked.
  package private(set) var daysOffRefused = 0

  init(_ report: PlanReport) { self.init(report.inputs, report.outcome.roster) }

  /// Compares a roster with the wishes of its people.
  package init(_ inputs: PlanningInputs, _ roster: Roster) {
    let wishes = Dictionary(grouping: inputs.preferences, by: \.employee)
    let clocks = PersonalClocks(inputs)
    let tours = Dictionary(
      roster.tours.map { ($0.employee, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for employee in inputs.employees {
      guard let own = wishes[employee.id] else { continue }
      let shifts = tours[employee.id]?.shifts ?? []
      for date in roster.week.dates where own.contains(where: { $0.isDayOff(on: date) }) {
        if shifts.contains(where: { $0.date == date }) {
          daysOffRefused += 1
        } else {
          daysOffGranted += 1
        }
      }
      for shift in shifts {
        guard let band = own.startBand(on: shift.date) else { continue }
        let start = clocks.zone(of: employee.id).local(at: shift.start).minuteOfDay
        if band.contains(start) { startsGranted += 1 } else { startsRefused += 1 }
      }
    }
  }
}

extension Preference {
  fileprivate func isDayOff(on date: LocalDate) -> Bool { wish == .dayOff && days.matches(date) }
}

extension [Preference] {
  /// The wished starts of a date in minutes of the clock: the most specific wish, first in order.
  fileprivate func startBand(on date: LocalDate) -> ClosedRange<Int>? {
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      for preference in self where preference.days == level {
        guard case .startBetween(let from, let until) = preference.wish else { continue }
        return Swift.min(from.minutes, until.minutes)...Swift.max(from.minutes, until.minutes)
      }
    }
    return nil
  }
}
