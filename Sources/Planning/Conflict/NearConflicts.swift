public import Optimization
import Rostering
public import Workforce

/// What nearly stands in a week's way: the rules that bind most, and what more or fewer people would
/// bring, read from the roster of a run.
public struct NearConflicts: Sendable {
  /// A figure by the duals with the one by a new search, where one was made.
  public struct Row: Hashable, Sendable {
    /// What is changed, in words.
    public let what: String
    /// What the week costs less by the duals.
    public let dual: Double
    /// What it costs less by a new search.
    public let resolve: Double?
  }

  /// Rules by what the week would cost less without them, dearest first.
  public let rules: [Row]
  /// More and fewer people.
  public let staff: [Row]
  /// What no figure can see: objective less bound.
  public let gap: Double
  /// The currency.
  public let currency: String

  /// Rules that are searched again.
  private static let confirmed = 3

  /// Settles the roster of a run and asks it.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - options: How much work is done.
  ///   - solver: Solves the day programs.
  ///   - stop: Ends the search.
  ///   - progress: Told of each stage.
  /// - Throws: `ShiftwrightError` when the roster breaks rules or `stop` is cancelled.
  public init(
    _ run: PublishedRun,
    options: WorthOptions,
    solver: any LinearSolver,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws {
    let inputs = run.loaded.inputs
    let worth = try RosterWorth(run, options: options, solver: solver)
    let settled = try worth.settled(stop: stop, progress: progress)
    let limits = settled.rules().filter { estimate in
      if case .rule(let rule) = estimate.change { !rule.isPrice(in: inputs) } else { false }
    }
    let ranked = limits.enumerated().sorted {
      (-$0.element.dual, $0.offset) < (-$1.element.dual, $1.offset)
    }.map(\.element)
    let again = try settled.confirmed(
      ranked.prefix(Self.confirmed).map(\.change),
      stop: stop,
      progress: progress
    )
    rules = ranked.map { estimate in
      Row(
        what: Self.rule(estimate.change, inputs),
        dual: estimate.dual,
        resolve: again.first { $0.change == estimate.change }?.worth
      )
    }
    progress?(StageProgress(stage: "more and fewer people"))
    staff = try settled.staff(of: inputs, stop: stop).map { worth in
      Row(what: Self.staff(worth.change), dual: worth.dual, resolve: worth.resolve)
    }
    gap = settled.objective - settled.provedBound
    currency = inputs.settings.currency
  }

  private static func rule(_ change: WorthCase, _ inputs: PlanningInputs) -> String {
    if case .rule(let rule) = change { "without '\(rule.title(in: inputs))'" } else { "" }
  }

  private static func staff(_ change: StaffWorth.Change) -> String {
    switch change {
    case .oneMore(let contract, let like): "one more \(contract), like \(like)"
    case .more(let count): "1 % more staff (\(count) \(count == 1 ? "person" : "people"))"
    case .fewer(let count): "1 % less staff (\(count) \(count == 1 ? "person" : "people"))"
    }
  }
}
