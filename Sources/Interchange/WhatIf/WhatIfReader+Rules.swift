import Workforce

extension WhatIfReader {
  func rule(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("rule", item, keys: WhatIfKeys.rule) else { return nil }
    var rule = WhatIfRule(
      contract: name("contract", in: map, "contract", settings.contracts.map(\.name))
    )
    rule.minimumRest = map.optional("minimum_rest_hours", .orOff(.hoursOfDay))
    rule.maximumConsecutiveDays = map.optional(
      "maximum_consecutive_days",
      .orOff(.wholeNumber(1...365))
    )
    rule.maximumStartChange = map.optional("maximum_start_change_hours", .orOff(.hours))
    if let presence = map.optional("presence", TextValue.word(["off"]) { $0 == "off" ? true : nil })
    {
      rule.isPresenceOff = presence
    }
    guard rule != WhatIfRule(contract: rule.contract) else {
      map.report("empty change", at: "rule", .emptyChange(map.subject, WhatIfKeys.rule))
      return nil
    }
    return .rule(rule)
  }

  func terms(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("terms", item, keys: WhatIfKeys.terms) else { return nil }
    let contracts = settings.contracts.map(\.name)
    guard let name = required("contract", in: map, "contract", contracts) else { return nil }
    var terms = WhatIfTerms(contract: name)
    terms.wagePerHour = map.optional("wage_per_hour", .number(atLeast: 0))
    if map.has("weekly_hours"), let hours = map.map("weekly_hours", keys: ScenarioKeys.weeklyHours)
    {
      terms.minimumHours = hours.optional("minimum", .hours)
      terms.maximumHours = hours.optional("maximum", .hours)
      terms.overtimeAfter = hours.optional("overtime_after", .hours)
    }
    if map.has("days_per_week"), let days = map.map("days_per_week", keys: ScenarioKeys.days) {
      terms.minimumDays = days.optional("minimum", .wholeNumber(0...7))
      terms.maximumDays = days.optional("maximum", .wholeNumber(0...7))
    }
    if map.has("shift_templates") {
      let templates = settings.shiftTemplates.map(\.name)
      terms.shiftTemplates = names("shift_templates", in: map, "shift template", templates)
    }
    terms.shiftWindow = map.optional("shift_window", .orOff(.window))
    guard terms != WhatIfTerms(contract: name) else {
      map.report("empty change", at: "terms", .emptyChange(map.subject, WhatIfKeys.terms))
      return nil
    }
    if let own = settings.contract(named: name) {
      ContractCheck(terms.applied(to: own), templates: settings.shiftTemplates).report(at: map)
    }
    return .terms(terms)
  }

  func price(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("price", item, keys: WhatIfKeys.price) else { return nil }
    let number = TextValue<Double>.number(atLeast: 0)
    var price = WhatIfPrice()
    price.cover = map.optional("cover", .cover)
    price.overstaffingPerHour = map.optional("overstaffing_per_hour", number)
    price.overtimePremium = map.optional("overtime_premium", number)
    price.startPreferencePerHour = map.optional("start_preference_per_hour", number)
    price.dayOffPreference = map.optional("day_off_preference", number)
    price.startChangePerHour = map.optional("start_change_per_hour", number)
    price.weekendFairness = map.optional("weekend_fairness", number)
    guard price != WhatIfPrice() else {
      map.report("empty change", at: "price", .emptyChange(map.subject, WhatIfKeys.price))
      return nil
    }
    return .price(price)
  }

  func budget(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("budget", item, keys: ["site", "overtime_hours", "pay"]) else {
      return nil
    }
    let budget = WhatIfBudget(
      site: name("site", in: map, "site", settings.sites.map(\.name)),
      overtime: map.optional("overtime_hours", .hours),
      pay: map.optional("pay", .number(atLeast: 0))
    )
    if budget.site != nil, map.has("pay") {
      map.report("budget", at: "pay", .payOfAllSites(map.subject))
    }
    guard budget.overtime != nil || budget.pay != nil else {
      map.report("neither", at: "budget", .neither("overtime_hours", "pay", map.subject))
      return nil
    }
    return .budget(budget)
  }
}

extension TextValue {
  /// A value, or `off`.
  static func orOff<Limited>(_ value: TextValue<Limited>) -> TextValue<WhatIfRule.Limit<Limited>>
  where Value == WhatIfRule.Limit<Limited>, Limited: Hashable & Sendable {
    TextValue<WhatIfRule.Limit<Limited>>(
      accepted: "\(value.accepted), or off",
      read: { $0 == "off" ? .off : value.read($0).map { .set($0) } },
      hint: { value.hint($0) }
    )
  }
}
