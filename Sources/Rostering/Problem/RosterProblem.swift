import Workforce

/// A set of queues that people may serve.
struct RosterGroup: Hashable, Sendable {
  /// Positions of the queues, ascending.
  let queues: [Int]
}

/// A shift that a person may work on a day, breaks left open.
struct ShiftOption: Hashable, Sendable {
  /// First slot.
  let start: Int
  /// Position of the shape.
  let shape: Int
  /// Clock time of the start, in minutes after midnight.
  let clock: Int
  /// Pay.
  let pay: Double
  /// Price of a start outside the wished band.
  let startWish: Double
  /// Price of a date that was asked off.
  let dayOffWish: Double

  /// Pay and prices of wishes.
  @inline(__always) var cost: Double { pay + startWish + dayOffWish }
}

/// What one person may do on one date.
struct EmployeeDay: Hashable, Sendable {
  /// Position of the group served; meaningless without options.
  let group: Int
  /// The shifts, ascending by start, then shape.
  let options: [ShiftOption]
  /// Per option: which options of the date before can come first as far as the start's change
  /// goes (their rest is still to be looked at).
  var predecessors: [Range<Int>] = []
}

extension EmployeeDay {
  /// The dates with each option's predecessors filled in.
  static func linked(_ days: [EmployeeDay], maximumStartChange: Int) -> [EmployeeDay] {
    var linked = days
    for day in days.indices.dropFirst() {
      let before = days[day - 1].options
      linked[day].predecessors = days[day].options.map { option in
        let near = { (earlier: ShiftOption) in
          abs(earlier.clock - option.clock) <= maximumStartChange
        }
        guard let first = before.firstIndex(where: near), let last = before.lastIndex(where: near)
        else { return 0..<0 }
        return first..<last + 1
      }
    }
    return linked
  }
}

/// One person, as numbers.
struct RosterEmployee: Sendable {
  /// The identifier.
  let id: String
  /// Position of the site.
  let site: Int
  /// What may be done on each date.
  var days: [EmployeeDay]
  /// Weekly totals, minimized.
  var totals: TotalsAutomaton
  /// Sequences of working days and days off, minimized.
  var sequence: SequenceAutomaton
  /// Least slots between two shifts.
  var minimumRest: Int
  /// Largest change of the start's clock time between successive dates, in minutes.
  var maximumStartChange: Int
  /// Paid minutes after which overtime begins.
  var overtimeAfter: Int
  /// Least paid minutes.
  var minimumPaid: Int
  /// Pay per minute.
  let wagePerMinute: Double
  /// Weekend days worked before.
  let weekendHistory: Int
}

/// Prices of a tour apart from cover.
struct TourPrices: Hashable, Sendable {
  /// Price of a minute of change of the start.
  let startChangePerMinute: Double
  /// Premium of overtime as a share of the wage.
  let overtimePremium: Double
  /// Price of weekend work.
  let weekendFairness: Double
  /// Whether each date is a Saturday or Sunday.
  let isWeekend: [Bool]

  /// Price of working a date, given whether the date before was worked too: s·((h + W)² − h²),
  /// split over the weekend's dates.
  func weekendCost(history: Int, day: Int, dayBeforeWorked: Bool) -> Double {
    guard isWeekend[day] else { return 0 }
    let second = dayBeforeWorked && day > 0 && isWeekend[day - 1]
    return weekendFairness * Double(2 * history + (second ? 3 : 1))
  }
}

extension RosterEmployee {
  /// Whether a week without shifts is legal.
  var mayBeOff: Bool { totals.accepts(days: 0, paid: 0) }

  /// The group of most dates on which the person can work; the first of equals.
  var mainGroup: Int {
    let working = days.filter { !$0.options.isEmpty }.map(\.group)
    var best = working.first ?? 0
    for group in working
    where working.filter({ $0 == group }).count > working.filter({ $0 == best }).count {
      best = group
    }
    return best
  }
}

extension RosterProblem {
  /// Per group: the shifts that someone of it may work, as `start * shapeCount + shape`, ascending.
  static func entries(of employees: [RosterEmployee], groups: Int, shapes: Int) -> [[Int]] {
    var entries = [Set<Int>](repeating: [], count: groups)
    for employee in employees {
      for day in employee.days {
        for option in day.options {
          entries[day.group].insert(option.start * shapes + option.shape)
        }
      }
    }
    return entries.map { $0.sorted() }
  }
}

/// The week's roster as numbers: what the pricing and the programs work on.
struct RosterProblem: Sendable {
  /// The roster slots.
  let grid: TimeGrid
  /// Number of slots.
  let slotCount: Int
  /// Number of dates.
  let dayCount: Int
  /// Names of the queues.
  let queueNames: [String]
  /// Sets of queues.
  let groups: [RosterGroup]
  /// Shapes of shifts.
  let shapes: [ShiftShape]
  /// How each shape's breaks are placed; `nil` when they cannot be.
  let placements: [BreakPlacement?]
  /// Prices of cover.
  let cover: CoverTable
  /// The people.
  let employees: [RosterEmployee]
  /// Overtime budgets per site in minutes; `Int.max` when unlimited.
  let overtimeBudgets: [Int]
  /// Prices of tours apart from cover.
  let prices: TourPrices
  /// Most slots that a shift takes.
  let longestShape: Int
  /// Per group: the shifts that someone of it may work, as `start * shapeCount + shape`.
  let entries: [[Int]]
  /// Per person: the group of most of their dates.
  let mainGroups: [Int]
  /// Units of work for pricing one person's week.
  let pricingWork: Double

  /// Number of queues.
  var queueCount: Int { queueNames.count }

  /// The part of the pay that no roster can avoid.
  var contractPay: Double {
    employees.reduce(0) { $0 + $1.wagePerMinute * Double($1.minimumPaid) }
  }

  /// Whether a shift may follow another on the next date.
  func allows(
    _ later: ShiftOption,
    after earlier: ShiftOption,
    for employee: RosterEmployee
  ) -> Bool {
    later.start - earlier.start - shapes[earlier.shape].length >= employee.minimumRest
      && abs(later.clock - earlier.clock) <= employee.maximumStartChange
  }

  /// The cost of a person's shifts, breaks not regarded: pay, premium, preferences, changes,
  /// weekends.
  func tour(of shifts: [PlannedShift], employee: RosterEmployee) -> PlannedTour {
    var cost = 0.0
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
    return PlannedTour(shifts: shifts, cost: cost, overtimeMinutes: overtime)
  }

  /// The option that a planned shift takes.
  func option(for shift: PlannedShift, of employee: RosterEmployee) -> ShiftOption? {
    employee.days[shift.day].options.first { $0.start == shift.start && $0.shape == shift.shape }
  }
}
