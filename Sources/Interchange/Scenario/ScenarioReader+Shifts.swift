import Workforce
import Yams

extension ScenarioReader {
  func readTemplates(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    let items = named("shift_templates", "shift template", keys: ScenarioKeys.template, in: map)
    let slot = draft.settings.rosterSlotMinutes
    for item in items.maps {
      let before = findings.errorCount
      let template = template(item.map, name: item.name)
      draft.settings.shiftTemplates.append(template)
      if findings.errorCount == before { check(template, at: item.map, slot: slot) }
      if findings.errorCount == before { draft.soundTemplates.append(template) }
    }
  }

  private func template(_ map: YAMLMap, name: String) -> ShiftTemplate {
    ShiftTemplate(
      name: name,
      length: map.required("length_minutes", .minutes) ?? .hours(8),
      breaks: map.optionalList("breaks").enumerated().compactMap { index, node in
        pause(node, subject: "break \(index + 1) of \(map.subject)")
      },
      minimumStretch: map.optional("minimum_stretch_minutes", .minutes) ?? .hours(1),
      maximumStretch: map.optional("maximum_stretch_minutes", .minutes) ?? .minutes(210)
    )
  }

  private func pause(_ node: Node, subject: String) -> BreakTemplate? {
    guard let map = YAMLMap(node, subject: subject, keys: ScenarioKeys.pause, findings: findings)
    else { return nil }
    let kind = map.required("kind", .breakKind)
    let length = map.required("minutes", .minutes)
    let isPaid = map.required("paid", .flag)
    let earliest = map.optional("earliest_share", .share)
    let latest = map.optional("latest_share", .share)
    if let earliest, let latest, latest < earliest {
      map.report("break window", at: "latest_share", .shareOrder(subject, earliest, latest))
    }
    guard let kind, let length, let isPaid else { return nil }
    return BreakTemplate(
      kind: kind,
      length: length,
      isPaid: isPaid,
      earliestStart: earliest,
      latestStart: latest
    )
  }

  private func check(_ template: ShiftTemplate, at map: YAMLMap, slot: Int) {
    if template.length.wholeMinutes % slot != 0 {
      let minutes = template.length.wholeMinutes
      map.report("slot multiple", at: "length_minutes", .length(map.subject, minutes, slot: slot))
    }
    for (index, pause) in template.breaks.enumerated()
    where pause.length.wholeMinutes % slot != 0 {
      let subject = "break \(index + 1) of \(map.subject)"
      let minutes = pause.length.wholeMinutes
      map.report("slot multiple", at: "breaks", .length(subject, minutes, slot: slot))
    }
    if template.breaks.count > 8 {
      map.report("many breaks", at: "breaks", .manyBreaks(map.subject, template.breaks.count))
    }
    if template.maximumStretch < template.minimumStretch {
      map.report("stretches", at: "maximum_stretch_minutes", .stretchOrder(map.subject, template))
    } else if let problem = BreakFit(template, slot: slot).problem(map.subject) {
      map.report("break fit", at: map.has("breaks") ? "breaks" : "length_minutes", problem)
    }
  }

  func readContracts(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    let standard =
      map.has("rules")
      ? map.map("rules", keys: ScenarioKeys.rules, subject: "the rules").map {
        rules($0, over: TourRuleSettings())
      } : nil
    let items = named("contracts", "contract", keys: ScenarioKeys.contract, in: map)
    for item in items.maps {
      let before = findings.errorCount
      let templates = draft.settings.shiftTemplates.map(\.name)
      let contract = contract(
        item.map,
        name: item.name,
        templates: templates,
        rules: standard ?? TourRuleSettings()
      )
      draft.settings.contracts.append(contract)
      guard findings.errorCount == before else { continue }
      ContractCheck(contract, templates: draft.soundTemplates).report(at: item.map)
      if findings.errorCount == before { draft.soundContracts.append(contract) }
    }
    draft.contracts = items.names
  }

  private func contract(
    _ map: YAMLMap,
    name: String,
    templates: [String],
    rules standard: TourRuleSettings
  ) -> ContractSettings {
    let hours = map.map(
      "weekly_hours",
      keys: ScenarioKeys.weeklyHours,
      subject: "the weekly hours of \(map.subject)"
    )
    let days = map.map(
      "days_per_week",
      keys: ScenarioKeys.days,
      subject: "the days per week of \(map.subject)"
    )
    let maximum = hours?.required("maximum", .hours) ?? .hours(40)
    let own = map.has("rules") ? map.map("rules", keys: ScenarioKeys.rules) : nil
    return ContractSettings(
      name: name,
      wagePerHour: map.required("wage_per_hour", .number(atLeast: 0)) ?? 0,
      minimumWeeklyHours: hours?.required("minimum", .hours) ?? .zero,
      maximumWeeklyHours: maximum,
      overtimeAfter: hours?.optional("overtime_after", .hours) ?? maximum,
      minimumDays: days?.required("minimum", .wholeNumber(0...7)) ?? 0,
      maximumDays: days?.required("maximum", .wholeNumber(0...7)) ?? 7,
      shiftTemplates: templateNames(map, known: templates),
      shiftWindow: map.optional("shift_window", .window),
      rules: own.map { rules($0, over: standard) } ?? standard
    )
  }

  private func templateNames(_ map: YAMLMap, known: [String]) -> [String] {
    (map.list("shift_templates") ?? []).compactMap { node in
      let name = node.string ?? ""
      if !known.contains(name), !known.isEmpty {
        let line = node.mark?.line ?? map.line
        findings.report(
          "unknown shift template",
          line: line,
          .unknown("shift template", name, known)
        )
      }
      return name
    }
  }

  private func rules(_ map: YAMLMap, over standard: TourRuleSettings) -> TourRuleSettings {
    var rules = standard
    if let rest = map.optional("minimum_rest_hours", .hoursOfDay) {
      rules.minimumRest = rest
    }
    if let days = map.optional("maximum_consecutive_days", .wholeNumber(1...365)) {
      rules.maximumConsecutiveDays = days
    }
    if let change = map.optional("maximum_start_change_hours", .hoursOrNone) {
      rules.maximumStartChange = change
    }
    return rules
  }
}
