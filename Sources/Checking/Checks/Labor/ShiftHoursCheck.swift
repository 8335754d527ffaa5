import Workforce

/// The paid time of a shift lies between limits.
enum ShiftHoursCheck: LaborCheck {
  static let name = "shift hours"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.shifts.flatMap { shift in
      person.facts.labor.inForce(on: shift.date) { rule -> Limits<Duration>? in
        guard case .shiftHours(let least, let most) = rule else { return nil }
        return Limits(least: least, most: most)
      }.compactMap { entry in
        let limits = Limits(
          least: entry.value.least?.wholeMinutes,
          most: entry.value.most?.wholeMinutes
        )
        let units = missed(shift.paid.wholeMinutes, limits)
        guard units > 0 else { return nil }
        return Miss(
          date: shift.date,
          units: Double(units) / 60,
          price: entry.price,
          detail: "\(text(shift.paid)) of paid time; \(words(minutes: limits))"
        )
      }
    }
  }
}
