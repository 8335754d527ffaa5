import Workforce

/// Finds out for whom the seats of the week's classes are not enough.
///
/// People are seated one after the other along alternating paths (Hall 1935): whoever cannot be
/// seated beside all before is left out. A path only takes classes with which the person has a legal
/// week.
struct SeatCrowd {
  /// Everyone who can be seated beside the others, in the order given.
  let possible: [RosterEmployee]
  /// The people left out, with the reason.
  let impossible: [ImpossibleEmployee]

  init(
    employees: [RosterEmployee],
    coupling: Coupling,
    hasLegalWeek: (RosterEmployee) -> Bool
  ) {
    var matching = Matching(seats: coupling.sessions.map(\.seats))
    var possible: [RosterEmployee] = []
    var impossible: [ImpossibleEmployee] = []
    for employee in employees {
      guard employee.hasClasses else {
        possible.append(employee)
        continue
      }
      let before = matching
      let wants = Self.wants(of: employee, coupling, hasLegalWeek)
      guard let lacking = wants.first(where: { !matching.add($0) }) else {
        possible.append(employee)
        continue
      }
      matching = before
      let names = lacking.map { coupling.sessions[$0].name }.joined(separator: ", ")
      let seats = lacking.reduce(0) { $0 + coupling.sessions[$1].seats }
      impossible.append(
        ImpossibleEmployee(
          employee: employee.id,
          conflict: [
            "class seats: attends one of \(names), whose \(seats) seats are taken by others who can "
              + "attend no other class"
          ]
        )
      )
    }
    (self.possible, self.impossible) = (possible, impossible)
  }

  /// Per course: the classes of which the person can take a seat.
  private static func wants(
    of employee: RosterEmployee,
    _ coupling: Coupling,
    _ hasLegalWeek: (RosterEmployee) -> Bool
  ) -> [[Int]] {
    let used = Set(employee.days.flatMap(\.options).map(\.agenda)).filter { $0 >= 0 }.sorted()
    return employee.courses.map { course in
      let offered = course.filter { session in
        used.contains { coupling.agendas[$0].seated.contains(session) }
      }
      guard offered.count > 1 else { return offered }
      return offered.filter { session in
        let others = Set(offered.filter { $0 != session })
        var only = employee
        only.days = employee.days.map { day in
          EmployeeDay(
            group: day.group,
            options: day.options.filter {
              $0.agenda < 0 || others.isDisjoint(with: coupling.agendas[$0.agenda].seated)
            }
          )
        }
        return hasLegalWeek(only)
      }
    }
  }

  private struct Matching {
    let seats: [Int]
    private var holders: [[Int]]
    private var choices: [[Int]] = []

    init(seats: [Int]) {
      self.seats = seats
      holders = seats.map { _ in [] }
    }

    /// Seats somebody in one of some sessions; false when all are full for good.
    mutating func add(_ sessions: [Int]) -> Bool {
      choices.append(sessions)
      var seen: [Int] = []
      return place(choices.count - 1, &seen)
    }

    private mutating func place(_ want: Int, _ seen: inout [Int]) -> Bool {
      for session in choices[want] where !seen.contains(session) {
        seen.append(session)
        if holders[session].count < seats[session] {
          holders[session].append(want)
          return true
        }
        for position in holders[session].indices
        where place(holders[session][position], &seen) {
          holders[session][position] = want
          return true
        }
      }
      return false
    }
  }
}
