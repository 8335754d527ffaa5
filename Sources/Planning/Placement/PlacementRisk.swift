import Workforce

/// What it costs to sit late, or not at all.
///
/// A lapse costs the hours of a week at the dearest price of a missing person. Sitting k days before
/// it risks, by the chance of a failure, that no second attempt is left: 7 ÷ (7 + k) of that.
struct PlacementRisk: Sendable {
  private let settings: ScenarioSettings
  private let horizon: PlacementHorizon

  init(_ settings: ScenarioSettings, _ horizon: PlacementHorizon) {
    self.settings = settings
    self.horizon = horizon
  }

  /// Of a class that ends at a moment.
  func cost(_ seeker: PlacementSeeker, _ employee: Employee, sittingUntil end: Instant) -> Double {
    let price = lapsePrice(employee)
    guard let lapse = seeker.lapse else {
      return price * 1e-4 * days(from: horizon.start, to: end)
    }
    if seeker.isOverdue { return price * days(from: horizon.start, to: end) / 7 }
    return price * (1 - seeker.chance) * nearness(end, lapse)
  }

  /// Of no class within the horizon.
  func leftCost(_ seeker: PlacementSeeker, _ employee: Employee) -> Double {
    let price = lapsePrice(employee)
    guard let lapse = seeker.lapse else { return 10 * price }
    guard seeker.isNeeded else {
      return price * (1 - seeker.chance) * nearness(horizon.end, lapse)
    }
    let near = seeker.isOverdue ? 1 : nearness(horizon.start, lapse)
    return 10 * price * (2 - seeker.chance + near)
  }

  private func lapsePrice(_ employee: Employee) -> Double {
    let contract = settings.contract(named: employee.contract)
    let least = contract?.minimumWeeklyHours.inHours ?? 0
    let hours = least > 0 ? least : contract?.maximumWeeklyHours.inHours ?? 40
    let price = settings.costs.understaffing.last?.costPerHour ?? 100
    return hours * employee.fullTimeEquivalent.value * price
  }

  private func nearness(_ moment: Instant, _ lapse: Instant) -> Double {
    7 / (7 + max(0, days(from: moment, to: lapse)))
  }

  private func days(from first: Instant, to last: Instant) -> Double {
    Double(last.secondsSinceEpoch - first.secondsSinceEpoch) / 86_400
  }
}
