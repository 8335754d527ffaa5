import Workforce

/// Contacts, and those of them that self-service resolved.
struct ContainedCount {
  var contained = 0.0
  var all = 0.0

  var share: Double { all > 0 ? contained / all : 0 }

  static func + (left: Self, right: Self) -> Self {
    Self(contained: left.contained + right.contained, all: left.all + right.all)
  }

  static func / (count: Self, divisor: Double) -> Self {
    Self(contained: count.contained / divisor, all: count.all / divisor)
  }
}

/// The share resolved by hour of the day, apart for Monday to Friday and for weekends.
///
/// Counts of an hour are pooled over the days and drawn to the channel's mean p, as in the
/// beta-binomial model; those of the hour on one kind of day likewise to the hour's drawn share. With
/// k of n contacts resolved:
///
///     θ = (k + m·p) ÷ (n + m),   m = (1 − ρ) ÷ ρ
///
/// ρ, the correlation of contacts of one hour, is the moment estimate of Kleinman (1973, Journal of
/// the American Statistical Association 68, 46–54) with weights n. Before, counts are divided by the
/// design effect of days that differ from each other (Rao and Scott 1992, Biometrics 48, 577–585), so
/// that chance between days is not taken for a difference between hours.
struct HourlyContainment {
  /// Hours of a day.
  static let hours = 24

  /// The share of all contacts.
  let mean: Double
  /// Counts by kind of day (Monday to Friday, weekend) and hour.
  let counts: [[ContainedCount]]
  /// Drawn shares, likewise.
  let shares: [[Double]]

  /// Learns from counts per day, 24 each.
  init(_ days: [(isWeekend: Bool, hours: [ContainedCount])]) {
    let kinds = [false, true].map { kind in
      let own = days.filter { $0.isWeekend == kind }
      return (0..<Self.hours).map { hour in
        own.reduce(ContainedCount()) { $0 + $1.hours[hour] }
      }
    }
    let pooled = zip(kinds[0], kinds[1]).map { $0 + $1 }
    let total = pooled.reduce(ContainedCount(), +)
    let effect = Self.designEffect(days, kinds)
    let byHour = pooled.map { $0 / effect }
    let byKind = kinds.map { $0.map { $0 / effect } }
    let hourly = Self.correlation([byHour])
    let centers = byHour.map { Self.drawn($0, to: total.share, correlation: hourly) }
    let daily = Self.correlation(
      (0..<Self.hours).map { hour in byKind.map { $0[hour] } }
    )
    mean = total.share
    counts = kinds
    shares = byKind.map { kind in
      zip(kind, centers).map { Self.drawn($0, to: $1, correlation: daily) }
    }
  }

  static func kind(isWeekend: Bool) -> Int { isWeekend ? 1 : 0 }

  /// (k + m·p) ÷ (n + m) with m = (1 − ρ) ÷ ρ, free of a division by zero.
  private static func drawn(_ count: ContainedCount, to center: Double, correlation: Double)
    -> Double
  {
    let strength = 1 - correlation
    let weight = correlation * count.all + strength
    return weight > 0 ? (correlation * count.contained + strength * center) / weight : center
  }

  /// ρ of groups around the pooled share of their family, 0 to 1.
  ///
  ///     Σ [Σ n(k/n − p)² − p(1 − p) Σ (1 − n/N)] ÷ Σ p(1 − p) Σ (n − 1)(1 − n/N)
  private static func correlation(_ families: [[ContainedCount]]) -> Double {
    var (excess, scale) = (0.0, 0.0)
    for family in families {
      let total = family.reduce(ContainedCount(), +)
      let variance = total.share * (1 - total.share)
      for group in family where group.all > 0 {
        let distance = group.share - total.share
        let rest = 1 - group.all / total.all
        excess += group.all * distance * distance - variance * rest
        scale += variance * max(0, group.all - 1) * rest
      }
    }
    return scale > 0 ? min(max(excess / scale, 0), 1) : 0
  }

  /// Squared distances of the days' counts in an hour from what the hour's share lets expect, in
  /// variances of single draws, per degree of freedom; at least 1.
  private static func designEffect(
    _ days: [(isWeekend: Bool, hours: [ContainedCount])],
    _ kinds: [[ContainedCount]]
  ) -> Double {
    var (sum, cells) = (0.0, 0)
    for day in days {
      let expected = kinds[kind(isWeekend: day.isWeekend)]
      for (count, group) in zip(day.hours, expected) where count.all > 0 {
        let variance = count.all * group.share * (1 - group.share)
        guard variance > 0 else { continue }
        let distance = count.contained - count.all * group.share
        sum += distance * distance / variance
        cells += 1
      }
    }
    let groups = kinds.joined().count { $0.share > 0 && $0.share < 1 }
    return cells > groups ? max(1, sum / Double(cells - groups)) : 1
  }
}
