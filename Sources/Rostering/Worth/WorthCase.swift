public import Workforce

/// A change of a week whose worth is asked for.
public enum WorthCase: Hashable, Sendable {
  /// One more person through the hour that begins at a roster slot, who serves the queues at these
  /// positions and costs nothing.
  case hour(queues: [Int], slot: Int)
  /// The person is away on the date, a whole day of absence.
  case shift(employee: String, date: LocalDate)
  /// The rule or price acts on nobody.
  case rule(RosterRule)
  /// The person may use one skill more all week.
  case certificate(employee: String, skill: String)

  /// Whether the change takes something away: its worth is then what is lost by it.
  public var isLoss: Bool {
    if case .shift = self { return true }
    return false
  }
}

/// What one change is worth without a new search.
public struct WorthEstimate: Hashable, Sendable {
  /// The change.
  public var change: WorthCase
  /// Worth by the duals: the difference of the certified bounds with and without the change, both at
  /// the prices of the week as it is.
  public var dual: Double
  /// Worth in this very roster with everybody else's week as it is; `nil` where that says nothing.
  public var marginal: Double?
  /// The part of ``marginal`` that is cover, without pay and wishes; `nil` likewise.
  public var cover: Double?
  /// The parts of ``dual`` by the queue that each slot's person is worth most in; empty but for hours.
  public var byQueue: [Double]

  /// Makes an estimate.
  public init(
    change: WorthCase,
    dual: Double,
    marginal: Double? = nil,
    cover: Double? = nil,
    byQueue: [Double] = []
  ) {
    self.change = change
    self.dual = dual
    self.marginal = marginal
    self.cover = cover
    self.byQueue = byQueue
  }
}

/// What a new search with a change gave.
public struct WorthConfirmation: Hashable, Sendable {
  /// The change.
  public var change: WorthCase
  /// The objective with it.
  public var objective: Double
  /// A certified bound on it.
  public var bound: Double
  /// Worth by the new search: the difference of the two objectives, of equal effort.
  public var worth: Double
  /// The difference of the two bounds, found with equal effort.
  public var boundWorth: Double
  /// The worth of the change in the best rosters there are is proved to lie in here.
  public var proved: ClosedRange<Double>

  /// Makes a confirmation.
  public init(
    change: WorthCase,
    objective: Double,
    bound: Double,
    worth: Double,
    boundWorth: Double,
    proved: ClosedRange<Double>
  ) {
    self.change = change
    self.objective = objective
    self.bound = bound
    self.worth = worth
    self.boundWorth = boundWorth
    self.proved = proved
  }
}

/// How the worth of changes is looked for.
public struct WorthEffort: Hashable, Sendable {
  /// Budget of the first search, which settles the roster; `nil` chooses by the number of people.
  public let first: Int?
  /// Budget of each further search, 1…10,000.
  public let again: Int
  /// Threads, 1…64; results do not depend on it.
  public let threads: Int
  /// Seed of every random choice.
  public let seed: UInt64

  /// Checks the ranges.
  public init(
    first: Int? = nil,
    again: Int = 2,
    threads: Int = 1,
    seed: UInt64 = 1
  ) throws(ShiftwrightError) {
    _ = try RosterOptions(effort: first, threads: threads)
    _ = try RosterOptions(effort: again)
    self.first = first
    self.again = again
    self.threads = threads
    self.seed = seed
  }
}
