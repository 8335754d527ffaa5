import Checking
import GLPKSolver
import Staffing
import TestSupport
import Workforce

@testable import Rostering

/// A random team of five, too many for all their rosters to be tried, whose contracts ask
/// for nothing; and the same week with all entries of one labor rule, locks or rotations.
struct RuleTeam {
  private typealias Make = ScenarioFixtures

  /// The week without any labor rule.
  let free: PlanningInputs
  let week: ISOWeek
  private let seed: Int

  init(seed: Int) {
    var random = RandomStream(seed: UInt64(seed), name: "rule team")
    let week = SoleRuleWeek.weeks[random.below(4)]
    let people = ["ada", "bo", "cy", "di", "eve"].enumerated().map { number, id in
      Employee(
        id: id,
        name: "Name of \(id)",
        site: "site",
        team: ["blue", "red"][number % 2],
        contract: ["contract", "contract", "other"][number % 3],
        fullTimeEquivalent: number == 4 ? Make.share(0.5) : .one
      )
    }
    let lunch = BreakTemplate(
      kind: .lunch,
      length: .minutes(60),
      isPaid: false,
      earliestStart: Make.share(0.25),
      latestStart: Make.share(0.75)
    )
    var inputs = Make.inputs(
      people: people,
      queues: [Make.queue()],
      templates: [Make.template(minutes: 480, breaks: [lunch])],
      contracts: [Self.contract("contract", &random), Self.contract("other", &random)],
      costs: CostSettings(
        overstaffingPerHour: 2,
        overtimePremium: 0.5,
        startChangePerHour: 1,
        weekendFairness: 3
      ),
      slotMinutes: 60,
      startMinutes: 240
    )
    for person in people {
      inputs.pastDuties += Self.past(person.id, before: week.monday, &random)
    }
    (self.week, self.seed, free) = (week, seed, inputs)
  }

  private static func contract(_ name: String, _ random: inout RandomStream) -> ContractSettings {
    Make.contract(
      name,
      wage: Double(12 + random.below(9)),
      overtimeAfter: 28
    )
  }

  /// About four shifts a week for two weeks.
  private static func past(
    _ id: String,
    before monday: LocalDate,
    _ random: inout RandomStream
  ) -> [PastDuty] {
    (1...14).compactMap { back in
      guard random.below(7) < 4 else { return nil }
      let hour = [0, 8, 12, 16][random.below(4)]
      let start = LocalDateTime(date: monday.adding(days: -back), secondOfDay: 3600 * hour)
      return PastDuty(employee: id, start: start, end: start.adding(minutes: 480))
    }
  }

  /// The week with entries of the rule as another week states them, at a price or hard; `nil` where that states
  /// nothing.
  func stating(_ name: String, round: Int, isPriced: Bool) -> PlanningInputs? {
    guard let donor = SoleRuleWeek.donor(of: name, in: week, number: seed + 7 * round) else {
      return nil
    }
    var inputs = free
    inputs.settings.labor = donor.settings.labor
    inputs.settings.labor.rules = donor.settings.labor.rules.filter { $0.rule.name == name }
      .map { entry in
        RuleEntry(entry.rule, scope: entry.scope, price: isPriced ? 9 : nil)
      }
    if name == "lock" { inputs.locks = donor.locks }
    if name == "rotation" {
      inputs.rotationPlaces = donor.rotationPlaces
      inputs.settings.labor.rotations = donor.settings.labor.rotations.map { rotation in
        var rotation = rotation
        rotation.price = isPriced ? 9 : nil
        return rotation
      }
    }
    return inputs
  }

  /// Four people and days of the week, under contracts with limits, some availability and a budget of overtime.
  var limited: PlanningInputs {
    var inputs = free
    inputs.employees.removeLast()
    inputs.settings.queues = [
      Make.queue(open: "06:00-22:00", on: [.monday, .tuesday, .wednesday, .saturday])
    ]
    for index in inputs.settings.contracts.indices {
      let rules = TourRuleSettings(
        minimumRest: .hours(11),
        maximumConsecutiveDays: 3,
        maximumStartChange: .hours(4)
      )
      inputs.settings.contracts[index] = Make.contract(
        inputs.settings.contracts[index].name,
        wage: inputs.settings.contracts[index].wagePerHour,
        hours: 14...28,
        overtimeAfter: 21,
        days: 2...4,
        window: "04:00-24:00",
        rules: rules
      )
    }
    inputs.availability = [
      Availability(employee: "bo", days: .everyDay, window: Make.window("07:00-20:00")),
      Availability(employee: "cy", days: .weekday(.saturday), window: nil),
    ]
    inputs.settings.sites[0].overtimeBudget = .hours(7)
    return inputs
  }

  private func requirement(_ inputs: PlanningInputs) -> Requirement {
    Make.requirement(inputs, week: week) { _, time in
      var random = RandomStream(
        seed: UInt64(seed),
        name: "rule team need",
        keys: time.date.daysSinceEpoch,
        time.minuteOfDay / 240
      )
      return time.minuteOfDay < 360 ? random.below(2) : random.below(5)
    }
  }

  func optimizer(_ inputs: PlanningInputs) throws -> RosterOptimizer {
    try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement(inputs)),
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver()
    )
  }

  func built(_ inputs: PlanningInputs) throws -> SoleRuleWeek.Built {
    let outcome = try optimizer(inputs).build()
    let report = report(outcome.roster, inputs)
    return SoleRuleWeek.Built(inputs: inputs, outcome: outcome, report: report)
  }

  /// What the referee says of a roster.
  func report(_ roster: Roster, _ inputs: PlanningInputs) -> CheckReport {
    RosterChecker(inputs: inputs).check(roster, requirement: requirement(inputs))
  }
}
