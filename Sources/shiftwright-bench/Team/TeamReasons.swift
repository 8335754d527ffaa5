import Rostering

extension TeamInstance {
  /// Obstacles in words, with the agents, sites and slots of the file.
  func reasons(_ obstacles: [RosterObstacle]) -> [String] { obstacles.map(sentence) }

  private func sentence(_ obstacle: RosterObstacle) -> String {
    switch obstacle {
    case .noWeek(let employee):
      "agent \(agents[employee].id): no week keeps days, paid slots, availability, rest and training"
    case .overtime(let site, let least):
      "overtime of site \(site): every roster has at least \(least / 15) slots, "
        + "the budget is \(otBudget[site])"
    case .seats(let employees, let sessions):
      "seats: agents \(list(employees.map { agents[$0].id })) can attend sessions "
        + "\(list(sessions)) only, with \(sessions.reduce(0) { $0 + self.sessions[$1].cap }) seats"
    case .tooFew(let limit, let slot, let possible):
      "heads limit \(limit), \(place(slot)): at most \(possible) can be present, "
        + "at least \(heads?[limit].least ?? 0) wanted"
    case .tooMany(let limit, let slot, let unavoidable):
      "heads limit \(limit), \(place(slot)): at least \(unavoidable) must be present, "
        + "at most \(heads?[limit].most ?? 0) allowed"
    case .conflict(let limits, let isSmallest): conflict(limits, isSmallest: isSmallest)
    case .notFound(let limits):
      "no roster was found that keeps \(limits.map(name).joined(separator: "; ")); it is not proved "
        + "that there is none, more effort or another seed may find one"
    }
  }

  private func conflict(_ limits: [RosterLimit], isSmallest: Bool) -> String {
    let names = limits.map(name).joined(separator: "; ")
    guard limits.count > 1 else { return "no roster keeps \(names)" }
    let end = isSmallest ? "" : ", perhaps even fewer of them"
    return "no roster keeps all of these together\(end): \(names)"
  }

  /// A limit as the file has it.
  private func name(_ limit: RosterLimit) -> String {
    switch limit {
    case .overtime(let site): return "overtime of site \(site) (at most \(otBudget[site]) slots)"
    case .seats(let session):
      return "seats of session \(session) (at most \(sessions[session].cap))"
    case .heads(let index):
      guard let limit = heads?[index] else { return "heads limit \(index)" }
      let bounds = [limit.least.map { "at least \($0)" }, limit.most.map { "at most \($0)" }]
      let wanted = bounds.compactMap(\.self).joined(separator: " and ")
      return "heads limit \(index) (\(place(limit.from)) to \(place(limit.until)), \(wanted))"
    }
  }

  private func list(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "none" : numbers.map { "\($0)" }.joined(separator: ", ")
  }

  /// A slot as day and clock time.
  private func place(_ slot: Int) -> String {
    let minutes = slot % TeamChecker.daySlots * 15
    let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "day \(slot / TeamChecker.daySlots) \(clock.joined(separator: ":"))"
  }
}
