/// How many agents a skill's targets take in a month, by the level of demand.
public struct TargetCurve: Hashable, Sendable {
  /// A level of demand and what it takes.
  public struct Point: Hashable, Sendable {
    /// The logarithm of demand relative to the middle of its band.
    public var level: Double
    /// The fewest agents with which all targets are met; infinite where none are enough.
    public var agents: Double

    /// Makes a point.
    public init(level: Double, agents: Double) {
      self.level = level
      self.agents = agents
    }
  }

  /// The points, by ascending level; at least one.
  public let points: [Point]

  /// Nobody is needed.
  public static let nothing = TargetCurve([Point(level: 0, agents: 0)])

  /// Takes points in any order, at least one.
  public init(_ points: [Point]) {
    precondition(!points.isEmpty, "a curve needs a point")
    self.points = points.sorted { $0.level < $1.level }
  }

  /// The fewest agents at a level: straight lines between the points and beyond them.
  public func agents(at level: Double) -> Double {
    guard points.count > 1 else { return points[0].agents }
    let last = points.lastIndex { $0.level <= level } ?? 0
    let first = min(last, points.count - 2)
    let (low, high) = (points[first], points[first + 1])
    guard low.agents.isFinite, high.agents.isFinite else { return .infinity }
    let share = (level - low.level) / (high.level - low.level)
    return max(0, low.agents + share * (high.agents - low.agents))
  }
}
