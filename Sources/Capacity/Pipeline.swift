/// What new people go through: classes, practice, time beside a mentor.
public struct Pipeline: Hashable, Sendable {
  /// A stretch of it.
  public struct Stage: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// How long it takes, in months, above 0.
    public var months: Double
    /// What somebody in it counts for, over equal parts of it; not empty.
    public var counts: [Double]
    /// Share of those who end it that pass; the others go.
    public var passRate: Double

    /// Makes a stage.
    public init(name: String, months: Double, counts: [Double], passRate: Double) {
      self.name = name
      self.months = months
      self.counts = counts
      self.passRate = passRate
    }
  }

  /// The stages, in order.
  public var stages: [Stage]
  /// Share of people in it that leaves in a month.
  public var attrition: Double

  /// Makes a pipeline.
  public init(stages: [Stage], attrition: Double = 0) {
    self.stages = stages
    self.attrition = attrition
  }

  /// How long it takes, in months.
  public var length: Double { stages.reduce(0) { $0 + $1.months } }

  /// Months that are at least partly in it.
  public var wholeMonths: Int { Int((length - 1e-9).rounded(.up)) }

  /// The share that passes every stage.
  public var passRate: Double { stages.reduce(1) { $0 * $1.passRate } }

  /// A stretch of equal worth within a month.
  struct Piece: Hashable, Sendable {
    /// Position of the stage; the number of stages after the last.
    var stage: Int
    /// Share of the month.
    var share: Double
    /// What somebody counts for.
    var counts: Double
  }

  /// What the month lies in that begins `month` months after the first day.
  func pieces(month: Int) -> [Piece] {
    let (from, until) = (Double(month), Double(month + 1))
    var pieces: [Piece] = []
    var start = 0.0
    for (index, stage) in stages.enumerated() {
      let part = stage.months / Double(stage.counts.count)
      for counts in stage.counts {
        let share = min(until, start + part) - max(from, start)
        if share > 1e-12 { pieces.append(Piece(stage: index, share: share, counts: counts)) }
        start += part
      }
    }
    let rest = until - max(from, start)
    if rest > 1e-12 { pieces.append(Piece(stage: stages.count, share: rest, counts: 1)) }
    return pieces
  }

  /// The share of those who started that has passed all stages before one.
  func passed(before stage: Int) -> Double {
    stages.prefix(stage).reduce(1) { $0 * $1.passRate }
  }

  /// What somebody who started `month` months ago counts for, those included who failed or left.
  func counts(month: Int, attrition later: Double) -> Double {
    survival(month: month, attrition: later)
      * pieces(month: month).reduce(0) { $0 + $1.share * $1.counts * passed(before: $1.stage) }
  }

  /// The share of those who started that is there `month` months later.
  func heads(month: Int, attrition later: Double) -> Double {
    survival(month: month, attrition: later)
      * pieces(month: month).reduce(0) { $0 + $1.share * passed(before: $1.stage) }
  }

  /// The share that has not left of itself.
  func survival(month: Int, attrition later: Double) -> Double {
    let inside = min(month, wholeMonths)
    return power(1 - attrition, inside) * power(1 - later, month - inside)
  }
}

/// A number to a whole power that is not negative.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<max(0, exponent) { result *= base }
  return result
}
