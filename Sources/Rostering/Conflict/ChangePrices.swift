public import Workforce

/// What changes cost: points per unit of each kind, to put ways out in order.
public struct ChangePrices: Hashable, Sendable {
  /// A kind of change with its unit.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// An hour by which a locked shift moves.
    case lockHour = "lock_hour"
    /// A lock that falls away.
    case lock
    /// A seat more.
    case seat
    /// An hour of overtime more for a site.
    case overtimeHour = "overtime_hour"
    /// An hour less of the least hours of a contract.
    case leastHour = "least_hour"
    /// An hour more of the most hours of a contract.
    case mostHour = "most_hour"
    /// A day less of the fewest days of a contract.
    case fewestDay = "fewest_day"
    /// A day more of the most days of a contract.
    case mostDay = "most_day"
    /// An hour of change of the start more.
    case startChangeHour = "start_change_hour"
    /// An hour more at either end of a window for shifts.
    case windowHour = "window_hour"
    /// An hour of rest less.
    case restHour = "rest_hour"
    /// A working day in a row more.
    case consecutiveDay = "consecutive_day"
    /// A date more or less of a labor rule on dates in a row or after a shift.
    case runDay = "run_day"
    /// A weekend more with a shift.
    case weekend
    /// A shift more or fewer of a kind.
    case kindShift = "kind_shift"
    /// A paid hour or one of overtime more or fewer in a period.
    case periodHour = "period_hour"
    /// A paid hour more or fewer in a shift.
    case shiftHour = "shift_hour"
    /// An hour by which a meal comes later.
    case mealHour = "meal_hour"
    /// A labor rule without a number that somebody may miss.
    case rule
    /// A week in which somebody does not follow a rotation.
    case rotation
    /// A date on which somebody can work at any time.
    case availableDay = "available_day"
    /// A day of an absence that is worked.
    case absenceDay = "absence_day"
    /// A certificate in force all the week.
    case certificate
    /// A class that somebody does not come to.
    case attendance
    /// Somebody employed all the week.
    case employment
    /// One fewer who must be present.
    case presentHead = "present_head"
    /// One more who may be at work at once.
    case siteSeat = "site_seat"
    /// An agent fewer at least.
    case agentHead = "agent_head"
    /// A hundredth more pay.
    case payHundredth = "pay_hundredth"
  }

  private var points: [Kind: Double] = [:]

  /// The prices where nothing is given.
  public static let standard: [Kind: Double] = [
    .lockHour: 1, .lock: 5, .seat: 2, .overtimeHour: 2, .leastHour: 1, .mostHour: 3, .fewestDay: 4,
    .mostDay: 6, .startChangeHour: 2, .windowHour: 3, .restHour: 8, .consecutiveDay: 8,
    .runDay: 8, .weekend: 6, .kindShift: 4, .periodHour: 1, .shiftHour: 2, .mealHour: 4, .rule: 20,
    .rotation: 10, .siteSeat: 3, .availableDay: 6, .absenceDay: 10, .certificate: 8, .attendance: 6,
    .employment: 50,
    .presentHead: 12, .agentHead: 4, .payHundredth: 2,
  ]

  /// Makes prices.
  ///
  /// - Parameter given: What differs from ``standard``, at least 0 each.
  /// - Throws: `ShiftwrightError` where a price is below 0 or no number.
  public init(_ given: [Kind: Double] = [:]) throws(ShiftwrightError) {
    for kind in Kind.allCases {
      guard let price = given[kind] else { continue }
      guard price.isFinite, price >= 0 else {
        throw ShiftwrightError("price \(kind.rawValue) is \(price).\nGive a number of at least 0.")
      }
    }
    points = given
  }

  /// The points of a unit.
  public subscript(kind: Kind) -> Double { points[kind] ?? Self.standard[kind] ?? 0 }
}
