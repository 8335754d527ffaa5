/// The range of every number of an instance, wide enough for any real one and narrow enough to reckon
/// with; what the numbers mean together is looked at afterward.
struct TeamRanges {
  private static let count = 0...1_000_000_000
  private static let slot = -10_000...10_000
  private static let amount = 0.0...1_000_000_000

  /// Numbers out of range, in words.
  static func faults(of instance: TeamInstance) -> [String] {
    var found: [String] = []
    let note = { (name: String, value: Int, range: ClosedRange<Int>) in
      if !range.contains(value) {
        found.append(
          "\(name) is \(value): give \(range.lowerBound) to \(range.upperBound)"
        )
      }
    }
    for (name, value, range) in whole(instance) { note(name, value, range) }
    for (index, agent) in instance.agents.enumerated() {
      for (name, value, range) in whole(agent) { note("agents[\(index)].\(name)", value, range) }
    }
    let amounts =
      self.amounts(instance)
      + instance.agents.enumerated().map { ("agents[\($0)].wage", $1.wage) }
    for (name, value) in amounts where !(amount ~= value) {
      found.append("\(name) is \(value): give 0 to 1000000000")
    }
    return found
  }

  private typealias Number = (String, Int, ClosedRange<Int>)

  private static func whole(_ instance: TeamInstance) -> [Number] {
    let rules = instance.rules
    var numbers: [Number] = [
      ("start_step", instance.startStep, 1...10_000),
      ("rules.min_stretch", rules.minStretch, 0...10_000),
      ("rules.max_stretch", rules.maxStretch, 1...10_000),
      ("rules.min_rest", rules.minRest, 0...10_000),
      ("rules.max_start_change", rules.maxStartChange, 0...10_000),
      ("rules.max_consec", rules.maxConsec, 0...1000),
    ]
    numbers += instance.open.enumerated().map { ("open[\($0)]", $1, slot) }
    numbers += instance.otBudget.enumerated().map { ("ot_budget[\($0)]", $1, count) }
    for (index, queue) in instance.queues.enumerated() {
      // the two ends stand for all
      for value in [queue.req.min(), queue.req.max()].compactMap(\.self) {
        numbers.append(("queues[\(index)].req", value, 0...1_000_000))
      }
    }
    for (index, type) in instance.shiftTypes.enumerated() {
      let name = "shift_types[\(index)]."
      numbers += [(name + "paid", type.paid, 0...10_000), (name + "presence", type.presence, slot)]
      numbers += type.pauses.map { (name + "pauses", $0, slot) }
      numbers += [("lunch_lo", type.lunchLo), ("lunch_hi", type.lunchHi)].compactMap { key, value in
        value.map { (name + key, $0, 0...10_000) }
      }
    }
    for (index, session) in instance.sessions.enumerated() {
      let name = "sessions[\(index)]."
      numbers += [
        (name + "day", session.day, slot), (name + "start", session.start, slot),
        (name + "len", session.len, slot), (name + "cap", session.cap, count),
      ]
    }
    return numbers + heads(instance)
  }

  private static func heads(_ instance: TeamInstance) -> [Number] {
    (instance.heads ?? []).enumerated().flatMap { index, limit -> [Number] in
      let name = "heads[\(index)]."
      let given: [(String, Int?)] = [
        ("from", limit.from), ("until", limit.until), ("least", limit.least),
        ("most", limit.most),
      ]
      return given.compactMap { key, value in value.map { (name + key, $0, -10_000...1_000_000) } }
    }
  }

  private static func whole(_ agent: TeamInstance.Agent) -> [Number] {
    var numbers: [Number] = [
      ("days_min", agent.daysMin, 0...1000), ("days_max", agent.daysMax, 0...1000),
      ("paid_min", agent.paidMin, count), ("paid_max", agent.paidMax, count),
      ("ot_after", agent.otAfter, count), ("prev_end", agent.prevEnd, slot),
      ("prev_consec", agent.prevConsec, 0...1000),
      ("weekend_hist", agent.weekendHist, 0...10_000),
    ]
    numbers += (agent.prefStart ?? []).map { ("pref_start", $0, slot) }
    for (day, window) in agent.avail.enumerated() {
      numbers += (window ?? []).map { ("avail[\(day)]", $0, slot) }
    }
    return numbers
  }

  private static func amounts(_ instance: TeamInstance) -> [(String, Double)] {
    let costs = instance.costs
    return [
      ("costs.over", costs.over), ("costs.ot_premium", costs.otPremium),
      ("costs.start_dev_per_slot", costs.startDevPerSlot), ("costs.pref_off", costs.prefOff),
      ("costs.stability_per_slot", costs.stabilityPerSlot),
      ("costs.weekend_sq", costs.weekendSq),
    ] + instance.queues.enumerated().map { ("queues[\($0)].weight", $1.weight) }
      + costs.underTiers.joined().map { ("costs.under_tiers", $0) }
  }
}
