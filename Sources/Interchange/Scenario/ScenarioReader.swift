import Workforce
import Yams

/// Reads `scenario.yaml` and reports everything that is wrong in it.
struct ScenarioReader {
  let findings: FileFindings
  /// Gives the files of rules that lie beside the scenario.
  var ruleSets = RuleSetShelf.none

  /// What the file holds; `nil` when it is no YAML mapping.
  func read(_ bytes: [UInt8]) -> ScenarioDraft? {
    guard let root = YAMLFile.compose(bytes, findings: findings),
      let map = YAMLMap(root, subject: "", keys: ScenarioKeys.top, findings: findings)
    else { return nil }
    let zone = map.required("time_zone", .zone)
    var draft = ScenarioDraft(settings: basics(map, zone: zone ?? .utc), zone: zone)
    let steps = steps(map)
    (draft.settings.intervalMinutes, draft.settings.rosterSlotMinutes) = steps.lengths
    draft.settings.shiftStartMinutes = steps.start
    readQueues(map, into: &draft)
    readSites(map, into: &draft)
    readTemplates(map, into: &draft)
    readContracts(map, into: &draft)
    readLabor(map, into: &draft)
    draft.settings.costs = costs(map)
    readLaborCosts(map, into: &draft)
    return draft
  }

  private func basics(_ map: YAMLMap, zone: Zone) -> ScenarioSettings {
    let forecast =
      map.has("forecast") ? map.map("forecast", keys: ScenarioKeys.forecast) : nil
    return ScenarioSettings(
      name: map.required("name", .text) ?? "",
      isSynthetic: map.optional("synthetic", .flag) ?? false,
      zone: zone,
      intervalMinutes: 30,
      seed: map.optional("seed", .seed) ?? 1,
      currency: map.optional("currency", .text) ?? "EUR",
      forecastMethod: forecast?.optional("method", .method) ?? .automatic,
      hygiene: forecast.map(hygiene) ?? HygieneSettings(),
      shrinkage: map.optional("shrinkage", .shareBelowOne) ?? .zero,
      queues: [],
      sites: [],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings(),
      targetPeriod: map.optional("target_period", .targetPeriod) ?? .week,
      proficiency: proficiency(map)
    )
  }

  private func hygiene(_ forecast: YAMLMap) -> HygieneSettings {
    guard forecast.has("hygiene"), let map = forecast.map("hygiene", keys: ScenarioKeys.hygiene)
    else { return HygieneSettings() }
    let untreated = HygieneFault.allCases.filter { fault in
      fault.isSwitchable && map.optional(fault.rawValue, .flag) == false
    }
    return HygieneSettings(untreated: Set(untreated))
  }

  /// Interval, roster slot and start grid, and how they fit together.
  private func steps(_ map: YAMLMap) -> (lengths: (interval: Int, slot: Int), start: Int) {
    let interval = map.required("interval_minutes", .wholeNumber(oneOf: [5, 10, 15, 30, 60]))
    let givenSlot = map.optional("roster_slot_minutes", .wholeNumber(oneOf: [5, 10, 15, 30]))
    let standard = max(5, min(15, interval ?? 15))
    let slot = givenSlot ?? standard
    if let interval, interval % slot != 0, slot % interval != 0 {
      map.report("slot", at: "roster_slot_minutes", .slotMismatch(slot: slot, interval: interval))
    }
    let range = TextValue<Int>.wholeNumber(1...1440)
    let start = map.optional("shift_start_minutes", range) ?? 30
    if start % slot != 0 {
      map.report("start grid", at: "shift_start_minutes", .startGrid(start: start, slot: slot))
    }
    return ((interval ?? 30, slot), start)
  }

  private func readSites(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    let items = named("sites", "site", keys: ScenarioKeys.site, in: map)
    draft.settings.sites = items.maps.map { item in
      Site(
        name: item.name,
        overtimeBudget: item.map.optional("overtime_budget_hours", .hours),
        zone: item.map.optional("time_zone", .zone),
        seats: item.map.optional("seats", .wholeNumber(1...100_000))
      )
    }
    draft.sites = items.names
  }

  private func costs(_ map: YAMLMap) -> CostSettings {
    var costs = CostSettings(cover: .service)
    guard map.has("costs"), let map = map.map("costs", keys: ScenarioKeys.costs) else {
      return costs
    }
    if map.has("understaffing") { costs.understaffing = tiers(map) }
    let standard: CoverBasis = map.has("understaffing") ? .need : .service
    costs.cover = map.optional("cover", .cover) ?? standard
    let price = TextValue<Double>.number(atLeast: 0)
    let read = { (key: String, value: inout Double) in value = map.optional(key, price) ?? value }
    read("overstaffing_per_hour", &costs.overstaffingPerHour)
    read("overtime_premium", &costs.overtimePremium)
    read("start_preference_per_hour", &costs.startPreferencePerHour)
    read("day_off_preference", &costs.dayOffPreference)
    read("start_change_per_hour", &costs.startChangePerHour)
    read("weekend_fairness", &costs.weekendFairness)
    costs.maximumPay = map.optional("maximum_pay", .number(above: 0))
    return costs
  }

  private func tiers(_ map: YAMLMap) -> [UnderstaffingTier] {
    var tiers: [UnderstaffingTier] = []
    for (index, node) in (map.list("understaffing") ?? []).enumerated() {
      let subject = "understaffing tier \(index + 1)"
      guard
        let item = YAMLMap(node, subject: subject, keys: ScenarioKeys.tier, findings: findings),
        let share = item.required("share", .shareAboveZero),
        let cost = item.required("cost_per_hour", .number(atLeast: 0))
      else { continue }
      if let last = tiers.last, cost < last.costPerHour {
        item.report("tier", at: "cost_per_hour", .fallingTier(index + 1, cost, last.costPerHour))
      }
      tiers.append(UnderstaffingTier(share: share, costPerHour: cost))
    }
    return tiers
  }

  /// The items of a list of named mappings; `names` is `nil` when one has none.
  func named(
    _ key: String,
    _ what: String,
    keys: [String],
    in map: YAMLMap,
    offered: (Node) -> [String]? = { _ in nil }
  ) -> (maps: [(name: String, map: YAMLMap)], names: [String]?) {
    guard let nodes = map.list(key) else { return ([], nil) }
    var items: [(name: String, map: YAMLMap)] = []
    var lines = FirstLines<String>()
    for (index, node) in nodes.enumerated() {
      let name = node.mapping?["name"]?.string ?? ""
      let subject = name.isEmpty ? "\(what) \(index + 1)" : "\(what) '\(name)'"
      let item = YAMLMap(
        node,
        subject: subject,
        keys: keys,
        offered: offered(node),
        findings: findings
      )
      guard let item, item.required("name", .text) != nil else { continue }
      if let first = lines.earlier(name, line: item.line(of: "name")) {
        item.report("duplicate name", at: "name", .duplicateName(what, name, line: first))
        continue
      }
      items.append((name, item))
    }
    return (items, items.isEmpty || items.count < nodes.count ? nil : items.map(\.name))
  }
}
