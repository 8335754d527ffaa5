/// What past weeks weigh: whoever had more of a burden than others is spared it now.
///
/// A balance is a person's count of the last ``weeks`` weeks for each week there at full time, times
/// ``weeks``, less the least such number of the people of the same site and contract who may have the burden; at least 0.
public struct FairnessSettings: Hashable, Sendable {
  /// The weeks that are looked back on, at least 1.
  public var weeks: Int
  /// Price s of weekend shifts: s·((b + W)² − b²) for W of this week at a balance b.
  public var weekends: Double
  /// Price of a shift of the kinds ``lateKinds``: s·(2b + 1) at a balance b.
  public var lates: Double
  /// Names of the kinds of shift that count as late.
  public var lateKinds: [String]
  /// The same for nights.
  public var nights: Double
  /// Names of the kinds of shift that count as nights.
  public var nightKinds: [String]
  /// Growth of the weight of a person's wishes for each wish refused beyond others'.
  public var refused: Double
  /// Growth of the weight of a person's wishes for each year of service.
  public var seniorityPerYear: Double
  /// Most that seniority multiplies the weight by, at least 1.
  public var seniorityMost: Double

  /// Makes settings.
  public init(
    weeks: Int = 26,
    weekends: Double = 6,
    lates: Double = 0,
    lateKinds: [String] = [],
    nights: Double = 0,
    nightKinds: [String] = [],
    refused: Double = 0,
    seniorityPerYear: Double = 0,
    seniorityMost: Double = 2
  ) {
    self.weeks = weeks
    self.weekends = weekends
    self.lates = lates
    self.lateKinds = lateKinds
    self.nights = nights
    self.nightKinds = nightKinds
    self.refused = refused
    self.seniorityPerYear = seniorityPerYear
    self.seniorityMost = seniorityMost
  }
}

/// What a person carried over from weeks that `history.csv` does not hold.
public struct LedgerEntry: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The last date that is counted.
  public var until: LocalDate
  /// The weeks that are counted.
  public var weeks: Int
  /// Weekend shifts.
  public var weekends: Int
  /// Late shifts.
  public var lates: Int
  /// Night shifts.
  public var nights: Int
  /// Wishes refused.
  public var refused: Int
  /// Paid time.
  public var paid: Duration

  /// Makes an entry.
  public init(
    employee: String,
    until: LocalDate,
    weeks: Int,
    weekends: Int = 0,
    lates: Int = 0,
    nights: Int = 0,
    refused: Int = 0,
    paid: Duration = .zero
  ) {
    self.employee = employee
    self.until = until
    self.weeks = weeks
    self.weekends = weekends
    self.lates = lates
    self.nights = nights
    self.refused = refused
    self.paid = paid
  }
}
