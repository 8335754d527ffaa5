import Workforce

/// A person's limits for one week: the contract's, scaled by the working time and lessened by
/// credited dates; those without certificates lessen what is asked for only.
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
  /// Minutes by which credited dates lessen what is paid or worked at most.
  let credit: Int

  /// Applies dates of absence, and further ones without certificates, to a contract.
  init(
    _ contract: ContractSettings,
    fullTimeEquivalent: Fraction,
    absentDates: Int,
    idledDates: Int
  ) {
    func scaled(_ hours: Duration) -> Int {
      Int((hours.inMinutes * fullTimeEquivalent.value).rounded())
    }
    let minimum = scaled(contract.minimumWeeklyHours)
    let dates = min(absentDates, contract.maximumDays)
    let unasked = min(absentDates + idledDates, contract.maximumDays)
    let creditOfDate = contract.minimumDays == 0 ? 0 : minimum / contract.minimumDays
    credit = dates * creditOfDate
    minimumDays = max(0, contract.minimumDays - unasked)
    maximumDays = max(0, contract.maximumDays - dates)
    minimumMinutes = minimumDays == 0 ? 0 : max(0, minimum - unasked * creditOfDate)
    maximumMinutes = max(0, scaled(contract.maximumWeeklyHours) - credit)
    overtimeAfterMinutes = max(0, scaled(contract.overtimeAfter) - credit)
  }
}
