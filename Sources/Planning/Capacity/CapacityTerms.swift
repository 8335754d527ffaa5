import Capacity
import Training
import Workforce

/// All assumptions of a capacity plan: what capacity.yaml says, else what is known of training, else
/// a default; with a note of where each comes from.
struct CapacityTerms {
  /// An assumption for people to read.
  struct Note: Hashable, Sendable {
    var name: String
    var text: String
    var source: String
  }

  /// Full-time hours in a week, which an agent is counted by.
  let fullTimeHours: Double
  let attrition: [Double]
  let absence: Double
  let hiring: HiringTerms
  let demand: DemandTerms
  let pipeline: Pipeline
  let missing: Double
  private(set) var notes: [Note] = []

  private static let weeksPerMonth = 365.25 / 12 / 7

  init(_ inputs: PlanningInputs, _ given: CapacityAssumptions, passes: PassChances?) {
    var sources = AssumptionNotes()
    let settings = inputs.settings
    fullTimeHours = settings.contracts.map(Self.weeklyHours).max() ?? 40
    demand = DemandTerms(given.demand, settings, &sources)
    let leaving = sources.take(
      given.attrition.monthly,
      0.02,
      "leave in a month",
      AssumptionNotes.share
    )
    attrition = settings.contracts.map { contract in
      given.attrition.contracts.first { $0.name == contract.name }?.value ?? leaving
    }
    sources.note(given.attrition.contracts, "leave in a month,")
    absence = sources.take(given.absence, 0.1, "absent before a roster", AssumptionNotes.share)
    hiring = HiringTerms(given, &sources)
    pipeline = sources.pipeline(
      given.pipeline,
      inputs.training,
      passes,
      attrition: sources.take(
        given.attrition.newcomers,
        min(0.5, 1.5 * leaving),
        "newcomers leave in a month",
        AssumptionNotes.share
      )
    )
    let tiers = settings.costs.understaffing
    let hourly = tiers.isEmpty ? 80 : tiers[tiers.count / 2].costPerHour
    missing = sources.take(
      given.missingMonth,
      (hourly * fullTimeHours * Self.weeksPerMonth).rounded(),
      "a full-time person who is missing for a month",
      AssumptionNotes.money
    )
    notes = sources.notes
  }

  /// Paid hours of a contract in a week: the middle between the least and where overtime begins.
  static func weeklyHours(_ contract: ContractSettings) -> Double {
    let most = min(contract.overtimeAfter, contract.maximumWeeklyHours).inHours
    return (contract.minimumWeeklyHours.inHours + most) / 2
  }

  /// Agents that one person with a contract is.
  func weight(_ contract: ContractSettings, share: Double = 1) -> Double {
    Self.weeklyHours(contract) * share / max(1, fullTimeHours) * (1 - absence)
  }

  /// Pay for a month with all that an employer adds.
  func monthlyPay(_ contract: ContractSettings) -> Double {
    contract.wagePerHour * Self.weeklyHours(contract) * Self.weeksPerMonth * (1 + hiring.onCosts)
  }

  /// The share of a month's work that so many hours are.
  func monthShare(hours: Double) -> Double {
    min(1, hours / max(1, fullTimeHours * Self.weeksPerMonth))
  }
}

/// How contacts grow and stray.
struct DemandTerms {
  /// Growth in a year, per queue.
  let growth: [Double]
  /// Relative standard deviation of the level after a year.
  let spread: Double

  init(
    _ given: CapacityAssumptions.Demand,
    _ settings: ScenarioSettings,
    _ sources: inout AssumptionNotes
  ) {
    let usual = sources.take(given.yearlyGrowth, 0, "growth in a year", AssumptionNotes.share)
    growth = settings.queues.map { queue in
      given.queueGrowth.first { $0.name == queue.name }?.value ?? usual
    }
    sources.note(given.queueGrowth, "growth of")
    spread = sources.take(
      given.yearlySpread,
      0.08,
      "spread of the level after a year",
      AssumptionNotes.share
    )
  }
}

/// How people are found, and the classes that they begin with.
struct HiringTerms {
  let leadMonths: Int
  let recruiting: Double
  let mostPerMonth: Int
  let onCosts: Double
  let onboarding: CapacityProblem.Course

  init(_ given: CapacityAssumptions, _ sources: inout AssumptionNotes) {
    let hiring = given.hiring
    leadMonths = sources.take(hiring.leadMonths, 2, "months to the first day") { String($0) }
    recruiting = sources.take(hiring.cost, 3000, "finding a person", AssumptionNotes.money)
    mostPerMonth = sources.take(hiring.mostPerMonth, 10, "starts in a month, at most") {
      String($0)
    }
    onCosts = sources.take(hiring.onCosts, 0.2, "on top of wages", AssumptionNotes.share)
    onboarding = CapacityProblem.Course(
      name: "onboarding",
      seats: sources.take(given.classes.seats, 12, "seats in a class of new people") { String($0) },
      perMonth: sources.take(given.classes.perMonth, 2, "such classes in a month") { String($0) },
      cost: sources.take(given.classes.cost, 2000, "such a class", AssumptionNotes.money)
    )
  }
}
