import Workforce

/// The days of people's work by one measure, ready for sums over windows.
struct WorkDays {
  /// Cases and sum of a stretch of days.
  fileprivate struct Day {
    var date: LocalDate
    /// Cases up to this day and with it.
    var cases: Double
    /// Mean × cases up to this day and with it.
    var sum: Double
  }

  private let days: [String: [Day]]

  init(_ records: [PerformanceRecord], _ measure: PerformanceRecord.Measure) {
    let own = Dictionary(grouping: records.filter { $0.measure == measure }, by: \.employee)
    days = own.mapValues { records in
      var (cases, sum) = (0.0, 0.0)
      return records.sorted { $0.date < $1.date }.map { record in
        cases += record.cases
        sum += record.cases * record.mean
        return Day(date: record.date, cases: cases, sum: sum)
      }
    }
  }

  /// A person's mean over some days, weighted by cases; `nil` for days without any.
  func mean(of employee: String, _ dates: Range<LocalDate>) -> Double? {
    guard let days = days[employee] else { return nil }
    let (first, last) = (days.count(before: dates.lowerBound), days.count(before: dates.upperBound))
    guard first < last else { return nil }
    let cases = days[last - 1].cases - (first > 0 ? days[first - 1].cases : 0)
    let sum = days[last - 1].sum - (first > 0 ? days[first - 1].sum : 0)
    return cases > 0 ? sum / cases : nil
  }
}

extension [WorkDays.Day] {
  fileprivate func count(before date: LocalDate) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
