import Foundation
import Workforce

@testable import Forecasting

/// A one-queue scenario with made-up history.
struct Fixture {
  var zone = Zone.utc
  var historyMinutes = 30
  var planMinutes = 30
  var window = "08:00-18:00"
  var openDays: [Weekday] = Weekday.allCases
  var calendar: [CalendarEntry] = []
  var method = ForecastMethod.automatic
  var handleTime: Duration = .seconds(240)

  var queue: QueueSettings {
    QueueSettings(
      name: "phone",
      channel: .phone,
      skill: "general",
      openingHours: OpeningHours(
        windows: Weekday.allCases.map { day in
          openDays.contains(day) ? [ClockWindow(window)!] : []
        }
      ),
      target: ServiceTarget(serviceLevel: Fraction(0.8)!, threshold: .seconds(30)),
      averageHandleTime: handleTime
    )
  }

  func inputs(_ records: [HistoryRecord]) -> PlanningInputs {
    let settings = ScenarioSettings(
      name: "fixture",
      zone: zone,
      intervalMinutes: planMinutes,
      forecastMethod: method,
      queues: [queue],
      sites: [Site(name: "here")],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings()
    )
    return PlanningInputs(
      settings: settings,
      history: [
        QueueHistory(queue: "phone", intervalMinutes: historyMinutes, records: records)
      ],
      calendar: calendar,
      employees: []
    )
  }

  /// Records of whole days; `count` gets the date and the minute of the day.
  func records(
    from first: String,
    days: Int,
    _ count: (LocalDate, Int) -> Double?
  ) -> [HistoryRecord] {
    let grid = TimeGrid(
      from: LocalDate(first)!,
      days: days,
      stepMinutes: historyMinutes,
      zone: zone
    )!
    return (0..<grid.count).compactMap { index in
      let local = grid.local(at: index)
      return count(local.date, local.minuteOfDay).map {
        HistoryRecord(start: grid.instant(at: index), arrivals: $0)
      }
    }
  }
}

/// A file of the shared data folder beside the package, where it is present.
func sharedFile(_ path: String) -> URL? {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let file = root.appending(path: "shared/data/\(path)")
  return FileManager.default.fileExists(atPath: file.path) ? file : nil
}

/// The records of a two-column series of local times and counts.
func series(_ file: URL, zone: Zone) throws -> [HistoryRecord] {
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
    let fields = line.split(separator: ",")
    return HistoryRecord(
      start: zone.instant(at: LocalDateTime(fields[0])!),
      arrivals: Double(fields[1])!
    )
  }
}
