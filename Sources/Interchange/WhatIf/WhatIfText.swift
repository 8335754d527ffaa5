import Workforce

/// Writes a what-if: one change on a line.
struct WhatIfText {
  private let whatIf: WhatIf

  init(_ whatIf: WhatIf) { self.whatIf = whatIf }

  var text: String {
    let question =
      whatIf.question.isEmpty ? "" : "question: \(YAMLText.quoted(whatIf.question))\n"
    let changes = whatIf.changes.map { "  - \(Self.line($0))\n" }.joined()
    return "name: \(YAMLText.quoted(whatIf.name))\n\(question)"
      + (changes.isEmpty ? "changes: []\n" : "changes:\n" + changes)
  }

  private typealias Pairs = [(key: String, value: String?)]

  static func line(_ change: WhatIfChange) -> String {
    let (kind, pairs) = pairs(of: change)
    return "\(kind): \(YAMLText.flow(pairs))"
  }

  private static func pairs(of change: WhatIfChange) -> (kind: String, pairs: Pairs) {
    switch change {
    case .assume(let assumption): pairs(of: assumption)
    case .target(let target): ("target", pairs(of: target))
    case .shrinkage(let share): ("shrinkage", [("share", YAMLText.share(share.value))])
    case .absence(let people, let dates, let kind):
      ("absence", pairs(of: people) + pairs(of: dates) + [("kind", text(kind))])
    case .hire(let hire): ("hire", pairs(of: hire))
    case .leave(let people, let day):
      ("leave", pairs(of: people) + [("last_day", day.description)])
    case .certify(let people, let skill, let from):
      ("certify", pairs(of: people) + [("skill", text(skill)), ("from", from?.description)])
    case .lapse(let people, let skill, let on):
      ("lapse", pairs(of: people) + [("skill", text(skill)), ("on", on.description)])
    case .contract(let people, let to): ("contract", pairs(of: people) + [("to", text(to))])
    case .openingHours(let queue, let hours, let arrivals):
      (
        "opening",
        [
          ("queue", queue.map(text)), ("opening_hours", ScenarioText.openingHours(hours)),
          ("arrivals_per_hour", arrivals.map(YAMLText.number)),
        ]
      )
    case .rule(let rule): ("rule", pairs(of: rule))
    case .labor(let labor): ("labor_rule", pairs(of: labor))
    case .terms(let terms): ("terms", pairs(of: terms))
    case .price(let price): ("price", pairs(of: price))
    case .budget(let budget):
      (
        "budget",
        [
          ("site", budget.site.map(text)), ("overtime_hours", budget.overtime.map(hours)),
          ("pay", budget.pay.map(YAMLText.number)),
        ]
      )
    case .close(let site, let dates): ("close", [("site", text(site))] + pairs(of: dates))
    }
  }

  private static func pairs(of assumption: ForecastAssumption) -> (kind: String, pairs: Pairs) {
    switch assumption {
    case .volume(let queue, let factor, let dates):
      (
        "volume",
        [("queue", queue.map(text)), ("factor", YAMLText.number(factor))]
          + (dates.map(pairs) ?? [])
      )
    case .growth(let queue, let perYear, let since):
      (
        "volume",
        [
          ("queue", queue.map(text)), ("growth_per_year", YAMLText.number(perYear)),
          ("since", since.description),
        ]
      )
    case .migration(let from, let to, let share, let factor):
      (
        "migrate",
        [
          ("from", text(from)), ("to", text(to)), ("share", number(share)),
          ("handle_time_factor", YAMLText.number(factor)),
        ]
      )
    case .handleTime(let queue, let scaling): ("handle_time", pairs(of: scaling, queue))
    case .patience(let queue, let scaling): ("patience", pairs(of: scaling, queue))
    case .containment(let channel, let share):
      ("containment", [("queue", text(channel)), ("share", number(share))])
    case .quantile(let quantile): ("forecast", [("week", quantile.rawValue)])
    // made from a change of opening hours, never written by itself
    case .openedHours(let queue, let hours, let arrivals):
      (
        "opening",
        [
          ("queue", text(queue)), ("opening_hours", ScenarioText.openingHours(hours)),
          ("arrivals_per_hour", YAMLText.number(arrivals)),
        ]
      )
    }
  }

  private static func pairs(of labor: WhatIfLabor) -> Pairs {
    switch labor {
    case .remove(let position): [("remove", "\(position + 1)")]
    case .add(let entry): LaborText.pairs(entry)
    case .set(let position, let entry):
      [("change", "\(position + 1)")]
        + LaborText.pairs(entry).filter { !["rule", "source"].contains($0.key) }
        + (entry.price == nil ? [("price", "off")] : [])
        + (entry.from == nil ? [("from", "off")] : [])
        + (entry.until == nil ? [("until", "off")] : [])
    }
  }

  private static func pairs(of scaling: ForecastAssumption.Scaling, _ queue: String?) -> Pairs {
    switch scaling {
    case .factor(let factor):
      [("queue", queue.map(text)), ("factor", YAMLText.number(factor))]
    case .mean(let mean):
      [("queue", queue.map(text)), ("seconds", YAMLText.number(mean.inSeconds))]
    }
  }

  private static func pairs(of dates: ClosedRange<LocalDate>) -> Pairs {
    [
      ("from", dates.lowerBound.description), ("until", dates.upperBound.description),
    ]
  }

  private static func pairs(of people: WhatIfPeople) -> Pairs {
    var pairs: Pairs = [
      (
        "employees",
        people.employees.isEmpty ? nil : YAMLText.flow(people.employees.map(text))
      ),
      ("team", people.team.map(text)), ("site", people.site.map(text)),
      ("contract", people.contract.map(text)), ("holding", people.holding.map(text)),
    ]
    switch people.amount {
    case .all: break
    case .count(let count): pairs.append(("count", String(count)))
    case .share(let share): pairs.append(("share", number(share)))
    }
    return pairs
  }

  private static func text(_ value: String) -> String { YAMLText.quoted(value) }
  private static func number(_ share: Fraction) -> String { YAMLText.number(share.value) }
  private static func hours(_ duration: Duration) -> String {
    YAMLText.number(duration.inSeconds / 3600)
  }
}

extension WhatIfText {
  private static func pairs(of hire: WhatIfHire) -> Pairs {
    [
      ("count", String(hire.count)), ("skills", YAMLText.flow(hire.skills.map(text))),
      ("level", hire.level.map(text)), ("contract", hire.contract.map(text)),
      ("site", hire.site.map(text)), ("team", hire.team.isEmpty ? nil : text(hire.team)),
      ("start", hire.start?.description),
    ]
  }

  private static func pairs(of target: WhatIfTarget) -> Pairs {
    [
      ("queue", target.queue.map(text)), ("service_level", target.serviceLevel.map(number)),
      ("within_seconds", target.threshold.map { YAMLText.number($0.inSeconds) }),
      (
        "speed_of_answer_seconds",
        target.averageSpeedOfAnswer.map { YAMLText.number($0.inSeconds) }
      ),
      ("maximum_abandonment", target.maximumAbandonment.map(number)),
      ("maximum_occupancy", target.maximumOccupancy.map(number)),
      ("interval_floor", target.intervalFloor.map(number)),
      ("minimum_agents", target.minimumAgents.map(String.init)),
      ("target_period", target.period?.rawValue),
    ]
  }

  private static func limit<Value>(
    _ limit: WhatIfRule.Limit<Value>?,
    _ text: (Value) -> String
  ) -> String? {
    switch limit {
    case .set(let value): text(value)
    case .off: "off"
    case nil: nil
    }
  }

  private static func pairs(of rule: WhatIfRule) -> Pairs {
    [
      ("contract", rule.contract.map(text)),
      ("minimum_rest_hours", limit(rule.minimumRest, hours)),
      ("maximum_consecutive_days", limit(rule.maximumConsecutiveDays) { String($0) }),
      ("maximum_start_change_hours", limit(rule.maximumStartChange, hours)),
      ("presence", rule.isPresenceOff ? "off" : nil),
    ]
  }

  private static func pairs(of terms: WhatIfTerms) -> Pairs {
    let week: Pairs = [
      ("minimum", terms.minimumHours.map(hours)), ("maximum", terms.maximumHours.map(hours)),
      ("overtime_after", terms.overtimeAfter.map(hours)),
    ]
    let days: Pairs = [
      ("minimum", terms.minimumDays.map(String.init)),
      ("maximum", terms.maximumDays.map(String.init)),
    ]
    return [
      ("contract", text(terms.contract)),
      ("wage_per_hour", terms.wagePerHour.map(YAMLText.number)),
      ("weekly_hours", week.contains { $0.value != nil } ? YAMLText.flow(week) : nil),
      ("days_per_week", days.contains { $0.value != nil } ? YAMLText.flow(days) : nil),
      ("shift_templates", terms.shiftTemplates.map { YAMLText.flow($0.map(text)) }),
      ("shift_window", limit(terms.shiftWindow) { YAMLText.quoted("\($0)") }),
    ]
  }

  private static func pairs(of price: WhatIfPrice) -> Pairs {
    [
      ("cover", price.cover?.rawValue),
      ("overstaffing_per_hour", price.overstaffingPerHour.map(YAMLText.number)),
      ("overtime_premium", price.overtimePremium.map(YAMLText.number)),
      ("start_preference_per_hour", price.startPreferencePerHour.map(YAMLText.number)),
      ("day_off_preference", price.dayOffPreference.map(YAMLText.number)),
      ("start_change_per_hour", price.startChangePerHour.map(YAMLText.number)),
      ("weekend_fairness", price.weekendFairness.map(YAMLText.number)),
    ]
  }
}
