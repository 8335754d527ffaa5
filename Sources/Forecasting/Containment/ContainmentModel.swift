import Foundation
import Workforce

/// The share of contacts that self-service resolves before they ask for a person.
///
/// Over the last eight weeks the share is that of ``HourlyContainment`` by hour and kind of day. What
/// the days differ from it moves all hours: the recent level, each day counting half as much as the one
/// two weeks later, and a weekday's distance, drawn to zero (``Shrinkage``), its variance being that of
/// its days' distances ÷ their number.
struct ContainmentModel {
  /// Shares by hour and kind of day.
  let hours: HourlyContainment
  /// What the last weeks add.
  let recent: Double
  /// What each weekday adds, Monday first.
  let weekdays: [Double]

  static let weeks = 8
  static let halfLifeDays = 14.0

  private struct Day {
    var weekday: Weekday
    var age: Double
    var hours = Array(repeating: ContainedCount(), count: HourlyContainment.hours)

    var total: ContainedCount { hours.reduce(ContainedCount(), +) }
  }

  /// What a day has over the hours' shares: contacts, and all contacts.
  private struct Rest {
    var weekday: Int
    var weight: Double
    var contained: Double
    var all: Double
  }

  /// Learns from records on usable days; `nil` when none says how many were contained.
  ///
  /// With `isPartOfArrivals` the arrivals are all contacts, else those that asked for a person.
  init?(_ history: QueueHistory, past: [PastDay], zone: Zone, isPartOfArrivals: Bool = false) {
    guard let last = past.last?.date else { return nil }
    let days = Self.days(history, past, last, zone, isPartOfArrivals)
    guard !days.isEmpty else { return nil }
    let hours = HourlyContainment(days.map { ($0.weekday.isWeekend, $0.hours) })
    let rests = days.map { day in
      let shares = hours.shares[HourlyContainment.kind(isWeekend: day.weekday.isWeekend)]
      let expected = zip(day.hours, shares).reduce(0) { $0 + $1.0.all * $1.1 }
      return Rest(
        weekday: day.weekday.rawValue - 1,
        weight: pow(0.5, day.age / Self.halfLifeDays),
        contained: day.total.contained - expected,
        all: day.total.all
      )
    }
    self.hours = hours
    recent =
      rests.reduce(0) { $0 + $1.weight * $1.contained }
      / rests.reduce(0) { $0 + $1.weight * $1.all }
    weekdays = Self.weekdays(rests, variance: hours.mean * (1 - hours.mean))
  }

  private static func weekdays(_ rests: [Rest], variance: Double) -> [Double] {
    let groups = (0..<7).map { weekday -> (mean: Double, variance: Double)? in
      let own = rests.filter { $0.weekday == weekday }
      let size = own.reduce(0) { $0 + $1.all }
      guard size > 0 else { return nil }
      let mean = own.reduce(0) { $0 + $1.contained } / size
      let squares = own.reduce(0.0) { sum, day in
        let error = day.contained / day.all - mean
        return sum + error * error
      }
      let count = Double(own.count)
      let scatter = own.count > 1 ? squares / (count - 1) / count : 0
      return (mean, max(variance / size, scatter))
    }
    let drawn = Shrinkage(groups)
    return drawn.values.map { $0 - drawn.center }
  }

  private static func days(
    _ history: QueueHistory,
    _ past: [PastDay],
    _ last: LocalDate,
    _ zone: Zone,
    _ isPartOfArrivals: Bool
  ) -> [Day] {
    let first = last.adding(days: 1 - 7 * weeks)
    let known = past.filter { $0.isOrdinary && $0.date >= first }
    var days = known.map { day in
      Day(
        weekday: day.weekday,
        age: Double(last.daysSinceEpoch - day.date.daysSinceEpoch)
      )
    }
    let places = Dictionary(
      known.enumerated().map { ($0.element.date, $0.offset) },
      uniquingKeysWith: { $1 }
    )
    let (start, end) = (zone.startOfDay(first), zone.startOfDay(last.adding(days: 1)))
    // rows of several hours count in each of them
    let span = max(1, history.intervalMinutes / 60)
    for record in history.records where record.start >= start && record.start < end {
      let local = zone.local(at: record.start)
      guard let contained = record.contained, let place = places[local.date] else { continue }
      let all =
        isPartOfArrivals ? max(contained, record.arrivals) : contained + record.arrivals
      let part = ContainedCount(contained: contained, all: all) / Double(span)
      for step in 0..<span {
        let hour = (local.minuteOfDay / 60 + step) % HourlyContainment.hours
        days[place].hours[hour] = days[place].hours[hour] + part
      }
    }
    return days.filter { $0.total.all > 0 }
  }

  /// The share in an hour of a weekday.
  func share(on weekday: Weekday, hour: Int) -> Double {
    let kind = HourlyContainment.kind(isWeekend: weekday.isWeekend)
    let share = hours.shares[kind][hour] + recent + weekdays[weekday.rawValue - 1]
    return min(max(share, 0), 1)
  }

  /// The share on a weekday whose contacts come at the hours of the past.
  func share(on weekday: Weekday) -> Fraction {
    let kind = HourlyContainment.kind(isWeekend: weekday.isWeekend)
    let isKnown = hours.counts[kind].contains { $0.all > 0 }
    let counts = hours.counts[isKnown ? kind : 1 - kind]
    let contained = counts.indices.reduce(0) {
      $0 + counts[$1].all * share(on: weekday, hour: $1)
    }
    return Fraction(contained / counts.reduce(0) { $0 + $1.all }) ?? .zero
  }

  /// What the share in an hour of a weekday rests on.
  func evidence(on weekday: Weekday, hour: Int) -> ContainmentEvidence {
    let kind = HourlyContainment.kind(isWeekend: weekday.isWeekend)
    return ContainmentEvidence(
      hour: hour,
      isWeekend: weekday.isWeekend,
      weeks: Self.weeks,
      contained: hours.counts[kind][hour].contained,
      contacts: hours.counts[kind][hour].all,
      mean: hours.mean,
      drawn: hours.shares[kind][hour],
      share: share(on: weekday, hour: hour)
    )
  }
}
