import Workforce

/// The week that stands for a month.
struct SampleWeeks {
  let inputs: PlanningInputs

  /// Of the weeks whose Thursday lies in the month, one with the fewest closed days, nearest to the
  /// middle.
  func week(of month: CalendarMonth) -> ISOWeek {
    let middle = ISOWeek(containing: month.middle)
    let weeks = (-3...3).map { middle.adding(weeks: $0) }.filter {
      CalendarMonth(containing: $0.monday.adding(days: 3)) == month
    }
    let ranked = weeks.map { week in
      (
        week.dates.count { inputs.isClosedWorkingDay($0) },
        abs(week.monday.adding(days: 3).daysSinceEpoch - month.middle.daysSinceEpoch), week
      )
    }
    return ranked.min { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }?.2 ?? middle
  }
}
