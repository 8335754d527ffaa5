public import Workforce

/// What people given to a queue in one interval are worth: the expected contacts that miss the
/// target with each number of people, and its lower convex hull.
public struct CoverCurve: Hashable, Sendable {
  /// Expected contacts that miss the target with 0, 1, 2 … people rostered.
  public let missed: [Double]
  /// The hull's slopes: contacts that the first, second … person saves; never increasing.
  public let saved: [Double]
  /// Largest distance between the curve and its hull, in contacts.
  public let hullDistance: Double

  /// A further person who changes less than this many contacts is not counted.
  public static let negligible = 1e-4

  /// Takes the curve; it must not rise.
  public init(missed: [Double]) {
    let slopes = Self.hullSlopes(of: missed)
    let used = slopes.firstIndex { $0 < Self.negligible } ?? slopes.count
    self.missed = Array(missed.prefix(used + 1))
    saved = Array(slopes.prefix(used))
    var hull = missed.first ?? 0
    var distance = 0.0
    for (value, slope) in zip(missed.dropFirst(), slopes) {
      hull -= slope
      distance = max(distance, value - hull)
    }
    hullDistance = distance
  }

  /// Contacts that miss the target with so many people, on the hull.
  public func missedOnHull(people: Int) -> Double {
    (missed.first ?? 0) - saved.prefix(people).reduce(0, +)
  }

  /// What each person saves on the lower convex hull, by Andrew's monotone chain.
  private static func hullSlopes(of curve: [Double]) -> [Double] {
    var corners: [Int] = []
    let slope = { (from: Int, to: Int) in (curve[from] - curve[to]) / Double(to - from) }
    for point in curve.indices {
      while corners.count >= 2 {
        let (first, last) = (corners[corners.count - 2], corners[corners.count - 1])
        guard slope(last, point) >= slope(first, last) else { break }
        corners.removeLast()
      }
      corners.append(point)
    }
    return zip(corners, corners.dropFirst()).flatMap { from, to in
      Array(repeating: slope(from, to), count: to - from)
    }
  }
}

/// The curves of all queues and intervals.
public struct CoverValues: Hashable, Sendable {
  /// The planning intervals.
  public let grid: TimeGrid
  /// Queue by queue in the order of the settings, interval by interval.
  public let queues: [[CoverCurve]]
  /// People whom the queue must have at least in each interval, by its floors.
  public let floors: [[Int]]

  /// Largest distance between any curve and its hull, in contacts.
  public var hullDistance: Double { queues.joined().reduce(0) { max($0, $1.hullDistance) } }
}
