public import Reporting
import Rostering
public import Workforce

/// Everything that planning a week gave.
public struct WeekPlan: Sendable {
  /// What the plan started from.
  public let inputs: PlanningInputs
  /// The week.
  public let week: ISOWeek
  /// What is expected.
  public let forecast: Forecast
  /// How many people that needs.
  public let requirement: Requirement
  /// The roster with its bound.
  public let outcome: RosterOutcome
  /// What the independent checker says.
  public let check: CheckReport
  /// People against need.
  public let coverage: Coverage
  /// What contacts will meet.
  public let simulation: SimulationResult
  /// What was found in the data, files named as in the scenario folder.
  public let findings: [Diagnostic]
  /// The seed in use.
  public let seed: UInt64
  /// The options in use.
  public let options: PlanOptions
  /// Seconds per stage.
  public let timings: [StageTiming]
  /// Price of a contact that misses its target, per queue; `nil` where people are priced by the
  /// need.
  public let contactPrices: [Double]?
  /// How far the convex price lies below the contacts that miss at most in an interval, per queue, in
  /// contacts; `nil` where people are priced by the need.
  public let hullDistances: [Double]?
  /// What people are worth, by which the roster was made.
  let costs: CoverCosts
  /// The rosters of the search for these prices; empty without one.
  public let rounds: [PriceRound]
  /// What is missing where a target is missed; `nil` where none is, or where nothing was searched.
  public let shortfall: Shortfall?
  /// The week's duties on call; empty where none are asked for.
  public var onCall: [OnCallTurn] = []
  /// What became of the published roster; `nil` for a plan made from nothing.
  public var revision: RosterRevision?

  /// The report's page and the terminal's text.
  public var report: PlanReport {
    var report = PlanReport(
      inputs: inputs,
      week: week,
      forecast: forecast,
      requirement: requirement,
      outcome: outcome,
      check: check,
      coverage: coverage,
      simulation: simulation,
      findings: findings,
      options: repeatOptions,
      contactPrices: contactPrices,
      rounds: rounds,
      shortfall: shortfall,
      revision: revision
    )
    report.onCall = onCall
    return report
  }

  /// The options that repeat the run.
  private var repeatOptions: [(name: String, value: String)] {
    var listed = [(name: "seed", value: String(seed))]
    // a search that the clock ended had no effort of its own
    if isRepeatable || options.effort != nil { listed.append(("effort", String(effort))) }
    if options.replications != 200 {
      listed.append(("replications", String(options.replications)))
    }
    if let halfWidth = options.halfWidth {
      listed.append(("half-width", String((halfWidth * 1e6).rounded() / 1e4)))
    }
    if let cover = options.cover { listed.append(("cover", cover.rawValue)) }
    return listed
  }

  /// The budget of work, asked for or by the number of people.
  var effort: Int {
    if let asked = options.effort { return asked }
    let people = outcome.roster.tours.count
    if revision != nil { return RosterReoptimizer.standardEffort(people: people) }
    return rounds.isEmpty
      ? RosterOptions.standardEffort(people: people) : TargetRounds.standardEffort(people: people)
  }

  /// True when the roster keeps every rule for everyone who has a legal week, and the checker
  /// computes the same cost as the optimizer.
  public var isUsable: Bool { check.isClean && isCostConfirmed }

  /// True when the checker's cost is the optimizer's, to a hundredth.
  private var isCostConfirmed: Bool {
    check.costs.map { abs($0.total - outcome.costs.total) < 0.01 } ?? false
  }

  /// True when the work budget and not the clock ended the optimization and the simulation.
  public var isRepeatable: Bool { outcome.stopReason == nil }
}
