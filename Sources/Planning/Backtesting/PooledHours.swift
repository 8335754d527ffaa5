import Workforce

/// Opening hours from a short history: working days are looked at together, and so is the weekend.
///
/// With a handful of dates per weekday, a quiet hour may well have had no contact by chance; five
/// weekdays together tell it from a closed one.
struct PooledHours {
  var stepMinutes: Int
  var days: [OpeningInference.Day]

  /// From so many dates of a weekday on, its hours are its own.
  private static let enoughDates = 8

  var openingHours: OpeningHours {
    let own = OpeningInference(stepMinutes: stepMinutes, days: days).openingHours
    let isShort = Weekday.allCases.contains { weekday in
      days.filter { $0.date.weekday == weekday }.count < Self.enoughDates
    }
    guard isShort else { return own }
    let open = Weekday.allCases.filter { !own.windows(on: $0).isEmpty }
    let working = pooled(open.filter { !$0.isWeekend })
    let weekend = pooled(open.filter(\.isWeekend))
    return OpeningHours(
      windows: Weekday.allCases.map { weekday in
        open.contains(weekday) ? (weekday.isWeekend ? weekend : working) : []
      }
    )
  }

  /// The windows of some weekdays as if all their dates were of one.
  private func pooled(_ weekdays: [Weekday]) -> [ClockWindow] {
    let chosen = days.filter { weekdays.contains($0.date.weekday) }
    let monday = ISOWeek(containing: LocalDate(daysSinceEpoch: 0)).monday
    let mondays = chosen.enumerated().map { position, day in
      OpeningInference.Day(date: monday.adding(days: 7 * position), counts: day.counts)
    }
    return OpeningInference(stepMinutes: stepMinutes, days: mondays).openingHours
      .windows(on: .monday)
  }
}
