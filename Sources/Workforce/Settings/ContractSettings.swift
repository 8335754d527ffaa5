/// A break inside a shift.
public struct BreakTemplate: Hashable, Sendable {
  /// Whether it is a short break or the meal.
  public enum Kind: String, CaseIterable, Sendable {
    /// A short break.
    case rest = "break"
    /// The meal.
    case lunch
  }

  /// What it is.
  public var kind: Kind
  /// Its length, a multiple of the roster slot.
  public var length: Duration
  /// Whether its time is paid.
  public var isPaid: Bool
  /// Earliest start, as a share of the shift's length; `nil` when only the work stretches bind.
  public var earliestStart: Fraction?
  /// Latest start, as a share of the shift's length.
  public var latestStart: Fraction?

  /// Makes a break.
  public init(
    kind: Kind,
    length: Duration,
    isPaid: Bool,
    earliestStart: Fraction? = nil,
    latestStart: Fraction? = nil
  ) {
    self.kind = kind
    self.length = length
    self.isPaid = isPaid
    self.earliestStart = earliestStart
    self.latestStart = latestStart
  }
}

/// The reusable shape of a shift: how long it is and which breaks it holds, in order.
public struct ShiftTemplate: Hashable, Sendable {
  /// The name that files use.
  public var name: String
  /// Time from start to end, breaks included; a multiple of the roster slot.
  public var length: Duration
  /// The breaks, in the order in which they are taken.
  public var breaks: [BreakTemplate]
  /// Shortest stretch of work without a break.
  public var minimumStretch: Duration
  /// Longest stretch of work without a break.
  public var maximumStretch: Duration

  /// Makes a shape.
  public init(
    name: String,
    length: Duration,
    breaks: [BreakTemplate],
    minimumStretch: Duration = .hours(1),
    maximumStretch: Duration = .minutes(210)
  ) {
    self.name = name
    self.length = length
    self.breaks = breaks
    self.minimumStretch = minimumStretch
    self.maximumStretch = maximumStretch
  }

  /// The length without unpaid breaks.
  public var paidLength: Duration {
    breaks.filter { !$0.isPaid }.reduce(length) { $0 - $1.length }
  }
}

/// What an employment contract allows and pays.
public struct ContractSettings: Hashable, Sendable {
  /// The name that files use.
  public var name: String
  /// Pay for an hour, in the scenario's currency, at least 0.
  public var wagePerHour: Double
  /// Least paid time in a week.
  public var minimumWeeklyHours: Duration
  /// Most paid time in a week, overtime included.
  public var maximumWeeklyHours: Duration
  /// Paid time in a week after which overtime begins.
  public var overtimeAfter: Duration
  /// Fewest working days in a week, 0…7.
  public var minimumDays: Int
  /// Most working days in a week, 0…7.
  public var maximumDays: Int
  /// Names of the shift templates that may be used.
  public var shiftTemplates: [String]
  /// Window in which a shift must lie, on the wall clock; `nil` for any time.
  public var shiftWindow: ClockWindow?
  /// Rules that replace the scenario's for this contract.
  public var rules: TourRuleSettings

  /// Makes a contract.
  public init(
    name: String,
    wagePerHour: Double,
    minimumWeeklyHours: Duration,
    maximumWeeklyHours: Duration,
    overtimeAfter: Duration,
    minimumDays: Int,
    maximumDays: Int,
    shiftTemplates: [String],
    shiftWindow: ClockWindow? = nil,
    rules: TourRuleSettings
  ) {
    self.name = name
    self.wagePerHour = wagePerHour
    self.minimumWeeklyHours = minimumWeeklyHours
    self.maximumWeeklyHours = maximumWeeklyHours
    self.overtimeAfter = overtimeAfter
    self.minimumDays = minimumDays
    self.maximumDays = maximumDays
    self.shiftTemplates = shiftTemplates
    self.shiftWindow = shiftWindow
    self.rules = rules
  }
}

/// Limits on the sequence of a person's shifts.
public struct TourRuleSettings: Hashable, Sendable {
  /// Least time between the end of a shift and the start of the next.
  public var minimumRest: Duration
  /// Most working days in a row, last week's included.
  public var maximumConsecutiveDays: Int
  /// Largest difference of the clock times at which shifts of two successive days start; `nil`
  /// when free.
  public var maximumStartChange: Duration?

  /// Makes limits.
  public init(
    minimumRest: Duration = .hours(11),
    maximumConsecutiveDays: Int = 6,
    maximumStartChange: Duration? = .hours(3)
  ) {
    self.minimumRest = minimumRest
    self.maximumConsecutiveDays = maximumConsecutiveDays
    self.maximumStartChange = maximumStartChange
  }
}
