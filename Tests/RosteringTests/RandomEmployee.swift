import Workforce

@testable import Rostering

/// A random person over four days of eight slots, with all legal weeks by trial.
struct RandomEmployee {
  static let dayCount = 4
  var employee: RosterEmployee
  let shapes: [ShiftShape]
  let prices: TourPrices
  /// Cost less value of each option of each date.
  var costs: [[Double]]

  init(seed: Int) {
    var random = RandomStream(seed: 8, name: "employee", keys: seed)
    shapes = (0..<1 + random.below(2)).map { _ in
      let length = 2 + random.below(5)
      return ShiftShape(
        name: "shape",
        length: length,
        paidMinutes: 30 * length,
        pauses: [],
        minimumStretch: 0,
        maximumStretch: 20
      )
    }
    prices = TourPrices(
      startChangePerMinute: Double(random.below(3)) / 30,
      overtimePremium: 0.5,
      weekendFairness: Double(random.below(4)),
      isWeekend: [false, false, true, true]
    )
    employee = Self.employee(shapes, &random)
    costs = employee.days.map { $0.options.map { _ in Double(random.below(81) - 50) } }
  }

  private static func employee(
    _ shapes: [ShiftShape],
    _ random: inout RandomStream
  ) -> RosterEmployee {
    let days = (0..<dayCount).map { day -> EmployeeDay in
      let places = (0..<8 * shapes.count).filter { _ in random.below(4) == 0 }
      let options = places.map { place in
        let start = place / shapes.count
        return ShiftOption(
          start: 8 * day + start,
          shape: place % shapes.count,
          clock: 30 * start,
          pay: 0,
          startWish: 0,
          dayOffWish: 0
        )
      }
      return EmployeeDay(group: 0, options: options)
    }
    let change = [Int.max, 60, 30, 0][random.below(4)]
    let fewest = random.below(2)
    let least = 60 * random.below(3)
    return RosterEmployee(
      id: "ada",
      site: 0,
      days: days,
      totals: TotalsAutomaton(
        paidMinutes: shapes.map(\.paidMinutes),
        dayCount: dayCount,
        daysAllowed: fewest...fewest + 1 + random.below(3),
        paidAllowed: least...least + 120 + 60 * random.below(8)
      ),
      sequence: SequenceAutomaton(
        maximumRun: 1 + random.below(4),
        history: random.below(3),
        dayCount: dayCount
      ),
      minimumRest: random.below(4),
      maximumStartChange: change,
      overtimeAfter: 60 * random.below(8),
      minimumPaid: least,
      wagePerMinute: Double(random.below(3)) / 10,
      weekendHistory: random.below(3)
    )
  }

  /// A week by its options, its price without overtime, and its overtime.
  struct Week {
    var choice: [Int?]
    var price: Double
    var overtime: Int
  }

  /// All legal weeks, by trying every combination.
  var weeks: [Week] {
    var partial: [[Int?]] = [[]]
    for day in employee.days {
      let choices = [nil] + day.options.indices.map(Optional.some)
      partial = partial.flatMap { done in choices.map { done + [$0] } }
    }
    return partial.compactMap(week)
  }

  private func week(_ choice: [Int?]) -> Week? {
    let options = choice.enumerated().map { day, index in
      index.map { employee.days[day].options[$0] }
    }
    let worked = options.compactMap(\.self)
    let paid = worked.reduce(0) { $0 + shapes[$1.shape].paidMinutes }
    guard isInSequence(options), employee.totals.accepts(days: worked.count, paid: paid) else {
      return nil
    }
    var price = choice.enumerated().reduce(0.0) { sum, day in
      sum + (day.element.map { costs[day.offset][$0] } ?? 0)
    }
    for (before, after) in zip(options, options.dropFirst()) {
      guard let before, let after else { continue }
      let change = abs(before.clock - after.clock)
      let rest = after.start - before.start - shapes[before.shape].length
      guard change <= employee.maximumStartChange, rest >= employee.minimumRest else { return nil }
      price += prices.startChangePerMinute * Double(change)
    }
    let history = Double(employee.weekendHistory)
    let weekend = history + Double(options.suffix(2).count { $0 != nil })
    price += prices.weekendFairness * (weekend * weekend - history * history)
    return Week(choice: choice, price: price, overtime: max(0, paid - employee.overtimeAfter))
  }

  private func isInSequence(_ options: [ShiftOption?]) -> Bool {
    var state = employee.sequence.start
    for (day, option) in options.enumerated() where state >= 0 {
      let next = option == nil ? employee.sequence.onOff : employee.sequence.onWork
      state = next[day][state]
    }
    return state >= 0
  }
}
