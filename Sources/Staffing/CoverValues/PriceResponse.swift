import Foundation
import Workforce

/// How much of a queue is in time at a price, by its curves alone: in every interval each person works
/// whose saved contacts are worth the wage, the floor's people in any case.
///
/// People do not come by the interval, so no roster follows this line. But it tells well how much
/// more price gives how much more service.
public struct PriceResponse: Sendable {
  /// One interval: contacts that miss with the floor's people, and the savings of each further one.
  private struct Interval: Sendable {
    /// Contacts that miss with the floor and 0, 1, 2 … people more.
    var missed: [Double]
    /// What each of them saves, never increasing.
    var saved: [Double]
  }

  private let intervals: [Interval]
  private let contacts: Double
  /// Pay of a person for an interval.
  private let wage: Double

  /// Logarithms of the prices between which anything changes.
  private let range: ClosedRange<Double>

  /// Takes a queue's curves, and the pay of an hour, above 0.
  public init(values: CoverValues, queue: Int, wage: Double) {
    let curves = values.queues[queue].filter { !$0.missed.isEmpty }
    contacts = curves.reduce(0) { $0 + $1.missed[0] }
    self.wage = wage * Double(values.grid.stepMinutes) / 60
    intervals = curves.map { curve in
      let floor = min(curve.floor, curve.saved.count)
      var missed = [curve.missedOnHull(people: floor)]
      let saved = Array(curve.saved.dropFirst(floor))
      for contacts in saved { missed.append(missed[missed.count - 1] - contacts) }
      return Interval(missed: missed, saved: saved)
    }
    let savings = intervals.flatMap(\.saved)
    let (most, least) = (savings.max() ?? 1, savings.min() ?? 1)
    range = log(self.wage / most)...log(self.wage / least) + 1e-9
  }

  /// The share of contacts in time at the logarithm of a price; it never falls, and is 1 where
  /// nothing is expected.
  public func share(logPrice: Double) -> Double {
    guard contacts > 0 else { return 1 }
    let least = wage / exp(logPrice)
    let missed = intervals.reduce(0) { $0 + $1.missed[Self.people(worth: least, in: $1.saved)] }
    return 1 - missed / contacts
  }

  /// The logarithm of the smallest price that gives a share, at most the largest share that there is;
  /// a price at which the first person above the floors is worth the wage is the lowest.
  public func logPrice(share: Double) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    let wanted = min(share, self.share(logPrice: high))
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if self.share(logPrice: middle) >= wanted { high = middle } else { low = middle }
    }
    return high
  }

  /// How many of falling savings are at least so much.
  private static func people(worth least: Double, in saved: [Double]) -> Int {
    var (low, high) = (0, saved.count)
    while low < high {
      let middle = (low + high) / 2
      if saved[middle] >= least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
