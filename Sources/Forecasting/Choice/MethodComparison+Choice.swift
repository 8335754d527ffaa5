import Workforce

extension MethodComparison {
  /// The first method whose past errors are within noise of the smallest.
  ///
  /// Two methods are compared week by week: their difference counts when its mean exceeds its
  /// standard error. Without two weeks in common nothing counts, and the first method stays.
  var preferred: Int {
    let able = self.able
    guard var best = able.first else { return 0 }
    for method in able.dropFirst() where (difference(best, method)?.mean ?? 0) > 0 { best = method }
    return able.first { method in
      method == best || !Self.counts(difference(method, best))
    } ?? best
  }

  /// Whether a difference is beyond noise, and beyond rounding.
  static func counts(_ difference: (mean: Double, error: Double)?) -> Bool {
    guard let difference else { return false }
    return difference.mean > max(difference.error, 1e-9)
  }

  /// Methods that knew at least half of the weeks which the best-knowing one knew.
  private var able: [Int] {
    let most = entries.map(\.weeks.count).max() ?? 0
    return entries.indices.filter { 2 * entries[$0].weeks.count >= most }
  }

  /// How much larger the score of one method is than another's, with its standard error; `nil`
  /// without two weeks in common or contacts in them.
  func difference(_ left: Int, _ right: Int) -> (mean: Double, error: Double)? {
    Self.difference(entries[left].weeks, entries[right].weeks)
  }

  /// The mean difference of two methods' errors by week, and its standard error.
  static func difference(
    _ left: [WeekErrors],
    _ right: [WeekErrors]
  ) -> (mean: Double, error: Double)? {
    let pairs = left.compactMap { week in
      right.first { $0.monday == week.monday }.map { (week, $0) }
    }
    let count = Double(pairs.count)
    let level = pairs.reduce(0) { $0 + $1.0.count } / max(count, 1)
    guard pairs.count >= 2, level > 0 else { return nil }
    let differences = pairs.map { left, right in
      (left.intervalError + left.dayError - right.intervalError - right.dayError) / (2 * level)
    }
    let mean = differences.reduce(0, +) / count
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / (count - 1) / count).squareRoot())
  }

  /// The two methods with the smallest scores, the better first; fewer when fewer were judged.
  var bestTwo: [Int] {
    let judged = able.filter { entries[$0].score != nil }
    let sorted = judged.sorted {
      (entries[$0].score ?? 0, $0) < (entries[$1].score ?? 0, $1)
    }
    return Array(sorted.prefix(2))
  }

  /// Shares of methods in a blend: by their inverse squared errors, one week left out.
  func shares(_ methods: [Int], without monday: LocalDate? = nil) -> [Double] {
    let errors = methods.map { method in
      entries[method].weeks.reduce(0) { $0 + ($1.monday == monday ? 0 : $1.squaredError) }
    }
    guard errors.allSatisfy({ $0 > 0 }) else {
      let perfect = errors.map { $0 > 0 ? 0.0 : 1 }
      let count = perfect.reduce(0, +)
      return perfect.map { $0 / count }
    }
    let inverse = errors.map { 1 / $0 }
    let sum = inverse.reduce(0, +)
    return inverse.map { $0 / sum }
  }

  /// What a blend of methods would have said, each week with the shares that the other weeks give.
  func blendedPast(_ methods: [Int]) -> PastForecasts {
    let first = pasts[methods[0]]
    let weeks = first.weeks.indices.map { index in
      var week = first.weeks[index]
      let shares = shares(methods, without: week.monday)
      week.forecasts = blended(methods.map { pasts[$0].weeks[index].forecasts }, shares)
      return week
    }
    return PastForecasts(method: .blend, lead: lead, weeks: weeks)
  }
}

/// Weighted means of several methods' days, without spread; a method that does not know an interval
/// leaves it to the others.
func blended(_ members: [[DayForecast]], _ shares: [Double]) -> [DayForecast] {
  guard let first = members.first else { return [] }
  return first.indices.map { day in
    let means = first[day].means.indices.map { cell -> Double? in
      var sum = 0.0
      var weight = 0.0
      for (member, share) in zip(members, shares) {
        guard let mean = member[day].means[cell] else { continue }
        sum += share * mean
        weight += share
      }
      return weight > 0 ? sum / weight : members.lazy.compactMap { $0[day].means[cell] }.first
    }
    return DayForecast(means: means)
  }
}
