/// How published forecasts compare with what came.
public struct SnapshotAccuracy: Hashable, Sendable {
  /// Sums over the intervals or days of one queue that were recorded.
  ///
  /// Several add up: every ratio is the ratio of the sums.
  public struct Sums: Hashable, Sendable {
    /// How many intervals or days were compared.
    public var count = 0
    /// Contacts that came.
    public var contacts = 0.0
    /// Contacts that were published.
    public var published = 0.0
    /// Contacts that the method expected before planners' changes.
    public var model = 0.0
    /// Sum of absolute errors of what was published.
    public var publishedError = 0.0
    /// Sum of absolute errors of the method.
    public var modelError = 0.0
    /// Sum of absolute errors of the same weekday of the last comparable week; `nil` where that was
    /// not known.
    public var naiveError: Double? = 0
    /// How many lay in the 80 % band; `nil` where there is no band of this length.
    public var inside80: Int? = 0
    /// How many lay in the 95 % band.
    public var inside95: Int? = 0

    /// Makes sums of nothing.
    public init() {}

    /// Σ|error| ÷ Σ contacts of what was published; `nil` when nothing came.
    public var weightedError: Double? { share(publishedError) }
    /// The same of the method's own numbers.
    public var modelWeightedError: Double? { share(modelError) }
    /// The same of the weekly naive.
    public var naiveWeightedError: Double? { naiveError.flatMap(share) }
    /// (published − contacts) ÷ contacts; above 0 when too much was expected.
    public var bias: Double? { share(published - contacts) }
    /// The same of the method's own numbers.
    public var modelBias: Double? { share(model - contacts) }
    /// Share that lay in the 80 % band.
    public var coverage80: Double? { inside80.flatMap(part) }
    /// Share that lay in the 95 % band.
    public var coverage95: Double? { inside95.flatMap(part) }

    private func share(_ sum: Double) -> Double? { contacts > 0 ? sum / contacts : nil }
    private func part(_ inside: Int) -> Double? {
      count > 0 ? Double(inside) / Double(count) : nil
    }

    /// Adds other sums.
    public static func += (left: inout Self, right: Self) {
      left.count += right.count
      left.contacts += right.contacts
      left.published += right.published
      left.model += right.model
      left.publishedError += right.publishedError
      left.modelError += right.modelError
      left.naiveError = left.naiveError.flatMap { own in right.naiveError.map { own + $0 } }
      left.inside80 = left.inside80.flatMap { own in right.inside80.map { own + $0 } }
      left.inside95 = left.inside95.flatMap { own in right.inside95.map { own + $0 } }
    }
  }

  /// One queue in one snapshot.
  public struct Score: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// The snapshot's number in its week.
    public var number: Int
    /// Whether no later snapshot of the week exists.
    public var isLast: Bool
    /// Only data before this date was known.
    public var dataBefore: LocalDate
    /// The queue's name.
    public var queue: String
    /// The method.
    public var method: ForecastMethod
    /// Whether planners changed the queue's forecast.
    public var isOverridden: Bool
    /// Length of the compared intervals.
    public var intervalMinutes: Int
    /// By interval.
    public var intervals: Sums
    /// By day.
    public var days: Sums
    /// How many open days of the week are not or not wholly recorded.
    public var openDaysMissing: Int

    /// Makes a score.
    public init(
      week: ISOWeek,
      number: Int,
      isLast: Bool,
      dataBefore: LocalDate,
      queue: String,
      method: ForecastMethod,
      isOverridden: Bool,
      intervalMinutes: Int,
      intervals: Sums,
      days: Sums,
      openDaysMissing: Int
    ) {
      self.week = week
      self.number = number
      self.isLast = isLast
      self.dataBefore = dataBefore
      self.queue = queue
      self.method = method
      self.isOverridden = isOverridden
      self.intervalMinutes = intervalMinutes
      self.intervals = intervals
      self.days = days
      self.openDaysMissing = openDaysMissing
    }
  }

  /// By week, number and queue; snapshots of which nothing is recorded yet have counts of 0.
  public var scores: [Score]

  /// Makes a comparison.
  public init(scores: [Score]) { self.scores = scores }

  /// Sums per queue over the last snapshot of each week, in the order of the scores.
  public var pooled: [(queue: String, weeks: Int, intervals: Sums, days: Sums)] {
    var pooled: [(queue: String, weeks: Int, intervals: Sums, days: Sums)] = []
    for score in scores where score.isLast && score.intervals.count > 0 {
      if let index = pooled.firstIndex(where: { $0.queue == score.queue }) {
        pooled[index].weeks += 1
        pooled[index].intervals += score.intervals
        pooled[index].days += score.days
      } else {
        pooled.append((score.queue, 1, score.intervals, score.days))
      }
    }
    return pooled
  }

  /// Sums over the queues and weeks that planners changed, of the last snapshot of each week; `nil`
  /// when they changed nothing that has come.
  public var overridden: (intervals: Sums, days: Sums)? {
    let changed = scores.filter { $0.isLast && $0.isOverridden && $0.intervals.count > 0 }
    guard !changed.isEmpty else { return nil }
    return changed.reduce(into: (Sums(), Sums())) { sums, score in
      sums.0 += score.intervals
      sums.1 += score.days
    }
  }
}
