import Workforce

/// A long shift has a break that begins early enough and is long enough.
enum MealBreakCheck: LaborCheck {
  static let name = "meal break"

  private struct Meal {
    var over: Duration
    var by: Duration
    var least: Duration
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.shifts.flatMap { shift in
      person.facts.labor.inForce(on: shift.date) { rule -> Meal? in
        guard case .mealBreak(let over, let by, let least) = rule else { return nil }
        return Meal(over: over, by: by, least: least)
      }.compactMap { entry in
        let meal = entry.value
        let length = shift.shape.length
        guard length > meal.over, !shift.shape.breaks.contains(where: { has($0, meal, shift) })
        else { return nil }
        return Miss(
          date: shift.date,
          units: 1,
          price: entry.price,
          detail: "\(text(length)) without a break of \(text(meal.least)) that begins in the "
            + "first \(text(meal.by)); one is required above \(text(meal.over))"
        )
      }
    }
  }

  private static func has(_ pause: ShiftSegment, _ meal: Meal, _ shift: CheckedShift) -> Bool {
    pause.end.since(pause.start) >= meal.least && pause.start.since(shift.start) <= meal.by
  }
}
