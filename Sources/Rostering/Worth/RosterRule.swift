public import Workforce

/// A rule or price of a week that can be taken away to see what it costs.
public enum RosterRule: String, CaseIterable, Hashable, Sendable {
  /// Least time between two shifts.
  case minimumRest = "minimum rest"
  /// Most working days in a row.
  case consecutiveDays = "consecutive days"
  /// Largest change of the start from date to date.
  case startChange = "start change"
  /// The contracts' windows for shifts.
  case shiftWindow = "shift window"
  /// Least paid hours of a week.
  case leastHours = "least weekly hours"
  /// Most paid hours of a week.
  case mostHours = "most weekly hours"
  /// Fewest working days of a week.
  case fewestDays = "fewest working days"
  /// Most working days of a week.
  case mostDays = "most working days"
  /// The hours in which people can work.
  case availability = "availability"
  /// The sites' budgets of overtime.
  case overtimeBudget = "overtime budget"
  /// Holders of a skill who must be present.
  case presence
  /// The price of starts outside the wished bands.
  case startWishes = "wishes for starts"
  /// The price of work on dates that were asked off.
  case dayOffWishes = "wishes for days off"
  /// The price of changes of the start.
  case startChangePrice = "price of start changes"
  /// The price of weekend work.
  case weekendFairness = "weekend fairness"
  /// Extra pay for overtime.
  case overtimePremium = "overtime premium"

  /// Whether it is a price, which is paid, and not a limit, which is kept.
  public var isPrice: Bool {
    switch self {
    case .startWishes, .dayOffWishes, .startChangePrice, .weekendFairness, .overtimePremium: true
    default: false
    }
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
