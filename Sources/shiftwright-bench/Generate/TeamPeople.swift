import Workforce

/// Draws the people of a random team instance.
struct TeamPeople {
  /// A set of queues at a site.
  struct Group: Hashable {
    let queues: [Int]
    let site: Int
  }

  /// A contract: shift types, days, paid slots, and those of an average day.
  private struct Contract {
    let types: [Int]
    let days: ClosedRange<Int>
    let paid: ClosedRange<Int>
    let overtimeAfter: Int
    let perDay: Int
  }

  let options: TeamDraftOptions
  let groups: [Group]
  private(set) var random: RandomStream

  private static let never = 1_000_000
  private static let contracts = [
    Contract(types: [2, 3], days: 5...5, paid: 160...176, overtimeAfter: 160, perDay: 32),
    Contract(types: [0, 1, 2], days: 4...5, paid: 112...128, overtimeAfter: never, perDay: 28),
    Contract(types: [5, 6, 0], days: 3...5, paid: 72...88, overtimeAfter: never, perDay: 20),
    Contract(types: [4], days: 4...4, paid: 160...160, overtimeAfter: 160, perDay: 40),
  ]

  private mutating func chance(_ share: Double) -> Bool { random.unit() < share }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  /// The next agent; `training` is an empty list where one must be chosen.
  mutating func agent(_ id: Int) -> TeamInstance.Agent {
    let group = group()
    let share = random.unit()
    let position =
      options.partTime
      ? (share < 0.5 ? 1 : 2) : share < 0.55 ? 0 : share < 0.73 ? 1 : share < 0.91 ? 2 : 3
    let contract = Self.contracts[position]
    let available = availability(of: contract)
    let away = leave(available)
    let credit = min(away.count, contract.days.upperBound)
    let isAway = away.count == TeamChecker.dayCount
    let paid = { (limit: Int) in isAway ? 0 : max(0, limit - credit * contract.perDay) }
    let days = { (limit: Int) in isAway ? 0 : max(0, limit - credit) }
    let worked = chance(0.32)
    return TeamInstance.Agent(
      id: id,
      group: group,
      site: groups[group].site,
      types: contract.types,
      wage: wage(group),
      avail: available.enumerated().map { away.contains($0) ? nil : $1 },
      daysMin: days(contract.days.lowerBound),
      daysMax: days(contract.days.upperBound),
      paidMin: paid(contract.paid.lowerBound),
      paidMax: paid(contract.paid.upperBound),
      otAfter: contract.overtimeAfter == Self.never
        ? Self.never : paid(contract.overtimeAfter),
      prefStart: startWish(),
      prefOff: daysOff(),
      prevEnd: worked ? -8 - 2 * random.below(15) : -999,
      prevConsec: worked ? 1 + random.below(4) : 0,
      weekendHist: pick([0, 0, 1, 1, 2, 3]),
      training: !isAway && chance(options.tight.contains(.seats) ? 0.3 : 0.08) ? [] : nil,
      tenths: tenths(),
      groupChanges: changes(from: group)
    )
  }

  /// The agent with the sessions of the site to choose from; nobody trains who could attend none.
  func trained(
    _ agent: TeamInstance.Agent,
    sessions: [TeamInstance.Session]
  ) -> TeamInstance.Agent {
    guard agent.training != nil else { return agent }
    let own = sessions.filter { $0.site == agent.site }
    let canAttend = own.contains { Self.canAttend($0, agent) }
    var trained = agent
    trained.training = canAttend ? own.map(\.id) : nil
    return trained
  }

  /// Whether a session lies well inside the agent's hours.
  static func canAttend(_ session: TeamInstance.Session, _ agent: TeamInstance.Agent) -> Bool {
    guard let window = agent.avail[session.day] else { return false }
    return window[0] <= session.start - 4 && session.start + session.len + 4 <= window[1]
  }

  private mutating func group() -> Int {
    let sole = groups.indices.filter { groups[$0].queues.count == 1 }
    let several = groups.indices.filter { groups[$0].queues.count > 1 }
    return several.isEmpty || chance(0.55) ? pick(sole) : pick(several)
  }

  private mutating func wage(_ group: Int) -> Double {
    let cents = 495 + 15 * random.below(5) + 35 * min(4, groups[group].queues.count - 1)
    return Double(cents) / 100
  }

  /// The hours of each day; some people have a weekday that is always free.
  private mutating func availability(of contract: Contract) -> [[Int]?] {
    let open = options.aroundTheClock ? [0, 138] : [28, 88]
    let isLong = contract.perDay > 36
    var window = open
    if chance(0.05) {
      window = [isLong ? 44 : 46, 88]
    } else if chance(0.05) {
      window = [open[0], isLong ? 72 : 68]
    }
    var days = [[Int]?](repeating: window, count: TeamChecker.dayCount)
    if chance(0.2) { days[random.below(days.count)] = nil }
    return days
  }

  /// Days of leave: mostly none, sometimes one or two, rarely the whole week.
  private mutating func leave(_ days: [[Int]?]) -> [Int] {
    let share = random.unit()
    if share < 0.03 { return Array(days.indices) }
    guard share < 0.07 else { return [] }
    let first = random.below(4)
    return Array(first...first + random.below(2))
  }

  private mutating func startWish() -> [Int]? {
    guard chance(0.8) else { return nil }
    let night = options.aroundTheClock ? [[80, 92]] : []
    return pick([[28, 36], [28, 36], [34, 42], [40, 52]] + night)
  }

  private mutating func daysOff() -> [Int] {
    var days = chance(0.2) ? [5, 6] : []
    if chance(0.3) {
      let day = random.below(TeamChecker.dayCount)
      if !days.contains(day) { days.insert(day, at: 0) }
    }
    return days.sorted()
  }

  private mutating func tenths() -> Int? {
    guard options.tight.contains(.tenths), chance(0.25) else { return nil }
    return pick([0, 5, 5, 8, 12])
  }

  /// A skill that begins or ends at some slot, in the night too.
  private mutating func changes(from group: Int) -> [TeamInstance.GroupChange]? {
    guard options.tight.contains(.skills), groups.count > 1, chance(0.3) else { return nil }
    let others = groups.indices.filter { $0 != group }
    let slot = 48 + random.below(TeamChecker.slotCount - 96)
    let first = TeamInstance.GroupChange(slot: slot, group: pick(others))
    guard chance(0.3) else { return [first] }
    let later = slot + 1 + random.below(TeamChecker.slotCount - slot - 1)
    return [first, TeamInstance.GroupChange(slot: later, group: group)]
  }
}
