import Workforce

extension WeekFreezer {
  /// What the labor rules that the shifts miss cost; those that are hard cost nothing more.
  func rulePrice(_ shifts: [PlannedShift]) -> Double {
    guard compiler.hasLaborRules, let contract, let weekly else { return 0 }
    return compiler.rules(contract: contract, weekly: weekly)
      .reduce(0) { $0 + (laborPrice($1, shifts) ?? 0) }
  }

  /// What a labor rule that the shifts miss costs; `nil` where they must not, 0 for other rules.
  func laborPrice(_ rule: any TourRule, _ shifts: [PlannedShift]) -> Double? {
    switch rule {
    case let rule as LaborShiftRule:
      shifts.reduce(0) { sum, shift in
        guard let sum, let price = rule.price(of: candidate(shift)) else { return nil }
        return sum + price
      }
    case let rule as MealBreakRule:
      shifts.reduce(0) { sum, shift in
        guard let sum, let price = price(rule, shift) else { return nil }
        return sum + price
      }
    case let rule as MachineRule: price(rule, shifts)
    case is WeeklyRestRule:
      compiler.weeklyRest(byDate(shifts).map { $0.map { [$0] } ?? [] }).map { price($0, shifts) }
        ?? 0
    case let rule as PairRule: price(rule, shifts)
    case let rule as TotalsRule:
      rule.term.map { term in
        let paid = shifts.reduce(0) { $0 + frame.shapes[$1.shape].paidMinutes }
        return term.price(days: shifts.count, paid: paid)
      } ?? 0
    default: 0
    }
  }

  private func byDate(_ shifts: [PlannedShift]) -> [CandidateShift?] {
    frame.grid.dates.indices.map { day in
      shifts.first { $0.day == day }.map(candidate)
    }
  }

  private func price(_ rule: MachineRule, _ shifts: [PlannedShift]) -> Double? {
    var (state, price) = (rule.start, 0.0)
    for (day, shift) in byDate(shifts).enumerated() {
      let letter = shift.map { rule.machine.machine.letter(of: $0) } ?? 0
      guard let step = rule.machine.step(state, day: day, letter: letter) else { return nil }
      state = step.state
      price += step.price
    }
    return rule.machine.end(state).map { price + $0 }
  }

  /// By the shape of the template in which the shift's breaks lie.
  private func price(_ rule: MealBreakRule, _ shift: PlannedShift) -> Double? {
    let template = frame.shapes[shift.shape]
    let pauses = template.pauses.indices.map { Int(shift.pauses[$0]) }
    return frame.shapes.indices.lazy.filter { index in
      frame.shapes[index].name == template.name && frame.shapes[index].allows(pauses: pauses)
    }.compactMap { rule.prices[shift.day][$0] }.first
  }

  private func price(_ rule: PairRule, _ shifts: [PlannedShift]) -> Double? {
    let week = byDate(shifts)
    var price = 0.0
    for day in week.indices.dropFirst() {
      guard let term = rule.terms[day], let later = week[day], let earlier = week[day - 1] else {
        continue
      }
      let missed = rule.missed(term, earlier, later)
      guard missed > 0 else { continue }
      guard let minute = term.price else { return nil }
      price += minute * Double(missed)
    }
    return price
  }
}

extension PairRule {
  /// Minutes by which two shifts miss the rule.
  fileprivate func missed(_ term: Term, _ earlier: CandidateShift, _ later: CandidateShift) -> Int {
    switch limit {
    case .change:
      return abs(later.start.minuteOfDay - earlier.start.minuteOfDay) - term.minutes
    case .rest(let after, let before):
      guard after.map({ earlier.kinds & $0 != 0 }) ?? true,
        before.map({ later.kinds & $0 != 0 }) ?? true
      else { return 0 }
      return term.minutes - later.startInstant.minutes(since: earlier.endInstant)
    }
  }
}
