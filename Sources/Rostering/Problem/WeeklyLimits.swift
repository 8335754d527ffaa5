import Workforce

/// A person's contract limits for one week: scaled to the full-time equivalent, less the hours and
/// days that whole days of absence are credited with; days without certificates lessen what is asked
/// for, not what is allowed.
struct WeeklyLimits: Hashable, Sendable {
  /// Least and most paid minutes.
  let paid: ClosedRange<Int>
  /// Fewest and most working days.
  let days: ClosedRange<Int>
  /// Paid minutes after which overtime begins.
  let overtimeAfter: Int
  /// Minutes by which credited dates lessen what is allowed.
  let credit: Int

  /// Computes the limits.
  ///
  /// `nil` when the contract's own limits contradict each other.
  init?(contract: ContractSettings, fullTimeEquivalent: Fraction, creditedDates: CreditedDates) {
    let scaled = { (hours: Duration) in
      Int((hours.inMinutes * fullTimeEquivalent.value).rounded())
    }
    let away = min(creditedDates.away, contract.maximumDays)
    let spared = min(creditedDates.away + creditedDates.uncertified, contract.maximumDays)
    let minimum = scaled(contract.minimumWeeklyHours)
    let day = contract.minimumDays > 0 ? minimum / contract.minimumDays : 0
    credit = day * away
    let fewest = max(0, contract.minimumDays - spared)
    let most = max(0, contract.maximumDays - away)
    let least = fewest == 0 ? 0 : max(0, minimum - day * spared)
    let highest = max(0, scaled(contract.maximumWeeklyHours) - credit)
    guard least <= highest, fewest <= most else { return nil }
    paid = least...highest
    days = fewest...most
    overtimeAfter = max(0, scaled(contract.overtimeAfter) - credit)
  }
}
