import Foundation
import Workforce

@testable import Reporting

extension DemoReport {
  private static let weekdays = [1.15, 1.0, 0.95, 0.97, 1.05, 0.5, 0.45]

  func forecast(_ inputs: PlanningInputs, _ grid: TimeGrid) -> Forecast {
    let queues = inputs.settings.queues.enumerated().map { index, queue in
      let isOpen = inputs.openIntervals(of: queue, on: grid)
      let scale = [1.62, 0.5, 0.5][index] * Double(people) * load * Double(stepMinutes) / 30
      let mean = (0..<grid.count).map { interval in
        isOpen[interval] ? scale * rate(grid, interval) : 0
      }
      let days = grid.days.map { day in day.reduce(0) { $0 + mean[$1] } }
      return QueueForecast(
        queue: queue.name,
        method: index == 1 ? .weeklyNaive : .weekdayMean,
        intervals: band(mean, variation: 0.015),
        days: band(days, variation: 0.008),
        averageHandleTime: Array(repeating: queue.averageHandleTime, count: grid.count),
        dayVariation: 0.008,
        pastError: 0.07 + 0.02 * Double(index),
        isOpen: isOpen
      )
    }
    return Forecast(grid: grid, queues: queues)
  }

  /// A double peak over the day.
  private func rate(_ grid: TimeGrid, _ interval: Int) -> Double {
    let local = grid.local(at: interval)
    let hour = Double(local.minuteOfDay) / 60 + 0.25
    let peaks = exp(-pow((hour - 10.5) / 1.8, 2)) + 0.8 * exp(-pow((hour - 15) / 2.2, 2))
    return (0.25 + peaks) * Self.weekdays[local.date.weekday.rawValue - 1]
  }

  private func band(_ mean: [Double], variation: Double) -> QueueForecast.Band {
    let quantile = { (z: Double) in
      mean.map { max(0, $0 + z * ($0 + variation * $0 * $0).squareRoot()) }
    }
    return QueueForecast.Band(
      mean: mean,
      low95: quantile(-1.96),
      low80: quantile(-1.28),
      high80: quantile(1.28),
      high95: quantile(1.96)
    )
  }

  func requirement(_ inputs: PlanningInputs, _ forecast: Forecast) -> Requirement {
    let queues = zip(inputs.settings.queues, forecast.queues).map { queue, expected in
      let intervals = expected.intervals.mean.map { arrivals -> IntervalRequirement in
        let offered = arrivals * queue.averageHandleTime.inMinutes / Double(stepMinutes)
        let erlangs = offered / Double(queue.concurrency) * 0.7
        let agents = arrivals > 0 ? Int((erlangs + 0.6 * erlangs.squareRoot()).rounded(.up)) : 0
        return IntervalRequirement(
          agents: agents,
          rostered: Int((Double(agents) / 0.92).rounded(.up)),
          offeredLoad: offered,
          serviceLevel: arrivals > 0 ? 0.84 : 1,
          occupancy: 0.85,
          bindingTarget: arrivals > 0 ? .serviceLevel : .none
        )
      }
      return QueueRequirement(queue: queue.name, intervals: intervals)
    }
    return Requirement(grid: forecast.grid, queues: queues)
  }

  func outcome(_ inputs: PlanningInputs, _ grid: TimeGrid, _ week: ISOWeek) -> RosterOutcome {
    let impossible = people > 50 ? "E1042" : ""
    let tours = inputs.employees.enumerated().compactMap { index, employee -> Tour? in
      guard employee.id != impossible else { return nil }
      return tour(inputs, employee, index, week)
    }
    let costs = RosterCosts(
      pay: 800 * Double(tours.count),
      startPreference: 214,
      dayOffPreference: 30,
      startChange: 96.5,
      weekendFairness: 180,
      understaffing: 1_420,
      overstaffing: 66,
      contractPay: 800 * Double(tours.count) * 0.97
    )
    return RosterOutcome(
      roster: Roster(week: week, zone: grid.zone, tours: tours),
      costs: costs,
      bound: costs.total * 0.989,
      impossible: impossible.isEmpty
        ? []
        : [
          ImpossibleEmployee(
            employee: impossible,
            conflict: [
              "weekly hours: at least 40 h", "availability: mon, tue and wed 09:00-13:00 only",
              "shift length: every shift of full_time is 8 h 30 min long",
            ]
          )
        ],
      stages: [
        OptimizationStage(
          name: "Columns and bound",
          objective: nil,
          bound: costs.total * 0.987,
          detail: "BCFW: 214 passes, 3,412 columns, 412,000 weeks priced"
        ),
        OptimizationStage(
          name: "Master in GLPK",
          objective: nil,
          bound: costs.total * 0.989,
          detail: "472 rows, 3 rounds, 2,140 pivots, proved optimal"
        ),
        OptimizationStage(
          name: "Dive and best responses",
          objective: costs.total * 1.04,
          bound: costs.total * 0.989,
          detail: "60 tours fixed, 4 passes"
        ),
        OptimizationStage(
          name: "Day integer programs in GLPK",
          objective: costs.total,
          bound: costs.total * 0.989,
          detail: "84 blocks, 79 proved optimal, 31 improved the roster"
        ),
      ],
      stopReason: nil
    )
  }

  private func tour(
    _ inputs: PlanningInputs,
    _ employee: Employee,
    _ index: Int,
    _ week: ISOWeek
  ) -> Tour {
    var random = RandomStream(seed: UInt64(seed), name: "tour", keys: index)
    let isWeekend = index % 5 == 0
    let off = isWeekend ? [random.below(5), 6] : [5, 6]
    let base = 8 * 60 + 30 * random.below(8) * (random.below(3) > 0 ? 1 : 0)
    let shifts = week.dates.indices.compactMap { day -> Shift? in
      let date = week.dates[day]
      let isAbsent = inputs.absences.contains { $0.employee == employee.id && $0.covers(date) }
      guard !off.contains(day), !isAbsent else { return nil }
      let start = day == 5 ? 9 * 60 : base + 30 * random.below(3)
      return shift(inputs, employee, date, start: day == 5 ? min(start, 510) : start, &random)
    }
    return Tour(employee: employee.id, shifts: shifts)
  }

  private func shift(
    _ inputs: PlanningInputs,
    _ employee: Employee,
    _ date: LocalDate,
    start: Int,
    _ random: inout RandomStream
  ) -> Shift {
    let begin = inputs.settings.zone.instant(
      at: LocalDateTime(date: date, secondOfDay: start * 60)
    )
    let lengths = [
      (ShiftSegment.Kind.work, 90 + 15 * random.below(3)), (.rest, 15),
      (.work, 90 + 15 * random.below(3)), (.lunch, 30), (.work, 90), (.rest, 15),
    ]
    var segments: [ShiftSegment] = []
    var now = begin
    let end = begin.adding(minutes: 510)
    for (kind, minutes) in lengths {
      segments.append(ShiftSegment(kind: kind, start: now, end: now.adding(minutes: minutes)))
      now = now.adding(minutes: minutes)
    }
    segments.append(ShiftSegment(kind: .work, start: now, end: end))
    let served = inputs.queues(servedBy: employee.id, on: date, overMidnight: false)
    return Shift(
      date: date,
      start: begin,
      end: end,
      segments: segments,
      queues: served.map { inputs.settings.queues[$0].name }
    )
  }
}
