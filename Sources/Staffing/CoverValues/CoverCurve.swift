public import Workforce

/// What people given to a queue in one interval are worth: the expected contacts that miss the
/// target with each number of people, and its lower convex hull from the floor on.
///
/// Service rises in the shape of an S. A hull from nobody on would be a straight line to where nearly
/// everything is in time, and between the two it would tell nothing. Below the floor nobody plans, so
/// the hull starts there.
public struct CoverCurve: Hashable, Sendable {
  /// Expected contacts that miss the target with 0, 1, 2 … people rostered.
  public let missed: [Double]
  /// People of the floor.
  public let floor: Int
  /// Contacts that the first, second … person saves: up to the floor the same each, from there on the
  /// hull's slopes, never increasing.
  public let saved: [Double]
  /// Largest distance between the curve and its hull, in contacts, from the floor on.
  public let hullDistance: Double

  /// A further person who changes less than this many contacts is not counted.
  public static let negligible = 1e-4

  /// Takes the curve, which must not rise, and the people of its floor.
  public init(missed: [Double], floor: Int = 0) {
    self.floor = floor
    let start = min(floor, max(0, missed.count - 1))
    let below = missed.isEmpty ? 0 : (missed[0] - missed[start]) / Double(max(1, start))
    let slopes = Array(repeating: below, count: start) + Self.hullSlopes(of: missed[start...])
    let used = slopes[start...].firstIndex { $0 < Self.negligible } ?? slopes.count
    self.missed = Array(missed.prefix(used + 1))
    saved = Array(slopes.prefix(used))
    var hull = missed.isEmpty ? 0 : missed[start]
    var distance = 0.0
    for (value, slope) in zip(missed.dropFirst(start + 1), slopes.dropFirst(start)) {
      hull -= slope
      distance = max(distance, value - hull)
    }
    hullDistance = distance
  }

  /// Contacts that the most useful person saves.
  public var most: Double { saved.max() ?? 0 }

  /// Contacts that miss the target with so many people, on the hull; the floor at least.
  public func missedOnHull(people: Int) -> Double {
    (missed.first ?? 0) - saved.prefix(people).reduce(0, +)
  }

  /// What each person saves on the lower convex hull, by Andrew's monotone chain.
  private static func hullSlopes(of curve: ArraySlice<Double>) -> [Double] {
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

  /// Largest distance between any curve of a queue and its hull, in contacts, per queue.
  public var hullDistances: [Double] {
    queues.map { curves in curves.reduce(0) { max($0, $1.hullDistance) } }
  }
}
