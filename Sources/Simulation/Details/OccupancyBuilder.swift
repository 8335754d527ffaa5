import Workforce

/// Adds up how busy each person was on each date.
struct OccupancyBuilder {
  private struct Row {
    var employee: String
    var day: Int
    var sums = RatioSums()
    var deferred = 0.0
  }

  private var rows: [Row] = []
  /// The row of each shift.
  private let rowOfShift: [Int]
  private var replications = 0

  init(_ center: ServiceCenter) {
    let keys = center.shifts.indices.map { (center.shifts[$0].employee, center.shifts[$0].day) }
    let order = keys.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
    var places = Array(repeating: 0, count: keys.count)
    for (index, shift) in order.enumerated() {
      if index == 0 || keys[order[index - 1]] != keys[shift] {
        rows.append(Row(employee: center.employees[keys[shift].0], day: keys[shift].1))
      }
      places[shift] = rows.count - 1
    }
    rowOfShift = places
  }

  mutating func add(_ tally: ReplicationTally) {
    replications += 1
    var busy = Array(repeating: 0.0, count: rows.count)
    var ready = busy
    for (shift, row) in rowOfShift.enumerated() {
      busy[row] += tally.shifts[shift].busySeconds
      ready[row] += tally.shifts[shift].idleSeconds
      if !tally.itemSeconds.isEmpty { rows[row].deferred += tally.itemSeconds[shift] }
    }
    for index in rows.indices {
      rows[index].sums.add(busy[index], over: busy[index] + ready[index])
    }
  }

  /// By the order of the roster, then by date.
  func results() -> [EmployeeOccupancy] {
    let count = Double(max(1, replications))
    return rows.map { row in
      EmployeeOccupancy(
        employee: row.employee,
        date: LocalDate(daysSinceEpoch: row.day),
        busySeconds: row.sums.numerator / count,
        deferredSeconds: row.deferred / count,
        readySeconds: (row.sums.denominator - row.sums.numerator) / count,
        occupancy: row.sums.estimate(replications: replications, empty: 0)
      )
    }
  }
}
