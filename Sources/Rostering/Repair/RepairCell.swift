import Workforce

/// One date of one person in a published roster.
struct RepairCell: Hashable, Sendable {
  /// The published shift; `nil` on a date off, and when it fell away.
  var published: PlannedShift?
  /// True when the date has to stay as it is.
  var isLocked = false
  /// True when a published shift fell away: what happens on the date has no price.
  var isLost = false

  /// A date on which a shift has to be worked.
  var isForced: Bool { isLocked && published != nil }

  /// Whether a shift has the published start and end.
  func isUnchanged(_ start: Int, _ shape: Int, in problem: RosterProblem) -> Bool {
    guard let published else { return false }
    return published.start == start
      && problem.shapes[published.shape].length == problem.shapes[shape].length
  }
}

/// What a published roster fixes and what its changes cost, by person and date.
struct RepairCells: Hashable, Sendable {
  /// One row per person of the problem, one entry per date.
  let rows: [[RepairCell]]

  init(rows: [[RepairCell]]) { self.rows = rows }

  /// Everything as it is in `state`, and free.
  init(published state: RosterState) {
    rows = state.tours.map { tour in
      var row = [RepairCell](repeating: RepairCell(), count: state.problem.dayCount)
      for shift in tour.shifts { row[shift.day].published = shift }
      return row
    }
  }

  /// What the changes of a roster cost at some prices.
  func price(of tours: [PlannedTour], _ prices: RepairPrices, in problem: RosterProblem) -> Double {
    zip(rows, tours).reduce(0) { sum, pair in
      sum
        + pair.0.indices.reduce(0) { part, day in
          let shift = pair.1.shifts.first { $0.day == day }
          return part + prices.price(of: shift.map { ($0.start, $0.shape) }, pair.0[day], problem)
        }
    }
  }
}

/// Prices of changes on the roster grid.
struct RepairPrices: Hashable, Sendable {
  /// Price of a shift that comes, goes, or starts or ends at another time.
  let changedShift: Double
  /// Price of a slot by which a start moves.
  let changedStartPerSlot: Double

  init(_ prices: ChangeRequest.Prices, slotMinutes: Int) {
    changedShift = prices.changedShift
    changedStartPerSlot = prices.changedStartPerHour * Double(slotMinutes) / 60
  }

  /// What it costs that a date has a shift now, or none.
  func price(
    of shift: (start: Int, shape: Int)?,
    _ cell: RepairCell,
    _ problem: RosterProblem
  ) -> Double {
    guard !cell.isLost else { return 0 }
    switch (cell.published, shift) {
    case (nil, nil): return 0
    case (nil, .some), (.some, nil): return changedShift
    case (let was?, let now?):
      if cell.isUnchanged(now.start, now.shape, in: problem) { return 0 }
      return changedShift + changedStartPerSlot * Double(abs(now.start - was.start))
    }
  }
}

extension RosterProblem {
  /// The same week with the prices of changes inside the options' costs.
  ///
  /// A date off has no option of its own, so on dates with a published shift every option costs
  /// `changedShift` less than it should: all rosters cost the same constant less.
  func priced(_ cells: RepairCells, _ prices: RepairPrices) -> RosterProblem {
    with(
      employees: zip(employees, cells.rows).map { employee, row in
        var employee = employee
        employee.days = zip(employee.days, row).map { day, cell in
          EmployeeDay(
            group: day.group,
            options: day.options.map { priced($0, cell, prices) }
          )
        }
        return employee
      }
    )
  }

  private func priced(
    _ option: ShiftOption,
    _ cell: RepairCell,
    _ prices: RepairPrices
  ) -> ShiftOption {
    let change = prices.price(of: (option.start, option.shape), cell, self)
    let off = prices.price(of: nil, cell, self)
    return option.costing(change - off)
  }
}
