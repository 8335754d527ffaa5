import Workforce

/// Rules on the sums of a week.
extension BruteForceLabor {
  /// The contract with what entries put in its place, and what a missed unit costs.
  var weekly: (contract: ContractSettings, hoursPrice: Double?, daysPrice: Double?) {
    var contract = contract
    var (hoursPrice, daysPrice): (Double?, Double?)
    for entry in entries[0] {
      switch entry.rule {
      case .weeklyHours(let least, let most):
        contract.minimumWeeklyHours = least ?? contract.minimumWeeklyHours
        contract.maximumWeeklyHours = most ?? contract.maximumWeeklyHours
        hoursPrice = entry.price
      case .weeklyDays(let least, let most):
        contract.minimumDays = least ?? contract.minimumDays
        contract.maximumDays = most ?? contract.maximumDays
        daysPrice = entry.price
      default: break
      }
    }
    return (contract, hoursPrice, daysPrice)
  }

  /// Every miss of a whole week.
  func totalMisses(
    _ works: [BruteForceWork?],
    shifts: Int,
    paid: Int,
    _ limits: BruteForceLimits
  ) -> [BruteForceMiss] {
    let (_, hoursPrice, daysPrice) = weekly
    var found: [BruteForceMiss] = []
    let hours = Self.distance(paid, limits.minutes)
    if hours > 0 { found.append(BruteForceMiss(units: Double(hours) / 60, price: hoursPrice)) }
    let days = Self.distance(shifts, limits.days)
    if days > 0 { found.append(BruteForceMiss(units: Double(days), price: daysPrice)) }
    guard isStated, found.allSatisfy({ $0.price != nil }) else { return found }
    for entry in entries[0] {
      guard case .monthlyOvertime(let most) = entry.rule else { continue }
      let own = max(0, paid - limits.overtimeAfter)
      let units = monthlyUnits(most, overtime: own, past + works)
      if units > 0 { found.append(BruteForceMiss(units: units, price: entry.price)) }
    }
    return found + misses(works)
  }

  private static func distance(_ count: Int, _ range: ClosedRange<Int>) -> Int {
    max(0, range.lowerBound - count, count - range.upperBound)
  }
}
