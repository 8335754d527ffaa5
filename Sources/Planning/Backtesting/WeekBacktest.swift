import Forecasting
import Workforce

/// Forecasts single weeks of one queue by several methods and judges them.
struct WeekBacktest: Sendable {
  var subject: BacktestSubject
  var granularities: [Int]
  var methods: [ForecastMethod]

  /// The week from a Monday on; without forecasts, and with the reason, when it has none.
  func week(_ origin: LocalDate, lead: Int, stop: StopSignal) -> BacktestWeek {
    var week = BacktestWeek(origin: origin, lead: lead)
    do {
      try judge(&week, stop)
    } catch {
      week.leftOut = error.message.split(separator: "\n").joined(separator: " ")
      week.forecasts = []
    }
    return week
  }

  private func judge(_ week: inout BacktestWeek, _ stop: StopSignal) throws(ShiftwrightError) {
    let situation = try subject.situation(before: week.cutoff)
    let target = ISOWeek(containing: week.origin)
    week.intervalMinutes = situation.intervalMinutes
    week.openingHours = situation.queue.openingHours
    week.closures = situation.inputs.calendar
      .filter { $0.kind == .closed && $0.date < target.adding(weeks: 1).monday }.map(\.date)
    week.findings = situation.notes
    try checkGranularities(situation.intervalMinutes)
    let origin = try RollingOrigin(
      inputs: situation.inputs,
      queue: situation.queue,
      cutoff: week.cutoff
    )
    week.findings += origin.findings
    let naive = try origin.forecast(target, by: WeeklyNaive())
    let recorded = try subject.actuals(of: target, interval: situation.intervalMinutes)
    let actuals = WeekActuals(
      recorded.records,
      zerosAreLeftOut: recorded.zerosAreLeftOut,
      for: naive
    )
    week.unrecorded = actuals.unrecorded
    week.outside = actuals.outside
    let judge = WeekJudge(granularities: granularities, naive: naive, actuals: actuals)
    for method in methods {
      if stop.isStopped { return }
      week.forecasts.append(
        try judge.forecast(target, from: origin, by: ForecastMethods.forecaster(for: method))
      )
      week.forecasts[week.forecasts.count - 1].method = method
    }
  }

  private func checkGranularities(_ interval: Int) throws(ShiftwrightError) {
    guard let wrong = granularities.first(where: { $0 % interval != 0 }) else { return }
    throw ShiftwrightError(
      "The rows so far have intervals of \(interval) minutes, which do not add up to \(wrong)."
    )
  }
}

/// Judges methods by one week.
private struct WeekJudge {
  var granularities: [Int]
  var naives: [[BacktestInterval]]
  var outside: [[Double]]
  var actuals: WeekActuals

  init(granularities: [Int], naive: WeekForecast, actuals: WeekActuals) {
    self.granularities = granularities
    self.actuals = actuals
    naives = granularities.map { naive.intervals(minutes: $0) }
    outside = granularities.map { actuals.outside(minutes: $0) }
  }

  /// A method's week with its scores and the time that the forecast took.
  func forecast(
    _ week: ISOWeek,
    from origin: RollingOrigin,
    by forecaster: any Forecaster
  ) throws(ShiftwrightError) -> BacktestForecast {
    let start = ContinuousClock.now
    let forecast = try origin.forecast(week, by: forecaster)
    let bands = granularities.map { forecast.intervals(minutes: $0) }
    let seconds = (ContinuousClock.now - start).inSeconds
    let judged = zip(granularities, bands).map { actuals.judged($1, minutes: $0) }
    return BacktestForecast(
      method: forecaster.method,
      seconds: seconds,
      intervals: judged,
      scores: judged.indices.map {
        BacktestScore(judged[$0], naive: naives[$0], outside: outside[$0])
      }
    )
  }
}
