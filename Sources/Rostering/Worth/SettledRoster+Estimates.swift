public import Workforce

extension SettledRoster {
  /// An hour of each queue alone and of each set of queues that somebody serves, from each slot on at
  /// which an interval begins, as far as one of the queues can use somebody all through.
  ///
  /// - Parameter minutes: Minutes from one start to the next, a multiple of the roster slot.
  /// - Returns: By set of queues, then time.
  public func hours(every minutes: Int) -> [WorthEstimate] {
    let step = max(1, minutes / problem.grid.stepMinutes)
    var state = state(of: start.tours)
    let sets = problem.groups.indices.filter { group in
      let set = problem.groups[group]
      return !set.queues.isEmpty && set.tenths == RosterGroup.fullPerson && set.parts.isEmpty
    }
    return sets.flatMap { group in
      stride(from: 0, to: problem.slotCount - compiler.hourSlots + 1, by: step).compactMap {
        hour(group, from: $0, &state)
      }
    }
  }

  private func hour(_ group: Int, from slot: Int, _ state: inout RosterState) -> WorthEstimate? {
    let queues = problem.groups[group].queues
    let slots = slot..<slot + compiler.hourSlots
    let isUseful = slots.allSatisfy { slot in
      queues.contains { problem.cover.capacity[$0 * problem.slotCount + slot] > 0 }
    }
    guard isUseful else { return nil }
    var byQueue = queues.map { _ in 0.0 }
    var dual = 0.0
    for slot in slots {
      let values = queues.map { start.prices.marginals[$0 * problem.slotCount + slot] }
      let best = values.indices.max { values[$0] < values[$1] } ?? 0
      let value = max(-problem.cover.idleCost, values[best])
      byQueue[best] += value
      dual += value
    }
    let marginal = slots.reduce(0) { $0 + state.cover.gain(group: group, slot: $1) }
    var parts = [Double](repeating: 0, count: problem.queueCount)
    for (queue, part) in zip(queues, byQueue) { parts[queue] = part }
    return WorthEstimate(
      change: .hour(queues: queues, slot: slot),
      dual: dual,
      marginal: marginal,
      byQueue: parts
    )
  }

  /// Each shift of the roster, by person and date, but those that a person cannot be away from.
  public func shifts() -> [WorthEstimate] {
    let state = state(of: start.tours)
    let people = problem.employees.indices.map { employee in
      (employee, start.tours[employee].shifts.indices)
    }
    let places = people.flatMap { employee, shifts in shifts.map { (employee, $0) } }
    return parallelMap(count: places.count, threads: effort.threads) { index in
      shift(places[index].1, of: places[index].0, state)
    }.compactMap(\.self)
  }

  private func shift(_ place: Int, of employee: Int, _ state: RosterState) -> WorthEstimate? {
    let person = problem.employees[employee]
    let tour = start.tours[employee]
    let shift = tour.shifts[place]
    let change = WorthCase.shift(employee: person.id, date: problem.grid.dates[shift.day])
    guard let dual = dual(of: change) else { return nil }
    var rest = tour.shifts
    rest.remove(at: place)
    var without = state
    without.remove(shift)
    let cover = without.cover.cost - state.cover.cost
    return WorthEstimate(
      change: change,
      dual: dual,
      marginal: cover + problem.tour(of: rest, employee: person).cost - tour.cost,
      cover: cover
    )
  }

  /// Each rule and price that acts on somebody.
  public func rules() -> [WorthEstimate] {
    RosterRule.all(in: compiler.inputs).compactMap { rule in
      dual(of: .rule(rule)).map { WorthEstimate(change: .rule(rule), dual: $0) }
    }
  }

  /// One skill more of each person who works that week, by person and skill.
  ///
  /// - Parameter skills: The skills of the queues, without repetition.
  /// - Returns: Those that the person does not hold on some date of the week.
  public func certificates(_ skills: [String]) -> [WorthEstimate] {
    let dates = problem.grid.dates
    let queues = compiler.inputs.settings.queues
    let changes = problem.employees.flatMap { person in
      let held = dates.map {
        Set(
          compiler.inputs.queues(servedBy: person.id, on: $0, overMidnight: false)
            .map { queues[$0].skill }
        )
      }
      return skills.filter { skill in !held.allSatisfy { $0.contains(skill) } }
        .map { WorthCase.certificate(employee: person.id, skill: $0) }
    }
    return parallelMap(count: changes.count, threads: effort.threads) { index in
      dual(of: changes[index]).map { WorthEstimate(change: changes[index], dual: $0) }
    }.compactMap(\.self)
  }

  /// The worth of a change by the duals: the difference of the bounds at the same prices, to which
  /// only the people whom it touches add; `nil` where it acts on nobody or cannot be.
  func dual(of change: WorthCase) -> Double? {
    guard let variant = compiler.variant(change) else { return nil }
    let (before, after) = variant.touched(in: problem)
    let stop = StopSignal()
    let bounds = [before, after].compactMap { week in
      LagrangianBound(
        week,
        prices: start.prices.fitted(to: week),
        threads: 1,
        stop: stop
      )?.value
    }
    guard bounds.count == 2 else { return nil }
    return change.isLoss ? bounds[1] - bounds[0] : bounds[0] - bounds[1]
  }

  /// The mean worth by the duals of an hour that somebody is at work.
  public var meanHour: Double {
    var sum = 0.0
    var slots = 0
    let values = problem.groups.indices.map {
      start.prices.slotValues(group: $0, problem: problem)
    }
    for shift in start.tours.flatMap(\.shifts) {
      problem.forEachStretchInGroup(of: shift) { group, stretch in
        for slot in stretch { sum += values[group][slot] }
        slots += stretch.count
      }
    }
    return slots == 0 ? 0 : sum / Double(slots) * Double(compiler.hourSlots)
  }

  /// The hours that the roster pays, and the mean pay of one.
  public var paid: (hours: Double, perHour: Double) {
    var minutes = 0.0
    var pay = 0.0
    for (employee, tour) in start.tours.enumerated() {
      for shift in tour.shifts {
        let paid = Double(problem.shapes[shift.shape].paidMinutes)
        minutes += paid
        pay += paid * problem.employees[employee].wagePerMinute
      }
    }
    return (minutes / 60, minutes == 0 ? 0 : pay / minutes * 60)
  }

  /// Each shift of the roster: its person, its date, its first and last moment.
  public var shiftTimes: [(employee: String, date: LocalDate, from: Instant, until: Instant)] {
    zip(problem.employees, start.tours).flatMap { employee, tour in
      tour.shifts.map { shift in
        (
          employee.id, problem.grid.dates[shift.day], problem.grid.instant(at: shift.start),
          problem.grid.instant(at: shift.start + problem.shapes[shift.shape].length)
        )
      }
    }
  }
}
