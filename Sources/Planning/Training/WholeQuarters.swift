import Training
import Workforce

/// Three months of a year.
struct Quarter: Hashable {
  /// Its first day.
  let first: LocalDate
  /// Its last day.
  let last: LocalDate

  init(containing date: LocalDate) {
    let (year, month, _) = date.components
    let start = (month - 1) / 3 * 3 + 1
    let next = start == 10 ? (year + 1, 1) : (year, start + 3)
    first = LocalDate(year: year, month: start, day: 1) ?? date
    last = LocalDate(year: next.0, month: next.1, day: 1)?.adding(days: -1) ?? date
  }
}

extension TrainingReporter {
  /// The last day whose results count: for who may not see single ones, that of the last quarter
  /// that is over, so that two days' figures do not differ by one person's result.
  var lastDay: LocalDate {
    seesAll ? date : Quarter(containing: date.adding(days: 1)).first.adding(days: -1)
  }

  /// Refuses days that are not whole quarters to who may not see single results.
  func checkQuarters(_ dates: ClosedRange<LocalDate>?) throws(ShiftwrightError) {
    guard !seesAll, let dates else { return }
    let first = Quarter(containing: dates.lowerBound)
    let last = Quarter(containing: dates.upperBound)
    var faults: [String] = []
    if dates.lowerBound != first.first {
      faults.append(
        "--from is \(dates.lowerBound), which no quarter begins with: write \(first.first) or "
          + "\(first.last.adding(days: 1))."
      )
    }
    if dates.upperBound != last.last, dates.upperBound < date {
      faults.append(
        "--to is \(dates.upperBound), which no quarter ends with: write "
          + "\(last.first.adding(days: -1)) or \(last.last)."
      )
    }
    guard !faults.isEmpty else { return }
    throw ShiftwrightError(
      "Figures of other days than whole quarters would show single results, which \(asker.words) "
        + "may not see.\n\(faults.joined(separator: "\n"))"
    )
  }
}

extension SmallGroups {
  /// A table added up from quarters in each of which no group is small.
  ///
  /// The figures of any two spans of whole quarters so differ by groups of `least` people or more.
  ///
  /// - Returns: The table, and whether quarters with fewer people are left out.
  static func quarterly(
    _ rates: PassRates,
    by keys: [PassRateTable.Key],
    least: Int,
    goal: Fraction
  ) -> (table: PassRateTable, isWithheld: Bool) {
    let all = keys.contains(.quarter) ? keys : keys + [.quarter]
    let place = all.firstIndex(of: .quarter) ?? 0
    let split = Dictionary(grouping: rates.table(by: all).rows) { $0.group[place] }
    var sums: [[String]: PassRateTable.Row] = [:]
    var total = sum([], [], goal)
    var isWithheld = false
    for quarter in split.keys.sorted() {
      let rows = split[quarter, default: []].map { row in
        sum(Array(row.group.prefix(keys.count)), [row], goal)
      }
      let whole = PassRateTable(keys: keys, rows: rows, total: sum([], rows, goal))
      let shown = joined(whole, least: least, goal: goal)
      if shown.total.final.sat == 0 { isWithheld = true }
      for row in shown.rows {
        var group = row.group
        if let own = keys.firstIndex(of: .quarter) { group[own] = quarter }
        sums[group] = sum(group, [row] + (sums[group].map { [$0] } ?? []), goal)
      }
      total = sum([], [total, shown.total], goal)
    }
    let isLast = { (row: PassRateTable.Row) in row.group.contains("others") ? 1 : 0 }
    let sorted = sums.values.sorted { first, second in
      isLast(first) == isLast(second)
        ? first.group.lexicographicallyPrecedes(second.group) : isLast(first) < isLast(second)
    }
    return (PassRateTable(keys: keys, rows: sorted, total: total), isWithheld)
  }

  /// Rows added up under a name.
  private static func sum(_ group: [String], _ rows: [PassRateTable.Row], _ goal: Fraction)
    -> PassRateTable.Row
  {
    let sat = rows.reduce(0) { $0 + $1.final.sat }
    let rate = { (passed: (PassRateTable.Row) -> Int) in
      PassRates.rate(passed: rows.reduce(0) { $0 + passed($1) }, of: sat, goal: goal)
    }
    return PassRateTable.Row(
      group: group,
      first: rate { $0.first.passed },
      final: rate { $0.final.passed },
      open: rows.reduce(0) { $0 + $1.open }
    )
  }
}
