import Capacity
import Forecasting
public import Optimization
import Staffing
public import Workforce

/// A week staffed without names beside a roster with names, for the same people and the same need.
public struct CapacityWeekCheck: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// The fewest people in the present mix of contracts and skills, skills shared.
  public var needed: Double
  /// The same with each skill served by people who do nothing else.
  public var dedicated: Double
  /// The people there are in the week, those away counted by the days that they are there.
  public var people: Double
  /// Agent-hours needed.
  public var hours: Double
  /// Agent-hours that these people cannot cover without names.
  public var uncovered: Double
  /// Agent-hours that a roster with names leaves uncovered.
  public var rostered: Double

  /// Staffs a week without names and builds a roster with names.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - inputs: The scenario.
  ///   - threads: Threads.
  ///   - solver: Solves the programs.
  ///   - stop: Ends the work.
  /// - Throws: `ShiftwrightError` when the week cannot be forecast or staffed.
  public init(
    _ week: ISOWeek,
    inputs: PlanningInputs,
    threads: Int,
    solver: any LinearSolver,
    stop: StopSignal = StopSignal()
  ) throws {
    let forecast = try ForecastBuilder(inputs: inputs, threads: threads).forecast(week)
    let requirement = try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver)
      .requirement
    let skills = inputs.settings.queues.map(\.skill).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let need = MonthlyNeed.agents(requirement, inputs.settings, skills)
    let kinds = WeekKinds(settings: inputs.settings, grid: requirement.grid, need: need)
    let (mix, people) = Self.mix(inputs, week, skills)
    let program = kinds.program(mix)
    let fewest = try program.staffing(.fewestPeople, by: solver)
    let least = try program.staffing(.leastUncovered(people: people), by: solver)
    guard let fewest, let least else {
      throw ShiftwrightError(
        "The week program of \(week) has no solution.\n"
          + "Check the weekly hours and shift templates of the contracts in scenario.yaml."
      )
    }
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(threads: threads, cover: .need),
      solver: solver
    )
    let roster = try planner.roster(requirement, stop: stop).roster
    let judge = RosterJudge(inputs: inputs, requirement: requirement, cover: nil)
    self.week = week
    self.people = people
    needed = fewest.people
    dedicated = try skills.indices.reduce(0) { sum, skill in
      let own = WeekKinds(
        settings: inputs.settings,
        grid: requirement.grid,
        need: [need[skill]]
      ).program(Self.holders(mix, of: skill))
      return sum + (try own.staffing(.fewestPeople, by: solver)?.people ?? 0)
    }
    hours = need.joined().reduce(0, +) * Double(requirement.grid.stepMinutes) / 60
    uncovered = least.uncoveredHours
    rostered = judge.missingHours(judge.coverage(roster)).reduce(0, +)
  }

  private typealias Part = (skills: [Int], contract: ContractSettings, share: Double)

  /// The people of a week by skills and contract, and how many they are.
  private static func mix(_ inputs: PlanningInputs, _ week: ISOWeek, _ skills: [String]) -> (
    [Part], Double
  ) {
    let month = CalendarMonth(containing: week.monday.adding(days: 3))
    let ahead = PeopleAhead(inputs: inputs, skills: skills, months: [month]).people()
    var order: [[Int]] = []
    var counts: [[Int]: Double] = [:]
    for (index, person) in ahead {
      guard let held = person.skills.first ?? nil, !held.isEmpty else { continue }
      let id = inputs.employees[index].id
      let away = week.dates.count { date in
        inputs.absences.contains {
          $0.employee == id && $0.from.date <= date && date < $0.until.date
        }
      }
      let key = [person.contract] + held
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += person.share * Double(7 - away) / 7
    }
    let all = order.reduce(0) { $0 + (counts[$1] ?? 0) }
    let parts = order.map { key -> Part in
      let contract = inputs.settings.contracts[key[0]]
      return (Array(key.dropFirst()), contract, (counts[key] ?? 0) / max(1e-9, all))
    }
    return (parts.filter { $0.share > 0 }, all)
  }

  /// Those who hold a skill, as if they held no other.
  private static func holders(_ mix: [Part], of skill: Int) -> [Part] {
    let own = mix.filter { $0.skills.contains(skill) }
    let all = own.reduce(0) { $0 + $1.share }
    return own.map { ([0], $0.contract, $0.share / max(1e-9, all)) }
  }
}
