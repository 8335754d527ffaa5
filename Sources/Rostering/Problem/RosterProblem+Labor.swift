extension RosterProblem {
  /// What labor rules on two shifts cost; `nil` where they forbid the pair.
  func rulePrice(
    of later: ShiftOption,
    on day: Int,
    after earlier: ShiftOption,
    for employee: RosterEmployee
  ) -> Double? {
    guard let terms = employee.terms(of: day) else { return 0 }
    return terms.price(
      slots: later.start - earlier.start - shapes[earlier.shape].length,
      change: abs(later.clock - earlier.clock),
      after: earlier.sort,
      before: later.sort
    )
  }

  /// What the labor rules that a week misses cost, beside those that single shifts miss; `nil` where some rule
  /// on two shifts or on the sequence of dates forbids it.
  func rulePrice(of shifts: [PlannedShift], for employee: RosterEmployee) -> Double? {
    var week = [ShiftOption?](repeating: nil, count: dayCount)
    var paid = 0
    for shift in shifts {
      guard let option = option(for: shift, of: employee) else { return nil }
      week[shift.day] = option
      paid += shapes[shift.shape].paidMinutes
    }
    return rulePrice(of: week, paid: paid, for: employee)
  }

  /// The same for the options of each date, `nil` standing for dates off.
  func rulePrice(
    of week: [ShiftOption?],
    paid: Int,
    for employee: RosterEmployee
  ) -> Double? {
    guard var price = employee.sequence.price(of: week.map { $0?.sort }) else { return nil }
    for day in week.indices.dropFirst() {
      guard let later = week[day], let earlier = week[day - 1] else { continue }
      guard let pair = rulePrice(of: later, on: day, after: earlier, for: employee) else {
        return nil
      }
      price += pair
    }
    return price + employee.labor.price(days: week.count { $0 != nil }, paid: paid)
  }
}
