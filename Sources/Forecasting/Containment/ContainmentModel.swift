import Foundation
import Workforce

/// The share of contacts that self-service resolves before they ask for a person.
///
/// The level is the share of the last eight weeks, each day counting half as much as the one two
/// weeks later. A weekday's distance from the flat share of these weeks is drawn to zero
/// (``Shrinkage``), its variance being that of its days' distances ÷ their number.
struct ContainmentModel {
  /// The recent share.
  let level: Double
  /// What each weekday adds, Monday first.
  let weekdays: [Double]

  static let weeks = 8
  static let halfLifeDays = 14.0

  private struct Day {
    var weekday: Int
    var age: Double
    var contained: Double
    var all: Double
  }

  /// Learns from records on usable days; `nil` when none says how many were contained.
  init?(_ history: QueueHistory, past: [PastDay], zone: Zone) {
    guard let last = past.last?.date else { return nil }
    let days = Self.days(history, past, last, zone)
    let all = days.reduce(0) { $0 + $1.all }
    guard all > 0 else { return nil }
    let weights = days.map { pow(0.5, $0.age / Self.halfLifeDays) }
    let recent = zip(days, weights).reduce((contained: 0.0, all: 0.0)) { sum, pair in
      (sum.contained + pair.1 * pair.0.contained, sum.all + pair.1 * pair.0.all)
    }
    level = recent.contained / recent.all
    let flat = days.reduce(0) { $0 + $1.contained } / all
    let groups = (0..<7).map { weekday -> (mean: Double, variance: Double)? in
      let own = days.filter { $0.weekday == weekday }
      let size = own.reduce(0) { $0 + $1.all }
      guard size > 0 else { return nil }
      let mean = own.reduce(0) { $0 + $1.contained } / size
      let squares = own.reduce(0.0) { sum, day in
        let error = day.contained / day.all - mean
        return sum + error * error
      }
      let chance = flat * (1 - flat) / size
      let count = Double(own.count)
      let scatter = own.count > 1 ? squares / (count - 1) / count : 0
      return (mean - flat, max(chance, scatter))
    }
    let drawn = Shrinkage(groups)
    weekdays = drawn.values.map { $0 - drawn.center }
  }

  private static func days(
    _ history: QueueHistory,
    _ past: [PastDay],
    _ last: LocalDate,
    _ zone: Zone
  ) -> [Day] {
    let first = last.adding(days: 1 - 7 * weeks)
    let known = past.filter { $0.isOrdinary && $0.date >= first }
    var days = known.map { day in
      Day(
        weekday: day.weekday.rawValue - 1,
        age: Double(last.daysSinceEpoch - day.date.daysSinceEpoch),
        contained: 0,
        all: 0
      )
    }
    let places = Dictionary(
      known.enumerated().map { ($0.element.date, $0.offset) },
      uniquingKeysWith: { $1 }
    )
    let (start, end) = (zone.startOfDay(first), zone.startOfDay(last.adding(days: 1)))
    for record in history.records where record.start >= start && record.start < end {
      guard let contained = record.contained,
        let place = places[zone.local(at: record.start).date]
      else { continue }
      days[place].contained += contained
      days[place].all += contained + record.arrivals
    }
    return days.filter { $0.all > 0 }
  }

  /// The share on a weekday.
  func share(on weekday: Weekday) -> Fraction {
    Fraction(min(max(level + weekdays[weekday.rawValue - 1], 0), 1)) ?? .zero
  }
}
