import Workforce

/// Whether renewals that may wait beyond the placed weeks have seats in time.
struct LaterCapacity {
  let inputs: PlanningInputs
  let horizon: PlacementHorizon

  /// A course whose later renewals are more than its later seats.
  struct Shortage: Hashable, Sendable {
    var course: String
    /// The day by which too many lapse.
    var date: LocalDate
    /// Renewals due by then, and seats in the weeks between.
    var renewals: Int
    var seats: Int
    /// How many weeks must be placed together so that this week's seats are used for them.
    var weeks: Int
    /// Seats in all those weeks.
    var together: Int
  }

  /// The first shortage of each course, by name; a week that is partly over counts in full, so there
  /// may be fewer seats still.
  func shortages(_ later: [PlacementSeeker]) -> [Shortage] {
    Set(later.map(\.course)).sorted().compactMap { course in
      let own = later.filter { $0.course == course }.sorted { $0.by < $1.by }
      for (index, seeker) in own.enumerated() {
        let date = seeker.by.date
        if index + 1 < own.count, own[index + 1].by.date == date { continue }
        let seats = seats(of: course, before: date)
        if seats < index + 1 {
          return Shortage(
            course: course,
            date: date,
            renewals: index + 1,
            seats: seats,
            weeks: weeks(to: date).count + horizon.weeks.count,
            together: seats + self.seats(of: course, in: horizon.weeks)
          )
        }
      }
      return nil
    }
  }

  /// The weeks after the placed ones with a day before a date.
  private func weeks(to date: LocalDate) -> [ISOWeek] {
    guard let last = horizon.weeks.last else { return [] }
    return (1...53).map { last.adding(weeks: $0) }.prefix { $0.monday < date }.map(\.self)
  }

  private func seats(of name: String, before date: LocalDate) -> Int {
    seats(of: name, in: weeks(to: date))
  }

  private func seats(of name: String, in weeks: [ISOWeek]) -> Int {
    weeks.reduce(0) { sum, week in
      guard let course = inputs.training.course(name, on: week.monday) else { return sum }
      let sessions = inputs.training.sessions.filter {
        $0.course == name && ISOWeek(containing: $0.start.date) == week
      }
      let free = sessions.reduce(0) { $0 + max(0, $1.seats - $1.attendees.count) }
      let more = max(0, (inputs.training.placement?.sessionsPerWeek ?? 0) - sessions.count)
      return sum + free + more * size(of: course)
    }
  }

  /// Seats of a class: the course's, or the largest room's where that has fewer.
  private func size(of course: Course) -> Int {
    let rooms = inputs.training.rooms.filter {
      course.rooms.isEmpty || course.rooms.contains($0.name)
    }
    let needsRoom = course.mode != .online && !inputs.training.rooms.isEmpty
    let room = needsRoom ? rooms.map(\.seats).max() ?? 0 : 10_000
    return min(course.seats ?? 10_000, room)
  }
}
