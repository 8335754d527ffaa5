import Workforce

extension WeekConflicts {
  /// Rules on presence and leasts of heads that cannot be kept: at some moment, or through a day or several.
  func presence() throws -> [WeekConflict] {
    try (0..<desk.week.askedCount).flatMap { rule -> [WeekConflict] in
      guard desk.week.asked(rule).least > 0 else { return [] }
      let people = desk.eligible(for: desk.week.asked(rule))
      var found: [WeekConflict] = []
      var open: [(day: Int, slots: Range<Int>)] = []
      for stretch in desk.stretches(of: rule) {
        try throwIfCancelled()
        let own = moments(in: stretch.slots, presenceDemand(rule, people, stretch))
        found += own
        if own.isEmpty { open.append(stretch) }
      }
      return try found + program(rule, people, open).all()
    }
  }

  /// The program of a rule on presence in some stretches.
  func program(
    _ rule: Int,
    _ people: [PersonAnswers],
    _ stretches: [(day: Int, slots: Range<Int>)]
  ) -> PresenceConflicts {
    PresenceConflicts(
      desk: desk,
      rule: rule,
      people: people,
      stretches: stretches,
      solver: solver,
      stop: stop
    )
  }

  /// What a rule asks for at each moment of a stretch, whatever the others do.
  func presenceDemand(
    _ rule: Int,
    _ people: [PersonAnswers],
    _ stretch: (day: Int, slots: Range<Int>)
  ) -> Demand {
    let wanted = desk.week.asked(rule)
    let own = WeekMember.presence(rule: rule, day: stretch.day)
    let counts = { (answers: PersonAnswers, active: Set<WeekMember>) in
      self.desk.counts(answers, for: wanted, in: stretch.slots, active)
    }
    return Demand(
      people: people,
      members: [own],
      present: { answers, slot, active in
        counts(answers, active) && answers.isPresent(in: slot, active)
      },
      reach: { answers, active in
        counts(answers, active) ? answers.presence(active) : []
      },
      isEnough: { people, active, _ in
        !active.contains(own) || people.count >= wanted.least
      },
      name: { .presence(rule: rule, from: $0, until: $1) }
    )
  }

  /// Moments at which too few can work for queues with a least number of agents.
  func agents() throws -> [WeekConflict] {
    let settings = desk.week.inputs.settings
    let queues = settings.queues.indices.filter { settings.queues[$0].target.minimumAgents > 0 }
    guard !queues.isEmpty else { return [] }
    let asked = queues.map { [$0] } + (queues.count > 1 ? [queues] : [])
    return try desk.stretches.flatMap { stretch -> [WeekConflict] in
      try throwIfCancelled()
      return asked.flatMap { moments(in: stretch.slots, agentsDemand($0, stretch)) }
    }
  }

  /// What queues ask for at each moment of a stretch: people given to them so that each has enough.
  func agentsDemand(_ queues: [Int], _ stretch: (day: Int, slots: Range<Int>)) -> Demand {
    let settings = desk.week.inputs.settings
    let members = queues.map { WeekMember.minimumAgents(queue: $0, day: stretch.day) }
    let open = desk.open
    return Demand(
      people: desk.people,
      members: members,
      present: { answers, slot, active in
        queues.contains { answers.works(for: $0, in: slot, active) }
      },
      reach: { answers, active in
        queues.map { answers.work(for: $0, active) }.reduce([]) { all, own in
          all.isEmpty ? own : zip(all, own).map { $0 || $1 }
        }
      },
      isEnough: { people, active, slot in
        let room = zip(queues, members).map { queue, member in
          active.contains(member) && open[queue][slot]
            ? settings.queues[queue].target.minimumAgents : 0
        }
        let sum = room.reduce(0, +)
        guard people.count >= sum else { return false }
        // those who can be there can work for the only queue
        guard queues.count > 1 else { return true }
        var matching = PlaceMatching(room: room)
        for answers in people where matching.count < sum {
          let own = room.indices.filter {
            room[$0] > 0 && answers.works(for: queues[$0], in: slot, active)
          }
          if !own.isEmpty { _ = matching.add(own) }
        }
        return matching.count >= sum
      },
      name: { .agents(queues: queues, from: $0, until: $1) }
    )
  }
}

extension WeekConflicts {
  /// A demand on how many can be there at a moment.
  struct Demand {
    let people: [PersonAnswers]
    /// The members that make the demand.
    let members: [WeekMember]
    /// Whether somebody can be there in a slot.
    let present: (PersonAnswers, Int, Set<WeekMember>) -> Bool
    /// The slots in which somebody can be there; empty for none.
    let reach: (PersonAnswers, Set<WeekMember>) -> [Bool]
    /// Whether those who can be there in a slot are enough.
    let isEnough: ([PersonAnswers], Set<WeekMember>, Int) -> Bool
    /// What it is called from one moment to another.
    let name: (Instant, Instant) -> WeekDemand

    /// Whether enough can be there in a slot.
    func isMet(in slot: Int, _ active: Set<WeekMember>) -> Bool {
      let there = people.filter { answers in
        let reach = reach(answers, active)
        return slot < reach.count && reach[slot]
      }
      return isEnough(there, active, slot)
    }

    /// Whether enough can be there in each of some slots.
    func isMet(in slots: Range<Int>, _ active: Set<WeekMember>) -> Bool {
      slots.allSatisfy { isMet(in: $0, active) }
    }
  }

  /// The conflicts of a demand in the slots of a stretch.
  func moments(in slots: Range<Int>, _ demand: Demand) -> [WeekConflict] {
    let all = Set(demand.members).union(desk.personal)
    var failing = slots.filter { !demand.isMet(in: $0, all) }
    var found: [WeekConflict] = []
    while let slot = worst(failing, demand, all) {
      let members = explain(demand, in: slot, all)
      let active = Set(members)
      let same = failing.filter { $0 == slot || !demand.isMet(in: $0, active) }
      let run = Self.run(of: same, around: slot)
      found.append(
        WeekConflict(
          demand: demand.name(
            desk.frame.grid.instant(at: run.lowerBound),
            desk.frame.grid.instant(at: run.upperBound)
          ),
          members: members
        )
      )
      failing.removeAll(where: same.contains)
    }
    return found
  }

  /// The slot in which fewest can be there; the first of equals.
  private func worst(_ slots: [Int], _ demand: Demand, _ active: Set<WeekMember>) -> Int? {
    let reaches = slots.isEmpty ? [] : demand.people.map { demand.reach($0, active) }
    return slots.min { first, second in
      let count = { (slot: Int) in reaches.count { slot < $0.count && $0[slot] } }
      return (count(first), first) < (count(second), second)
    }
  }

  /// An irreducible set: first of each person who cannot be there why, then all together.
  private func explain(
    _ demand: Demand,
    in slot: Int,
    _ all: Set<WeekMember>
  ) -> [WeekMember] {
    var reasons: [[WeekMember]] = []
    for answers in demand.people where !demand.present(answers, slot, all) {
      let finder = QuickExplain<WeekMember> { demand.present(answers, slot, $0) }
      reasons.append(finder.conflict(among: answers.week.members))
    }
    let candidates = demand.members + WeekDesk.united(reasons)
    let finder = QuickExplain<WeekMember> { active in
      demand.isEnough(
        demand.people.filter { demand.present($0, slot, active) },
        active,
        slot
      )
    }
    return finder.conflict(among: candidates)
  }

  /// The run of touching slots around one of them.
  private static func run(of slots: [Int], around slot: Int) -> Range<Int> {
    let known = Set(slots)
    var (low, high) = (slot, slot + 1)
    while known.contains(low - 1) { low -= 1 }
    while known.contains(high) { high += 1 }
    return low..<high
  }
}
