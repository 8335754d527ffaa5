/// One step of the price of missing people: the first missing share is the cheapest.
public struct UnderstaffingTier: Hashable, Sendable {
  /// Share of the requirement that this step covers, above 0.
  public var share: Fraction
  /// Price of one missing person for an hour, at least the step's before.
  public var costPerHour: Double

  /// Makes a step.
  public init(share: Fraction, costPerHour: Double) {
    self.share = share
    self.costPerHour = costPerHour
  }
}

/// A step of extra pay for overtime.
public struct OvertimeStep: Hashable, Sendable {
  /// The paid time of a week above which it begins, before scaling and credits.
  public var after: Duration
  /// Extra pay for an hour, as a share of the wage.
  public var premium: Double

  /// Makes a step.
  public init(after: Duration, premium: Double) {
    self.after = after
    self.premium = premium
  }
}

/// What makes people at work worth having.
public enum CoverBasis: String, CaseIterable, Sendable {
  /// Contacts that would miss the target, at prices found so that the targets are met in simulation.
  case service
  /// People missing from the need, at the prices of the understaffing steps.
  case need
}

/// Prices of everything that the objective weighs, in the scenario's currency.
public struct CostSettings: Hashable, Sendable {
  /// What makes people at work worth having.
  public var cover: CoverBasis
  /// Steps of the price of missing people, cheapest first; the last covers all that is left.
  public var understaffing: [UnderstaffingTier]
  /// Price of one person with nothing to do, for an hour.
  public var overstaffingPerHour: Double
  /// Extra pay for an hour of overtime, as a share of the wage.
  public var overtimePremium: Double
  /// Further steps of extra pay: from so much paid time of a week on, at least the contract's `overtime_after`,
  /// this share of the wage instead; ascending in both.
  public var overtimeSteps: [OvertimeStep] = []
  /// Price of an hour between a shift's start and the preferred band.
  public var startPreferencePerHour: Double
  /// Price of working on a day that the person asked to have off.
  public var dayOffPreference: Double
  /// Price of an hour of change between the starts of two successive days.
  public var startChangePerHour: Double
  /// Price s of weekend work: s·((h + W)² − h²) for W days now and h days before.
  public var weekendFairness: Double
  /// Most pay of a week, overtime premiums included, that plans with ``CoverBasis/service`` keep where
  /// contracts let them; `nil` for no limit.
  public var maximumPay: Double?

  /// Makes prices; the defaults suit a wage of about 20 an hour.
  public init(
    cover: CoverBasis = .need,
    understaffing: [UnderstaffingTier] = CostSettings.standardTiers,
    overstaffingPerHour: Double = 2,
    overtimePremium: Double = 0.5,
    startPreferencePerHour: Double = 2,
    dayOffPreference: Double = 10,
    startChangePerHour: Double = 1,
    weekendFairness: Double = 6,
    maximumPay: Double? = nil
  ) {
    self.cover = cover
    self.understaffing = understaffing
    self.overstaffingPerHour = overstaffingPerHour
    self.overtimePremium = overtimePremium
    self.startPreferencePerHour = startPreferencePerHour
    self.dayOffPreference = dayOffPreference
    self.startChangePerHour = startChangePerHour
    self.weekendFairness = weekendFairness
    self.maximumPay = maximumPay
  }

  /// 32 for the first tenth that is missing, 80 for the next 15 %, 180 for the rest.
  public static let standardTiers = [(0.10, 32.0), (0.15, 80.0), (1.0, 180.0)].compactMap {
    (share, cost) in
    Fraction(share).map { UnderstaffingTier(share: $0, costPerHour: cost) }
  }
}
