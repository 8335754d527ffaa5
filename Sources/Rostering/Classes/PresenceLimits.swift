import Workforce

/// Rules on the presence of holders of a skill, rules on heads and the seats of sites as limits on heads: one
/// per rule and stretch of slots of a date.
///
/// Somebody counts in a stretch of a rule on presence when the skill may be used through the whole of it.
struct PresenceLimits {
  /// The limits.
  let heads: [HeadLimit]
  /// Positions of the limits in which people of each set count; the first set is empty.
  private(set) var sets: [[Int]] = [[]]
  private let rules: [PresenceRule]
  private let crowds: HeadCrowds
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
    crowds = HeadCrowds(inputs: inputs, index: index, grid: grid)
    self.heads = heads + crowds.limits.map(\.limit)
    self.rules = rules
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
    let own =
      rules.indices.filter { counts(employee, in: $0) }
      + crowds.limits.indices.filter { crowds.limits[$0].members.contains(employee.id) }
      .map { rules.count + $0 }
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
  /// The same week with limits on heads that are to be kept widened to what a roster has, where it misses
  /// them; `nil` when it keeps them all.
  func relaxingHeads(missedBy state: RosterState) -> RosterProblem? {
    var heads: [HeadLimit] = []
    var pieces: [[Int]] = []
    var isMissed = false
    for (position, limit) in coupling.heads.enumerated() {
      guard limit.price == nil else {
        pieces.append([heads.count])
        heads.append(limit)
        continue
      }
      let first = heads.count
      for (slot, present) in zip(limit.slots, state.use.present[position]) {
        let (least, most) = (min(limit.least, present), max(limit.most, present))
        if limit.miss(present) > 0 { isMissed = true }
        if heads.count > first, let last = heads.last, last.least == least, last.most == most {
          let slots = last.slots.lowerBound..<slot + 1
          heads[heads.count - 1] = limit.with(slots: slots, least: least, most: most)
        } else {
          heads.append(limit.with(slots: slot..<slot + 1, least: least, most: most))
        }
      }
      pieces.append(Array(first..<heads.count))
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

extension Coupling {
  /// The same rows without the limits on heads that come from something; `nil` where there are none.
  func without(_ source: HeadLimit.Source) -> Coupling? {
    let kept = heads.indices.filter { heads[$0].source != source }
    guard kept.count < heads.count else { return nil }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return with(
      heads: kept.map { heads[$0] },
      headSets: headSets.map { set in set.compactMap { places[$0] } }
    )
  }
}
