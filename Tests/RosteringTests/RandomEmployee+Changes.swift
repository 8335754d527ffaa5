import Workforce

@testable import Rostering

extension RandomEmployee {
  /// A session of one or two slots on each date.
  static func sessions(seed: Int) -> [TrainingSession] {
    var random = RandomStream(seed: 8, name: "sessions", keys: seed)
    return (0..<dayCount).map { day in
      let start = 8 * day + random.below(8)
      return TrainingSession(slots: start..<start + 1 + random.below(2), seats: 1)
    }
  }

  /// The same person on a week whose clocks change inside one of the dates: starts behind the
  /// change are an hour earlier or later by the clock, later dates begin earlier or later.
  func withClockChange(seed: Int) -> RandomEmployee {
    var random = RandomStream(seed: 8, name: "clock change", keys: seed)
    var changed = self
    let date = random.below(Self.dayCount)
    let hour = random.below(2) == 0 ? 1 : -1
    let from = 1 + random.below(7)
    if seed % 2 == 0 { changed.keepTwoOptions(on: date) }
    changed.employee.days = changed.employee.days.enumerated().map { day, source in
      EmployeeDay(
        group: source.group,
        options: source.options.map { option in
          let local = option.start - 8 * day
          let isLate = day == date && local >= from
          // by the clock an hour more, so many slots are left out, and the other way round
          let clock = option.clock + (isLate ? 60 * hour : 0)
          let start = option.start - (day > date ? 2 * hour : 0)
          return option.moved(to: max(0, start), clock: clock)
        }
      )
    }
    return changed
  }

  /// Leaves the first and the last shift of a date.
  private mutating func keepTwoOptions(on day: Int) {
    let source = employee.days[day]
    guard source.options.count > 2 else { return }
    let last = source.options.count - 1
    employee.days[day] = EmployeeDay(
      group: 0,
      options: [source.options[0], source.options[last]]
    )
    costs[day] = [costs[day][0], costs[day][last]]
  }

  /// The same person, who must attend exactly one of the sessions.
  func withTraining(_ sessions: [TrainingSession], seed: Int) -> RandomEmployee {
    var random = RandomStream(seed: 8, name: "training", keys: seed)
    var changed = self
    changed.employee.demands = [Array(sessions.indices)]
    changed.employee.hasClasses = true
    for day in employee.days.indices {
      var options: [ShiftOption] = []
      var costs: [Double] = []
      for (option, cost) in zip(employee.days[day].options, self.costs[day]) {
        options.append(option)
        costs.append(cost)
        for (position, session) in sessions.enumerated() {
          let end = option.start + shapes[option.shape].length
          guard session.slots.lowerBound >= option.start, session.slots.upperBound <= end else {
            continue
          }
          options.append(option.moved(to: option.start, clock: option.clock, agenda: position))
          costs.append(Double(random.below(81) - 50))
        }
      }
      changed.employee.days[day] = EmployeeDay(group: 0, options: options)
      changed.costs[day] = costs
    }
    return changed
  }

  /// A problem of this person at random values of the slots, in which each option's cost less its
  /// value is the one drawn.
  func problem(
    sessions: [TrainingSession] = [],
    headSets: [[Int]] = [[]],
    heads: [HeadLimit] = []
  ) -> (problem: RosterProblem, tables: PricingTables) {
    var random = RandomStream(seed: 8, name: "slot values")
    let values = (0..<8 * Self.dayCount + 8).map { _ in Double(random.below(21) - 8) }
    var person = employee
    person.days = employee.days.enumerated().map { day, source in
      EmployeeDay(
        group: 0,
        options: source.options.enumerated().map { index, option in
          let span = option.start..<option.start + shapes[option.shape].length
          let taken = option.agenda < 0 ? 0..<0 : sessions[option.agenda].slots
          let worth = span.reduce(0) { taken.contains($1) ? $0 : $0 + values[$1] }
          return option.moved(
            to: option.start,
            clock: option.clock,
            agenda: option.agenda,
            pay: costs[day][index] + worth
          )
        }
      )
    }
    let problem = PlainProblem.make(
      slotCount: values.count,
      dayCount: Self.dayCount,
      shapes: shapes,
      employees: [person],
      coupling: Coupling(
        overtimeBudgets: [.max],
        sessions: sessions,
        heads: heads,
        headSets: headSets
      ),
      prices: prices
    )
    return (problem, PricingTables(problem: problem, groups: [0]) { _ in values })
  }
}

extension ShiftOption {
  fileprivate func moved(
    to start: Int,
    clock: Int,
    agenda: Int = -1,
    pay: Double = 0
  ) -> ShiftOption {
    ShiftOption(
      start: start,
      shape: shape,
      agenda: agenda,
      clock: clock,
      pay: pay,
      startWish: 0,
      dayOffWish: 0
    )
  }
}
