import Rostering
import Workforce

/// Turns a team instance into a roster problem.
struct TeamProblem {
  let instance: TeamInstance
  private static let slotMinutes = 15
  private static let daySlots = 96
  private static let dayCount = 7
  private static let never = -900

  /// The instance as numbers.
  func problem() throws -> RosterProblem {
    guard let week = ISOWeek("2026-W10"),
      let grid = TimeGrid(week: week, stepMinutes: Self.slotMinutes, zone: .utc)
    else { throw ShiftwrightError("The week of the benchmark cannot be laid out.") }
    var groups = TeamGroups(instance)
    var parts = TeamParts()
    let heads = instance.heads ?? []
    var headSets: [[Int]] = [[]]
    let shapes = instance.shiftTypes.map(shape)
    let usable = shapes.map(\.canHoldBreaks)
    let employees = instance.agents.map { agent -> RosterEmployee in
      var agent = agent
      agent.types = agent.types.filter { usable[$0] }
      let set = heads.indices.filter { heads[$0].includes(agent) }
      if !headSets.contains(set) { headSets.append(set) }
      return employee(
        agent,
        shapes: shapes,
        group: groups.position(of: agent),
        headSet: headSets.firstIndex(of: set) ?? 0,
        parts: &parts
      )
    }
    return RosterProblem(
      grid: grid,
      slotCount: grid.count,
      dayCount: Self.dayCount,
      queueNames: instance.queues.indices.map { "queue \($0)" },
      groups: groups.groups,
      shapes: shapes,
      cover: cover(on: grid),
      employees: employees,
      coupling: coupling(headSets: headSets),
      prices: TourPrices(
        startChangePerMinute: instance.costs.stabilityPerSlot / Double(Self.slotMinutes),
        overtimePremium: instance.costs.otPremium,
        weekendFairness: instance.costs.weekendSq,
        isWeekend: (0..<Self.dayCount).map { $0 >= 5 }
      )
    )
  }

  private func cover(on grid: TimeGrid) -> CoverTable {
    let queues = instance.queues.map { queue in queue.req.map { cover($0, queue) } }
    return CoverTable(CoverCosts(grid: grid, queues: queues), idleCost: instance.costs.over)
  }

  private func coupling(headSets: [[Int]]) -> Coupling {
    Coupling(
      overtimeBudgets: instance.otBudget.map { $0 * Self.slotMinutes },
      sessions: instance.sessions.map { session in
        let start = session.day * Self.daySlots + session.start
        return TrainingSession(slots: start..<start + session.len, seats: session.cap)
      },
      heads: (instance.heads ?? []).map { limit in
        HeadLimit(
          slots: limit.from..<limit.until,
          least: limit.least ?? 0,
          most: limit.most ?? .max
        )
      },
      headSets: headSets
    )
  }

  private func shape(_ type: TeamInstance.ShapeType) -> ShiftShape {
    ShiftShape(
      name: "type",
      length: type.presence,
      paidMinutes: type.paid * Self.slotMinutes,
      pauses: type.pauses.map { length in
        let isLunch = length == 2
        return ShiftShape.Pause(
          kind: isLunch ? .lunch : .rest,
          length: length,
          earliest: isLunch ? type.lunchLo ?? 0 : 0,
          latest: isLunch ? type.lunchHi ?? type.presence : type.presence
        )
      },
      minimumStretch: instance.rules.minStretch,
      maximumStretch: instance.rules.maxStretch
    )
  }

  private func cover(_ required: Int, _ queue: TeamInstance.Queue) -> CoverCost {
    var left = required
    var steps: [CoverCost.Step] = []
    let tiers = instance.costs.underTiers
    for (index, tier) in tiers.enumerated() {
      let isLast = index == tiers.count - 1
      let people = isLast ? left : min(left, Int((tier[0] * Double(required) - 1e-9).rounded(.up)))
      if people > 0 { steps.append(CoverCost.Step(people: people, worth: tier[1] * queue.weight)) }
      left -= people
    }
    return CoverCost(steps: steps.reversed())
  }

  private func employee(
    _ agent: TeamInstance.Agent,
    shapes: [ShiftShape],
    group: Int,
    headSet: Int,
    parts: inout TeamParts
  ) -> RosterEmployee {
    RosterEmployee(
      id: "a\(agent.id)",
      site: agent.site,
      days: (0..<Self.dayCount).map { day in
        EmployeeDay(group: group, options: options(of: agent, day: day, shapes: shapes))
      },
      totals: parts.totals(of: agent, shapes: shapes, slotMinutes: Self.slotMinutes),
      sequence: parts.sequence(of: agent, most: instance.rules.maxConsec),
      minimumRest: instance.rules.minRest,
      maximumStartChange: instance.rules.maxStartChange * Self.slotMinutes,
      overtimeAfter: agent.otAfter * Self.slotMinutes,
      minimumPaid: agent.paidMin * Self.slotMinutes,
      wagePerMinute: agent.wage / Double(Self.slotMinutes),
      weekendHistory: agent.weekendHist,
      demands: agent.training.map { [$0.sorted()] } ?? [],
      headSet: headSet
    )
  }

  private func options(
    of agent: TeamInstance.Agent,
    day: Int,
    shapes: [ShiftShape]
  ) -> [ShiftOption] {
    guard let window = agent.avail[day] else { return [] }
    let open = instance.open
    var options: [ShiftOption] = []
    for start in stride(from: 0, to: Self.daySlots, by: instance.startStep) {
      for type in agent.types.sorted() {
        let end = start + shapes[type].length
        guard window[0] <= start, end <= window[1], open[0] <= start,
          end <= open[1] || open[1] >= Self.daySlots,
          agent.prevEnd <= Self.never
            || day * Self.daySlots + start - agent.prevEnd >= instance.rules.minRest
        else { continue }
        for session in sessions(of: agent, day: day, span: start..<end) {
          options.append(option(agent, day: day, start: start, type: type, session: session))
        }
      }
    }
    return options
  }

  /// The sessions that a shift can hold, after -1 for none.
  private func sessions(
    of agent: TeamInstance.Agent,
    day: Int,
    span: Range<Int>
  ) -> [Int] {
    [-1]
      + (agent.training ?? []).sorted().filter { id in
        let session = instance.sessions[id]
        return session.day == day && session.start >= span.lowerBound
          && session.start + session.len <= span.upperBound
      }
  }

  private func option(
    _ agent: TeamInstance.Agent,
    day: Int,
    start: Int,
    type: Int,
    session: Int
  ) -> ShiftOption {
    let early = agent.prefStart.map { max(0, $0[0] - start, start - $0[1]) } ?? 0
    return ShiftOption(
      start: day * Self.daySlots + start,
      shape: type,
      agenda: session,
      clock: start * Self.slotMinutes,
      pay: agent.wage * Double(instance.shiftTypes[type].paid),
      startWish: instance.costs.startDevPerSlot * Double(early),
      dayOffWish: agent.prefOff.contains(day) ? instance.costs.prefOff : 0
    )
  }
}

extension TeamInstance.Heads {
  /// Whether an agent counts.
  func includes(_ agent: TeamInstance.Agent) -> Bool {
    (site.map { $0 == agent.site } ?? true) && (agents?.contains(agent.id) ?? true)
  }
}

/// The groups of an instance: its own, those of people worth less or more, and those of people who
/// change.
private struct TeamGroups {
  private(set) var groups: [RosterGroup]

  init(_ instance: TeamInstance) {
    groups = instance.groups.map { RosterGroup(queues: $0.queues.sorted()) }
  }

  mutating func position(of agent: TeamInstance.Agent) -> Int {
    let tenths = agent.tenths ?? RosterGroup.fullPerson
    let first = position(of: RosterGroup(queues: groups[agent.group].queues, tenths: tenths))
    guard let changes = agent.groupChanges, !changes.isEmpty else { return first }
    let later = changes.sorted { $0.slot < $1.slot }.map { change in
      RosterGroup.Part(
        slot: change.slot,
        group: position(of: RosterGroup(queues: groups[change.group].queues, tenths: tenths))
      )
    }
    return position(
      of: RosterGroup(parts: [RosterGroup.Part(slot: 0, group: first)] + later)
    )
  }

  private mutating func position(of group: RosterGroup) -> Int {
    if let known = groups.firstIndex(of: group) { return known }
    groups.append(group)
    return groups.count - 1
  }
}

/// Automata, made once for each kind of contract.
private struct TeamParts {
  private struct Limits: Hashable {
    let types: [Int]
    let days: ClosedRange<Int>
    let paid: ClosedRange<Int>
  }
  private var totals: [Limits: TotalsAutomaton] = [:]
  private var sequences: [Int: SequenceAutomaton] = [:]

  mutating func totals(
    of agent: TeamInstance.Agent,
    shapes: [ShiftShape],
    slotMinutes: Int
  ) -> TotalsAutomaton {
    let limits = Limits(
      types: agent.types.sorted(),
      days: agent.daysMin...agent.daysMax,
      paid: agent.paidMin * slotMinutes...agent.paidMax * slotMinutes
    )
    if let known = totals[limits] { return known }
    let made = TotalsAutomaton(
      paidMinutes: shapes.indices.map {
        limits.types.contains($0) ? shapes[$0].paidMinutes : nil
      },
      dayCount: agent.avail.count,
      daysAllowed: limits.days,
      paidAllowed: limits.paid
    )
    totals[limits] = made
    return made
  }

  mutating func sequence(of agent: TeamInstance.Agent, most: Int) -> SequenceAutomaton {
    if let known = sequences[agent.prevConsec] { return known }
    let made = SequenceAutomaton(
      maximumRun: most,
      history: agent.prevConsec,
      dayCount: agent.avail.count
    )
    sequences[agent.prevConsec] = made
    return made
  }
}
