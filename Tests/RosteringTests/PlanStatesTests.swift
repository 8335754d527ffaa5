import Testing
import Workforce

@testable import Rostering

@Suite struct PlanStatesTests {
  /// Every sequence of dates off and kinds of shift is accepted just when totals, sequence and
  /// training are legal.
  @Test(arguments: 0..<200)
  func `accepts the legal weeks and no others`(seed: Int) {
    let sessions = RandomEmployee.sessions(seed: seed)
    var person = RandomEmployee(seed: seed)
    if seed % 2 == 0 { person = person.withTraining(sessions, seed: seed) }
    let employee = person.employee
    let kinds = person.problem(sessions: sessions).problem.plans[0].days.map(\.kinds)
    let states = PlanStates(employee, kinds: kinds)
    var weeks: [[Int?]] = [[]]
    for day in kinds {
      let choices = [nil] + day.indices.map(Optional.some)
      weeks = weeks.flatMap { done in choices.map { done + [$0] } }
    }
    for week in weeks {
      let end = Self.walk(week, kinds, states)
      let isLegal = Self.isLegal(week, kinds, person)
      #expect((end != nil) == isLegal)
      if let end { #expect(states.finalPaid[end] == Self.paid(week, kinds, person)) }
    }
  }

  private static func walk(
    _ week: [Int?],
    _ kinds: [[PersonPlan.Kind]],
    _ states: PlanStates
  ) -> Int? {
    guard !states.isEmpty else { return nil }
    var state = 0
    for (day, kind) in week.enumerated() {
      let next = kind.map { states.work[day][state * kinds[day].count + $0] }
      state = Int(next ?? states.off[day][state])
      if state < 0 { return nil }
    }
    return states.isFinal[state] ? state : nil
  }

  private static func paid(
    _ week: [Int?],
    _ kinds: [[PersonPlan.Kind]],
    _ person: RandomEmployee
  ) -> Int {
    week.enumerated().reduce(0) { sum, day in
      day.element.map { sum + person.shapes[kinds[day.offset][$0].shape].paidMinutes } ?? sum
    }
  }

  private static func isLegal(
    _ week: [Int?],
    _ kinds: [[PersonPlan.Kind]],
    _ person: RandomEmployee
  ) -> Bool {
    var state = person.employee.sequence.start
    for (day, kind) in week.enumerated() where state >= 0 {
      let table = kind == nil ? person.employee.sequence.onOff : person.employee.sequence.onWork
      state = table[day][state]
    }
    let attended = week.enumerated().count { day, kind in
      kind.map { kinds[day][$0].agenda >= 0 } ?? false
    }
    let days = week.count { $0 != nil }
    return state >= 0 && attended == (person.employee.demands.count)
      && person.employee.totals.accepts(days: days, paid: paid(week, kinds, person))
  }
}
