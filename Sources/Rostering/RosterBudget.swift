import Workforce

/// How one run's work is shared out among the stages; counted in units of work, so that results do
/// not depend on the clock.
struct RosterBudget: Hashable, Sendable {
  /// Units for the whole run; the first dive, its first sweep and the exact finish come beside it.
  let total: Double
  /// Passes of Frank–Wolfe over all people.
  let passes: Int
  /// Passes over the people still open after each step of a dive.
  let divePasses: Int
  /// Units after which the exact linear program begins no further round.
  let exactMaster: Double
  /// Nodes of a day program in the deepest sweeps.
  let deepestNodes: Int

  /// Nodes of a day program in the first sweeps.
  static let firstNodes = 8
  /// Rows up to which the exact linear program gets the larger share, since its prices are worth most
  /// where few people make every week matter.
  private static let smallMaster = 1000
  /// Most dives of one run.
  static let diveLimit = 30

  init(options: RosterOptions, problem: RosterProblem) {
    let people = problem.employees.count
    total = options.budget(people: people)
    let perPass = max(1, Double(people) * problem.pricingWork)
    passes = min(500, max(20, Int(0.4 * total / perPass / 20) * 20))
    // a dive settles people in forty to eighty steps, or one by one in smaller teams, and visits
    // half of them on the average; forty are reckoned with
    let steps = Double(min(40, max(1, people)))
    divePasses = min(30, max(1, Int(0.25 * total / (0.5 * steps * perPass))))
    let isSmall = TourMaster.rowCount(problem) <= Self.smallMaster
    exactMaster = (isSmall ? 0.75 : 0.5) * total
    deepestNodes = people < 1000 ? 128 : 32
  }
}
