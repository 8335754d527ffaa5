import Foundation
import Workforce

/// Draws a random instance with the contracts, wishes, history and double peak of the team
/// benchmark's own.
struct TeamDraft {
  let options: TeamDraftOptions
  private var random: RandomStream

  init(_ options: TeamDraftOptions) {
    self.options = options
    random = RandomStream(seed: options.seed, name: "team instance")
  }

  /// First and last slot of the day.
  private var open: [Int] { options.aroundTheClock ? [0, 96] : [28, 88] }

  /// The instance; the same for the same options.
  var instance: TeamInstance {
    var draft = self
    return draft.drawn()
  }

  private mutating func drawn() -> TeamInstance {
    let groups = groups()
    var people = TeamPeople(options: options, groups: groups, random: random)
    var agents = (0..<options.people).map { people.agent($0) }
    let places = sessions()
    agents = agents.map { people.trained($0, sessions: places) }
    let sessions = seated(places, agents)
    random = people.random
    let weights = (0..<options.queues).map { Self.weights[$0 % Self.weights.count] }
    let needs = needs(agents, groups: groups)
    return TeamInstance(
      name: "T\(options.people)-\(options.seed)",
      open: open,
      startStep: 2,
      queues: zip(weights, needs).map { TeamInstance.Queue(weight: $0, req: $1) },
      groups: groups.map { TeamInstance.Group(queues: $0.queues) },
      shiftTypes: Self.shiftTypes,
      agents: agents,
      otBudget: budgets(agents),
      rules: Self.rules,
      costs: Self.costs,
      sessions: sessions,
      heads: options.tight.contains(.heads) ? heads(agents) : nil
    )
  }

  /// Sets of queues with their site: each queue alone, neighbors in pairs, threes, all.
  private func groups() -> [TeamPeople.Group] {
    let queues = options.queues
    var sets = (0..<queues).map { [$0] }
    if queues > 1 { sets += (0..<queues - 1).map { [$0, $0 + 1] } }
    if queues > 3 {
      sets += stride(from: 0, to: queues - 2, by: 2).map { [$0, $0 + 1, $0 + 2] }
    }
    if queues > 2 { sets.append(Array(0..<queues)) }
    while sets.count < options.sites { sets += sets }
    return sets.enumerated().map { index, set in
      TeamPeople.Group(queues: set, site: index % options.sites)
    }
  }

  /// Three sessions per site, without seats yet.
  private func sessions() -> [TeamInstance.Session] {
    (0..<options.sites).flatMap { site in
      [(1, 40), (2, 56), (3, 40)].enumerated().map { index, place in
        TeamInstance.Session(
          id: 3 * site + index,
          site: site,
          day: place.0,
          start: place.1,
          len: 4,
          cap: 0
        )
      }
    }
  }

  /// The sessions with their seats: a third of the people each and a bit more; when tight, one seat
  /// per person who must train.
  private func seated(
    _ sessions: [TeamInstance.Session],
    _ agents: [TeamInstance.Agent]
  ) -> [TeamInstance.Session] {
    var sessions = sessions
    for agent in agents {
      let own = (agent.training ?? []).filter { TeamPeople.canAttend(sessions[$0], agent) }
      guard let emptiest = own.min(by: { sessions[$0].cap < sessions[$1].cap }) else { continue }
      sessions[emptiest].cap += 1
    }
    guard !options.tight.contains(.seats) else { return sessions }
    for index in sessions.indices {
      let trainees = agents.count { $0.site == sessions[index].site && $0.training != nil }
      sessions[index].cap = max(
        sessions[index].cap,
        1,
        Int((Double(trainees) * 1.37 / 3).rounded(.up))
      )
    }
    return sessions
  }

  /// A seventh of the overtime that contracts allow, or a fifth of that.
  private func budgets(_ agents: [TeamInstance.Agent]) -> [Int] {
    (0..<options.sites).map { site in
      let most = agents.filter { $0.site == site }
        .reduce(0) { $0 + max(0, $1.paidMax - $1.otAfter) }
      let share = options.tight.contains(.overtime) ? 0.03 : 0.15
      return Int(share * Double(most)) / 4 * 4
    }
  }

  /// Per site: someone must be there when the day begins and ends, and not too many at noon.
  private func heads(_ agents: [TeamInstance.Agent]) -> [TeamInstance.Heads] {
    let (first, last) = options.aroundTheClock ? (36, 72) : (open[0], open[1] - 4)
    return (0..<options.sites).flatMap { site -> [TeamInstance.Heads] in
      (0..<TeamChecker.dayCount).flatMap { day -> [TeamInstance.Heads] in
        let base = day * TeamChecker.daySlots
        let people = agents.count { $0.site == site && $0.avail[day] != nil }
        let least = max(1, people / 16)
        let most = max(2, (3 * people + 4) / 5)
        return [
          (first, 4, least, nil), (last, 4, least, nil), (48, 8, nil, most),
        ].map { (start: Int, slots: Int, least: Int?, most: Int?) in
          TeamInstance.Heads(
            site: site,
            agents: nil,
            from: base + start,
            until: base + start + slots,
            least: people < 8 ? nil : least,
            most: most
          )
        }
      }
    }
  }
}

extension TeamDraft {
  /// People needed per queue and slot: the day's double peak, the weekday, noise, scaled to the
  /// work that the contracts bring.
  private mutating func needs(
    _ agents: [TeamInstance.Agent],
    groups: [TeamPeople.Group]
  ) -> [[Int]] {
    var supply = [Double](repeating: 0, count: options.queues)
    for agent in agents {
      let queues = groups[agent.group].queues
      let worth = Double(agent.tenths ?? TeamAllocation.whole) / Double(TeamAllocation.whole)
      for queue in queues { supply[queue] += worth * Double(agent.paidMin) / Double(queues.count) }
    }
    let shape = weekShape
    let total = shape.reduce(0, +)
    return supply.map { slots in
      shape.map { part in
        let noise = max(0, 1 + 0.04 * random.normal())
        return Int((options.load * 0.94 * slots * part / total * noise).rounded())
      }
    }
  }

  private var weekShape: [Double] {
    Self.weekdays.flatMap { factor in
      (0..<TeamChecker.daySlots).map { slot -> Double in
        guard slot >= open[0], slot < open[1] else { return 0 }
        let hour = { (peak: Double, width: Double) -> Double in
          let distance = (Double(slot) - peak) / width
          return exp(-distance * distance / 2)
        }
        let night = slot < 24 ? 0.06 : 0.12
        return factor * (night + hour(44, 7) + 0.8 * hour(60, 10) + 0.15 * hour(76, 10))
      }
    }
  }

  private static let weekdays = [1.15, 1.04, 0.96, 0.95, 0.97, 0.53, 0.35]
  private static let weights = [1.0, 1.2, 1.4, 1.1, 1.6, 1.0, 1.3, 1.5]
  private static let rules = TeamInstance.Rules(
    minStretch: 4,
    maxStretch: 14,
    minRest: 44,
    maxStartChange: 12,
    maxConsec: 6
  )
  private static let costs = TeamInstance.Costs(
    underTiers: [[0.1, 8], [0.15, 20], [1, 45]],
    over: 0.5,
    otPremium: 0.5,
    startDevPerSlot: 0.5,
    prefOff: 10,
    stabilityPerSlot: 0.25,
    weekendSq: 6
  )
  private static let shiftTypes: [TeamInstance.ShapeType] =
    [(24, 10, 15), (28, 11, 18), (32, 12, 20), (36, 14, 22), (40, 15, 25)].map { paid, low, high in
      TeamInstance.ShapeType(
        paid: paid,
        presence: paid + 2,
        pauses: [1, 2, 1],
        lunchLo: low,
        lunchHi: high
      )
    }
    + [16, 20].map { paid in
      TeamInstance.ShapeType(paid: paid, presence: paid, pauses: [1], lunchLo: 0, lunchHi: 0)
    }
}
