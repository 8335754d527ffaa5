extension WhatIfTerms {
  /// A contract with these terms.
  public func applied(to contract: ContractSettings) -> ContractSettings {
    var contract = contract
    contract.wagePerHour = wagePerHour ?? contract.wagePerHour
    contract.minimumWeeklyHours = minimumHours ?? contract.minimumWeeklyHours
    contract.maximumWeeklyHours = maximumHours ?? contract.maximumWeeklyHours
    contract.overtimeAfter = overtimeAfter ?? contract.overtimeAfter
    contract.minimumDays = minimumDays ?? contract.minimumDays
    contract.maximumDays = maximumDays ?? contract.maximumDays
    contract.shiftTemplates = shiftTemplates ?? contract.shiftTemplates
    switch shiftWindow {
    case .set(let window): contract.shiftWindow = window
    case .off: contract.shiftWindow = nil
    case nil: break
    }
    return contract
  }
}

extension WhatIfRule {
  /// Limits with those of this change in their place; without one, nothing that people can do in a
  /// week is forbidden by it.
  public func applied(to rules: TourRuleSettings) -> TourRuleSettings {
    var rules = rules
    switch minimumRest {
    case .set(let rest): rules.minimumRest = rest
    case .off: rules.minimumRest = .zero
    case nil: break
    }
    switch maximumConsecutiveDays {
    case .set(let days): rules.maximumConsecutiveDays = days
    case .off: rules.maximumConsecutiveDays = 365
    case nil: break
    }
    switch maximumStartChange {
    case .set(let change): rules.maximumStartChange = change
    case .off: rules.maximumStartChange = nil
    case nil: break
    }
    return rules
  }
}

extension WhatIfTarget {
  /// A target with these parts.
  public func applied(to target: ServiceTarget) -> ServiceTarget {
    var target = target
    target.serviceLevel = serviceLevel ?? target.serviceLevel
    target.threshold = threshold ?? target.threshold
    target.averageSpeedOfAnswer = averageSpeedOfAnswer ?? target.averageSpeedOfAnswer
    target.maximumAbandonment = maximumAbandonment ?? target.maximumAbandonment
    target.maximumOccupancy = maximumOccupancy ?? target.maximumOccupancy
    target.intervalFloor = intervalFloor ?? target.intervalFloor
    target.minimumAgents = minimumAgents ?? target.minimumAgents
    return target
  }
}

extension WhatIfPrice {
  /// Prices with these in their place.
  public func applied(to costs: CostSettings) -> CostSettings {
    var costs = costs
    costs.cover = cover ?? costs.cover
    costs.overstaffingPerHour = overstaffingPerHour ?? costs.overstaffingPerHour
    costs.overtimePremium = overtimePremium ?? costs.overtimePremium
    costs.startPreferencePerHour = startPreferencePerHour ?? costs.startPreferencePerHour
    costs.dayOffPreference = dayOffPreference ?? costs.dayOffPreference
    costs.startChangePerHour = startChangePerHour ?? costs.startChangePerHour
    costs.weekendFairness = weekendFairness ?? costs.weekendFairness
    return costs
  }
}
