import Workforce

/// Finds out for whom a site's overtime budget leaves no week.
///
/// People of a site can all have a legal week just when the sum of everyone's least overtime is
/// within the budget. Where it is not, those who need most overtime are left out.
struct OvertimeCrowd {
  /// Everyone who can have a week beside the others, in the order given.
  let possible: [RosterEmployee]
  private let left: [(employee: RosterEmployee, overtime: Int)]
  private let budgets: [Duration?]

  init(employees: [RosterEmployee], budgets: [Duration?], shapes: [ShiftShape]) {
    let least = employees.map { employee in
      budgets[employee.site] == nil ? 0 : employee.leastOvertime(shapes: shapes)
    }
    var isLeft = employees.map { _ in false }
    for (site, budget) in budgets.enumerated() {
      guard let budget else { continue }
      let people = employees.indices.filter { employees[$0].site == site }
        .sorted { (least[$0], $0) < (least[$1], $1) }
      var used = 0
      for person in people {
        if used + least[person] > budget.wholeMinutes {
          isLeft[person] = true
        } else {
          used += least[person]
        }
      }
    }
    possible = employees.indices.filter { !isLeft[$0] }.map { employees[$0] }
    left = employees.indices.filter { isLeft[$0] }.map { (employees[$0], least[$0]) }
    self.budgets = budgets
  }

  /// The people left out, with the reason.
  func impossible(sites: [String]) -> [ImpossibleEmployee] {
    left.map { employee, overtime in
      let budget = budgets[employee.site].map { "\($0.inHours)" } ?? "no"
      return ImpossibleEmployee(
        employee: employee.id,
        conflict: [
          "overtime budget: every week has at least \(Double(overtime) / 60) h of overtime, and "
            + "the \(budget) h of site \(sites[employee.site]) are used up by others' least"
        ]
      )
    }
  }
}

extension RosterEmployee {
  /// The fewest minutes of overtime of a legal week.
  func leastOvertime(shapes: [ShiftShape]) -> Int {
    var pricer = TourPricer(unpriced: self, shapes: shapes)
    return pricer.cheapest(overtimePrice: 1).map { Int($0.reducedCost.rounded()) } ?? 0
  }
}

extension TourPrices {
  /// Nothing has a price.
  static func none(dayCount: Int) -> TourPrices {
    TourPrices(
      startChangePerMinute: 0,
      overtimePremium: 0,
      weekendFairness: 0,
      isWeekend: Array(repeating: false, count: dayCount)
    )
  }
}

extension RosterProblem {
  /// The fewest minutes of overtime of each person's weeks; 0 where the site has no budget.
  func leastOvertimes(threads: Int = 1) -> [Int] {
    parallelMap(count: employees.count, threads: threads) { person in
      let employee = employees[person]
      return overtimeBudgets[employee.site] == .max ? 0 : employee.leastOvertime(shapes: shapes)
    }
  }
}
