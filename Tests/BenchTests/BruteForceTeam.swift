@testable import shiftwright_bench

/// The best roster of a tiny team instance, by trying all of them.
struct BruteForceTeam {
  /// One agent's week with the places that it takes, as bits over the slots in play.
  private struct Week {
    let cost: Double
    let overtime: Int
    let sessions: [Int]
    let work: UInt64
    let presence: UInt64
  }

  private let instance: TeamInstance
  private let weeks: [[Week]]
  /// The shifts of every legal week of each agent.
  let shifts: [[[TeamRoster.Shift]]]
  private let slots: [Int]

  init(_ instance: TeamInstance) {
    self.instance = instance
    let checker = TeamChecker(instance: instance)
    let legal = instance.agents.map { Self.weeks(of: $0, checker) }
    shifts = legal.map { $0.map(\.shifts) }
    let all = legal.map { $0.map(\.week) }
    let inPlay = all.joined().flatMap(\.presence)
    let limited = (instance.heads ?? []).flatMap { Array($0.from..<$0.until) }
    let slots = Set(inPlay + limited).sorted()
    precondition(slots.count <= 64, "a tiny instance has at most 64 slots in play")
    let position = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    let bits = { (list: [Int]) in
      list.reduce(UInt64(0)) { $0 | 1 << UInt64(position[$1] ?? 0) }
    }
    weeks = all.map { list in
      list.map { week in
        Week(
          cost: week.parts.total,
          overtime: week.overtime,
          sessions: week.sessions,
          work: bits(week.work),
          presence: bits(week.presence)
        )
      }
    }
    self.slots = slots
  }

  /// How many rosters there are when limits are not regarded.
  var rosterCount: Int { weeks.reduce(1) { min(1_000_000, $0 * max(1, $1.count)) } }

  /// Agents without any legal week.
  var hasPersonWithoutWeek: Bool { weeks.contains(where: \.isEmpty) }

  /// Least objective; `nil` when no roster keeps rules and limits.
  func best(withLimits: Bool = true) -> Double? {
    let table = costs
    let isAllowed = headsAllowed
    var best: Double?
    forEachRoster { roster in
      if withLimits, !keepsBudgetsAndSeats(roster) { return }
      var cost = roster.reduce(0) { $0 + $1.cost }
      let (work, presence) = (roster.map(\.work), roster.map(\.presence))
      for slot in slots.indices {
        if withLimits, !isAllowed[slot][mask(presence, slot)] { return }
        cost += table[slot][mask(work, slot)]
      }
      best = min(best ?? .infinity, cost)
    }
    return best.map { $0 + idleSlotsCost }
  }

  /// The agents whose bit of a slot is set.
  private func mask(_ bits: [UInt64], _ slot: Int) -> Int {
    var mask = 0
    for person in bits.indices { mask |= Int(bits[person] >> UInt64(slot) & 1) << person }
    return mask
  }

  private func forEachRoster(_ body: ([Week]) -> Void) {
    guard !hasPersonWithoutWeek else { return }
    var positions = [Int](repeating: 0, count: weeks.count)
    while true {
      body(zip(weeks, positions).map { $0[$1] })
      guard let next = positions.indices.first(where: { positions[$0] + 1 < weeks[$0].count })
      else { return }
      positions[next] += 1
      for earlier in 0..<next { positions[earlier] = 0 }
    }
  }

  private func keepsBudgetsAndSeats(_ roster: [Week]) -> Bool {
    let overtime = roster.reduce(0) { $0 + $1.overtime }
    return overtime <= instance.otBudget[0]
      && instance.sessions.allSatisfy { session in
        roster.count { $0.sessions.contains(session.id) } <= session.cap
      }
  }

  /// Cover cost per slot in play and set of agents at work.
  private var costs: [[Double]] {
    let allocation = TeamAllocation(instance)
    return slots.map { slot in
      (0..<1 << weeks.count).map { mask in
        var units = instance.groups.map { _ in 0 }
        for (person, agent) in instance.agents.enumerated() where mask & (1 << person) != 0 {
          units[agent.group(at: slot)] += agent.tenths ?? 10
        }
        return cost(units, slot: slot, allocation)
      }
    }
  }

  private func cost(_ units: [Int], slot: Int, _ allocation: TeamAllocation) -> Double {
    let need = instance.queues.map { $0.req[slot] }
    let outcome = allocation.outcome(units: units, need: need, instance: instance)
    return outcome.under + instance.costs.over * Double(outcome.idle) / 10
  }

  /// Cover cost of all slots in which nobody can work.
  private var idleSlotsCost: Double {
    let allocation = TeamAllocation(instance)
    let inPlay = Set(slots)
    return (0..<TeamChecker.slotCount).reduce(0) { sum, slot in
      guard !inPlay.contains(slot), instance.queues.contains(where: { $0.req[slot] > 0 }) else {
        return sum
      }
      return sum + cost(instance.groups.map { _ in 0 }, slot: slot, allocation)
    }
  }

  /// Whether heads are kept, per slot in play and set of agents present.
  private var headsAllowed: [[Bool]] {
    slots.map { slot in
      (0..<1 << weeks.count).map { mask in
        (instance.heads ?? []).allSatisfy { limit in
          guard slot >= limit.from, slot < limit.until else { return true }
          let present = instance.agents.enumerated().count { person, agent in
            mask & (1 << person) != 0 && limit.counts(agent)
          }
          return present >= limit.least ?? 0 && present <= limit.most ?? .max
        }
      }
    }
  }
}

extension BruteForceTeam {
  /// Every legal week of an agent.
  private static func weeks(
    of agent: TeamInstance.Agent,
    _ checker: TeamChecker
  ) -> [(shifts: [TeamRoster.Shift], week: TeamWeek)] {
    var partial: [[TeamRoster.Shift]] = [[]]
    for day in 0..<TeamChecker.dayCount {
      let shifts = shifts(of: agent, day: day, checker)
      partial += partial.flatMap { week in shifts.map { week + [$0] } }
    }
    return partial.map { ($0, checker.week($0, of: agent)) }.filter { $0.week.errors.isEmpty }
  }

  /// Every legal shift of a day.
  private static func shifts(
    of agent: TeamInstance.Agent,
    day: Int,
    _ checker: TeamChecker
  ) -> [TeamRoster.Shift] {
    guard let window = agent.avail[day] else { return [] }
    let sessions = [nil] + (agent.training ?? []).map(Optional.some)
    return agent.types.flatMap { type -> [TeamRoster.Shift] in
      let shape = checker.instance.shiftTypes[type]
      var breaks: [[Int]] = [[]]
      for _ in shape.pauses {
        breaks = breaks.flatMap { done in (0...shape.presence).map { done + [$0] } }
      }
      return (window[0]..<window[1]).flatMap { start in
        breaks.flatMap { offsets in
          sessions.map { session in
            TeamRoster.Shift(
              day: day,
              type: type,
              start: start,
              breaks: offsets,
              training: session
            )
          }
        }
      }
    }.filter { shift in
      var week = TeamWeek()
      checker.check(shift, of: agent, &week)
      return week.errors.isEmpty
    }
  }
}
