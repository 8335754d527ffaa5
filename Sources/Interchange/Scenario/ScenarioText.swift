import Workforce

/// Writes `scenario.yaml`: keys in the documented order, one item per line where a reader looks for
/// it, and comments that say what the blocks are.
struct ScenarioText {
  private let settings: ScenarioSettings

  init(_ settings: ScenarioSettings) { self.settings = settings }

  /// The file's text.
  var text: String {
    let blocks =
      [
        head, queues, sites, templates, rules(standardRules, key: "rules", indent: ""), contracts,
      ] + LaborText(settings.labor).blocks + [costs]
    return blocks.joined(separator: "\n")
  }

  private var head: String {
    let synthetic =
      settings.isSynthetic ? "synthetic: true  # made by a generator, no real data\n" : ""
    return """
      # A scenario of Shiftwright. Every key is explained in docs/reference/scenario-format.md.
      name: \(YAMLText.text(settings.name))
      \(synthetic)time_zone: \(settings.zone.identifier)  # of every local time in this folder
      interval_minutes: \(settings.intervalMinutes)
      roster_slot_minutes: \(settings.rosterSlotMinutes)  # grid of breaks and shift ends
      shift_start_minutes: \(settings.shiftStartMinutes)  # grid of shift starts
      seed: \(settings.seed)
      currency: \(YAMLText.text(settings.currency))
      forecast: \(forecast)
      shrinkage: \(YAMLText.share(settings.shrinkage.value))  # rostered time lost, 0 to 0.95
      \(targetPeriod)\(proficiency)
      """
  }

  private var targetPeriod: String {
    settings.targetPeriod == .week ? "" : "target_period: \(settings.targetPeriod.rawValue)\n"
  }

  private var proficiency: String {
    let (levels, tenure) = (settings.proficiency.levels, settings.proficiency.tenure)
    if levels.isEmpty, tenure.isEmpty { return "" }
    let names = levels.map {
      YAMLText.flow([
        ("name", YAMLText.text($0.name)), ("factor", YAMLText.number($0.factor)),
      ])
    }
    let months = tenure.map {
      YAMLText.flow([
        ("below_months", String($0.belowMonths)), ("factor", YAMLText.number($0.factor)),
      ])
    }
    return "proficiency:  # handle time ÷ the queue's mean, by level of the skill and months here\n"
      + (levels.isEmpty ? "" : "  levels: \(YAMLText.flow(names))\n")
      + (tenure.isEmpty ? "" : "  tenure: \(YAMLText.flow(months))\n")
  }

  private var forecast: String {
    let untreated = HygieneFault.allCases.filter { !settings.hygiene.treats($0) }
    return YAMLText.flow([
      ("method", settings.forecastMethod.rawValue),
      (
        "hygiene",
        untreated.isEmpty ? nil : YAMLText.flow(untreated.map { ($0.rawValue, "no") })
      ),
    ])
  }

  private var queues: String {
    "queues:\n" + settings.queues.map(queue).joined() + settings.selfService.map(machine).joined()
  }

  private func queue(_ queue: QueueSettings) -> String {
    let isDeferred = queue.channel == .deferred
    return item([
      ("name", YAMLText.text(queue.name)),
      ("channel", queue.channel.rawValue),
      ("skill", YAMLText.text(queue.skill)),
      ("opening_hours", Self.openingHours(queue.openingHours)),
      ("target", isDeferred ? Self.deferredTarget(queue.target) : Self.target(queue.target)),
      ("due", isDeferred ? Self.due(queue.target.threshold) : nil),
      ("hours", queue.dueHours?.rawValue),
      ("follows", queue.follows.map(Self.follows)),
      ("patience_seconds", queue.patience.map { YAMLText.number($0.inSeconds) }),
      ("aht_seconds", YAMLText.number(queue.averageHandleTime.inSeconds)),
      ("handle_time_variation", YAMLText.number(queue.handleTimeVariation)),
      ("concurrency", isDeferred ? nil : String(queue.concurrency)),
      ("slowdown", queue.slowdown > 0 ? YAMLText.number(queue.slowdown) : nil),
      ("weight", YAMLText.number(queue.weight)),
      ("priority", queue.priority == 0 ? nil : String(queue.priority)),
      ("segments", queue.segments.isEmpty ? nil : Self.segments(queue.segments)),
      ("records", queue.records == .offered ? nil : queue.records.rawValue),
      ("abandonment", queue.abandonment.map { YAMLText.share($0.value) }),
      ("like", queue.similar.map { YAMLText.text($0.queue) }),
      ("like_factor", queue.similar?.factor.map(YAMLText.number)),
      ("daily_arrivals", queue.similar?.dailyArrivals.map(YAMLText.number)),
    ])
  }

  private func machine(_ channel: SelfServiceSettings) -> String {
    let spills = channel.spills.map { spill in
      YAMLText.flow([
        ("queue", YAMLText.text(spill.queue)),
        ("share", YAMLText.share(spill.share.value)),
        ("delay_seconds", spill.delay > .zero ? YAMLText.number(spill.delay.inSeconds) : nil),
        (
          "aht_factor", spill.handleTimeFactor == 1 ? nil : YAMLText.number(spill.handleTimeFactor)
        ),
      ])
    }
    return item([
      ("name", YAMLText.text(channel.name)),
      ("channel", "self_service"),
      ("opening_hours", Self.openingHours(channel.openingHours)),
      ("containment", YAMLText.share(channel.containment.value)),
      ("spills", spills.isEmpty ? nil : YAMLText.flow(spills)),
      ("spill_recorded", channel.isSpillRecorded ? "yes" : nil),
      ("use_target", channel.useTarget.map { YAMLText.share($0.value) }),
      ("daily_arrivals", channel.dailyArrivals.map(YAMLText.number)),
    ])
  }

  private static func deferredTarget(_ target: ServiceTarget) -> String {
    YAMLText.flow([("share_in_time", YAMLText.share(target.serviceLevel.value))])
  }

  /// In the largest unit that gives a whole number.
  private static func due(_ duration: Duration) -> String {
    let seconds = duration.inSeconds
    for (unit, length) in [("h", 3600.0), ("min", 60)]
    where seconds.remainder(dividingBy: length) == 0 {
      return YAMLText.number(seconds / length) + unit
    }
    return YAMLText.number(seconds) + "s"
  }

  private static func follows(_ followed: FollowedQueue) -> String {
    YAMLText.flow([
      ("queue", YAMLText.text(followed.queue)),
      ("share", followed.share == .one ? nil : YAMLText.share(followed.share.value)),
    ])
  }

  private static func segments(_ segments: [CustomerSegment]) -> String {
    YAMLText.flow(
      segments.map {
        YAMLText.flow([
          ("name", YAMLText.text($0.name)), ("share", YAMLText.share($0.share.value)),
          ("priority", String($0.priority)),
        ])
      }
    )
  }

  /// A service level of 0 is left out where other demands are given.
  private static func target(_ target: ServiceTarget) -> String {
    let limits: [AnyHashable?] = [
      target.averageSpeedOfAnswer, target.maximumAbandonment, target.maximumOccupancy,
      target.intervalFloor,
    ]
    let isLeftOut = target.serviceLevel == .zero && limits.contains { $0 != nil }
    return YAMLText.flow([
      ("service_level", isLeftOut ? nil : YAMLText.share(target.serviceLevel.value)),
      ("within_seconds", YAMLText.number(target.threshold.inSeconds)),
      ("definition", target.definition == .offered ? nil : target.definition.rawValue),
      (
        "speed_of_answer_seconds",
        target.averageSpeedOfAnswer.map { YAMLText.number($0.inSeconds) }
      ),
      ("maximum_abandonment", target.maximumAbandonment.map { YAMLText.share($0.value) }),
      ("maximum_occupancy", target.maximumOccupancy.map { YAMLText.share($0.value) }),
      ("interval_floor", target.intervalFloor.map { YAMLText.share($0.value) }),
      ("minimum_agents", target.minimumAgents > 0 ? String(target.minimumAgents) : nil),
    ])
  }

  /// Days with the same windows that follow each other become a range.
  static func openingHours(_ hours: OpeningHours) -> String {
    var pairs: [(key: String, value: String?)] = []
    var first = 0
    while first < 7 {
      var last = first
      while last < 6, hours.windows[last + 1] == hours.windows[first] { last += 1 }
      let days = [Weekday.allCases[first], Weekday.allCases[last]].map(\.abbreviation)
      let windows = hours.windows[first].map { YAMLText.quoted($0.description) }
      let value =
        switch windows.count {
        case 0: "closed"
        case 1: windows[0]
        default: YAMLText.flow(windows)
        }
      pairs.append((first == last ? days[0] : days.joined(separator: "-"), value))
      first = last + 1
    }
    return YAMLText.flow(pairs)
  }

  private var sites: String {
    let lines = settings.sites.map { site in
      "  - "
        + YAMLText.flow([
          ("name", YAMLText.text(site.name)),
          ("overtime_budget_hours", site.overtimeBudget.map { YAMLText.number($0.inHours) }),
          ("time_zone", site.zone?.identifier),
          ("seats", site.seats.map(String.init)),
        ]) + "\n"
    }
    return "sites:\n" + lines.joined()
  }

  private var templates: String {
    "shift_templates:\n" + settings.shiftTemplates.map(template).joined()
  }

  private func template(_ template: ShiftTemplate) -> String {
    let head = item([
      ("name", YAMLText.text(template.name)),
      ("length_minutes", String(template.length.wholeMinutes)),
      ("minimum_stretch_minutes", String(template.minimumStretch.wholeMinutes)),
      ("maximum_stretch_minutes", String(template.maximumStretch.wholeMinutes)),
    ])
    if template.breaks.isEmpty { return head + "    breaks: []\n" }
    let breaks = template.breaks.map { pause in
      "      - "
        + YAMLText.flow([
          ("kind", pause.kind.rawValue),
          ("minutes", String(pause.length.wholeMinutes)),
          ("paid", String(pause.isPaid)),
          ("earliest_share", pause.earliestStart.map { YAMLText.share($0.value) }),
          ("latest_share", pause.latestStart.map { YAMLText.share($0.value) }),
        ]) + "\n"
    }
    return head + "    breaks:\n" + breaks.joined()
  }

  /// The rules at the top of the file: those of the first contract.
  private var standardRules: TourRuleSettings {
    settings.contracts.first?.rules ?? TourRuleSettings()
  }

  private func rules(
    _ rules: TourRuleSettings,
    over standard: TourRuleSettings? = nil,
    key: String,
    indent: String
  ) -> String {
    let change = rules.maximumStartChange.map { YAMLText.number($0.inHours) } ?? "none"
    let differs = { (part: (TourRuleSettings) -> AnyHashable) in
      standard.map { part($0) != part(rules) } ?? true
    }
    let pairs: [(key: String, value: String?)] = [
      (
        "minimum_rest_hours",
        differs { $0.minimumRest } ? YAMLText.number(rules.minimumRest.inHours) : nil
      ),
      (
        "maximum_consecutive_days",
        differs { $0.maximumConsecutiveDays } ? String(rules.maximumConsecutiveDays) : nil
      ),
      ("maximum_start_change_hours", differs { $0.maximumStartChange } ? change : nil),
    ]
    return "\(indent)\(key): \(YAMLText.flow(pairs))\n"
  }

  private var contracts: String {
    "contracts:\n" + settings.contracts.map(contract).joined()
  }

  private func contract(_ contract: ContractSettings) -> String {
    let head = item([
      ("name", YAMLText.text(contract.name)),
      ("wage_per_hour", YAMLText.number(contract.wagePerHour)),
      (
        "weekly_hours",
        YAMLText.flow([
          ("minimum", YAMLText.number(contract.minimumWeeklyHours.inHours)),
          ("maximum", YAMLText.number(contract.maximumWeeklyHours.inHours)),
          ("overtime_after", YAMLText.number(contract.overtimeAfter.inHours)),
        ])
      ),
      (
        "days_per_week",
        YAMLText.flow([
          ("minimum", String(contract.minimumDays)), ("maximum", String(contract.maximumDays)),
        ])
      ),
      ("shift_templates", YAMLText.flow(contract.shiftTemplates.map(YAMLText.text))),
      ("shift_window", contract.shiftWindow.map { YAMLText.quoted($0.description) }),
    ])
    if contract.rules == standardRules { return head }
    return head + rules(contract.rules, over: standardRules, key: "rules", indent: "    ")
  }

  private var costs: String {
    let costs = settings.costs
    let tiers = costs.understaffing.map { tier in
      "    - "
        + YAMLText.flow([
          ("share", YAMLText.share(tier.share.value)),
          ("cost_per_hour", YAMLText.number(tier.costPerHour)),
        ]) + "\n"
    }
    let isPriced = costs.cover == .need || costs.understaffing != CostSettings.standardTiers
    let understaffing =
      isPriced
      ? "  understaffing:  # the first missing share of the need is the cheapest\n\(tiers.joined())"
      : ""
    return """
      costs:  # in the currency above
        cover: \(costs.cover.rawValue)  # \(costs.cover.remark)
      \(understaffing)  overstaffing_per_hour: \(YAMLText.number(costs.overstaffingPerHour))
        overtime_premium: \(YAMLText.number(costs.overtimePremium))  # share of the wage
        start_preference_per_hour: \(YAMLText.number(costs.startPreferencePerHour))
        day_off_preference: \(YAMLText.number(costs.dayOffPreference))
        start_change_per_hour: \(YAMLText.number(costs.startChangePerHour))
        weekend_fairness: \(YAMLText.number(costs.weekendFairness))
      \(costs.maximumPay.map { "  maximum_pay: \(YAMLText.number($0))  # of a week\n" } ?? "")
      """ + LaborText.costs(costs, settings.labor.fairness)
  }

  /// An item of a list, one key per line; pairs without a value are left out.
  private func item(_ pairs: [(key: String, value: String?)]) -> String {
    let lines = pairs.compactMap { pair in pair.value.map { "\(pair.key): \($0)\n" } }
    return lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }.joined()
  }
}

extension CoverBasis {
  /// What it means, for the file.
  fileprivate var remark: String {
    switch self {
    case .service: "contacts that miss their target, at prices found by simulation"
    case .need: "people missing from the need, at the prices below"
    }
  }
}
