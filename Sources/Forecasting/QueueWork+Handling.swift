import Workforce

/// What a queue's contacts ask for: handle time, patience and self-service.
struct QueueHandling {
  var averageHandleTime: [Duration]
  var handleTimes: QueueForecast.HandleTimeBand?
  var handleTimeVariation: Double?
  var patience: Duration?
  var containment: [Fraction]?
}

extension QueueWork {
  /// Learns from the same usable days as the arrivals.
  ///
  /// `means` are the expected arrivals per interval; they weigh the intervals of a day.
  mutating func handling(
    _ history: QueueHistory?,
    _ past: [PastDay],
    means: [Double]
  ) -> QueueHandling {
    let history = history ?? QueueHistory(queue: queue.name, intervalMinutes: 60, records: [])
    let zone = inputs.settings.zone
    let mix = ProficiencyMix(inputs)
    var factors: [LocalDate: Double] = [:]
    let rows = HandleTimeObservations(
      history,
      past: past,
      weeks: HandleTimeModel.weeks,
      cellMinutes: grid.stepMinutes,
      zone: zone,
      staffMix: { date in
        let factor = factors[date] ?? mix.factor(of: queue.skill, on: date)
        factors[date] = factor
        return factor
      }
    )
    let model = HandleTimeModel(rows, fallback: queue)
    noteTrend(model)
    let weeksAhead = weeksAhead(of: rows.days.last)
    let seconds = (0..<grid.count).map { index in
      model.seconds(
        weekday(at: index),
        minuteOfDay: grid.local(at: index).minuteOfDay,
        weeksAhead: weeksAhead
      )
    }
    containment = ContainmentModel(
      history,
      past: past,
      zone: zone,
      isPartOfArrivals: isContainedInArrivals
    )
    return QueueHandling(
      averageHandleTime: seconds.map { .seconds($0) },
      handleTimes: model.contacts > 0 ? band(model, seconds, means) : nil,
      handleTimeVariation: singleVariation(history) ?? model.variation,
      patience: patience(history),
      containment: containment.map { contained($0, of: means) }
    )
  }

  /// The weekday whose pattern an interval follows.
  func weekday(at index: Int) -> Weekday {
    let date = grid.local(at: index).date
    return inputs.operatingWeekday(on: date) ?? date.weekday
  }

  /// The hour of the day in which an interval begins.
  func hour(at index: Int) -> Int { grid.local(at: index).minuteOfDay / 60 }

  /// Per day, the share of all contacts that self-service resolves when `means` ask for a person.
  private func contained(_ model: ContainmentModel, of means: [Double]) -> [Fraction] {
    grid.days.map { range in
      var (contained, all) = (0.0, 0.0)
      for index in range {
        let share = model.share(on: weekday(at: index), hour: hour(at: index))
        let total = means[index] / max(1e-9, 1 - share)
        contained += total * share
        all += total
      }
      return (all > 0 ? Fraction(min(1, contained / all)) : nil)
        ?? model.share(on: weekday(at: range.lowerBound))
    }
  }

  private func weeksAhead(of last: LocalDate?) -> Int {
    guard let last else { return 0 }
    let monday = ISOWeek(containing: last).monday
    return max(0, (grid.dates[0].daysSinceEpoch - monday.daysSinceEpoch) / 7)
  }

  private func band(_ model: HandleTimeModel, _ seconds: [Double], _ means: [Double])
    -> QueueForecast.HandleTimeBand
  {
    let days = grid.days.map { range -> (mean: Double, factor: Double) in
      let contacts = means[range].reduce(0, +)
      let work = range.reduce(0) { $0 + means[$1] * seconds[$1] }
      let mean =
        contacts > 0 ? work / contacts : seconds[range].reduce(0, +) / Double(range.count)
      return (mean, model.spreadFactor(around: mean, contacts: contacts))
    }
    return QueueForecast.HandleTimeBand(
      mean: days.map { .seconds($0.mean) },
      low80: days.map { .seconds($0.mean / $0.factor) },
      high80: days.map { .seconds($0.mean * $0.factor) }
    )
  }

  private mutating func noteTrend(_ model: HandleTimeModel) {
    guard model.trend.slope != 0 else { return }
    let slope = model.trend.slope
    let change = "\(slope > 0 ? "grow" : "fall") by \(Self.tenths(abs(slope))) s a week"
    findings.append(
      Diagnostic(
        .note,
        file: "contacts.csv",
        message: "queue '\(queue.name)': handle times \(change) (t-value"
          + " \(Self.tenths(abs(model.trend.tValue)))); the forecast follows, damped.",
        suggestion: ""
      )
    )
  }

  /// From single contacts of the last weeks, where there are enough.
  private func singleVariation(_ history: QueueHistory) -> Double? {
    let (start, end) = window(weeks: HandleTimeModel.weeks)
    return HandleTimeVariation(history.contacts, from: start, before: end)?.value
  }

  private func window(weeks: Int) -> (start: Instant, end: Instant) {
    let zone = inputs.settings.zone
    return (zone.startOfDay(cutoff.adding(days: -7 * weeks)), zone.startOfDay(cutoff))
  }

  private mutating func patience(_ history: QueueHistory) -> Duration? {
    let (start, end) = window(weeks: PatienceEstimate.weeks)
    guard let found = PatienceEstimate(history.contacts, from: start, before: end) else {
      return nil
    }
    let given = queue.patience.map { ", scenario.yaml says \(Self.tenths($0.inSeconds)) s" } ?? ""
    findings.append(
      Diagnostic(
        .note,
        file: "contacts.csv",
        message: "queue '\(queue.name)': mean patience \(Self.tenths(found.mean.inSeconds)) s from"
          + " \(found.departures) contacts that left and \(found.waits - found.departures) that"
          + " were answered\(given).",
        suggestion: ""
      )
    )
    return found.mean
  }

  static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
