/// What came of a target in a simulation.
public enum TargetVerdict: String, CaseIterable, Sendable {
  /// The whole interval of confidence is on the right side.
  case met
  /// The whole interval is on the wrong side.
  case missed
  /// The target lies inside the interval: more replications would tell.
  case unproven = "not proved"
  /// Nothing came by which it could be judged: no contacts, or no items that are due yet.
  case notJudged = "not judged"

  /// Judges a measure that must be at least a bound.
  public init(_ measured: Estimate, atLeast bound: Double) {
    self = measured.low >= bound ? .met : measured.high < bound ? .missed : .unproven
  }

  /// Judges a measure that must be at most a bound.
  public init(_ measured: Estimate, atMost bound: Double) {
    self = measured.high <= bound ? .met : measured.low > bound ? .missed : .unproven
  }

  /// The worst of several; one that could not be judged counts where no other one is bad.
  public static func worst(of verdicts: some Sequence<TargetVerdict>) -> TargetVerdict {
    var worst = TargetVerdict.met
    for verdict in verdicts where verdict.rank < worst.rank { worst = verdict }
    return worst
  }

  /// Bad ones first.
  fileprivate var rank: Int {
    switch self {
    case .missed: 0
    case .unproven: 1
    case .notJudged: 2
    case .met: 3
    }
  }

  /// The same with days that could not be judged last.
  fileprivate var order: Int { self == .notJudged ? 4 : rank }

  /// True unless something is missed or not proved.
  public var isKept: Bool { self == .met || self == .notJudged }
}

/// One promise, what a simulation measured of it, and the verdict.
public struct TargetJudgment: Hashable, Sendable {
  /// What was promised.
  public var demand: ServiceDemand
  /// What was measured, in shares, seconds or agents: over the period, or in the worst interval of
  /// a demand on every interval.
  public var measured: Estimate
  /// The position of the date that decided, where each day must meet the target; `nil` else.
  public var day: Int?
  /// The intervals that miss a demand on every interval; empty for other demands.
  public var intervalsBelow: [Int]
  /// Whether the promise is kept.
  public var verdict: TargetVerdict

  /// Makes a judgment.
  public init(
    demand: ServiceDemand,
    measured: Estimate,
    day: Int? = nil,
    intervalsBelow: [Int] = [],
    verdict: TargetVerdict
  ) {
    self.demand = demand
    self.measured = measured
    self.day = day
    self.intervalsBelow = intervalsBelow
    self.verdict = verdict
  }
}

extension TargetJudgment {
  /// The ends of the measure's interval, cut where no share or wait can lie.
  public var limits: (low: Double, high: Double) {
    switch demand {
    case .speedOfAnswer, .minimumAgents: (max(0, measured.low), measured.high)
    case .serviceLevel, .abandonment, .occupancy, .intervalFloor:
      (measured.shareLow, measured.shareHigh)
    }
  }
}

extension ServiceMeasures {
  /// True when contacts came, or items that were done or due, so that the service level is one.
  public var hasService: Bool { answeredInTarget > 0 || serviceLevel.mean < 1 }

  /// Whether the service level is shown to reach a share.
  public func verdict(atLeast share: Double) -> TargetVerdict {
    hasService ? TargetVerdict(serviceLevel, atLeast: share) : .notJudged
  }
}

extension QueueSimulation {
  /// One judgment per demand of the target, in its order.
  ///
  /// Demands on the service are judged by their limits of confidence, over the week or on each day
  /// with contacts; of the days the worst is told. Demands on every interval are judged by means.
  public var judgments: [TargetJudgment] { target.demands.map(judgment) }

  /// The worst verdict on the target's demands.
  public var verdict: TargetVerdict { .worst(of: judgments.lazy.map(\.verdict)) }

  /// True when every demand of the target that could be judged is shown to be met.
  public var meetsTarget: Bool { verdict.isKept }

  private func judgment(of demand: ServiceDemand) -> TargetJudgment {
    switch demand {
    case .intervalFloor(let share, _, _):
      let busy = busyIntervals
      let levels = busy.map { intervals[$0].serviceLevel }
      return judgment(of: demand, busy, levels, atLeast: share.value)
    case .minimumAgents(let fewest):
      let open = agents.indices.filter { isOpen[$0] }
      let people = open.map { Estimate(mean: agents[$0], halfWidth: 0) }
      return judgment(of: demand, open, people, atLeast: Double(fewest))
    default: return period == .week ? judgment(of: demand, day: nil) : worstDay(of: demand)
    }
  }

  /// Judges every interval by its mean.
  private func judgment(
    of demand: ServiceDemand,
    _ places: [Int],
    _ measured: [Estimate],
    atLeast bound: Double
  ) -> TargetJudgment {
    let below = zip(places, measured).filter { $1.mean < bound - 1e-9 }.map(\.0)
    let worst = measured.min { $0.mean < $1.mean }
    return TargetJudgment(
      demand: demand,
      measured: worst ?? Estimate(mean: bound, halfWidth: 0),
      intervalsBelow: below,
      verdict: places.isEmpty ? .notJudged : below.isEmpty ? .met : .missed
    )
  }

  private func judgment(of demand: ServiceDemand, day: Int?) -> TargetJudgment {
    let measures = day.map { days[$0] } ?? total
    let busy = day.map { dayOccupancy[$0] } ?? occupancy
    let (measured, verdict): (Estimate, TargetVerdict) =
      switch demand {
      case .serviceLevel(let share, _, _), .intervalFloor(let share, _, _):
        (measures.serviceLevel, measures.verdict(atLeast: share.value))
      case .speedOfAnswer(let longest):
        (
          measures.averageSpeedOfAnswer,
          measures.arrivals == 0
            ? .notJudged
            : measures.isUnanswered
              ? .missed : TargetVerdict(measures.averageSpeedOfAnswer, atMost: longest.inSeconds)
        )
      case .abandonment(let share):
        (
          measures.abandonmentShare,
          measures.arrivals == 0
            ? .notJudged : TargetVerdict(measures.abandonmentShare, atMost: share.value)
        )
      case .occupancy(let share): (busy, TargetVerdict(busy, atMost: share.value))
      case .minimumAgents: (Estimate(mean: 0, halfWidth: 0), .met)
      }
    return TargetJudgment(demand: demand, measured: measured, day: day, verdict: verdict)
  }

  /// The judgment of the day with the worst verdict, and of these the one furthest on the wrong side.
  private func worstDay(of demand: ServiceDemand) -> TargetJudgment {
    let busy = days.indices.filter { days[$0].arrivals > 0 }
    let judged = busy.map { judgment(of: demand, day: $0) }
    let isFloor = if case .serviceLevel = demand { true } else { false }
    let worst = judged.min { one, other in
      let means = (one.measured.mean, other.measured.mean)
      guard one.verdict == other.verdict else { return one.verdict.order < other.verdict.order }
      return isFloor ? means.0 < means.1 : means.0 > means.1
    }
    return worst ?? judgment(of: demand, day: nil)
  }
}
