import Workforce

extension WhatIfWork {
  mutating func hire(_ hire: WhatIfHire) -> String {
    let first = hire.skills.first ?? ""
    let holders = inputs.employees.filter { holds($0.id, first, on: nil) }
    let contract =
      hire.contract ?? Self.commonest(holders.map(\.contract)) ?? settings.contracts.first?.name
    let site = hire.site ?? Self.commonest(holders.map(\.site)) ?? settings.sites.first?.name
    guard let contract, let site else { return "Nobody can be hired: there is no contract." }
    let known = Set(inputs.employees.map(\.id))
    var number = 0
    var ids: [String] = []
    while ids.count < hire.count {
      number += 1
      let id = "HIRE\(number)"
      if !known.contains(id) { ids.append(id) }
    }
    for id in ids {
      inputs.employees.append(
        Employee(
          id: id,
          name: id,
          site: site,
          team: hire.team,
          contract: contract,
          hired: hire.start,
          isPlaceholder: true
        )
      )
      inputs.skills += hire.skills.map { SkillGrant(employee: id, skill: $0, level: hire.level) }
    }
    if let start = hire.start, let week = applier.week, week.monday.adding(days: 6) < start {
      notes.append("\(start) is after \(week): nobody of them works in it.")
    }
    let level = hire.level.map { " at level \($0)" } ?? ""
    return "\(Self.people(hire.count)) with \(hire.skills.joined(separator: ", "))\(level) "
      + "\(hire.count == 1 ? "is" : "are") hired at \(site) on \(contract)"
      + (hire.start.map { ", from \($0) on." } ?? ".")
  }

  /// The commonest of some names; the first of several.
  private static func commonest(_ names: [String]) -> String? {
    let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return names.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
  }

  mutating func contract(_ people: WhatIfPeople, _ to: String) -> String {
    let chosen = chosen(people, for: "contract \(to)", "not on \(to)") { $0.contract != to }
    for index in chosen { inputs.employees[index].contract = to }
    return
      "\(Self.people(chosen.count))\(words(people)) \(chosen.count == 1 ? "changes" : "change")"
      + " to \(to)\(chosen.isEmpty ? "" : ": " + identifiers(chosen))."
  }

  mutating func rule(_ rule: WhatIfRule) -> String {
    for index in inputs.settings.contracts.indices
    where rule.contract == nil || settings.contracts[index].name == rule.contract {
      let rules = settings.contracts[index].rules
      inputs.settings.contracts[index].rules = rule.applied(to: rules)
    }
    if rule.isPresenceOff { inputs.training.presence = [] }
    let parts: [String?] = [
      Self.limit(rule.minimumRest, "the rest between shifts is at least", Self.hours),
      Self.limit(rule.maximumConsecutiveDays, "the most days in a row are") { "\($0)" },
      Self.limit(rule.maximumStartChange, "starts change by at most", Self.hours),
      rule.isPresenceOff ? "nobody need be present by rule" : nil,
    ]
    let who = rule.contract.map { "For \($0) " } ?? "For everybody "
    return who + parts.compactMap(\.self).joined(separator: ", ") + "."
  }

  private static func limit<Value>(
    _ limit: WhatIfRule.Limit<Value>?,
    _ words: String,
    _ text: (Value) -> String
  ) -> String? {
    switch limit {
    case .set(let value): "\(words) \(text(value))"
    case .off:
      "\(words) unlimited".replacing("at least unlimited", with: "free")
        .replacing("by at most unlimited", with: "freely")
    case nil: nil
    }
  }

  mutating func terms(_ terms: WhatIfTerms) -> String {
    for index in inputs.settings.contracts.indices
    where settings.contracts[index].name == terms.contract {
      inputs.settings.contracts[index] = terms.applied(to: settings.contracts[index])
    }
    let parts: [String?] = [
      terms.wagePerHour.map { "a wage of \(Self.number($0)) \(settings.currency) an hour" },
      terms.minimumHours.map { "at least \(Self.hours($0)) a week" },
      terms.maximumHours.map { "at most \(Self.hours($0)) a week" },
      terms.overtimeAfter.map { "overtime after \(Self.hours($0))" },
      terms.minimumDays.map { "at least \($0) days a week" },
      terms.maximumDays.map { "at most \($0) days a week" },
      terms.shiftTemplates.map { "the shifts \($0.joined(separator: ", "))" },
      Self.limit(terms.shiftWindow, "shifts within") { "\($0)" },
    ]
    return "Contract \(terms.contract) has " + parts.compactMap(\.self).joined(separator: ", ")
      + "."
  }

  mutating func price(_ price: WhatIfPrice) -> String {
    inputs.settings.costs = price.applied(to: settings.costs)
    if let weekends = price.weekendFairness {
      inputs.settings.labor.fairness?.weekends = weekends
    }
    let currency = settings.currency
    let money = { (value: Double) in "\(Self.number(value)) \(currency)" }
    let parts: [String?] = [
      price.cover.map { "cover is worth what \($0 == .service ? "service" : "the need") asks for" },
      price.overstaffingPerHour.map { "an idle hour costs \(money($0))" },
      price.overtimePremium.map { "overtime costs \(Self.percent($0)) more than the wage" },
      price.startPreferencePerHour.map { "an hour off the preferred start costs \(money($0))" },
      price.dayOffPreference.map { "a wished day off refused costs \(money($0))" },
      price.startChangePerHour.map { "an hour of changing starts costs \(money($0))" },
      price.weekendFairness.map { "unequal weekends cost \(money($0))" },
    ]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  mutating func budget(_ budget: WhatIfBudget) -> String {
    if let overtime = budget.overtime {
      for index in inputs.settings.sites.indices
      where budget.site == nil || settings.sites[index].name == budget.site {
        inputs.settings.sites[index].overtimeBudget = overtime
      }
    }
    if let pay = budget.pay { inputs.settings.costs.maximumPay = pay }
    let site = budget.site ?? "every site"
    let parts: [String?] = [
      budget.overtime.map { "overtime of \(site) is at most \(Self.hours($0)) a week" },
      budget.pay.map {
        "the week's pay is at most \(Self.number($0)) \(settings.currency), "
          + (cover == .service
            ? "targets counting for as much less as that takes"
            : "which is looked at, not planned with, where 'cover' is 'need'")
      },
    ]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
