public import Workforce

/// A rule or price of a week that can be taken away to see what it costs.
public enum RosterRule: Hashable, Sendable {
  /// Least time between two shifts.
  case minimumRest
  /// Most working days in a row.
  case consecutiveDays
  /// Largest change of the start from date to date.
  case startChange
  /// The contracts' windows for shifts.
  case shiftWindow
  /// Least paid hours of a week.
  case leastHours
  /// Most paid hours of a week.
  case mostHours
  /// Fewest working days of a week.
  case fewestDays
  /// Most working days of a week.
  case mostDays
  /// The hours in which people can work.
  case availability
  /// The sites' budgets of overtime.
  case overtimeBudget
  /// Holders of a skill who must be present.
  case presence
  /// Dates that are settled beforehand.
  case locks
  /// Patterns that people follow.
  case rotations
  /// How many people are at work at once.
  case heads
  /// The seats of the sites.
  case siteSeats
  /// The price of starts outside the wished bands.
  case startWishes
  /// The price of work on dates that were asked off.
  case dayOffWishes
  /// The price of changes of the start.
  case startChangePrice
  /// The price of weekend work.
  case weekendFairness
  /// Extra pay for overtime.
  case overtimePremium
  /// An entry of the labor rules, by position. Without it, it demands and costs nothing, and what it replaced
  /// stays replaced.
  case labor(Int)

  /// Whether it is a price whatever the inputs, which is paid, and not a limit, which is kept.
  public var isPrice: Bool {
    switch self {
    case .startWishes, .dayOffWishes, .startChangePrice, .weekendFairness, .overtimePremium: true
    default: false
    }
  }

  /// Whether it is a price, which is paid, and not a limit, which is kept.
  public func isPrice(in inputs: PlanningInputs) -> Bool {
    guard let entry = entry(in: inputs) else { return isPrice }
    return entry.price != nil
  }

  /// The inputs without it; `nil` where it acts on nobody.
  public func lifted(from inputs: PlanningInputs) -> PlanningInputs? {
    var free = inputs
    if isPrice {
      lift(&free.settings.costs)
      if self == .weekendFairness {
        free.settings.labor.fairness?.weekends = 0
        free.settings.labor.fairness?.lates = 0
        free.settings.labor.fairness?.nights = 0
      }
    } else {
      free.settings.labor.rules = inputs.settings.labor.rules.compactMap(lifted)
      for index in free.settings.contracts.indices {
        lift(&free.settings.contracts[index], templates: inputs.settings.shiftTemplates)
      }
      switch self {
      case .availability: free.availability = []
      case .presence: free.training.presence = []
      case .locks: free.locks = []
      case .rotations: free.rotationPlaces = []
      case .heads: free.settings.labor.heads = []
      case .siteSeats:
        for index in free.settings.sites.indices { free.settings.sites[index].seats = nil }
      case .labor(let position):
        guard let entry = entry(in: inputs) else { return nil }
        free.settings.labor.rules[position] = entry.demandingNothing
      case .overtimeBudget:
        for index in free.settings.sites.indices { free.settings.sites[index].overtimeBudget = nil }
      default: break
      }
    }
    return free == inputs ? nil : free
  }

  /// What is left of a labor rule that stands in the place of a contract's number; `nil` where nothing is.
  private func lifted(_ entry: RuleEntry) -> RuleEntry? {
    var free = entry
    switch (self, entry.rule) {
    case (.minimumRest, .minimumRest), (.startChange, .startChange): return nil
    case (.leastHours, .weeklyHours(_, let most)):
      free.rule = .weeklyHours(least: .zero, most: most)
    case (.mostHours, .weeklyHours(let least, _)):
      free.rule = .weeklyHours(least: least, most: .hours(7 * 24))
    case (.fewestDays, .weeklyDays(_, let most)): free.rule = .weeklyDays(least: 0, most: most)
    case (.mostDays, .weeklyDays(let least, _)): free.rule = .weeklyDays(least: least, most: 7)
    default: break
    }
    return free
  }

  private func lift(_ contract: inout ContractSettings, templates: [ShiftTemplate]) {
    let longest = templates.map(\.paidLength).max() ?? .zero
    switch self {
    case .minimumRest: contract.rules.minimumRest = .zero
    case .consecutiveDays:
      contract.rules.maximumConsecutiveDays = max(contract.rules.maximumConsecutiveDays, 1000)
    case .startChange: contract.rules.maximumStartChange = nil
    case .shiftWindow: contract.shiftWindow = nil
    case .leastHours: contract.minimumWeeklyHours = .zero
    case .mostHours:
      contract.maximumWeeklyHours = max(contract.maximumWeeklyHours, longest * 70)
    case .fewestDays: contract.minimumDays = 0
    case .mostDays: contract.maximumDays = 7
    default: break
    }
  }

  private func lift(_ costs: inout CostSettings) {
    switch self {
    case .startWishes: costs.startPreferencePerHour = 0
    case .dayOffWishes: costs.dayOffPreference = 0
    case .startChangePrice: costs.startChangePerHour = 0
    case .weekendFairness: costs.weekendFairness = 0
    case .overtimePremium: (costs.overtimePremium, costs.overtimeSteps) = (0, [])
    default: break
    }
  }
}
