package import Workforce

/// The week's roster as numbers: what the pricing and the programs work on.
package struct RosterProblem: Sendable {
  /// The roster slots.
  let grid: TimeGrid
  /// Number of slots.
  package let slotCount: Int
  /// Number of dates.
  package let dayCount: Int
  /// Names of the queues.
  let queueNames: [String]
  /// Sets of queues.
  package let groups: [RosterGroup]
  /// The groups as flat numbers.
  let crews: [Crew]
  /// The queues of all groups, one group after the other.
  let crewQueues: [Int32]
  /// Shapes of shifts.
  package let shapes: [ShiftShape]
  /// How each shape's breaks are placed; `nil` when they cannot be.
  let placements: [BreakPlacement?]
  /// Prices of cover.
  let cover: CoverTable
  /// The people.
  package let employees: [RosterEmployee]
  /// The rows that couple people beside cover.
  package let coupling: Coupling
  /// Prices of tours apart from cover.
  let prices: TourPrices
  /// Most slots that a shift takes.
  let longestShape: Int
  /// Numbers of each shape's breaks; those of shapes without a placement are never used.
  let kernels: [BreakKernel]
  /// Per group: the shifts that someone of it may work, ascending.
  let entries: [[TableEntry]]
  /// Per group: the shifts with training that someone of it may work.
  let agendaEntries: [[AgendaEntry]]
  /// Per person: the group of most of their dates.
  let mainGroups: [Int]
  /// Per person: the groups in which the person works, ascending.
  let groupsOf: [[Int]]
  /// Per person: the week laid out for pricing.
  let plans: [PersonPlan]
  /// Per person: the horizon laid out for pricing; `nil` for people of one week.
  let horizons: [HorizonPlan?]
  /// Per person: what decides which coupling rows a week uses.
  let couplings: [PersonCoupling]
  /// Units of work for pricing one person's week.
  let pricingWork: Double
  /// Prices of coupling rows that are not kept.
  let penalties: CouplingPenalties
  /// Per date: the slots in which somebody's shift of the date may start.
  let startSpans: [Range<Int>]

  /// Lays a week out.
  package init(
    grid: TimeGrid,
    slotCount: Int,
    dayCount: Int,
    queueNames: [String],
    groups: [RosterGroup],
    shapes: [ShiftShape],
    cover: CoverTable,
    employees: [RosterEmployee],
    coupling: Coupling,
    prices: TourPrices
  ) {
    (self.grid, self.slotCount) = (grid, slotCount)
    self.dayCount = dayCount
    self.queueNames = queueNames
    self.groups = groups
    (crews, crewQueues) = Crew.flat(groups)
    self.shapes = shapes
    placements = shapes.map { BreakPlacement($0) }
    self.cover = cover
    self.employees = employees
    (self.coupling, self.prices) = (coupling, prices)
    longestShape = shapes.map(\.length).max() ?? 0
    kernels = zip(shapes, placements).map { shape, placement in
      placement?.kernel ?? BreakKernel(shape, ranges: [])
    }
    entries = Self.entries(of: employees, groups: groups.count)
    let agendas = Self.agendaEntries(of: employees, groups: groups.count)
    agendaEntries = agendas
    mainGroups = employees.map(\.mainGroup)
    groupsOf = employees.map { employee in
      Set(employee.days.filter { !$0.options.isEmpty }.map(\.group)).sorted()
    }
    let layout = PersonPlan.Layout(
      shapes: shapes,
      prices: prices,
      slotMinutes: grid.stepMinutes,
      denseEntries: (slotCount + 1) * shapes.count,
      agendaEntries: agendas
    )
    plans = employees.map { PersonPlan($0.inOneWeek, layout: layout) }
    horizons = HorizonPlan.all(employees, shapes: shapes, prices: prices)
    couplings = employees.map { PersonCoupling($0, coupling) }
    penalties = CouplingPenalties(
      cover: cover,
      employees: employees,
      slotMinutes: grid.stepMinutes,
      longestShape: longestShape,
      heads: coupling
    )
    startSpans = (0..<dayCount).map { Self.startSpan(of: employees, day: $0) }
    pricingWork = HorizonPlan.pricingWork(horizons) ?? Self.pricingWork(employees)
  }

  private static func pricingWork(_ employees: [RosterEmployee]) -> Double {
    let options = employees.reduce(0) { $0 + $1.days.reduce(0) { $0 + $1.options.count } }
    return 14 + 0.14 * Double(options) / Double(max(1, employees.count))
  }

  /// From the first to the last slot in which somebody's shift of a date may start.
  private static func startSpan(of employees: [RosterEmployee], day: Int) -> Range<Int> {
    let rows = employees.lazy.map(\.days[day].options).filter { !$0.isEmpty }
    let starts = rows.flatMap { [$0[0].start, $0[$0.count - 1].start] }
    guard let low = starts.min(), let high = starts.max() else { return 0..<0 }
    return low..<high + 1
  }

  /// Number of queues.
  var queueCount: Int { queueNames.count }

  /// Overtime budgets per site in minutes; `Int.max` when unlimited.
  var overtimeBudgets: [Int] { coupling.overtimeBudgets }

  /// The groups in which a person works, ascending.
  func groups(of employee: Int) -> [Int] { groupsOf[employee] }

  /// The part of the pay that no roster can avoid.
  package var contractPay: Double {
    employees.reduce(0) { $0 + $1.wagePerMinute * Double($1.minimumPaid) }
  }

  /// Whether a shift of a date may follow another of the date before.
  func allows(
    _ later: ShiftOption,
    on day: Int,
    after earlier: ShiftOption,
    for employee: RosterEmployee
  ) -> Bool {
    later.start - earlier.start - shapes[earlier.shape].length >= employee.minimumRest
      && abs(later.clock - earlier.clock) <= employee.maximumStartChange
      && rulePrice(of: later, on: day, after: earlier, for: employee) != nil
  }

  /// The cost of a person's shifts, breaks not regarded: pay, premium, preferences, changes,
  /// weekends.
  package func tour(of shifts: [PlannedShift], employee: RosterEmployee) -> PlannedTour {
    var cost = employee.horizon?.baseCost ?? 0
    var paid = 0
    var previous: ShiftOption?
    var previousDay = -2
    for shift in shifts {
      guard let option = option(for: shift, of: employee) else {
        preconditionFailure("a planned shift must be one of its person's options")
      }
      let follows = previousDay == shift.day - 1
      cost += option.cost
      paid += shapes[shift.shape].paidMinutes
      cost += prices.weekendCost(
        history: employee.weekendHistory,
        day: shift.day,
        dayBeforeWorked: follows
      )
      if follows, let previous {
        cost += prices.startChangePerMinute * Double(abs(option.clock - previous.clock))
      }
      (previous, previousDay) = (option, shift.day)
    }
    let overtime = max(0, paid - employee.overtimeAfter)
    cost += employee.wagePerMinute * prices.overtimePremium * Double(overtime)
    if employee.hasRulePrices {
      cost += rulePrice(of: shifts, for: employee) ?? 0
      cost += employee.labor.premium(paid: paid)
    }
    return PlannedTour(shifts: shifts, cost: cost, overtimeMinutes: overtime)
  }

  /// The option that a planned shift takes.
  func option(for shift: PlannedShift, of employee: RosterEmployee) -> ShiftOption? {
    let options = employee.days[shift.day].options
    var low = 0
    var high = options.count
    while low < high {
      let middle = (low + high) / 2
      if options[middle].start < shift.start { low = middle + 1 } else { high = middle }
    }
    while low < options.count, options[low].start == shift.start {
      if options[low].shape == shift.shape, options[low].agenda == shift.agenda {
        return options[low]
      }
      low += 1
    }
    return nil
  }
}

extension RosterProblem {
  /// The same week with other people, and with other sets of queues, rows that couple people, costs of
  /// cover and prices where those are given.
  func with(
    employees: [RosterEmployee],
    groups: [RosterGroup]? = nil,
    coupling: Coupling? = nil,
    cover: CoverTable? = nil,
    prices: TourPrices? = nil
  ) -> RosterProblem {
    RosterProblem(
      grid: grid,
      slotCount: slotCount,
      dayCount: dayCount,
      queueNames: queueNames,
      groups: groups ?? self.groups,
      shapes: shapes,
      cover: cover ?? self.cover,
      employees: employees,
      coupling: coupling ?? self.coupling,
      prices: prices ?? self.prices
    )
  }
}

/// A shift with training in it.
struct AgendaEntry: Hashable, Sendable {
  let start: Int
  let shape: Int
  let agenda: Int
}

extension RosterProblem {
  /// Per group: the shifts that someone of it may work, ascending.
  static func entries(of employees: [RosterEmployee], groups: Int) -> [[TableEntry]] {
    var entries = [Set<TableEntry>](repeating: [], count: groups)
    for employee in employees {
      for day in employee.days {
        for option in day.options {
          entries[day.group].insert(
            TableEntry(start: Int32(option.start), shape: Int32(option.shape))
          )
        }
      }
    }
    return entries.map { set in
      set.sorted { ($0.start, $0.shape) < ($1.start, $1.shape) }
    }
  }

  /// Per group: the shifts with training that someone of it may work, ascending.
  static func agendaEntries(of employees: [RosterEmployee], groups: Int) -> [[AgendaEntry]] {
    var entries = [Set<AgendaEntry>](repeating: [], count: groups)
    for employee in employees where employee.hasClasses {
      for day in employee.days {
        for option in day.options where option.agenda >= 0 {
          entries[day.group].insert(
            AgendaEntry(start: option.start, shape: option.shape, agenda: option.agenda)
          )
        }
      }
    }
    return entries.map { set in
      set.sorted { ($0.start, $0.shape, $0.agenda) < ($1.start, $1.shape, $1.agenda) }
    }
  }
}
