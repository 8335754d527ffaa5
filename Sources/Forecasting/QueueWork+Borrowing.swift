import Workforce

/// The forecast of a queue that is too new for one of its own.
extension QueueWork {
  /// `nil` when the queue names no similar one, or has three weeks of usable days.
  mutating func borrowedForecast() throws(ShiftwrightError) -> QueueForecast? {
    guard let similar = queue.similar,
      let settings = inputs.settings.queues.first(where: { $0.name == similar.queue })
    else { return nil }
    var probe = self
    let own = try probe.ownPast()
    let days = own.past.filter(\.isOrdinary)
    let openDays = Weekday.allCases.count { !queue.openingHours.windows(on: $0).isEmpty }
    guard Double(days.count) < BorrowedProfile.weeksNeeded * Double(openDays) else { return nil }
    self = probe
    var other = QueueWork(inputs: inputs, queue: settings, grid: grid, cutoff: cutoff)
    let otherPast = try other.cleanPast(other.recordedHistory())
    let forecaster = other.choice(otherPast, other.leadWeeks(otherPast))
    let backtest = Backtest(forecaster.past)
    let otherVariation =
      backtest.days.expected.count >= 5 ? backtest.days.excessVariation : 0.01
    let profile = BorrowedProfile(
      own: days,
      openDays: openDays,
      other: otherPast.filter(\.isOrdinary),
      similar: similar,
      dayVariation: otherVariation
    )
    guard profile.ratio != nil else { throw noLevel(like: settings.name) }
    basis = { $0.borrowedWeek(profile, forecaster, from: settings, otherPast, days).dayMeans }
    let week = borrowedWeek(profile, forecaster, from: settings, otherPast, days)
    noteBorrowing(profile, similar, days.count)
    let variation = otherVariation + profile.levelVariation
    let intervals = backtest.intervals.excessVariation + profile.levelVariation
    return queueForecast(
      week,
      method: forecaster.method,
      intervals: week.intervalBand(ErrorSpread(excessVariation: intervals)),
      days: week.dayBand(ErrorSpread(excessVariation: variation)),
      dayVariation: variation,
      pastError: nil,
      handling: handling(own.history, own.past, means: week.means)
    )
  }

  /// The queue's own rows and usable days before the cutoff; none when it has none.
  private mutating func ownPast() throws(ShiftwrightError) -> (
    history: QueueHistory?, past: [PastDay]
  ) {
    let end = inputs.settings.zone.startOfDay(cutoff)
    guard let history = inputs.history.first(where: { $0.queue == queue.name }),
      let first = history.records.first, first.start < end
    else { return (nil, []) }
    let offered = try recordedHistory()
    return (offered, try usablePast(offered))
  }

  private func noLevel(like name: String) -> ShiftwrightError {
    ShiftwrightError(
      """
      scenario.yaml: queue '\(queue.name)' is like '\(name)', but no day before \(cutoff) has rows \
      of both, so its level is unknown.
      Give its like_factor or daily_arrivals, or add rows to contacts.csv.
      """
    )
  }

  private func borrowedWeek(
    _ profile: BorrowedProfile,
    _ forecaster: any Forecaster,
    from settings: QueueSettings,
    _ otherPast: [PastDay],
    _ own: [PastDay]
  ) -> ExpectedWeek {
    var other = QueueWork(inputs: inputs, queue: settings, grid: grid, cutoff: cutoff)
    let targets = targets
    var theirs = forecaster.forecast(targets, after: otherPast, calendar: other.calendar).means
    other.fillUnknown(&theirs, targets, otherPast)
    let mine = WeekdayMean().forecast(targets, after: own, calendar: calendar).means
    let profiles = zip(theirs, mine).map { profile.blended($0, $1) }
    return week(profiles, of: ForecastDays(means: profiles))
  }

  private mutating func noteBorrowing(
    _ profile: BorrowedProfile,
    _ similar: SimilarQueue,
    _ days: Int
  ) {
    let share = Int((100 * profile.ownShare).rounded())
    let ratio = ((profile.ratio ?? 0) * 1000).rounded() / 1000
    let own =
      days == 0
      ? "it has no usable day yet"
      : "its \(days) usable \(days == 1 ? "day is" : "days are") less than three weeks"
    findings.append(
      Diagnostic(
        days == 0 ? .warning : .note,
        file: "contacts.csv",
        message: "queue '\(queue.name)': \(own), so the week has the shape of queue"
          + " '\(similar.queue)' times \(ratio); own days count \(share) %.",
        suggestion: days == 0 ? "Check the level in its first days." : ""
      )
    )
  }
}
