import Workforce

/// Turns a roster on the grid into the roster that files and reports show.
struct RosterDecoder {
  let problem: RosterProblem
  let week: ISOWeek

  /// The named roster.
  func roster(_ state: RosterState) -> Roster {
    Roster(
      week: week,
      zone: problem.grid.zone,
      tours: zip(problem.employees, state.tours).map { employee, tour in
        Tour(employee: employee.id, shifts: tour.shifts.map(shift), zone: employee.zone)
      }
    )
  }

  /// A shift as files and reports show it.
  func shift(_ planned: PlannedShift) -> Shift {
    let shape = problem.shapes[planned.shape]
    if planned.agenda >= 0 {
      return shift(
        planned,
        segments: segments(planned, agenda: problem.coupling.agendas[planned.agenda])
      )
    }
    let start = planned.start
    var segments: [ShiftSegment] = []
    var from = 0
    let instant = { (offset: Int) in problem.grid.instant(at: start + offset) }
    for (index, pause) in shape.pauses.enumerated() {
      let offset = Int(planned.pauses[index])
      segments.append(ShiftSegment(kind: .work, start: instant(from), end: instant(offset)))
      from = offset + pause.length
      segments.append(
        ShiftSegment(
          kind: pause.kind == .lunch ? .lunch : .rest,
          start: instant(offset),
          end: instant(from)
        )
      )
    }
    segments.append(ShiftSegment(kind: .work, start: instant(from), end: instant(shape.length)))
    return shift(planned, segments: segments)
  }

  private func shift(_ planned: PlannedShift, segments: [ShiftSegment]) -> Shift {
    Shift(
      date: problem.grid.dates[planned.day],
      start: problem.grid.instant(at: planned.start),
      end: problem.grid.instant(at: planned.start + problem.shapes[planned.shape].length),
      segments: segments,
      queues: problem.groups[planned.group].queues.map { problem.queueNames[$0] }
    )
  }

  /// What the roster costs, by part; the sum is the optimizer's objective.
  func costs(_ state: RosterState) -> RosterCosts {
    var costs = RosterCosts()
    for (employee, tour) in zip(problem.employees, state.tours) {
      add(tour, of: employee, to: &costs)
    }
    costs.understaffing = state.cover.understaffing
    costs.overstaffing = state.cover.overstaffing
    costs.rules += state.use.paid
    costs.contractPay = problem.contractPay
    return costs
  }

  private func add(_ tour: PlannedTour, of employee: RosterEmployee, to costs: inout RosterCosts) {
    var previous: (day: Int, clock: Int)?
    for shift in tour.shifts {
      guard let option = problem.option(for: shift, of: employee) else { continue }
      costs.pay += employee.wagePerMinute * Double(problem.shapes[shift.shape].paidMinutes)
      costs.startPreference += option.startWish
      costs.dayOffPreference += option.dayOffWish
      costs.rules += option.rulePrice
      costs.weekendFairness += option.fairness
      let follows = previous?.day == shift.day - 1
      costs.weekendFairness += problem.prices.weekendCost(
        history: employee.weekendHistory,
        day: shift.day,
        dayBeforeWorked: follows
      )
      if follows, let previous {
        costs.startChange +=
          problem.prices.startChangePerMinute * Double(abs(option.clock - previous.clock))
      }
      previous = (shift.day, option.clock)
    }
    costs.overtimePremium +=
      employee.wagePerMinute * problem.prices.overtimePremium * Double(tour.overtimeMinutes)
    guard employee.hasRulePrices else { return }
    let paid = tour.shifts.reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes }
    costs.overtimePremium += employee.labor.premium(paid: paid)
    costs.rules += problem.rulePrice(of: tour.shifts, for: employee) ?? 0
  }
}
