import Workforce

extension WeekDesk {
  /// The runs of slots of a rule on presence or an entry of heads in which the same people count, cut at
  /// midnight.
  func stretches(of rule: Int) -> [(day: Int, slots: Range<Int>)] {
    let first = week.inputs.training.presence.count
    guard rule >= first else { return stretches }
    return crowds { labor, _ in
      var own = labor.heads[rule - first]
      own.most = nil
      labor.heads = [own]
    }.map { (frame.grid.day(of: $0.slots.lowerBound), $0.slots) }
  }

  /// The runs of slots in which a limit on heads is in force, with those who count in it.
  func crowds(of limit: MostHeads) -> [(slots: Range<Int>, people: Set<String>)] {
    crowds { labor, sites in
      switch limit {
      case .heads(let position):
        var own = labor.heads[position]
        own.least = 0
        labor.heads = [own]
      case .site(let name):
        labor.heads = []
        for index in sites.indices where sites[index].name == name {
          sites[index].seats = week.most(limit)
        }
      }
    }
  }

  /// The limits on heads of changed settings, those of sites left out.
  private func crowds(
    _ change: (inout LaborSettings, inout [Site]) -> Void
  ) -> [(slots: Range<Int>, people: Set<String>)] {
    var own = week.inputs
    for index in own.settings.sites.indices { own.settings.sites[index].seats = nil }
    change(&own.settings.labor, &own.settings.sites)
    let index = PeopleIndex(inputs: own, week: frame.grid)
    return HeadCrowds(inputs: own, index: index, grid: frame.grid).limits
      .map { ($0.limit.slots, $0.members) }
  }
}

extension WeekConflicts {
  /// Limits on heads that cannot be kept at some moment: too many must be at work.
  func tooMany() throws -> [WeekConflict] {
    try desk.week.limits.flatMap { limit in
      try crowds(of: limit).flatMap { crowd -> [WeekConflict] in
        try throwIfCancelled()
        return moments(in: crowd.slots, crowdDemand(limit, crowd))
      }
    }
  }

  /// Those who can have a week, in the runs of slots in which a limit is in force.
  func crowds(of limit: MostHeads) -> [(slots: Range<Int>, people: [PersonAnswers])] {
    let most = desk.week.most(limit) ?? .max
    let able = possible
    return desk.crowds(of: limit).compactMap { slots, names in
      let people = able.filter { names.contains($0.week.person.id) }
      return people.count > most ? (slots, people) : nil
    }
  }

  /// What a limit asks for at each moment: that so many can be away as are too many.
  func crowdDemand(
    _ limit: MostHeads,
    _ crowd: (slots: Range<Int>, people: [PersonAnswers])
  ) -> Demand {
    let most = desk.week.most(limit) ?? .max
    let own = WeekMember.most(limit)
    return Demand(
      people: crowd.people,
      members: [own],
      present: { answers, slot, active in answers.isAway(in: slot, active) },
      reach: { answers, active in answers.absence(active) },
      isEnough: { away, active, _ in
        !active.contains(own) || crowd.people.count - away.count <= most
      },
      name: { .tooMany(limit, from: $0, until: $1) }
    )
  }
}
