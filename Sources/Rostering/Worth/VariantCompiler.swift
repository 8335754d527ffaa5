import Workforce

/// Compiles the changes of a week whose worth is asked for.
struct VariantCompiler: Sendable {
  /// The template of the hour that somebody more works; no contract has it.
  static let extraHour = "one more hour"

  let inputs: PlanningInputs
  let problem: RosterProblem
  private let frame: WeekFrame
  /// Everybody's position in the problem, by identifier.
  let positions: [String: Int]

  /// Takes the inputs with the template of the extra hour, and the week compiled from them.
  init(
    inputs: PlanningInputs,
    grid: TimeGrid,
    problem: RosterProblem
  ) throws(ShiftwrightError) {
    self.inputs = inputs
    self.problem = problem
    frame = try WeekFrame(inputs: inputs, grid: grid)
    positions = Dictionary(
      problem.employees.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The inputs with a template for the extra hour.
  static func widened(_ inputs: PlanningInputs) -> PlanningInputs {
    var wide = inputs
    wide.settings.shiftTemplates.append(
      ShiftTemplate(
        name: extraHour,
        length: .hours(1),
        breaks: [],
        minimumStretch: .minutes(inputs.settings.rosterSlotMinutes)
      )
    )
    return wide
  }

  /// Slots of an hour.
  var hourSlots: Int { 60 / problem.grid.stepMinutes }

  /// The week with a change; `nil` where it acts on nobody or leaves somebody without a legal week.
  func variant(_ change: WorthCase) -> WeekVariant? {
    switch change {
    case .hour(let queues, let slot): hour(queues, slot)
    case .shift(let employee, let date): absence(of: employee, on: date)
    case .rule(let rule): lifted(rule)
    case .certificate(let employee, let skill): certified(employee, skill)
    }
  }

  private func hour(_ queues: [Int], _ slot: Int) -> WeekVariant? {
    guard slot >= 0, slot + hourSlots <= problem.slotCount,
      let shape = problem.shapes.firstIndex(where: { $0.name == Self.extraHour }),
      let day = problem.grid.days.firstIndex(where: { $0.contains(slot) })
    else { return nil }
    var variant = WeekVariant(problem)
    var table = GroupTable(problem.groups)
    let group = table.position(of: queues.sorted())
    variant.groups = table.groups
    variant.added = [phantom(shape: shape, group: group, day: day, slot: slot)]
    return variant
  }

  /// Somebody who works the one hour, and is paid what the day would cost for being a weekend's.
  private func phantom(shape: Int, group: Int, day: Int, slot: Int) -> RosterEmployee {
    let weekend = problem.prices.weekendCost(history: 0, day: day, dayBeforeWorked: false)
    let option = ShiftOption(
      start: slot,
      shape: shape,
      clock: problem.grid.local(at: slot).minuteOfDay,
      pay: -weekend,
      startWish: 0,
      dayOffWish: 0
    )
    return RosterEmployee(
      id: Self.extraHour,
      site: 0,
      days: (0..<problem.dayCount).map {
        EmployeeDay(group: group, options: $0 == day ? [option] : [])
      },
      totals: TotalsAutomaton(
        paidMinutes: problem.shapes.indices.map { $0 == shape ? 60 : nil },
        dayCount: problem.dayCount,
        daysAllowed: 1...1,
        paidAllowed: 60...60
      ),
      sequence: SequenceAutomaton(maximumRun: 7, history: 0, dayCount: problem.dayCount),
      minimumRest: 0,
      maximumStartChange: .max,
      overtimeAfter: 60,
      minimumPaid: 0,
      wagePerMinute: 0,
      weekendHistory: 0
    )
  }

  private func absence(of employee: String, on date: LocalDate) -> WeekVariant? {
    guard let position = positions[employee] else { return nil }
    var own = alone(employee)
    own.absences.append(
      Absence(
        employee: employee,
        from: LocalDateTime(date: date, time: .midnight),
        until: LocalDateTime(date: date.adding(days: 1), time: .midnight),
        kind: "away"
      )
    )
    return variant([position], own)
  }

  private func certified(_ employee: String, _ skill: String) -> WeekVariant? {
    guard let position = positions[employee] else { return nil }
    var own = alone(employee)
    if inputs.hasCertificates {
      own.skillSpans.append(SkillSpan(employee: employee, skill: skill))
    } else {
      own.skills.append(SkillGrant(employee: employee, skill: skill))
    }
    return variant([position], own)
  }

  private func lifted(_ rule: RosterRule) -> WeekVariant? {
    guard let free = rule.lifted(from: inputs) else { return nil }
    if let source = rule.headSource {
      guard let coupling = problem.coupling.without(source) else { return nil }
      var variant = WeekVariant(problem)
      variant.changed = problem.employees.enumerated().map { ($0, $1) }
      variant.coupling = coupling
      return variant
    }
    guard var variant = variant(Array(problem.employees.indices), free) else { return nil }
    variant.coupling = variant.coupling.with(
      overtimeBudgets: free.settings.sites.map { $0.overtimeBudget?.wholeMinutes ?? Int.max }
    )
    variant.prices = TourPrices(free.settings, dates: problem.grid.dates)
    return variant
  }

  /// The inputs that speak of one person alone, so that they are looked through at once.
  func alone(_ id: String) -> PlanningInputs {
    var own = inputs
    own.employees = inputs.employees.filter { $0.id == id }
    own.skills = inputs.skills.filter { $0.employee == id }
    own.availability = inputs.availability.filter { $0.employee == id }
    own.absences = inputs.absences.filter { $0.employee == id }
    own.preferences = inputs.preferences.filter { $0.employee == id }
    own.pastDuties = inputs.pastDuties.filter { $0.employee == id }
    own.skillSpans = inputs.skillSpans.filter { $0.employee == id }
    own.traineeSpans = inputs.traineeSpans.filter { $0.employee == id }
    return own
  }

  /// Compiles people at these positions from other inputs.
  func variant(_ people: [Int], _ inputs: PlanningInputs) -> WeekVariant? {
    var variant = WeekVariant(problem)
    var groups = GroupTable(problem.groups)
    var agendas = AgendaTable(problem.coupling.sessions, known: problem.coupling.agendas)
    let index = PeopleIndex(inputs: inputs, week: frame.grid)
    let named = Dictionary(
      inputs.employees.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for position in people {
      guard let employee = named[problem.employees[position].id] else { return nil }
      let compiler = EmployeeCompiler(
        employee: employee,
        inputs: inputs,
        frame: frame,
        index: index
      )
      guard case .success(var numbers) = compiler.compile(groups: &groups, agendas: &agendas)
      else { return nil }
      numbers.headSet = problem.employees[position].headSet
      variant.changed.append((position, numbers))
    }
    variant.groups = groups.groups
    variant.coupling = problem.coupling.with(agendas: agendas.agendas)
    return variant
  }
}

extension RosterRule {
  /// The limits on heads that it stands for.
  fileprivate var headSource: HeadLimit.Source? {
    switch self {
    case .presence: .presence
    case .heads: .heads
    case .siteSeats: .seats
    default: nil
    }
  }
}
