import Workforce

/// What may be changed to seat more people: each is tried by solving again.
enum PlacementChange: CaseIterable, Sendable {
  case oneMoreClass, oneMoreSeat, anotherTrainer, anotherRoom, anHourEarlier, anHourLater

  /// The scenario with the change, for these courses.
  func applied(to inputs: PlanningInputs, courses: Set<String>) -> PlanningInputs {
    var changed = inputs
    switch self {
    case .oneMoreClass: changed.training.placement?.sessionsPerWeek += 1
    case .oneMoreSeat:
      for index in changed.training.rooms.indices { changed.training.rooms[index].seats += 1 }
      for index in changed.training.courses.indices
      where courses.contains(changed.training.courses[index].name) {
        changed.training.courses[index].seats = changed.training.courses[index].seats.map { $0 + 1 }
      }
    case .anotherTrainer:
      for index in changed.training.courses.indices
      where courses.contains(changed.training.courses[index].name)
        && !changed.training.courses[index].trainers.isEmpty
      {
        changed.training.courses[index].trainers.append(Self.guest)
      }
    case .anotherRoom: addRooms(&changed)
    case .anHourEarlier: move(&changed, start: -60, end: 0)
    case .anHourLater: move(&changed, start: 0, end: 60)
    }
    return changed
  }

  /// The identifier of a trainer who is nobody yet.
  static let guest = "another trainer"

  private func addRooms(_ inputs: inout PlanningInputs) {
    var seen: Set<String> = []
    for room in inputs.training.rooms where seen.insert(room.site).inserted {
      let name = "another room, \(room.site)"
      inputs.training.rooms.append(Room(name: name, site: room.site, seats: room.seats))
      for index in inputs.training.courses.indices
      where !inputs.training.courses[index].rooms.isEmpty {
        inputs.training.courses[index].rooms.append(name)
      }
    }
  }

  private func move(_ inputs: inout PlanningInputs, start: Int, end: Int) {
    guard let hours = inputs.training.placement?.hours, !hours.crossesMidnight,
      let first = ClockTime(minutes: max(0, hours.start.minutes + start)),
      let last = ClockTime(minutes: min(1440, hours.end.minutes + end))
    else { return }
    inputs.training.placement?.hours = ClockWindow(start: first, end: last)
  }
}
