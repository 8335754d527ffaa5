public import Workforce

/// `occupancy.csv`: how busy each person is on each date of a simulated roster.
public enum OccupancyFile {
  /// The file's name.
  public static let name = "occupancy.csv"

  static let columns = [
    "employee", "date", "busy_seconds", "deferred_seconds", "ready_seconds", "occupancy",
    "occupancy_low", "occupancy_high",
  ]

  /// One row per person and date, in the order given; identifiers, no names.
  public static func csv(_ rows: [EmployeeOccupancy]) -> String {
    var csv = CSVText(header: columns)
    for row in rows {
      let numbers = [
        row.busySeconds, row.deferredSeconds, row.readySeconds, row.occupancy.mean,
        max(0, row.occupancy.low), min(1, row.occupancy.high),
      ]
      csv.append([row.employee, row.date.description] + numbers.map(Numbers.text))
    }
    return csv.text
  }
}
