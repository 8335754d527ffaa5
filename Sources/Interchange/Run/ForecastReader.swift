import Workforce

/// Puts the rows of the two forecast files together.
struct ForecastReader {
  private let inputs: PlanningInputs
  private var grid: TimeGrid?
  private var queues: [QueueForecast]

  init(inputs: PlanningInputs) {
    self.inputs = inputs
    queues = inputs.settings.queues.map { queue in
      QueueForecast(
        queue: queue.name,
        method: .automatic,
        intervals: Self.emptyBand(0),
        days: Self.emptyBand(7),
        averageHandleTime: [],
        dayVariation: 0,
        pastError: nil,
        isOpen: []
      )
    }
  }

  private static func emptyBand(_ count: Int) -> QueueForecast.Band {
    let zeros = [Double](repeating: 0, count: count)
    return .init(mean: zeros, low95: zeros, low80: zeros, high80: zeros, high95: zeros)
  }

  /// What was read; `nil` without a week.
  var forecast: Forecast? { grid.map { Forecast(grid: $0, queues: queues) } }

  mutating func readIntervals(_ bytes: [UInt8], _ findings: FileFindings) {
    guard
      var table = CSVTable(
        bytes,
        required: ForecastFile.columns,
        optional: [ForecastFile.modelColumn],
        findings: findings
      )
    else { return }
    var rows = WeekRows(inputs: inputs, findings: findings)
    let model = table.column(ForecastFile.modelColumn)
    let (queue, start) = (table.column("queue"), table.column("interval_start"))
    let band = ForecastFile.bandColumns.map(table.column)
    let (handleTime, open) = (table.column("aht_seconds"), table.column("open"))
    while table.next() {
      let spot = rows.interval(table, queue: queue, start: start)
      let numbers = Self.band(table, band)
      let seconds = table.value(handleTime, .seconds)
      let isOpen = table.value(open, .flag)
      let own = table.optional(model, .number(atLeast: 0))
      if grid == nil, let found = rows.grid { begin(found) }
      guard let spot, let numbers, let seconds, let isOpen else { continue }
      Self.set(&queues[spot.queue].intervals, spot.place, numbers)
      queues[spot.queue].averageHandleTime[spot.place] = seconds
      queues[spot.queue].isOpen[spot.place] = isOpen
      queues[spot.queue].modelMean?[spot.place] = own ?? numbers[0]
    }
    rows.reportMissing()
    for index in queues.indices where queues[index].modelMean == queues[index].intervals.mean {
      queues[index].modelMean = nil
    }
  }

  private mutating func begin(_ found: TimeGrid) {
    grid = found
    for index in queues.indices {
      queues[index].intervals = Self.emptyBand(found.count)
      queues[index].averageHandleTime = Array(repeating: .seconds(1), count: found.count)
      queues[index].isOpen = Array(repeating: false, count: found.count)
      queues[index].modelMean = Array(repeating: 0, count: found.count)
    }
  }

  mutating func readDays(_ bytes: [UInt8], _ findings: FileFindings) {
    guard
      var table = CSVTable(
        bytes,
        required: ForecastFile.dayColumns,
        optional: ForecastFile.handlingColumns,
        findings: findings
      )
    else { return }
    let handling = HandlingColumns(table)
    var rows = WeekRows(inputs: inputs, findings: findings)
    let (queue, date) = (table.column("queue"), table.column("date"))
    let band = ForecastFile.bandColumns.map(table.column)
    let (method, variation) = (table.column("method"), table.column("day_variation"))
    let error = table.column("past_error")
    while table.next() {
      let spot = rows.day(table, queue: queue, date: date)
      let numbers = Self.band(table, band)
      let method = table.value(method, .method)
      let variation = table.value(variation, .number(atLeast: 0))
      let pastError = table.optional(error, .number(atLeast: 0))
      let day = handling.day(table)
      guard let spot, let numbers, let method, let variation else { continue }
      Self.set(&queues[spot.queue].days, spot.place, numbers)
      queues[spot.queue].method = method
      queues[spot.queue].dayVariation = variation
      queues[spot.queue].pastError = pastError
      day.enter(into: &queues[spot.queue], at: spot.place)
    }
    rows.reportMissing(days: true)
    if let grid, let other = rows.grid, other.start != grid.start {
      findings.report(
        "weeks",
        Problem(
          "the days begin on \(other.dates[0]) but the intervals on \(grid.dates[0]).",
          "Use the two files of one forecast."
        )
      )
    }
  }

  private static func band(_ table: CSVTable, _ columns: [CSVColumn]) -> [Double]? {
    let numbers = columns.map { table.value($0, .number(atLeast: 0)) }
    let given = numbers.compactMap(\.self)
    return given.count == numbers.count ? given : nil
  }

  private static func set(_ band: inout QueueForecast.Band, _ place: Int, _ numbers: [Double]) {
    band.mean[place] = numbers[0]
    band.low95[place] = numbers[1]
    band.low80[place] = numbers[2]
    band.high80[place] = numbers[3]
    band.high95[place] = numbers[4]
  }
}
