public import Workforce

/// The method, or the blend of two, that past errors prefer, with bands from the same past.
public struct ChosenForecaster: Forecaster {
  /// The errors on which the choice rests.
  public let comparison: MethodComparison
  /// What the chosen method would have said for past weeks.
  public let past: PastForecasts
  /// The methods that take part, with their shares.
  private let members: [(forecaster: any Forecaster, share: Double)]

  /// The method that was chosen; `.blend` for two.
  public var method: ForecastMethod { past.method }

  /// Takes the method with a name, or what past errors prefer.
  ///
  /// - Parameters:
  ///   - wanted: A method; `.automatic` chooses by past errors, and takes a blend only where it is
  ///     better than the chosen one by more than noise; `.blend` takes the two best together.
  ///   - past: All usable days, ascending.
  ///   - calendar: On which dates the queue is open.
  ///   - lead: Weeks ahead at which past weeks are judged, at least 1.
  ///   - candidates: The methods to choose from, the most trusted first; not empty.
  public init(
    _ wanted: ForecastMethod,
    past: [PastDay],
    calendar: DayCalendar,
    lead: Int,
    candidates: [any Forecaster] = ForecastMethods.all
  ) {
    let isChoice = wanted == .automatic || wanted == .blend
    let comparison = MethodComparison(
      isChoice ? candidates : [ForecastMethods.forecaster(for: wanted)],
      past: past,
      calendar: calendar,
      lead: lead
    )
    self.init(comparison, blends: wanted == .blend ? .always : .whereBetter)
  }

  /// When two methods are taken together.
  enum Blending {
    case always
    case whereBetter
  }

  init(_ comparison: MethodComparison, blends: Blending) {
    self.comparison = comparison
    let single = comparison.preferred
    let pair = comparison.bestTwo
    if pair.count == 2 {
      let together = comparison.blendedPast(pair)
      let errors = MethodComparison.errors(together, comparison.counted)
      let gain = MethodComparison.difference(comparison.entries[single].weeks, errors)
      if blends == .always || MethodComparison.counts(gain) {
        past = together
        members = zip(pair, comparison.shares(pair)).map { (comparison.forecasters[$0], $1) }
        return
      }
    }
    past = comparison.pasts[single]
    members = [(comparison.forecasters[single], 1)]
  }

  /// The same choice without the work for bands.
  public var withoutSpread: any Forecaster {
    ChosenForecaster(
      comparison: comparison,
      past: past,
      members: members.map { ($0.forecaster.withoutSpread, $0.share) }
    )
  }

  private init(
    comparison: MethodComparison,
    past: PastForecasts,
    members: [(forecaster: any Forecaster, share: Double)]
  ) {
    self.comparison = comparison
    self.past = past
    self.members = members
  }

  /// The chosen method's forecast with bands.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    let results = members.map { $0.forecaster.forecast(targets, after: past, calendar: calendar) }
    let result =
      results.count == 1
      ? results[0] : ForecastDays(days: blended(results.map(\.days), members.map(\.share)))
    return result.lacksSpread ? result.banded(SpreadFit(self.past), targets) : result
  }
}
