import Workforce

/// A person's limits for one week: the contract's, scaled by the working time and lessened by
/// credited dates.
struct AdjustedLimits: Sendable {
  /// Least paid minutes.
  let minimumMinutes: Int
  /// Most paid minutes.
  let maximumMinutes: Int
  /// Paid minutes after which overtime begins.
  let overtimeAfterMinutes: Int
  /// Fewest shifts.
  let minimumDays: Int
  /// Most shifts.
  let maximumDays: Int

  /// Applies `creditedDates` dates of absence to a contract.
  init(_ contract: ContractSettings, fullTimeEquivalent: Fraction, creditedDates: Int) {
    func scaled(_ hours: Duration) -> Int {
      Int((hours.inMinutes * fullTimeEquivalent.value).rounded())
    }
    let minimum = scaled(contract.minimumWeeklyHours)
    let dates = min(creditedDates, contract.maximumDays)
    let credit = contract.minimumDays == 0 ? 0 : dates * (minimum / contract.minimumDays)
    minimumDays = max(0, contract.minimumDays - dates)
    maximumDays = max(0, contract.maximumDays - dates)
    minimumMinutes = minimumDays == 0 ? 0 : max(0, minimum - credit)
    maximumMinutes = max(0, scaled(contract.maximumWeeklyHours) - credit)
    overtimeAfterMinutes = max(0, scaled(contract.overtimeAfter) - credit)
  }
}
