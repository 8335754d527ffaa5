import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Wishes, and rules that bind, against all weeks of a person tried.
@Suite struct PersonReasonsTests {
  private func made(_ seed: Int, threads: Int = 1) throws -> RosterReasons? {
    let week = TinyWeek(seed: seed)
    guard week.force.impossible.isEmpty, !week.force.tourCounts.isEmpty, week.force.best() != nil
    else { return nil }
    return try RosterReasons(
      inputs: week.tiny.inputs,
      costs: week.costs,
      published: try week.optimizer(effort: 1).build().roster,
      effort: WorthEffort(first: 1, again: 1, threads: threads),
      solver: GLPKSolver()
    )
  }

  @Test(arguments: 0..<120)
  func `a refused wish costs what the best week with it costs`(seed: Int) throws {
    guard let reasons = try made(seed) else { return }
    for (position, person) in reasons.problem.employees.enumerated() {
      guard let all = OwnWeeks(reasons.state, employee: position, limit: 6000) else { continue }
      let found = try reasons.person(person.id, confirm: 0)
      let prices = found.wishes.map(\.price).reduce(0, +)
      let paid = found.costs.startPreference + found.costs.dayOffPreference
      #expect(abs(prices - paid) < 1e-6)
      for wish in found.wishes where !wish.isGranted {
        let day = try #require(reasons.problem.grid.dates.firstIndex(of: wish.date))
        let least = all.least { entry in
          guard let shift = entry.shift(on: day) else { return true }
          guard case .startBetween(let low, let high) = wish.wish else { return false }
          let clock = reasons.problem.grid.local(at: shift.start).minuteOfDay
          return low.minutes <= clock && clock <= high.minutes
        }
        #expect((least == nil) == (wish.way == nil), "\(seed) \(wish)")
        if let least, let way = wish.way {
          #expect(abs(way.cost - (least - reasons.state.objective)) < 1e-6, "\(seed) \(wish)")
        }
      }
    }
  }

  /// With a rule lifted for one person, nothing becomes dearer, and weeks that it does not touch
  /// stay.
  @Test(arguments: 0..<60)
  func `rules that bind save something, and no rule costs less than nothing`(seed: Int) throws {
    guard let reasons = try made(seed) else { return }
    for position in reasons.problem.employees.indices {
      let weeks = reasons.weeks(of: position)
      let slack = try #require(weeks.gain(weeks.numbers))
      #expect(slack >= -1e-6)
      for rule in RosterRule.allCases {
        guard let gain = reasons.gain(weeks, without: rule, slack: slack) else { continue }
        #expect(gain >= -1e-6, "\(seed) \(position) \(rule)")
      }
    }
  }

  @Test(arguments: [1, 4, 9, 16])
  func `threads change nothing`(seed: Int) throws {
    guard let one = try made(seed), let three = try made(seed, threads: 3) else { return }
    for person in one.problem.employees {
      #expect(try one.person(person.id, confirm: 3) == three.person(person.id, confirm: 3))
    }
    for (person, tour) in zip(one.problem.employees, one.state.tours) {
      guard let shift = tour.shifts.first else { continue }
      let date = one.problem.grid.dates[shift.day]
      #expect(try one.shift(of: person.id, on: date) == three.shift(of: person.id, on: date))
    }
  }

  @Test func `says what there is instead`() throws {
    let reasons = try #require(try made(4))
    let error = #expect(throws: ShiftwrightError.self) {
      try reasons.person("nobody", confirm: 0)
    }
    #expect(error?.message.contains("Nobody has the identifier 'nobody'") == true)
    let id = reasons.problem.employees[0].id
    let wrong = #expect(throws: ShiftwrightError.self) {
      try reasons.shift(of: id, on: reasons.problem.grid.dates[0].adding(days: 90))
    }
    #expect(wrong?.message.contains("has no shift on") == true)
  }

  @Test(arguments: [2, 7, 12])
  func `a rule's worth is that of worth, and its bearers are those whom it binds`(
    seed: Int
  ) throws {
    guard let reasons = try made(seed) else { return }
    let rule = RosterRule.overtimePremium
    let found = try reasons.rule(rule).rule
    #expect(found.dual >= -1e-3)
    for person in found.people {
      let own = try reasons.person(person.employee, confirm: 0)
      let gain = own.bindings.first { $0.rule == rule.name }?.gain
      #expect(abs((gain ?? 0) - person.gain) < 1e-9)
    }
  }

  /// A week without shifts would miss the priced least of hours; that is no saving of the week there is.
  @Test(arguments: 0..<30)
  func `a priced rule that is kept costs nobody anything`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    guard week.force.impossible.isEmpty, !week.force.tourCounts.isEmpty, week.force.best() != nil
    else { return }
    var inputs = week.tiny.inputs
    inputs.settings.labor.rules = [
      RuleEntry(.weeklyHours(least: .hours(1), most: nil), price: 12)
    ]
    let reasons = try RosterReasons(
      inputs: inputs,
      costs: week.costs,
      published: try week.optimizer(effort: 1).build().roster,
      effort: WorthEffort(first: 1, again: 1, threads: 1),
      solver: GLPKSolver()
    )
    for person in reasons.problem.employees {
      let found = try reasons.person(person.id, confirm: 0)
      let misses = found.duties.isEmpty ? 12.0 : 0
      #expect(found.costs.rules <= misses + 1e-6 && found.costs.rules >= -1e-6, "\(person.id)")
    }
  }
}
