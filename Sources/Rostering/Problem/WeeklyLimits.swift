import Workforce

/// A person's contract limits for one week: scaled to the full-time equivalent, less the hours and
/// days that whole days of absence are credited with.
struct WeeklyLimits: Hashable, Sendable {
  /// Least and most paid minutes.
  let paid: ClosedRange<Int>
  /// Fewest and most working days.
  let days: ClosedRange<Int>
  /// Paid minutes after which overtime begins.
  let overtimeAfter: Int

  /// Computes the limits; `creditedDates` is the number of open dates on which the person is away
  /// all day, not employed or without certificates.
  ///
  /// `nil` when the contract's own limits contradict each other.
  init?(contract: ContractSettings, fullTimeEquivalent: Fraction, creditedDates: Int) {
    let scaled = { (hours: Duration) in
      Int((hours.inMinutes * fullTimeEquivalent.value).rounded())
    }
    let away = min(creditedDates, contract.maximumDays)
    let minimum = scaled(contract.minimumWeeklyHours)
    let credit = contract.minimumDays > 0 ? minimum / contract.minimumDays * away : 0
    let fewest = max(0, contract.minimumDays - away)
    let most = max(0, contract.maximumDays - away)
    let least = fewest == 0 ? 0 : max(0, minimum - credit)
    let highest = max(0, scaled(contract.maximumWeeklyHours) - credit)
    guard least <= highest, fewest <= most else { return nil }
    paid = least...highest
    days = fewest...most
    overtimeAfter = max(0, scaled(contract.overtimeAfter) - credit)
  }
}
