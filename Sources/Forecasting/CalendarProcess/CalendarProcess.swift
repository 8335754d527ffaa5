public import Workforce

/// A calendar Gaussian process on low-rank day profiles.
///
/// A day's root counts are a few profiles times scores; each score follows a Gaussian process over
/// the calendar: weekday, position in the month, days around closures, special days, a slow drift
/// and the weather of the week. `docs/concepts/forecasting.md` has the formulas.
public struct CalendarProcess: Forecaster {
  /// The most open days that enter the process; older ones act through the season of the year.
  public static let mostDays = 750

  let constants: ProcessConstants

  /// Makes the method.
  public init(constants: ProcessConstants = .standard) { self.constants = constants }

  /// Calendar process.
  public var method: ForecastMethod { .calendarProcess }

  /// The process without the look at its errors on past weeks, which only widens its bands.
  public var withoutSpread: any Forecaster {
    var constants = constants
    constants.inflationWeeks.judged = 0
    return Self(constants: constants)
  }

  /// Means, spreads and the days' link; the spread is fitted to errors on past weeks.
  ///
  /// The time grows with the cube of the number of days, at most ``mostDays``.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    let known = past.filter { $0.total > 0 }
    let older = OlderYears(known.dropLast(Self.mostDays))
    let usable = known.suffix(Self.mostDays).map(older.removed)
    guard let first = usable.first, let last = usable.last, let target = targets.first else {
      return ForecastDays(means: targets.map { $0.isOpen.map { $0 ? nil : 0 } })
    }
    let judged = calendar.judgingAssumptions(by: usable, constants: constants)
    let lead = max(1, weeks(from: last.date, to: target.date))
    let inflation = inflation(usable, judged, lead)
    let end = targets.map(\.date).max() ?? last.date
    let fit = ProfileProcess(
      usable,
      calendar: judged,
      constants: constants,
      spanDays: end.daysSinceEpoch - first.date.daysSinceEpoch
    )
    return older.restored(fit.forecast(targets, inflation: inflation), on: targets)
  }

  private func weeks(from early: LocalDate, to late: LocalDate) -> Int {
    let days =
      ISOWeek(containing: late).monday.daysSinceEpoch
      - ISOWeek(containing: early).monday.daysSinceEpoch
    return days / 7
  }

  /// How much wider than the fit says errors on past weeks were (the design's step 10).
  ///
  /// Each of the last weeks is forecast from what was known as many weeks before as the target lies
  /// after the past; z is a day's error in root standard deviations, drawn to within ±3.
  private func inflation(_ past: [PastDay], _ calendar: DayCalendar, _ lead: Int) -> Double {
    guard let first = past.first, let last = past.last else { return 1 }
    let end = ISOWeek(containing: last.date).adding(weeks: 1)
    var prior = constants.inflationPrior
    let weeks = (last.date.daysSinceEpoch - first.date.daysSinceEpoch) / 7
    if weeks < constants.shortHistory.weeks { prior.deviation = constants.shortHistory.deviation }
    var inflation = Inflation(
      days: prior.days,
      squares: prior.days * prior.deviation * prior.deviation
    )
    var weight = 1.0
    for back in stride(from: 1, through: constants.inflationWeeks.judged, by: 1) {
      defer { weight *= constants.inflationDecay }
      let week = end.adding(weeks: -back)
      let cutoff = week.adding(weeks: 1 - lead).monday
      let training = cutoff.daysSinceEpoch - first.date.daysSinceEpoch
      guard training >= 7 * constants.inflationWeeks.training else { break }
      let judged = past.filter { ISOWeek(containing: $0.date) == week && $0.isOrdinary }
      let known = Array(past.prefix { $0.date < cutoff })
      guard !judged.isEmpty, !known.isEmpty else { continue }
      for z in strays(judged, after: known, calendar) { inflation.add(z, weight: weight) }
    }
    return inflation.factor
  }

  /// Errors of whole days in standard deviations of the root.
  private func strays(
    _ judged: [PastDay],
    after known: [PastDay],
    _ calendar: DayCalendar
  ) -> [Double] {
    let targets = judged.map { day in
      TargetDay(
        date: day.date,
        weekday: day.weekday,
        isOpen: day.arrivals.map { $0 != nil },
        special: day.special
      )
    }
    let span = judged[judged.count - 1].date.daysSinceEpoch - known[0].date.daysSinceEpoch
    let fit = ProfileProcess(known, calendar: calendar, constants: constants, spanDays: span)
    let forecast = fit.forecast(targets, inflation: 1)
    return zip(judged, forecast.days).compactMap { day, expected in
      guard let spread = expected.spread else { return nil }
      let squares = spread.roots.reduce(0) { $0 + $1 * $1 }
      let variance = spread.rootVariance(of: spread.roots.indices)
      let error = (day.total + 0.25).squareRoot() - squares.squareRoot()
      return squares > 0 ? error / (variance + 0.25).squareRoot() : nil
    }
  }
}
