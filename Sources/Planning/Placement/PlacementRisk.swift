import Workforce

/// What it costs to sit late, or not at all.
///
/// A lapse costs a week's hours at the person's pay: what work is worth where no more and no less is
/// bought. Sitting k days before it risks, by the chance of a failure, that no second attempt is left:
/// 7 ÷ (7 + k) of that. Who is left out costs the dearest price of a missing person.
struct PlacementRisk: Sendable {
  private let settings: ScenarioSettings
  private let horizon: PlacementHorizon

  init(_ settings: ScenarioSettings, _ horizon: PlacementHorizon) {
    self.settings = settings
    self.horizon = horizon
  }

  /// Of a class that ends at a moment.
  func cost(_ seeker: PlacementSeeker, _ employee: Employee, sittingUntil end: Instant) -> Double {
    let price = lapsePrice(employee, at: contract(employee)?.wagePerHour)
    guard let lapse = seeker.lapse else {
      return price * 1e-4 * days(from: horizon.start, to: end)
    }
    if seeker.isOverdue { return price * days(from: horizon.start, to: end) / 7 }
    return price * (1 - seeker.chance) * nearness(end, lapse)
  }

  /// Of no class within the horizon.
  func leftCost(_ seeker: PlacementSeeker, _ employee: Employee) -> Double {
    let price = lapsePrice(employee, at: nil)
    guard let lapse = seeker.lapse else { return 10 * price }
    guard seeker.isNeeded else { return cost(seeker, employee, sittingUntil: horizon.end) }
    let near = seeker.isOverdue ? 1 : nearness(horizon.start, lapse)
    return 10 * price * (2 - seeker.chance + near)
  }

  private func contract(_ employee: Employee) -> ContractSettings? {
    settings.contract(named: employee.contract)
  }

  /// A week's hours of somebody at a price of an hour; without one, or at 0, at the dearest price of
  /// a missing person.
  private func lapsePrice(_ employee: Employee, at hourly: Double?) -> Double {
    let contract = contract(employee)
    let least = contract?.minimumWeeklyHours.inHours ?? 0
    let hours = least > 0 ? least : contract?.maximumWeeklyHours.inHours ?? 40
    let dearest = settings.costs.understaffing.last?.costPerHour ?? 100
    let price = hourly.flatMap { $0 > 0 ? $0 : nil } ?? dearest
    return hours * employee.fullTimeEquivalent.value * price
  }

  private func nearness(_ moment: Instant, _ lapse: Instant) -> Double {
    7 / (7 + max(0, days(from: moment, to: lapse)))
  }

  private func days(from first: Instant, to last: Instant) -> Double {
    Double(last.secondsSinceEpoch - first.secondsSinceEpoch) / 86_400
  }
}
