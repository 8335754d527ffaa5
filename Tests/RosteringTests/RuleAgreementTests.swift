import Checking
import Foundation
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// The optimizer's rules against the checker's, which share no code.
@Suite struct RuleAgreementTests {
  /// Names of the rules in `Sources/Rostering/Rules`, as written there.
  private static func ruleNames() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Rostering/Rules")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "\"")
        return line.contains("static let name = \"") && parts.count > 1 ? String(parts[1]) : nil
      }
    }.sorted()
  }

  @Test func `every rule of the optimizer has a check of its name`() throws {
    let names = try Self.ruleNames()
    #expect(names.count >= 11)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isSubset(of: RosterChecker.rules))
  }

  /// What random weeks showed.
  private struct Tally {
    var legal = 0
    var illegal = 0
    var cases = 0
    /// Weeks in which a rule was broken.
    var broken: [String: Int] = [:]
  }

  /// Weeks of one person that the optimizer's numbers allow are just those that the checker finds
  /// clean; each of the optimizer's rules is broken in some and kept in others.
  @Test func `a week is legal for the optimizer just when the checker finds it clean`() throws {
    var tally = Tally()
    for seed in 0..<400 { try compare(RuleCase(seed: seed), seed: seed, &tally) }
    #expect(tally.cases >= 250)
    #expect(tally.legal > 1000)
    #expect(tally.illegal > 1000)
    for name in try Self.ruleNames() { #expect(tally.broken[name, default: 0] > 20, "\(name)") }
  }

  private func compare(_ rule: RuleCase, seed: Int, _ tally: inout Tally) throws {
    let costs = CoverCostBuilder(settings: rule.inputs.settings)
      .coverCosts(for: rule.requirement)
    let built = try RosterProblemBuilder(inputs: rule.inputs, costs: costs).build()
    let checker = RosterChecker(inputs: rule.inputs)
    guard let employee = built.problem.employees.first else {
      let empty = Roster(week: rule.week, zone: rule.inputs.settings.zone, tours: [])
      let isEmployed = built.impossible.count == 1
      #expect(checker.violations(in: empty).isEmpty != isEmployed)
      return
    }
    tally.cases += 1
    var weeks = WeekMaker(problem: built.problem, seed: seed)
    for round in 0..<30 {
      let shifts = weeks.week(round: round)
      let roster = weeks.roster(shifts, week: rule.week)
      let violations = checker.violations(in: roster)
      let isLegal =
        built.problem.isLegal(shifts, of: employee)
        && shifts.allSatisfy(built.problem.hasLegalBreaks)
      #expect(violations.isEmpty == isLegal, "\(seed) \(round) \(violations)")
      tally.legal += isLegal ? 1 : 0
      tally.illegal += isLegal ? 0 : 1
      for name in Set(violations.map(\.rule)) { tally.broken[name, default: 0] += 1 }
    }
  }
}

/// Makes weeks of one person: some legal, some with one change, some at random.
private struct WeekMaker {
  let problem: RosterProblem
  private var weeks: RandomWeeks
  private var random: RandomStream

  init(problem: RosterProblem, seed: Int) {
    self.problem = problem
    weeks = RandomWeeks(problem, name: "rules", seed: seed)
    random = RandomStream(seed: 23, name: "weeks", keys: seed)
  }

  mutating func week(round: Int) -> [PlannedShift] {
    let best = weeks.tour(of: 0)?.shifts ?? []
    switch round % 3 {
    case 0: return best
    case 1: return changed(best)
    default: return (0..<problem.dayCount).compactMap { random.below(2) == 0 ? shift(on: $0) : nil }
    }
  }

  func roster(_ shifts: [PlannedShift], week: ISOWeek) -> Roster {
    var state = RosterState(problem)
    state.replace(0, with: PlannedTour(shifts: shifts, cost: 0, overtimeMinutes: 0))
    return RosterDecoder(problem: problem, week: week).roster(state)
  }

  /// One day's shift taken away, added, or replaced by another.
  private mutating func changed(_ shifts: [PlannedShift]) -> [PlannedShift] {
    let day = random.below(problem.dayCount)
    var shifts = shifts
    let present = shifts.first { $0.day == day }
    shifts.removeAll { $0.day == day }
    guard present == nil || random.below(4) > 0 else { return shifts }
    let next = present.flatMap { random.below(2) == 0 ? moved($0) : nil } ?? shift(on: day)
    return (shifts + [next]).sorted { $0.day < $1.day }
  }

  /// The same shift with a break or the start moved a bit.
  private mutating func moved(_ shift: PlannedShift) -> PlannedShift {
    var pauses = shift.pauses
    let count = problem.shapes[shift.shape].pauses.count
    let range = problem.grid.days[shift.day]
    var start = shift.start
    if count > 0, random.below(2) == 0 {
      let index = random.below(count)
      let moved = Int(pauses[index]) + random.below(5) - 2
      let low = index == 0 ? 1 : Int(pauses[index - 1]) + 2
      let high = index + 1 < count ? Int(pauses[index + 1]) : problem.shapes[shift.shape].length
      if moved >= low, moved + 1 < high { pauses[index] = UInt16(moved) }
    } else {
      start = min(range.upperBound - 1, max(range.lowerBound, start + random.below(5) - 2))
    }
    return PlannedShift(
      day: shift.day,
      start: start,
      shape: shift.shape,
      group: shift.group,
      pauses: pauses
    )
  }

  /// Any shift on a date, its breaks somewhere inside.
  private mutating func shift(on day: Int) -> PlannedShift {
    let shape = random.below(problem.shapes.count)
    let range = problem.grid.days[day]
    var pauses = SIMD8<UInt16>.zero
    let count = problem.shapes[shape].pauses.count
    let length = problem.shapes[shape].length
    for index in 0..<count {
      let part = length / (count + 1)
      pauses[index] = UInt16(1 + index * part + random.below(max(1, part - 1)))
    }
    return PlannedShift(
      day: day,
      start: range.lowerBound + random.below(range.count),
      shape: shape,
      group: problem.employees[0].days[day].group,
      pauses: pauses
    )
  }
}
