import Foundation
public import Workforce

/// Tells where a goal stands and where the figures go at this pace.
public struct GoalForecaster: Sendable {
  /// Weeks that are put together for a figure to be judged.
  public static let judgedWeeks = 4
  /// From this chance on a goal is on track; below its complement it is not.
  public static let trackChance = 0.8

  private let baseline: ClosedRange<ISOWeek>
  private let start: LocalDate
  private let date: LocalDate

  /// Takes the times that count.
  ///
  /// - Parameters:
  ///   - baseline: The weeks with which changes are compared.
  ///   - start: The day from which months are counted and the trend begins.
  ///   - date: The last day that counts.
  public init(baseline: ClosedRange<ISOWeek>, start: LocalDate, date: LocalDate) {
    self.baseline = baseline
    self.start = start
    self.date = date
  }

  /// The outlook of a goal.
  ///
  /// - Parameters:
  ///   - goal: The goal.
  ///   - measure: Its measure.
  ///   - figures: The center's figures of the measure, one per week, in order.
  /// - Returns: The outlook.
  public func outlook(
    _ goal: ScorecardGoal,
    _ measure: ScorecardMeasure,
    _ figures: [WeeklyFigure]
  ) -> GoalOutlook {
    let due = self.due(goal)
    let known = figures.filter { $0.cases > 0 && (measure.form == .share || $0.total > 0) }
    let before = Pool(known.filter { baseline.contains($0.week) })
    let target = self.target(goal, measure, before)
    var outlook = GoalOutlook(
      goal: goal,
      measure: measure,
      due: due,
      points: known.compactMap { figure in
        figure.value.map { .init(week: figure.week, value: $0, cases: figure.cases) }
      },
      baseline: before.cases > 0 ? before.value : nil,
      threshold: target?.value,
      reason: known.isEmpty ? "There are no figures of it." : ""
    )
    guard let target, !known.isEmpty else {
      if !known.isEmpty {
        outlook.verdict = .open
        outlook.latest = latest(known)
        outlook.reason =
          "There are no figures of the baseline, \(baseline.lowerBound) to \(baseline.upperBound)."
      }
      return outlook
    }
    let isOver = due <= date
    let counted = isOver ? known.filter { $0.week <= Self.lastWeek(by: due) } : known
    outlook.latest = latest(counted)
    if isOver {
      judge(&outlook, target.value)
    } else {
      forecast(&outlook, target, counted, before)
    }
    return outlook
  }

  /// The last day of a goal.
  public func due(_ goal: ScorecardGoal) -> LocalDate {
    switch goal.due {
    case .date(let date): date
    case .month(let count): start.adding(months: count).adding(days: -1)
    }
  }

  /// The last week that is over at the end of a day.
  static func lastWeek(by date: LocalDate) -> ISOWeek {
    ISOWeek(containing: date.adding(days: 1)).adding(weeks: -1)
  }

  private struct Target {
    var value: Double
    /// True where it hangs on the baseline.
    var isChange: Bool
  }

  /// The stricter of bound and change; `nil` where nothing can be said.
  private func target(_ goal: ScorecardGoal, _ measure: ScorecardMeasure, _ before: Pool)
    -> Target?
  {
    var targets: [Target] = []
    if let bound = goal.bound { targets.append(Target(value: bound, isChange: false)) }
    if let change = goal.change {
      guard before.cases > 0 else { return nil }
      let value = before.value * (1 + change)
      targets.append(
        Target(value: measure.form == .share ? min(1, value) : value, isChange: true)
      )
    }
    return measure.better == .higher
      ? targets.max { $0.value < $1.value } : targets.min { $0.value < $1.value }
  }

  /// The figures of the last four weeks with figures, the last of which is the last week known.
  private func latest(_ figures: [WeeklyFigure]) -> GoalOutlook.Point? {
    guard let last = figures.last?.week else { return nil }
    let pool = Pool(figures.filter { $0.week > last.adding(weeks: -Self.judgedWeeks) })
    return GoalOutlook.Point(week: last, value: pool.value, cases: pool.cases)
  }

  private func judge(_ outlook: inout GoalOutlook, _ target: Double) {
    guard let latest = outlook.latest else {
      outlook.verdict = .noData
      outlook.reason = "There are no figures up to the date."
      return
    }
    let isMet = outlook.measure.better == .higher ? latest.value >= target : latest.value <= target
    outlook.verdict = isMet ? .met : .missed
  }

  private func forecast(
    _ outlook: inout GoalOutlook,
    _ target: Target,
    _ figures: [WeeklyFigure],
    _ before: Pool
  ) {
    outlook.verdict = .open
    let form = outlook.measure.form
    let weeks = figures.filter { $0.week.monday >= start }
    let points = weeks.map { figure in
      let point = Pool(figure).unbounded(form)
      return (time: time(figure.week), value: point.value, variance: point.variance)
    }
    guard let trend = WeightedTrend(points), let first = weeks.first?.week else {
      outlook.reason =
        "A trend needs \(WeightedTrend.leastWeeks) weeks with figures from \(start) on; there are "
        + "\(weeks.count)."
      return
    }
    let last = Self.lastWeek(by: outlook.due)
    let end = time(last) - Double(Self.judgedWeeks - 1) / 2
    let forecast = trend.fourWeeks(at: end)
    let quantile = StudentDistribution.value(at: 0.95, degrees: trend.degrees)
    let band = { (week: ISOWeek, at: Double) -> GoalOutlook.Band in
      let value = trend.fourWeeks(at: at)
      let half = quantile * value.variance.squareRoot()
      return GoalOutlook.Band(
        week: week,
        value: form.bounded(value.value),
        low: form.bounded(value.value - half),
        high: form.bounded(value.value + half)
      )
    }
    outlook.forecast = band(last, end)
    let count = max(1, Int(time(last) - time(first)))
    outlook.trend = (0...count).map { band(first.adding(weeks: $0), time(first) + Double($0)) }
    outlook.chance = chance(forecast, target, outlook, trend, before)
    outlook.verdict = outlook.chance.map(Self.verdict) ?? .open
  }

  private static func verdict(_ chance: Double) -> GoalOutlook.Verdict {
    if chance >= trackChance { return .onTrack }
    return chance <= 1 - trackChance ? .offTrack : .open
  }

  /// The chance that four weeks reach the target; a baseline is known no better than its weeks say.
  private func chance(
    _ forecast: (value: Double, variance: Double),
    _ target: Target,
    _ outlook: GoalOutlook,
    _ trend: WeightedTrend,
    _ before: Pool
  ) -> Double {
    let form = outlook.measure.form
    var doubt = forecast.variance
    if target.isChange {
      let count = Double(max(1, outlook.points.count { baseline.contains($0.week) }))
      doubt += before.unbounded(form).variance + trend.extra / count
    }
    let sign = outlook.measure.better == .higher ? 1.0 : -1.0
    let ahead = sign * (forecast.value - form.unbounded(target.value))
    return StudentDistribution.share(
      below: ahead / max(1e-9, doubt.squareRoot()),
      degrees: trend.degrees
    )
  }

  private func time(_ week: ISOWeek) -> Double {
    Double((week.monday.daysSinceEpoch - start.daysSinceEpoch)) / 7
  }
}

extension LocalDate {
  /// The same day of the month so many months later; the month's last where it is shorter.
  func adding(months count: Int) -> LocalDate {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + count
    let (laterYear, laterMonth) = (index / 12, index % 12 + 1)
    let last = LocalDate.days(inMonth: laterMonth, of: laterYear)
    return LocalDate(year: laterYear, month: laterMonth, day: min(day, last)) ?? self
  }
}
