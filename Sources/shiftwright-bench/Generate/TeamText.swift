import Workforce

/// A team instance as JSON text, one agent per line, with the fields that `check.py` reads.
struct TeamText {
  private let instance: TeamInstance

  init(_ instance: TeamInstance) { self.instance = instance }

  /// The whole file.
  var json: String {
    let fields: [(String, String)] = [
      ("name", "\"\(instance.name)\""),
      ("days", "\(TeamChecker.dayCount)"),
      ("slots_per_day", "\(TeamChecker.daySlots)"),
      ("open", list(instance.open)),
      ("start_step", "\(instance.startStep)"),
      ("n_sites", "\(instance.otBudget.count)"),
      ("ot_budget", list(instance.otBudget)),
      ("rules", rules),
      ("costs", costs),
      ("shift_types", lines(instance.shiftTypes.enumerated().map(shiftType))),
      ("queues", lines(instance.queues.enumerated().map(queue))),
      ("groups", lines(instance.groups.enumerated().map(group))),
      ("sessions", lines(instance.sessions.map(session))),
    ]
    let heads = instance.heads.map { [("heads", lines($0.map(head)))] } ?? []
    let agents = [("agents", lines(instance.agents.map(agent)))]
    return object(fields + heads + agents, separator: ",\n") + "\n"
  }

  private func object(_ fields: [(String, String)], separator: String = ", ") -> String {
    "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: separator) + "}"
  }

  private func list(_ numbers: [Int]) -> String {
    "[" + numbers.map { "\($0)" }.joined(separator: ", ") + "]"
  }

  private func lines(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n" + items.joined(separator: ",\n") + "\n]"
  }

  private var rules: String {
    let rules = instance.rules
    return object([
      ("min_stretch", "\(rules.minStretch)"), ("max_stretch", "\(rules.maxStretch)"),
      ("min_rest", "\(rules.minRest)"), ("max_start_change", "\(rules.maxStartChange)"),
      ("max_consec", "\(rules.maxConsec)"),
    ])
  }

  private var costs: String {
    let costs = instance.costs
    let tiers = costs.underTiers.map { "[\($0.map { "\($0)" }.joined(separator: ", "))]" }
    return object([
      ("under_tiers", "[\(tiers.joined(separator: ", "))]"), ("over", "\(costs.over)"),
      ("ot_premium", "\(costs.otPremium)"), ("start_dev_per_slot", "\(costs.startDevPerSlot)"),
      ("pref_off", "\(costs.prefOff)"), ("stability_per_slot", "\(costs.stabilityPerSlot)"),
      ("weekend_sq", "\(costs.weekendSq)"),
    ])
  }

  private func shiftType(_ index: Int, _ type: TeamInstance.ShapeType) -> String {
    object([
      ("id", "\(index)"), ("paid", "\(type.paid)"), ("presence", "\(type.presence)"),
      ("pauses", list(type.pauses)), ("lunch_lo", "\(type.lunchLo ?? 0)"),
      ("lunch_hi", "\(type.lunchHi ?? type.presence)"),
    ])
  }

  private func queue(_ index: Int, _ queue: TeamInstance.Queue) -> String {
    object([("id", "\(index)"), ("weight", "\(queue.weight)"), ("req", list(queue.req))])
  }

  private func group(_ index: Int, _ group: TeamInstance.Group) -> String {
    object([("id", "\(index)"), ("queues", list(group.queues))])
  }

  private func session(_ session: TeamInstance.Session) -> String {
    object([
      ("id", "\(session.id)"), ("site", "\(session.site)"), ("day", "\(session.day)"),
      ("start", "\(session.start)"), ("len", "\(session.len)"), ("cap", "\(session.cap)"),
    ])
  }

  private func head(_ limit: TeamInstance.Heads) -> String {
    var fields: [(String, String)] = []
    if let site = limit.site { fields.append(("site", "\(site)")) }
    if let agents = limit.agents { fields.append(("agents", list(agents))) }
    fields += [("from", "\(limit.from)"), ("until", "\(limit.until)")]
    if let least = limit.least { fields.append(("least", "\(least)")) }
    if let most = limit.most { fields.append(("most", "\(most)")) }
    return object(fields)
  }

  private func agent(_ agent: TeamInstance.Agent) -> String {
    let avail = agent.avail.map { $0.map(list) ?? "null" }.joined(separator: ", ")
    var fields: [(String, String)] = [
      ("id", "\(agent.id)"), ("group", "\(agent.group)"), ("site", "\(agent.site)"),
      ("types", list(agent.types)), ("wage", "\(agent.wage)"), ("avail", "[\(avail)]"),
      ("days_min", "\(agent.daysMin)"), ("days_max", "\(agent.daysMax)"),
      ("paid_min", "\(agent.paidMin)"), ("paid_max", "\(agent.paidMax)"),
      ("ot_after", "\(agent.otAfter)"), ("pref_start", agent.prefStart.map(list) ?? "null"),
      ("pref_off", list(agent.prefOff)), ("prev_end", "\(agent.prevEnd)"),
      ("prev_consec", "\(agent.prevConsec)"), ("weekend_hist", "\(agent.weekendHist)"),
      ("training", agent.training.map(list) ?? "null"),
    ]
    if let tenths = agent.tenths { fields.append(("tenths", "\(tenths)")) }
    if let changes = agent.groupChanges {
      let items = changes.map { object([("slot", "\($0.slot)"), ("group", "\($0.group)")]) }
      fields.append(("group_changes", "[\(items.joined(separator: ", "))]"))
    }
    return object(fields)
  }
}
