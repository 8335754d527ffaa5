import Staffing
import Workforce

/// What people at work are worth in a plan, and what that follows from.
struct CoverPricing: Sendable {
  /// What each further person saves, per queue and roster slot.
  let costs: CoverCosts
  /// Price of a contact that misses its target, per queue; `nil` where the need decides.
  let contactPrices: [Double]?
  /// How far the priced curves lie below the contacts that miss at most, per queue; `nil` likewise.
  let hullDistances: [Double]?

  /// The worth that the checker cannot tell from the need.
  var given: CoverCosts? { contactPrices == nil ? nil : costs }

  /// Prices people by the need.
  init(settings: ScenarioSettings, requirement: Requirement) {
    costs = CoverCostBuilder(settings: settings).coverCosts(for: requirement)
    contactPrices = nil
    hullDistances = nil
  }

  /// Prices people by the contacts that would miss their targets.
  init(settings: ScenarioSettings, values: CoverValues, prices: [Double]) {
    costs = values.coverCosts(prices: prices, slotMinutes: settings.rosterSlotMinutes)
    contactPrices = prices
    hullDistances = values.hullDistances
  }

  /// The pricing of a plan: by contacts where it has prices for them, else by the need.
  init(
    inputs: PlanningInputs,
    forecast: Forecast,
    requirement: Requirement,
    prices: [Double]?,
    threads: Int
  ) {
    guard let prices else {
      self.init(settings: inputs.settings, requirement: requirement)
      return
    }
    let values = CoverValueBuilder(inputs: inputs, threads: threads).values(
      for: forecast,
      requirement: requirement
    )
    self.init(settings: inputs.settings, values: values, prices: prices)
  }
}
