import Workforce

@testable import shiftwright_bench

/// A random team instance so small that every roster of it can be tried, with a bit of everything
/// that couples people.
struct TinyTeam {
  private(set) var instance: TeamInstance

  /// Weeks that are tried together, at most.
  private static let rosterLimit = 12_000

  init(seed: Int) {
    var maker = TinyTeamMaker(seed: seed)
    instance = maker.instance()
    while BruteForceTeam(instance).rosterCount > Self.rosterLimit { instance.agents.removeLast() }
  }
}

private struct TinyTeamMaker {
  private var random: RandomStream
  private let days: [Int]
  private let first: Int
  private let span: Int
  private let isNight: Bool
  private let minRest: Int

  init(seed: Int) {
    var random = RandomStream(seed: 21, name: "tiny team", keys: seed)
    let count = [1, 2, 2, 3][random.below(4)]
    let from = random.below(8 - count)
    days = Array(from..<from + count)
    isNight = random.below(3) == 0
    span = count == 3 ? 5 + random.below(2) : 6 + random.below(3)
    first = isNight ? 96 - 2 * (1 + random.below(3)) : 30
    minRest = [44, 44, 88, 90, 92][random.below(5)]
    self.random = random
  }

  private mutating func chance(_ one: Int) -> Bool { random.below(one) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  /// A slot of the week in which someone may work.
  private mutating func slot() -> Int {
    min(TeamChecker.slotCount - 1, pick(days) * 96 + first + random.below(span))
  }

  mutating func instance() -> TeamInstance {
    let types = (0..<1 + (days.count == 3 ? 0 : random.below(2))).map { _ in type() }
    let sessions = (0..<random.below(3)).map { session($0) }
    let groups = pick([[[0]], [[0], [0, 1], [1]], [[0, 1], [1]]])
    let queues = (groups.joined().max() ?? 0) + 1
    return TeamInstance(
      name: "tiny",
      open: [0, 96],
      startStep: days.count > 1 ? 2 : 1,
      queues: (0..<queues).map { _ in queue() },
      groups: groups.map { TeamInstance.Group(queues: $0) },
      shiftTypes: types,
      agents: (0..<pick([1, 2, 2, 3])).map {
        agent($0, types: types, sessions: sessions, groups: groups.count)
      },
      otBudget: [pick([0, 1, 2, 4])],
      rules: TeamInstance.Rules(
        minStretch: 1,
        maxStretch: pick([3, 4, 5, 6]),
        minRest: minRest,
        maxStartChange: pick([0, 1, 2, 12]),
        maxConsec: pick([1, 2, 6])
      ),
      costs: TeamInstance.Costs(
        underTiers: [[0.1, 8], [0.15, 20], [1, 45]],
        over: pick([0, 0.5, 2]),
        otPremium: 0.5,
        startDevPerSlot: 0.5,
        prefOff: 10,
        stabilityPerSlot: 0.25,
        weekendSq: 6
      ),
      sessions: sessions,
      heads: !chance(3) ? (0..<1 + random.below(2)).map { _ in heads() } : nil
    )
  }

  private mutating func type() -> TeamInstance.ShapeType {
    let presence = 3 + random.below(3)
    let pauses = pick([[], [1], [1], [2]])
    let low = 1 + random.below(2)
    return TeamInstance.ShapeType(
      paid: presence - (pauses == [2] ? 2 : 0),
      presence: presence,
      pauses: pauses,
      lunchLo: pauses == [2] ? low : nil,
      lunchHi: pauses == [2] ? low + random.below(3) : nil
    )
  }

  private mutating func session(_ id: Int) -> TeamInstance.Session {
    let length = 1 + random.below(2)
    let start = first + random.below(max(1, min(span, 96 - first) - length))
    return TeamInstance.Session(
      id: id,
      site: 0,
      day: pick(days),
      start: min(start, 96 - length),
      len: length,
      cap: pick([0, 1, 1, 1])
    )
  }

  private mutating func heads() -> TeamInstance.Heads {
    let from = slot()
    let least = pick([nil, nil, nil, 1])
    return TeamInstance.Heads(
      site: chance(2) ? 0 : nil,
      agents: chance(3) ? [0, 1] : nil,
      from: from,
      until: min(TeamChecker.slotCount, from + 1 + random.below(3)),
      least: least,
      most: least == nil ? pick([0, 0, 1, 1]) : pick([nil, 1, 2])
    )
  }

  private mutating func queue() -> TeamInstance.Queue {
    var need = [Int](repeating: 0, count: TeamChecker.slotCount)
    for day in days {
      for offset in 0..<span where day * 96 + first + offset < need.count {
        need[day * 96 + first + offset] = random.below(4)
      }
    }
    return TeamInstance.Queue(weight: pick([1, 1, 0.4, 1.4]), req: need)
  }

  private mutating func agent(
    _ id: Int,
    types: [TeamInstance.ShapeType],
    sessions: [TeamInstance.Session],
    groups: Int
  ) -> TeamInstance.Agent {
    let own = types.count > 1 && chance(3) ? [1] : Array(types.indices)
    let longest = own.map { types[$0].paid }.max() ?? 0
    let most = 1 + random.below(days.count)
    let least = random.below(2)
    let paidMost = most * longest - random.below(2)
    let worked = days[0] == 0 && chance(2)
    return TeamInstance.Agent(
      id: id,
      group: random.below(groups),
      site: 0,
      types: own,
      wage: pick([0.5, 1, 2]),
      avail: (0..<7).map { days.contains($0) && !chance(8) ? [first, first + span] : nil },
      daysMin: least,
      daysMax: most,
      paidMin: chance(2) ? 0 : min(paidMost, least * 2),
      paidMax: max(0, paidMost),
      otAfter: max(0, paidMost - 1 - random.below(6)),
      prefStart: chance(2) ? [first, first + 1] : nil,
      prefOff: chance(3) ? [pick(days)] : [],
      prevEnd: worked ? min(96 - minRest, first + 2 - minRest) : -999,
      prevConsec: worked ? 1 + random.below(3) : 0,
      weekendHist: random.below(3),
      training: !sessions.isEmpty && chance(3) ? sessions.map(\.id) : nil,
      tenths: pick([nil, nil, nil, 0, 5, 12, 20]),
      groupChanges: chance(3) ? changes(groups) : nil
    )
  }

  private mutating func changes(_ groups: Int) -> [TeamInstance.GroupChange] {
    Set([slot(), slot()]).sorted().map {
      TeamInstance.GroupChange(slot: $0, group: random.below(groups))
    }
  }
}
