import Workforce

/// A labor rule on single shifts, by the shift's date.
struct LaborShiftRule: ShiftFilter {
  static let name = "labor rule on a shift"
  let demand: String
  let sentence: String
  /// By date; `nil` where the rule is not in force.
  let terms: [RuleEntry?]
  /// Paid minutes by shape.
  let paid: [Int]

  func allows(_ shift: CandidateShift) -> Bool { price(of: shift) != nil }

  /// What a shift that misses the rule costs; `nil` where it is forbidden.
  func price(of shift: CandidateShift) -> Double? {
    guard let entry = terms[shift.day] else { return 0 }
    let missed = missed(entry.rule, by: shift)
    return missed > 0 ? entry.price.map { $0 * missed } : 0
  }

  private func missed(_ rule: LaborRule, by shift: CandidateShift) -> Double {
    switch rule {
    case .shiftHours(let least, let most):
      let minutes = Double(paid[shift.shape])
      return
        (max(0, (least?.inMinutes ?? 0) - minutes) + max(0, minutes - (most?.inMinutes ?? minutes)))
        / 60
    case .startWindow(let window, let weekdays):
      guard weekdays.isEmpty || weekdays.contains(shift.date.weekday) else { return 0 }
      return ShiftKinds.holds(window, shift.start.minuteOfDay) ? 0 : 1
    default: return 0
    }
  }
}

/// When meals come: some shapes of a template stand for shifts whose break comes in time.
struct MealBreakRule: ShiftFilter {
  static let name = "meal break"
  let demand: String
  /// By date and shape: what the shape misses, or `nil` where it is not worked.
  let prices: [[Double?]]

  func allows(_ shift: CandidateShift) -> Bool { prices[shift.day][shift.shape] != nil }

  func price(of shift: CandidateShift) -> Double { prices[shift.day][shift.shape] ?? 0 }
}

/// Dates that are settled beforehand.
struct LockedDates: ShiftFilter {
  static let name = "lock"
  let demand: String
  /// By date.
  let locks: [[RosterLock.Kind]]

  func allows(_ shift: CandidateShift) -> Bool {
    locks[shift.day].allSatisfy { lock in
      switch lock {
      case .off: false
      case .shift: true
      case .times(let start, let end): shift.start == start && shift.end == end
      }
    }
  }
}

/// A rest by entries, after the last past shift: shifts of the week lie after it.
struct RestAfterPast: ShiftFilter {
  static let name = "minimum rest"
  let demand: String
  /// By date: least minutes; 0 where missing them has a price, for shifts never overlap.
  let rests: [Int]
  let lastEnd: Instant

  func allows(_ shift: CandidateShift) -> Bool {
    shift.startInstant.minutes(since: lastEnd) >= rests[shift.day]
  }
}

/// A labor rule on the sequence of dates.
struct MachineRule: TourRule {
  static let name = "labor rule on a sequence"
  let demand: String
  let sentence: String
  let machine: AnyDayMachine
  /// The state before the week.
  let start: Int
}

/// A stretch without a shift once in the week; its machine depends on the shifts that all rules leave.
struct WeeklyRestRule: TourRule {
  static let name = "weekly rest"
  let demand: String
}

/// A labor rule on shifts of successive dates, by the later one's date.
struct PairRule: TourRule {
  /// What is limited.
  enum Limit: Hashable, Sendable {
    /// A rest after shifts of some kinds before shifts of others, as bits; `nil` for all.
    case rest(after: UInt64?, before: UInt64?)
    /// The change of the start.
    case change
  }

  /// What holds on a date.
  struct Term: Hashable, Sendable {
    let minutes: Int
    /// Price of a minute missed; `nil` where it is hard.
    let price: Double?
  }

  static let name = "labor rule on two shifts"
  let demand: String
  let sentence: String
  let limit: Limit
  /// By date; `nil` where nothing is asked.
  let terms: [Term?]
}

/// A labor rule on the week's shifts or paid minutes.
struct TotalsRule: LimitRule {
  static let name = "labor rule on totals"
  let demand: String
  let sentence: String
  let isDays: Bool
  let least: Int
  let most: Int
  /// Price of a shift or minute missed; `nil` where it is hard.
  let price: Double?

  /// What missing it costs; `nil` where it is hard.
  var term: TotalsTerm? {
    price.map { TotalsTerm(isDays: isDays, least: least, most: most, price: $0) }
  }

  func tighten(_ limits: inout TourLimits) {
    guard price == nil else { return }
    if isDays {
      limits.minimumDays = max(limits.minimumDays, least)
      limits.maximumDays = min(limits.maximumDays, most)
    } else {
      limits.minimumPaid = max(limits.minimumPaid, least)
      limits.maximumPaid = min(limits.maximumPaid, most)
    }
  }
}
