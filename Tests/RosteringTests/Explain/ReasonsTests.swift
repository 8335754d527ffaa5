import Checking
import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Costs of forced weeks against all weeks of a person tried, reasons against the checker.
@Suite struct ReasonsTests {
  private static let limit = 6000

  private func made(_ seed: Int) throws -> (week: TinyWeek, reasons: RosterReasons)? {
    let week = TinyWeek(seed: seed)
    guard week.force.impossible.isEmpty, !week.force.tourCounts.isEmpty, week.force.best() != nil
    else { return nil }
    let reasons = try RosterReasons(
      inputs: week.tiny.inputs,
      costs: week.costs,
      published: try week.optimizer(effort: 1).build().roster,
      effort: WorthEffort(first: 1, again: 1),
      solver: GLPKSolver()
    )
    return (week, reasons)
  }

  private func expectEqual(
    _ cost: Double?,
    _ least: Double?,
    _ base: Double,
    _ place: String
  ) {
    switch (cost, least) {
    case (nil, nil): break
    case (let cost?, let least?): #expect(abs(cost - (least - base)) < 1e-6, "\(place)")
    default: Issue.record("\(place): \(String(describing: cost)), \(String(describing: least))")
    }
  }

  @Test(arguments: 0..<120)
  func `every way costs what the best of all such weeks costs`(seed: Int) throws {
    guard let (_, reasons) = try made(seed) else { return }
    let base = reasons.state.objective
    for position in reasons.problem.employees.indices {
      guard let all = OwnWeeks(reasons.state, employee: position, limit: Self.limit) else {
        continue
      }
      let weeks = reasons.weeks(of: position)
      for present in weeks.present.shifts {
        let ways = reasons.ways(weeks, present)
        let place = "\(seed) \(position) \(present.day)"
        let cost = { (kind: RosterAlternative.Kind) in ways.first { $0.kind == kind }?.cost }
        expectEqual(cost(.dayOff), all.least { $0.shift(on: present.day) == nil }, base, place)
        let start = all.least {
          guard let shift = $0.shift(on: present.day) else { return false }
          return shift.shape == present.shape && shift.start != present.start
        }
        expectEqual(cost(.otherStart), start, base, place)
        let template = all.least {
          $0.shift(on: present.day).map { $0.shape != present.shape } ?? false
        }
        expectEqual(cost(.otherTemplate), template, base, place)
        let breaks = all.least { entry in
          guard let shift = entry.shift(on: present.day), shift.pauses != present.pauses,
            shift.start == present.start, shift.shape == present.shape
          else { return false }
          return entry.shifts.filter { $0.day != present.day }
            == weeks.present.shifts.filter { $0.day != present.day }
        }
        expectEqual(cost(.otherBreaks), breaks, base, place)
      }
    }
  }

  @Test(arguments: 0..<80)
  func `an explanation's figures are those of its parts`(seed: Int) throws {
    guard let (_, reasons) = try made(seed),
      let position = reasons.state.tours.firstIndex(where: { !$0.shifts.isEmpty })
    else { return }
    let present = reasons.state.tours[position].shifts[0]
    let found = try reasons.shift(
      of: reasons.problem.employees[position].id,
      on: reasons.problem.grid.dates[present.day]
    )
    for way in found.ways + found.people {
      #expect(abs(way.queues.reduce(0, +) - way.costs.understaffing) < 1e-6)
      #expect(way.kind == .dayOff ? way.shift == nil : way.shift?.date == found.date)
    }
    #expect(found.options.filter(\.isChosen).count == 1)
    // the best start of the list is the best other start or template
    let listed = found.options.filter { !$0.isChosen }.compactMap(\.cost).min()
    let ways = found.ways.filter { [.otherStart, .otherTemplate].contains($0.kind) }.map(\.cost)
    expectEqual(listed, ways.min(), 0, "\(seed)")
    #expect(found.searchGain >= -1e-9)
    // from the best roster nothing saves anything
    for way in found.ways {
      if let settled = way.settled { #expect(settled > -1e-6) }
    }
  }

  @Test(arguments: 0..<80)
  func `who could be at work in an interval, and at what cost`(seed: Int) throws {
    guard let (week, reasons) = try made(seed) else { return }
    var random = RandomStream(seed: UInt64(seed), name: "intervals")
    let open = reasons.problem.grid.days.indices.filter { day in
      reasons.problem.employees.contains { !$0.days[day].options.isEmpty }
    }
    guard !open.isEmpty else { return }
    let day = open[random.below(open.count)]
    let slot = reasons.problem.startSpans[day].lowerBound + random.below(4)
    let queues = Array(week.tiny.inputs.settings.queues.indices)
    let found = try reasons.interval(
      from: reasons.grid.instant(at: slot),
      until: reasons.grid.instant(at: slot + 1),
      queues: queues,
      needs: queues.map { _ in 1 }
    )
    #expect(found.people.map(\.employee) == week.tiny.inputs.employees.map(\.id))
    for person in found.people {
      guard let position = reasons.compiled.compiler.positions[person.employee],
        let all = OwnWeeks(reasons.state, employee: position, limit: Self.limit)
      else { continue }
      let isThere = { (entry: OwnWeeks.Entry) in
        let tour = PlannedTour(shifts: entry.shifts, cost: 0, overtimeMinutes: 0)
        return reasons.problem.isAtWork(tour, during: slot..<slot + 1)
      }
      let least = all.least(isThere)
      switch person.reason {
      case .atWork:
        #expect(reasons.problem.isAtWork(reasons.state.tours[position], during: slot..<slot + 1))
      case .possible, .partly:
        expectEqual(person.way?.cost, least, reasons.state.objective, "\(seed) \(person)")
      case .notEmployed, .absent, .noSkill, .noCertificate, .oneOf, .allOf, .noShift, .noWeek,
        .stopped,
        .together:
        #expect(least == nil, "\(seed) \(person)")
      }
    }
  }

  /// The week that a rule alone forbids breaks that rule and no other, says the checker.
  @Test(arguments: 0..<150)
  func `a rule that is named is the one that is broken`(seed: Int) throws {
    guard let (week, reasons) = try made(seed) else { return }
    for (position, person) in reasons.problem.employees.enumerated() {
      let weeks = reasons.weeks(of: position)
      for day in reasons.problem.grid.days.indices {
        let span = reasons.problem.startSpans[day]
        guard !span.isEmpty else { continue }
        let slots = span.lowerBound + seed % 4..<span.lowerBound + seed % 4 + 1
        let asked = RosterReasons.Asked(
          from: reasons.grid.instant(at: slots.lowerBound),
          until: reasons.grid.instant(at: slots.upperBound),
          slots: slots,
          queues: [0]
        )
        guard weeks.best(weeks.numbers, during: slots) == nil,
          case .oneOf(let names) = reasons.obstacle(weeks, asked)
        else { continue }
        for obstacle in RosterReasons.Obstacle.allCases where names.contains(obstacle.name) {
          let tour = try #require(reasons.week(weeks, without: [obstacle], asked))
          let roster = reasons.decoder.roster(weeks.roster(with: tour))
          let broken = week.checker.check(roster, requirement: week.tiny.requirement).violations
          let rules = Set(broken.map(\.rule))
          let place = "\(seed) \(person.id) \(day) \(obstacle): \(broken)"
          // credits for absences come from the least hours and days: without one limit others move
          let also: Set = Self.moving.contains(obstacle) ? Self.moved : []
          #expect(!rules.isEmpty, "\(place)")
          #expect(rules.isSubset(of: also.union([Self.checked(obstacle)])), "\(place)")
        }
      }
    }
  }

  /// What decides how much absences are credited with, and the limits that follow from it.
  private static let moving: Set<RosterReasons.Obstacle> = [
    .absence, .leastHours, .mostHours, .fewestDays, .mostDays,
  ]
  private static let moved: Set<String> = ["weekly hours", "working days", "overtime budget"]

  /// The checker's name of a rule.
  private static func checked(_ obstacle: RosterReasons.Obstacle) -> String {
    switch obstacle {
    case .leastHours, .mostHours: "weekly hours"
    case .fewestDays, .mostDays: "working days"
    default: obstacle.name
    }
  }
}
