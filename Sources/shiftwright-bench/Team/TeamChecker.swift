/// The referee of team rosters: every rule and limit and the whole objective, recomputed from the
/// instance and the roster's shifts.
///
/// Shares no code with the engine.
struct TeamChecker {
  static let daySlots = 96
  static let dayCount = 7
  static let slotCount = daySlots * dayCount

  let instance: TeamInstance

  /// Looks at a whole roster.
  func verdict(on roster: TeamRoster) -> TeamVerdict {
    var verdict = TeamVerdict(instance: instance.name)
    let byAgent = shifts(in: roster, &verdict.errors)
    var count = TeamCount(instance)
    for agent in instance.agents {
      let week = week(byAgent[agent.id] ?? [], of: agent)
      verdict.errors += week.errors.map { "agent \(agent.id): \($0)" }
      verdict.parts.add(week.parts)
      verdict.basePay += agent.wage * Double(agent.paidMin)
      count.add(week, of: agent)
    }
    verdict.overtimeSlots = count.overtime
    verdict.errors += count.errors
    addCover(count, to: &verdict)
    return verdict
  }

  /// The shifts of each known agent, by day.
  private func shifts(
    in roster: TeamRoster,
    _ errors: inout [String]
  ) -> [Int: [TeamRoster.Shift]] {
    let known = Set(instance.agents.map(\.id))
    var found: [Int: [TeamRoster.Shift]] = [:]
    for agent in roster.agents {
      if !known.contains(agent.id) { errors.append("agent \(agent.id): not in the instance") }
      if found[agent.id] != nil { errors.append("agent \(agent.id): listed twice") }
      found[agent.id, default: []] += agent.shifts
    }
    return found.mapValues { $0.sorted { $0.day < $1.day } }
  }

  private func addCover(_ count: TeamCount, to verdict: inout TeamVerdict) {
    let allocation = TeamAllocation(instance)
    let whole = Double(TeamAllocation.whole)
    for slot in 0..<Self.slotCount {
      let need = instance.queues.map { $0.req[slot] }
      verdict.needed += need.reduce(0, +)
      let outcome = allocation.outcome(units: count.units[slot], need: need, instance: instance)
      verdict.missing += Double(outcome.missing) / whole
      verdict.parts.under += outcome.under
      verdict.parts.over += instance.costs.over * Double(outcome.idle) / whole
    }
  }
}

/// What the weeks of all agents amount to.
struct TeamCount {
  private let instance: TeamInstance
  /// Tenths of people at work, by slot and group.
  private(set) var units: [[Int]]
  /// Paid slots of overtime per site.
  private(set) var overtime: [Int]
  private var attendance: [Int]
  private var present: [[Int]]

  init(_ instance: TeamInstance) {
    self.instance = instance
    units = Array(
      repeating: instance.groups.map { _ in 0 },
      count: TeamChecker.slotCount
    )
    overtime = instance.otBudget.map { _ in 0 }
    attendance = instance.sessions.map { _ in 0 }
    present = (instance.heads ?? []).map { limit in (limit.from..<limit.until).map { _ in 0 } }
  }

  mutating func add(_ week: TeamWeek, of agent: TeamInstance.Agent) {
    overtime[agent.site] += week.overtime
    for session in week.sessions { attendance[session] += 1 }
    for slot in week.work {
      units[slot][agent.group(at: slot)] += agent.tenths ?? TeamAllocation.whole
    }
    for (index, limit) in (instance.heads ?? []).enumerated() where limit.counts(agent) {
      for slot in week.presence where slot >= limit.from && slot < limit.until {
        present[index][slot - limit.from] += 1
      }
    }
  }

  /// The limits that are not kept.
  var errors: [String] {
    let budgets = instance.otBudget.indices.filter { overtime[$0] > instance.otBudget[$0] }.map {
      "overtime of site \($0): \(overtime[$0]) slots, budget \(instance.otBudget[$0])"
    }
    let seats = zip(instance.sessions, attendance).filter { $0.0.cap < $0.1 }.map {
      "session \($0.id): \($1) attend, \($0.cap) seats"
    }
    return budgets + seats + headErrors
  }

  private var headErrors: [String] {
    (instance.heads ?? []).enumerated().flatMap { index, limit in
      present[index].enumerated().compactMap { offset, count -> String? in
        let place = "heads limit \(index), slot \(limit.from + offset)"
        if let least = limit.least, count < least {
          return "\(place): \(count) present, at least \(least) wanted"
        }
        if let most = limit.most, count > most {
          return "\(place): \(count) present, at most \(most) allowed"
        }
        return nil
      }
    }
  }
}

extension TeamInstance.Agent {
  /// The group to which the agent belongs in a slot of the week.
  func group(at slot: Int) -> Int {
    let begun = (groupChanges ?? []).filter { $0.slot <= slot }
    return begun.max { $0.slot < $1.slot }?.group ?? group
  }
}

extension TeamInstance.Heads {
  /// Whether the limit counts an agent.
  func counts(_ agent: TeamInstance.Agent) -> Bool {
    if let site, site != agent.site { return false }
    if let agents { return agents.contains(agent.id) }
    return true
  }
}

extension TeamVerdict.Parts {
  mutating func add(_ other: TeamVerdict.Parts) {
    pay += other.pay
    overtime += other.overtime
    preferredStart += other.preferredStart
    dayOff += other.dayOff
    stability += other.stability
    weekend += other.weekend
    under += other.under
    over += other.over
  }
}
