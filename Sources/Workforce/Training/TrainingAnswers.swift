/// How many must sit so that enough pass.
public struct BufferAnswer: Hashable, Sendable {
  /// How many must pass.
  public var needed: Int
  /// How many must sit.
  public var seats: Int
  /// Chance that enough of them pass.
  public var probability: Double
  /// The same with one fewer; 0 where nobody could be spared.
  public var probabilityWithOneLess: Double
  /// Mean of the pass rate that was believed.
  public var passRate: Double

  /// Makes an answer.
  public init(
    needed: Int,
    seats: Int,
    probability: Double,
    probabilityWithOneLess: Double,
    passRate: Double
  ) {
    self.needed = needed
    self.seats = seats
    self.probability = probability
    self.probabilityWithOneLess = probabilityWithOneLess
    self.passRate = passRate
  }
}

/// What a course changed in people's work, against colleagues without it.
public struct EffectEstimate: Hashable, Sendable {
  /// Why an effect should not be believed.
  public enum Warning: Hashable, Sendable {
    /// Fewer than ten people on a side.
    case tooFew(trained: Int, others: Int)
    /// The colleagues changed too.
    case othersChanged
    /// The trained were on their way already before the course.
    case trendBefore
    /// So many of the trained took another course within the same days.
    case otherCourse(people: Int)
  }

  /// A mean with the ends of its interval; `nil` ends where it has none.
  public struct Change: Hashable, Sendable {
    /// The mean.
    public var mean: Double
    /// Lower end.
    public var low: Double?
    /// Upper end.
    public var high: Double?

    /// Makes a change.
    public init(mean: Double, low: Double?, high: Double?) {
      self.mean = mean
      self.low = low
      self.high = high
    }

    /// True when the interval does not hold 0.
    public var isOff: Bool {
      guard let low, let high else { return false }
      return low > 0 || high < 0
    }
  }

  /// What was measured.
  public var measure: PerformanceRecord.Measure
  /// Trained people with days on both sides.
  public var trained: Int
  /// Colleagues with days on both sides.
  public var others: Int
  /// Mean of the trained before the course.
  public var before: Double
  /// Mean of the trained after it.
  public var after: Double
  /// How the trained changed.
  public var trainedChange: Change
  /// How colleagues changed over the same days.
  public var othersChange: Change
  /// The difference of the two: the effect.
  public var effect: Change
  /// Why it should not be believed; empty for no reason known.
  public var warnings: [Warning]

  /// Makes an estimate.
  public init(
    measure: PerformanceRecord.Measure,
    trained: Int,
    others: Int,
    before: Double,
    after: Double,
    trainedChange: Change,
    othersChange: Change,
    effect: Change,
    warnings: [Warning]
  ) {
    self.measure = measure
    self.trained = trained
    self.others = others
    self.before = before
    self.after = after
    self.trainedChange = trainedChange
    self.othersChange = othersChange
    self.effect = effect
    self.warnings = warnings
  }
}
