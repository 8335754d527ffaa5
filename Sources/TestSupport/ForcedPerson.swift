public import Workforce

/// One person's ways to spend each date, and the cheapest week of them.
public struct ForcedPerson {
  private let limits: BruteForceLimits
  private let rules: ContractSettings
  private let prices: CostSettings
  private let week: ISOWeek
  /// Minutes of overtime that the site's budget leaves.
  private let room: Int
  private let options: [[ForcedWeeks.Option]]
  /// Dates worked before the week, and how many of them on weekends.
  private let past: (dates: Set<LocalDate>, weekends: Int)

  /// What decides how a week can go on, beside the last shift.
  private struct Reached: Hashable {
    var run: Int
    var days: Int
    var paid: Int
  }

  init?(
    employee: Employee,
    inputs: PlanningInputs,
    week: ISOWeek,
    options: [[ForcedWeeks.Option]],
    room: Int
  ) {
    guard let contract = inputs.settings.contract(named: employee.contract) else { return nil }
    limits = BruteForceLimits(employee, contract, inputs, week)
    rules = contract
    prices = inputs.settings.costs
    self.week = week
    self.room = room
    self.options = options
    let duties = inputs.pastDuties.filter {
      $0.employee == employee.id && $0.start.date < week.monday
    }
    past = (Set(duties.map(\.start.date)), duties.count { $0.start.date.weekday.isWeekend })
  }

  /// Legal shifts of a date, without their breaks.
  public func options(on date: LocalDate) -> [ForcedWeeks.Option] {
    week.dates.firstIndex(of: date).map { options[$0] } ?? []
  }

  /// The cheapest legal week of options that are allowed, less what it saves of cover.
  ///
  /// `nil` when there is none. A date off is asked about as `nil`.
  public func least(_ isAllowed: (LocalDate, ForcedWeeks.Option?) -> Bool) -> Double? {
    var run = 0
    while past.dates.contains(week.monday.adding(days: -1 - run)) { run += 1 }
    var layer = [Reached(run: run, days: 0, paid: 0): [0.0]]
    for day in options.indices {
      let allowed = options[day].map { isAllowed(week.dates[day], $0) }
      let mayRest = isAllowed(week.dates[day], nil)
      var next: [Reached: [Double]] = [:]
      for (reached, costs) in layer {  // order: least costs
        if mayRest, let least = costs.min() {
          let place = Reached(run: 0, days: reached.days, paid: reached.paid)
          enter(least, at: 0, place, day, &next)
        }
        guard reached.run < rules.rules.maximumConsecutiveDays else { continue }
        for (position, option) in options[day].enumerated() where allowed[position] {
          let place = Reached(
            run: reached.run + 1,
            days: reached.days + 1,
            paid: reached.paid + option.paidMinutes
          )
          let cost = arrival(costs, option, on: day) + option.cost
          if cost < .infinity { enter(cost, at: position + 1, place, day, &next) }
        }
      }
      layer = next
    }
    return layer.compactMap { end($0.key, $0.value) }.min()  // order: a least cost
  }

  private func enter(
    _ cost: Double,
    at position: Int,
    _ place: Reached,
    _ day: Int,
    _ layer: inout [Reached: [Double]]
  ) {
    let nothing = Array(repeating: Double.infinity, count: options[day].count + 1)
    let known = layer[place, default: nothing][position]
    layer[place, default: nothing][position] = min(known, cost)
  }

  /// The least cost of coming to a shift; position 0 of the costs is the date before off.
  private func arrival(_ costs: [Double], _ option: ForcedWeeks.Option, on day: Int) -> Double {
    var least = costs[0] + weekend(day, isSecond: false)
    guard day > 0 else { return least }
    for (before, cost) in zip(options[day - 1], costs.dropFirst()) where cost < .infinity {
      let change = abs(option.clock - before.clock)
      guard Double(option.start.minutes(since: before.end)) >= rules.rules.minimumRest.inMinutes,
        rules.rules.maximumStartChange.map({ Double(change) <= $0.inMinutes }) ?? true
      else { continue }
      let price = prices.startChangePerHour * Double(change) / 60
      least = min(least, cost + price + weekend(day, isSecond: day == 6))
    }
    return least
  }

  private func weekend(_ day: Int, isSecond: Bool) -> Double {
    guard week.dates[day].weekday.isWeekend else { return 0 }
    return prices.weekendFairness * Double(2 * past.weekends + (isSecond ? 3 : 1))
  }

  private func end(_ reached: Reached, _ costs: [Double]) -> Double? {
    let overtime = max(0, reached.paid - limits.overtimeAfter)
    guard limits.days.contains(reached.days), limits.minutes.contains(reached.paid),
      overtime <= room, let least = costs.min(), least < .infinity
    else { return nil }
    return least + rules.wagePerHour * prices.overtimePremium * Double(overtime) / 60
  }
}
