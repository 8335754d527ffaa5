import Workforce

/// Rules on the presence of holders of a skill as limits on heads: one per rule and stretch of open
/// slots of a date.
///
/// Somebody counts in a stretch when the skill may be used through the whole of it.
struct PresenceLimits {
  /// The limits.
  let heads: [HeadLimit]
  /// Positions of the limits in which people of each set count; the first set is empty.
  private(set) var sets: [[Int]] = [[]]
  private let rules: [PresenceRule]
  private let inputs: PlanningInputs
  private let index: PeopleIndex
  private let grid: TimeGrid

  init(inputs: PlanningInputs, index: PeopleIndex, grid: TimeGrid) {
    self.inputs = inputs
    self.index = index
    self.grid = grid
    let wanted = inputs.training.presence
    let stretches = wanted.isEmpty ? [] : Self.openStretches(inputs, grid)
    var heads: [HeadLimit] = []
    var rules: [PresenceRule] = []
    for rule in wanted {
      for stretch in stretches {
        heads.append(HeadLimit(slots: stretch, least: rule.least, most: .max))
        rules.append(rule)
      }
    }
    (self.heads, self.rules) = (heads, rules)
  }

  /// Runs of slots in which some queue is open, cut at midnight.
  static func openStretches(_ inputs: PlanningInputs, _ grid: TimeGrid) -> [Range<Int>] {
    let open = inputs.settings.queues.map { inputs.openIntervals(of: $0, on: grid) }
    return grid.days.flatMap { day -> [Range<Int>] in
      var found: [Range<Int>] = []
      for slot in day where open.contains(where: { $0[slot] }) {
        if let last = found.last, last.upperBound == slot {
          found[found.count - 1] = last.lowerBound..<slot + 1
        } else {
          found.append(slot..<slot + 1)
        }
      }
      return found
    }
  }

  /// The position of a person's set of limits.
  mutating func set(of employee: Employee) -> Int {
    guard !heads.isEmpty else { return 0 }
    let own = heads.indices.filter { counts(employee, in: $0) }
    if let known = sets.firstIndex(of: own) { return known }
    sets.append(own)
    return sets.count - 1
  }

  private func counts(_ employee: Employee, in limit: Int) -> Bool {
    let rule = rules[limit]
    guard rule.site.map({ $0 == employee.site }) ?? true else { return false }
    let slots = heads[limit].slots
    let (start, end) = (grid.instant(at: slots.lowerBound), grid.instant(at: slots.upperBound))
    if inputs.hasCertificates {
      return index.spans(of: employee).allow(rule.skill, from: start, until: end)
    }
    let zone = inputs.settings.zone(ofSite: employee.site)
    let last = Instant(secondsSinceEpoch: end.secondsSinceEpoch - 1)
    return [start, last].allSatisfy { moment in
      let date = zone.local(at: moment).date
      return index.skills(of: employee).contains { $0.skill == rule.skill && $0.isHeld(on: date) }
    }
  }
}

extension RosterProblem {
  /// The same week with limits on heads lowered to what a roster has, where it misses them; `nil`
  /// when it keeps them all.
  func relaxingHeads(missedBy state: RosterState) -> RosterProblem? {
    var heads: [HeadLimit] = []
    var pieces: [[Int]] = []
    var isMissed = false
    for (position, limit) in coupling.heads.enumerated() {
      var own: [Int] = []
      for (slot, present) in zip(limit.slots, state.use.present[position]) {
        let least = min(limit.least, present)
        if least < limit.least { isMissed = true }
        if let last = own.last, heads[last].least == least {
          heads[last] = HeadLimit(
            slots: heads[last].slots.lowerBound..<slot + 1,
            least: least,
            most: limit.most
          )
        } else {
          own.append(heads.count)
          heads.append(HeadLimit(slots: slot..<slot + 1, least: least, most: limit.most))
        }
      }
      pieces.append(own)
    }
    guard isMissed else { return nil }
    return with(
      employees: employees,
      coupling: Coupling(
        overtimeBudgets: coupling.overtimeBudgets,
        sessions: coupling.sessions,
        agendas: coupling.agendas,
        heads: heads,
        headSets: coupling.headSets.map { set in set.flatMap { pieces[$0] } }
      )
    )
  }
}
