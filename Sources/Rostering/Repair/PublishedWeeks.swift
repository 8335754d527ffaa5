import Workforce

/// A roster of another plan on the roster grid.
struct PublishedWeeks {
  /// Per person: one entry per date, `nil` on dates off; groups are not yet known.
  let shifts: [String: [PlannedShift?]]
  /// Per person and date: the queues that the shift was planned for, by position.
  let queues: [String: [[Int]]]
  /// What training the shifts hold: those known before, and those of the published week.
  let agendas: [Agenda]

  /// Shifts that cannot be planned with, and why; they are left out.
  let faults: [String]

  private static let listed = 20

  /// Finds each shift's shape.
  ///
  /// Throws with all shifts that have none: they cannot be planned with.
  init(_ roster: Roster, inputs: PlanningInputs, problem: RosterProblem) throws(ShiftwrightError) {
    self.init(readable: roster, inputs: inputs, problem: problem)
    guard faults.isEmpty else { throw Self.error(faults) }
  }

  /// Finds each shift's shape, and leaves out those that have none.
  init(readable roster: Roster, inputs: PlanningInputs, problem: RosterProblem) {
    var shifts: [String: [PlannedShift?]] = [:]
    var queues: [String: [[Int]]] = [:]
    var faults: [String] = []
    let names = inputs.settings.queues.map(\.name)
    let contracts = inputs.contractNames
    let clocks = PersonalClocks(inputs)
    let classes = WeekClasses(inputs: inputs, grid: problem.grid)
    let people = problem.peopleByIdentifier
    var agendas = AgendaTable(problem.coupling.sessions, known: problem.coupling.agendas)
    for tour in roster.tours {
      let contract = contracts[tour.employee].flatMap(inputs.settings.contract(named:))
      var week = [PlannedShift?](repeating: nil, count: problem.dayCount)
      var served = [[Int]](repeating: [], count: problem.dayCount)
      for shift in tour.shifts {
        let place = Self.place(
          shift,
          zone: clocks.zone(of: tour.employee),
          contract: contract,
          person: people[tour.employee],
          problem: problem,
          taken: week
        )
        switch place {
        case .success(let planned):
          week[planned.day] = planned.holding(
            classes.agenda(of: shift, for: tour.employee, table: &agendas)
          )
          served[planned.day] = shift.queues.compactMap(names.firstIndex)
        case .failure(let fault):
          faults.append("\(tour.employee) \(shift.date): \(fault.words)")
        }
      }
      shifts[tour.employee] = week
      queues[tour.employee] = served
    }
    self.faults = faults
    self.shifts = shifts
    self.queues = queues
    self.agendas = agendas.agendas
  }

  /// One week per person of a problem that knows ``agendas``; `nil` where the person has none that is
  /// legal there.
  func tours(in problem: RosterProblem) -> [PlannedTour?] {
    problem.employees.enumerated().map { position, employee in
      problem.adopted((shifts[employee.id] ?? []).compactMap(\.self), by: position)
    }
  }

  private struct Fault: Error {
    let words: String
  }

  private static func place(
    _ shift: Shift,
    zone: Zone,
    contract: ContractSettings?,
    person: RosterEmployee?,
    problem: RosterProblem,
    taken: [PlannedShift?]
  ) -> Result<PlannedShift, Fault> {
    guard let contract else { return .failure(Fault(words: "the person has no known contract.")) }
    let grid = problem.grid
    let start = grid.index(of: shift.start)
    guard let day = grid.dates.firstIndex(of: shift.date),
      zone.local(at: shift.start).date == shift.date, (0..<grid.count).contains(start),
      grid.instant(at: start) == shift.start
    else {
      return .failure(Fault(words: "the shift does not start on a slot of the roster grid."))
    }
    guard taken[day] == nil else { return .failure(Fault(words: "there are two shifts.")) }
    let fitting = problem.shapes.indices.compactMap { shape -> (shape: Int, pauses: [Int])? in
      guard contract.shiftTemplates.contains(problem.shapes[shape].name) else { return nil }
      return problem.shapes[shape].pauses(of: shift, slotMinutes: grid.stepMinutes)
        .map { (shape, $0) }
    }
    let sound = fitting.filter { problem.shapes[$0.shape].allows(pauses: $0.pauses) }
    // of the shapes that meal rules tell apart, the one that the person works
    let own = sound.first { item in
      person?.days[day].options.contains { $0.start == start && $0.shape == item.shape } ?? false
    }
    guard let found = own ?? sound.first ?? fitting.first else {
      let words = "no shift template of contract \(contract.name) has this length and breaks."
      return .failure(Fault(words: words))
    }
    var pauses = SIMD8<UInt16>(repeating: 0)
    for (index, offset) in found.pauses.enumerated() { pauses[index] = UInt16(offset) }
    return .success(
      PlannedShift(day: day, start: start, shape: found.shape, group: 0, pauses: pauses)
    )
  }

  private static func error(_ faults: [String]) -> ShiftwrightError {
    let more = faults.count > listed ? ["and \(faults.count - listed) more"] : []
    return ShiftwrightError(
      "The published roster has shifts that cannot be planned with:\n"
        + (faults.prefix(listed) + more).joined(separator: "\n")
        + "\nCorrect them in its roster.csv; 'shiftwright check' names every fault."
    )
  }
}

extension PlanningInputs {
  /// The name of everybody's contract, by identifier.
  fileprivate var contractNames: [String: String] {
    Dictionary(employees.map { ($0.id, $0.contract) }, uniquingKeysWith: { first, _ in first })
  }
}

extension RosterProblem {
  /// The people by identifier.
  fileprivate var peopleByIdentifier: [String: RosterEmployee] {
    Dictionary(employees.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ShiftShape {
  /// Offsets of a shift's breaks in slots; `nil` when it has not this length and these breaks.
  fileprivate func pauses(of shift: Shift, slotMinutes: Int) -> [Int]? {
    let breaks = shift.segments.filter(\.isBreak)
    guard shift.end.minutes(since: shift.start) == length * slotMinutes,
      breaks.count == pauses.count
    else { return nil }
    var offsets: [Int] = []
    for (segment, pause) in zip(breaks, pauses) {
      let offset = segment.start.minutes(since: shift.start)
      let kind: ShiftSegment.Kind = pause.kind == .lunch ? .lunch : .rest
      guard segment.kind == kind, offset % slotMinutes == 0,
        segment.end.minutes(since: segment.start) == pause.length * slotMinutes
      else { return nil }
      offsets.append(offset / slotMinutes)
    }
    return offsets
  }

  /// Whether breaks at these offsets lie in their windows and leave legal stretches of work.
  func allows(pauses offsets: [Int]) -> Bool {
    var from = 0
    for (offset, pause) in zip(offsets, pauses) {
      guard allowsStretch(offset - from), (pause.earliest...pause.latest).contains(offset) else {
        return false
      }
      from = offset + pause.length
    }
    return allowsStretch(length - from)
  }
}
