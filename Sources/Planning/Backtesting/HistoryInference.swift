import Forecasting
import Workforce

/// A queue read off from its rows before a date: interval, opening hours and closures.
struct HistoryInference {
  private(set) var situation: BacktestSituation

  /// Weekdays that usually have fewer contacts than this may have none by chance.
  private static let closureContacts = 8.0
  /// Open dates without rows at the end of a history: more than these mean that it just ends.
  private static let longestClosedEnd = 5

  init(_ subject: BareSubject, before cutoff: LocalDate) throws(ShiftwrightError) {
    let series = try subject.series(before: cutoff)
    let days = try Self.aliveDays(series, subject.zone)
    let hours = PooledHours(
      stepMinutes: series.intervalMinutes,
      days: Array(days.suffix(26 * 7))
    ).openingHours
    guard hours.windows.contains(where: { !$0.isEmpty }) else {
      throw ShiftwrightError("No opening hours show in the rows before \(cutoff).")
    }
    var notes = series.notes
    notes.append(BareSeries.note("opening hours inferred: \(hours.shortText)"))
    let calendar =
      subject.calendar ?? Self.closures(days, hours, before: cutoff, notes: &notes)
    notes += PartialIntervals(hours: hours, days: days, stepMinutes: series.intervalMinutes).notes
    let queue = Self.queue(subject.name, hours)
    situation = BacktestSituation(
      inputs: PlanningInputs(
        settings: Self.settings(subject, queue, series.intervalMinutes),
        history: [
          QueueHistory(
            queue: subject.name,
            intervalMinutes: series.intervalMinutes,
            records: series.records
          )
        ],
        calendar: calendar,
        employees: []
      ),
      queue: queue,
      intervalMinutes: series.intervalMinutes,
      notes: notes
    )
  }

  /// Dates from the first to the last with contacts; throws when the history is dead at its end.
  private static func aliveDays(
    _ series: BareSeries,
    _ zone: Zone
  ) throws(ShiftwrightError) -> [OpeningInference.Day] {
    let all = series.days(in: zone)
    let tail = DeadTail.start(
      of: all.map { (date: $0.date, weekday: $0.date.weekday, total: $0.total) }
    )
    if let tail { throw ShiftwrightError(RollingOrigin.deadMessage(from: tail)) }
    guard let first = all.firstIndex(where: { $0.total > 0 }),
      let last = all.lastIndex(where: { $0.total > 0 })
    else { throw ShiftwrightError("The rows hold no contacts.") }
    return Array(all[first...last])
  }

  /// Dates up to the cutoff without contacts on weekdays that are open and usually have some.
  private static func closures(
    _ days: [OpeningInference.Day],
    _ hours: OpeningHours,
    before cutoff: LocalDate,
    notes: inout [Diagnostic]
  ) -> [CalendarEntry] {
    let usual = Weekday.allCases.map { weekday -> Double in
      let own = days.filter { $0.date.weekday == weekday }
      return own.isEmpty ? 0 : own.reduce(0) { $0 + $1.total } / Double(own.count)
    }
    let isBusy = { (date: LocalDate) in
      usual[date.weekday.rawValue - 1] >= closureContacts
        && !hours.windows(on: date.weekday).isEmpty
    }
    let last = days[days.count - 1].date
    let after = (last.daysSinceEpoch + 1..<max(cutoff.daysSinceEpoch, last.daysSinceEpoch + 1))
      .map(LocalDate.init(daysSinceEpoch:)).filter(isBusy)
    let empty = days.filter { $0.total == 0 }.map(\.date).filter(isBusy)
    let closed = empty + (after.count <= longestClosedEnd ? after : [])
    if after.count > longestClosedEnd {
      notes.append(BareSeries.note("the history ends on \(last), before \(cutoff)"))
    }
    if !closed.isEmpty {
      notes.append(
        BareSeries.note(
          "no contacts on \(list(closed)), days that are open otherwise; taken as closed"
        )
      )
    }
    return closed.map { CalendarEntry(date: $0, kind: .closed, name: CalendarEntry.assumedClosure) }
  }

  private static func list(_ dates: [LocalDate]) -> String {
    let rest = dates.count > 5 ? " and \(dates.count - 5) more" : ""
    return dates.prefix(5).map(\.description).joined(separator: ", ") + rest
  }

  private static func queue(_ name: String, _ hours: OpeningHours) -> QueueSettings {
    QueueSettings(
      name: name,
      channel: .phone,
      skill: name,
      openingHours: hours,
      target: ServiceTarget(serviceLevel: .one, threshold: .zero),
      averageHandleTime: .minutes(1)
    )
  }

  private static func settings(
    _ subject: BareSubject,
    _ queue: QueueSettings,
    _ interval: Int
  ) -> ScenarioSettings {
    ScenarioSettings(
      name: subject.name,
      zone: subject.zone,
      intervalMinutes: interval,
      queues: [queue],
      sites: [],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings()
    )
  }
}
