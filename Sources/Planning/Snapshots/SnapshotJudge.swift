import Forecasting
public import Interchange
public import Workforce

/// Compares published forecasts with the contacts that came.
///
/// Compared are open intervals with a row in the history. Where the history's intervals and the
/// forecast's differ, both are added up to their common multiple; bands are then compared by day
/// only. Days count when every open interval of theirs is recorded.
public struct SnapshotJudge: Sendable {
  private let inputs: PlanningInputs

  /// Compares with the history of a scenario.
  public init(inputs: PlanningInputs) { self.inputs = inputs }

  /// The scores, by week, number and queue.
  public func accuracy(_ snapshots: [ForecastSnapshot]) -> SnapshotAccuracy {
    let ordered = snapshots.sorted { ($0.week, $0.number) < ($1.week, $1.number) }
    let scores = ordered.flatMap { snapshot -> [SnapshotAccuracy.Score] in
      let isLast = !ordered.contains {
        $0.week == snapshot.week && $0.number > snapshot.number
      }
      return snapshot.forecast.queues.map { score($0, snapshot, isLast: isLast) }
    }
    return SnapshotAccuracy(scores: scores)
  }

  private func score(
    _ queue: QueueForecast,
    _ snapshot: ForecastSnapshot,
    isLast: Bool
  ) -> SnapshotAccuracy.Score {
    let grid = snapshot.forecast.grid
    let cutoff = LocalDate(snapshot.record.dataBefore) ?? grid.dates[0]
    var history = inputs.history.first { $0.queue == queue.queue }
    if let own = history,
      let settings = inputs.settings.queues.first(where: { $0.name == queue.queue })
    {
      history?.records = RollingOrigin.offered(own, queue: settings)
    }
    let actuals = RecordedWeek(history: history, queue: queue, grid: grid)
    let naive = actuals.isEmpty ? nil : naiveMeans(queue.queue, snapshot, before: cutoff)
    var work = QueueComparison(queue: queue, grid: grid, naive: naive)
    work.compare(actuals)
    return SnapshotAccuracy.Score(
      week: snapshot.week,
      number: snapshot.number,
      isLast: isLast,
      dataBefore: cutoff,
      queue: queue.queue,
      method: queue.method,
      isOverridden: queue.modelMean != nil,
      intervalMinutes: actuals.cellMinutes,
      intervals: work.intervals,
      days: work.days,
      openDaysMissing: work.openDaysMissing
    )
  }

  /// What the weekly naive would have said from the same data; `nil` where it knew nothing.
  private func naiveMeans(
    _ queue: String,
    _ snapshot: ForecastSnapshot,
    before cutoff: LocalDate
  ) -> [Double]? {
    var then = inputs
    then.overrides = []
    then.settings.forecastMethod = .weeklyNaive
    then.settings.intervalMinutes = snapshot.forecast.grid.stepMinutes
    then.settings.zone = snapshot.forecast.grid.zone
    then.settings.queues = inputs.settings.queues.filter { $0.name == queue }
    guard !then.settings.queues.isEmpty else { return nil }
    do throws(ShiftwrightError) {
      let forecast = try ForecastBuilder(inputs: then)
        .forecast(snapshot.week, dataBefore: cutoff)
      return forecast.queues[0].intervals.mean
    } catch {
      return nil  // Without a week of history there is no reference; the table shows a dash.
    }
  }
}

/// What the history says of the open intervals of a forecast.
private struct RecordedWeek {
  /// Length of the compared intervals.
  let cellMinutes: Int
  /// Per day of the grid its open cells: their intervals, and the contacts if recorded.
  let days: [[(intervals: Range<Int>, contacts: Double?)]]

  var isEmpty: Bool { days.joined().allSatisfy { $0.contacts == nil } }

  init(history: QueueHistory?, queue: QueueForecast, grid: TimeGrid) {
    let step = grid.stepMinutes
    let row = history?.intervalMinutes ?? step
    let cell = Self.commonMultiple(row, step)
    var counts: [Instant: Double] = [:]
    for record in history?.records ?? [] where record.start >= grid.start {
      guard record.start < grid.end else { break }
      counts[record.start] = record.arrivals
    }
    Self.fillZeros(&counts, history, grid)
    cellMinutes = cell
    days = grid.days.map { range in
      stride(from: range.lowerBound, to: range.upperBound, by: cell / step).compactMap { low in
        let intervals = low..<min(low + cell / step, range.upperBound)
        guard intervals.contains(where: { queue.isOpen[$0] }) else { return nil }
        var sum: Double? = 0
        for minute in stride(from: 0, to: cell, by: row) {
          let count = counts[grid.instant(at: low).adding(minutes: minute)]
          sum = sum.flatMap { sum in count.map { sum + $0 } }
        }
        return (intervals, sum)
      }
    }
  }

  /// Where a history never writes a 0, rows that are absent on a day with others are zeros.
  private static func fillZeros(
    _ counts: inout [Instant: Double],
    _ history: QueueHistory?,
    _ grid: TimeGrid
  ) {
    guard let history, let last = history.records.last?.start,
      !history.contacts.isEmpty || !history.records.contains(where: { $0.arrivals == 0 })
    else { return }
    for range in grid.days {
      let from = grid.instant(at: range.lowerBound)
      let minutes = (range.count * grid.stepMinutes)
      let starts = stride(from: 0, to: minutes, by: history.intervalMinutes)
        .map { from.adding(minutes: $0) }
      guard starts.contains(where: { counts[$0] != nil }) else { continue }
      for start in starts where start < last && counts[start] == nil { counts[start] = 0 }
    }
  }

  private static func commonMultiple(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return first / a * second
  }
}

/// Adds up how one queue's forecast compares.
private struct QueueComparison {
  let queue: QueueForecast
  let grid: TimeGrid
  let naive: [Double]?
  var intervals = SnapshotAccuracy.Sums()
  var days = SnapshotAccuracy.Sums()
  var openDaysMissing = 0

  init(queue: QueueForecast, grid: TimeGrid, naive: [Double]?) {
    self.queue = queue
    self.grid = grid
    self.naive = naive
    if naive == nil {
      intervals.naiveError = nil
      days.naiveError = nil
    }
  }

  private var model: [Double] { queue.modelMean ?? queue.intervals.mean }

  mutating func compare(_ week: RecordedWeek) {
    let hasBands = week.cellMinutes == grid.stepMinutes
    if !hasBands { (intervals.inside80, intervals.inside95) = (nil, nil) }
    for (day, cells) in week.days.enumerated() where !cells.isEmpty {
      for cell in cells {
        guard let contacts = cell.contacts else { continue }
        let place = hasBands ? cell.intervals.lowerBound : nil
        intervals += sums(contacts, cell.intervals, band: queue.intervals, at: place)
      }
      let known = cells.compactMap(\.contacts)
      guard known.count == cells.count else {
        openDaysMissing += 1
        continue
      }
      days += sums(known.reduce(0, +), grid.days[day], band: queue.days, at: day)
    }
  }

  /// The sums of one interval or day.
  private func sums(
    _ contacts: Double,
    _ range: Range<Int>,
    band: QueueForecast.Band,
    at place: Int?
  ) -> SnapshotAccuracy.Sums {
    var sums = SnapshotAccuracy.Sums()
    let published = queue.intervals.mean[range].reduce(0, +)
    let own = model[range].reduce(0, +)
    let reference = naive.map { $0[range].reduce(0, +) }
    sums.count = 1
    sums.contacts = contacts
    sums.published = published
    sums.model = own
    sums.publishedError = abs(published - contacts)
    sums.modelError = abs(own - contacts)
    sums.naiveError = reference.map { abs($0 - contacts) }
    sums.inside80 = place.map { band.low80[$0] <= contacts && contacts <= band.high80[$0] ? 1 : 0 }
    sums.inside95 = place.map { band.low95[$0] <= contacts && contacts <= band.high95[$0] ? 1 : 0 }
    return sums
  }
}
