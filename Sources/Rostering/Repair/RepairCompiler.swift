import Workforce

/// Puts the published week, the locks and the new circumstances of each person together.
struct RepairCompiler {
  /// One person.
  struct Person {
    let numbers: RosterEmployee
    let cells: [RepairCell]
    /// True when the week is not legal as it stands, but another one is.
    let isIllegal: Bool
  }

  private let inputs: PlanningInputs
  private let problem: RosterProblem
  private let frame: WeekFrame
  private let index: PeopleIndex
  private let changes: ChangeRequest
  private let weeks: PublishedWeeks
  private let compiled: [String: RosterEmployee]
  private let headSets: [String: Int]
  private let reasons: [String: [String]]
  /// Sets of queues; those of shifts that nobody could work any more are added.
  private(set) var groups: [RosterGroup]
  /// What training the shifts hold.
  var agendas: [Agenda] { weeks.agendas }
  /// People without shifts for whom no week keeps all rules.
  private(set) var impossible: [ImpossibleEmployee] = []
  /// People who keep a week that breaks the rules named.
  private(set) var kept: [ImpossibleEmployee] = []

  init(
    inputs: PlanningInputs,
    built: RosterProblemBuilder.Built,
    published: Roster,
    changes: ChangeRequest
  ) throws(ShiftwrightError) {
    self.inputs = inputs
    self.changes = changes
    problem = built.problem
    frame = try WeekFrame(inputs: inputs, grid: built.problem.grid)
    index = PeopleIndex(inputs: inputs, week: built.problem.grid)
    weeks = try PublishedWeeks(published, inputs: inputs, problem: built.problem)
    groups = built.problem.groups
    compiled = Dictionary(
      built.problem.employees.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    headSets = built.headSets
    reasons = Dictionary(
      built.impossible.map { ($0.employee, $0.conflict) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private var now: Instant? { changes.now.map { problem.grid.zone.instant(at: $0) } }

  /// Everybody with a legal week or a published shift, in the order of the inputs.
  mutating func people() -> [Person] {
    var people: [Person] = []
    for employee in inputs.employees {
      if let person = person(employee) { people.append(person) }
    }
    return people
  }

  private mutating func person(_ employee: Employee) -> Person? {
    let cells = cells(of: employee)
    guard let base = compiled[employee.id] else {
      guard cells.contains(where: { $0.published != nil }) else {
        if let conflict = reasons[employee.id] {
          impossible.append(ImpossibleEmployee(employee: employee.id, conflict: conflict))
        }
        return nil
      }
      return frozen(employee, cells)
    }
    var own = cells
    for day in own.indices { own[day].published = placed(own[day].published, of: base) }
    let isMissing = own.indices.contains { own[$0].published == nil && cells[$0].isForced }
    guard !isMissing else { return frozen(employee, cells) }
    for day in own.indices where own[day].published == nil && cells[day].published != nil {
      own[day].isLost = true
    }
    let numbers = restricted(base, own)
    let isLegal = problem.isLegal(own.compactMap(\.published), for: numbers)
    guard isLegal || problem.hasLegalWeek(numbers) else { return frozen(employee, cells) }
    return Person(numbers: numbers, cells: own, isIllegal: !isLegal)
  }

  /// What is published, locked and lost on each date.
  private func cells(of employee: Employee) -> [RepairCell] {
    let week = weeks.shifts[employee.id] ?? Array(repeating: nil, count: problem.dayCount)
    let grid = problem.grid
    let zone = frame.clock(ofSite: employee.site).zone
    let today = now.map { zone.local(at: $0).date }
    let away = index.absences(of: employee).map {
      (from: zone.instant(at: $0.from), until: zone.instant(at: $0.until))
    }
    return week.indices.map { day in
      var cell = RepairCell(published: week[day])
      let date = grid.dates[day]
      cell.isLocked =
        changes.isLocked(employee.id, on: date) || today.map { date < $0 } ?? false
      guard let shift = week[day] else { return cell }
      let start = grid.instant(at: shift.start)
      let end = grid.instant(at: shift.start + problem.shapes[shift.shape].length)
      if let now, start < now { cell.isLocked = true }
      if shift.agenda >= 0 { cell.isLocked = true }
      if away.contains(where: { $0.from < end && start < $0.until }) {
        cell.published = nil
        cell.isLost = true
      }
      return cell
    }
  }

  /// The shift with its group when it is still one of the person's options; else `nil`.
  private func placed(_ shift: PlannedShift?, of employee: RosterEmployee) -> PlannedShift? {
    guard let shift, problem.option(for: shift, of: employee) != nil else { return nil }
    return shift.serving(in: employee.days[shift.day].group)
  }

  /// The person with the options that locks and the time leave.
  private func restricted(_ base: RosterEmployee, _ cells: [RepairCell]) -> RosterEmployee {
    var employee = base
    let days = zip(base.days, cells).map { day, cell in
      let options = day.options.filter { option in
        guard option.agenda == cell.published?.agenda ?? -1 else { return false }
        if cell.isLocked {
          return option.start == cell.published?.start && option.shape == cell.published?.shape
        }
        return now.map { problem.grid.instant(at: option.start) >= $0 } ?? true
      }
      return EmployeeDay(group: day.group, options: options)
    }
    employee.days = days
    employee.sequence = SequenceAutomaton(
      base.freeSequence ?? base.sequence,
      workingOn: cells.map(\.isForced)
    )
    employee.demands = []
    employee.hasClasses = cells.contains { $0.published?.agenda ?? -1 >= 0 }
    return employee
  }

  /// A person who keeps what is published, whatever rules it breaks.
  private mutating func frozen(_ employee: Employee, _ cells: [RepairCell]) -> Person {
    let freezer = WeekFreezer(
      employee: employee,
      inputs: inputs,
      frame: frame,
      index: index,
      agendas: agendas
    )
    var locked = cells
    for day in locked.indices {
      locked[day].isLocked = true
      guard let shift = locked[day].published else { continue }
      let queues = weeks.queues[employee.id]?[day] ?? []
      locked[day].published = shift.serving(
        in: group(of: queues, tenths: index.stage(of: employee, on: frame.grid.dates[day])?.tenths)
      )
    }
    let shifts = locked.compactMap(\.published)
    let broken = freezer.brokenRules(shifts)
    let conflict = broken.isEmpty ? reasons[employee.id] ?? [] : broken
    kept.append(ImpossibleEmployee(employee: employee.id, conflict: conflict))
    var numbers = freezer.numbers(shifts)
    numbers.headSet = headSets[employee.id] ?? 0
    return Person(numbers: numbers, cells: locked, isIllegal: false)
  }

  private mutating func group(of queues: [Int], tenths: Int?) -> Int {
    let group = RosterGroup(queues: queues, tenths: tenths ?? RosterGroup.fullPerson)
    if let known = groups.firstIndex(of: group) { return known }
    groups.append(group)
    return groups.count - 1
  }
}

extension PlannedShift {
  /// The same shift in another group.
  func serving(in group: Int) -> PlannedShift {
    copy(group: group, pauses: pauses, agenda: agenda)
  }

  /// The same shift with other training.
  func holding(_ agenda: Int) -> PlannedShift {
    copy(group: group, pauses: pauses, agenda: agenda)
  }

  /// The same shift with other breaks.
  func pausing(at pauses: SIMD8<UInt16>) -> PlannedShift {
    copy(group: group, pauses: pauses, agenda: agenda)
  }

  private func copy(group: Int, pauses: SIMD8<UInt16>, agenda: Int) -> PlannedShift {
    PlannedShift(
      day: day,
      start: start,
      shape: shape,
      group: group,
      agenda: agenda,
      pauses: pauses
    )
  }
}
