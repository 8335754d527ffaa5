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
