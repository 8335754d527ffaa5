import Forecasting
import Staffing
import Workforce

extension ScenarioStarter {
  /// The planning interval for a history's.
  func planningMinutes(_ historyMinutes: Int) -> Int {
    historyMinutes >= 15 ? historyMinutes : historyMinutes == 10 ? 30 : 15
  }

  /// Half hours, or quarters where a day opens or closes at a quarter past or to the hour once
  /// rounded up to the roster slot, so that shifts can reach the closing.
  private func shiftStartMinutes(_ hours: OpeningHours) -> Int {
    let closings = hours.windows.joined().map { ($0.endMinutes + 14) / 15 * 15 }
    return closings.allSatisfy { $0 % 30 == 0 } ? 30 : 15
  }

  func settings(
    _ openingHours: OpeningHours,
    _ contracts: StarterContracts,
    historyMinutes: Int
  ) -> ScenarioSettings {
    ScenarioSettings(
      name: options.name,
      zone: options.zone,
      intervalMinutes: planningMinutes(historyMinutes),
      shiftStartMinutes: shiftStartMinutes(openingHours),
      seed: options.seed,
      currency: options.currency,
      shrinkage: options.shrinkage,
      queues: [
        QueueSettings(
          name: options.queue,
          channel: .phone,
          skill: options.queue,
          openingHours: openingHours,
          target: ServiceTarget(serviceLevel: options.serviceLevel, threshold: options.threshold),
          patience: options.patience,
          averageHandleTime: options.averageHandleTime
        )
      ],
      sites: [Site(name: "main")],
      shiftTemplates: contracts.templates,
      contracts: contracts.contracts,
      costs: CostSettings(cover: .service)
    )
  }

  /// Adds placeholders for the people that the busiest recent week needs.
  func addPeople(
    _ inputs: inout PlanningInputs,
    _ contracts: StarterContracts,
    _ days: [OpeningInference.Day],
    _ notes: inout [Diagnostic]
  ) throws(ShiftwrightError) {
    let need = try busyWeek(inputs, days)
    let counts = headCounts(need, inputs, contracts)
    for (contract, count) in zip(contracts.contracts, counts) {
      for _ in 0..<count { inputs.employees.append(placeholder(inputs.employees.count, contract)) }
    }
    inputs.skills = inputs.employees.map { SkillGrant(employee: $0.id, skill: options.queue) }
    let peak = need.queues[0].intervals.map(\.rostered).max() ?? 0
    let perHour = Double(60 / need.grid.stepMinutes)
    let hours = need.queues[0].intervals.reduce(0) { $0 + Double($1.rostered) } / perHour
    notes.append(
      BareSeries.note(
        "\(inputs.employees.count) people proposed (\(counts[0]) full_time, \(counts[1]) part_time):"
          + " the busiest of the last eight weeks needs \(Int(hours.rounded())) person-hours and"
          + " \(peak) people at its peak, \(Int((options.shrinkage.value * 100).rounded())) % shrinkage"
          + " included; planned absences are not",
        "They are placeholders: replace them in employees.csv and skills.csv."
      )
    )
  }

  private func placeholder(_ index: Int, _ contract: ContractSettings) -> Employee {
    let number = String(index + 1)
    let id = "P" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return Employee(
      id: id,
      name: "Placeholder \(number)",
      site: "main",
      contract: contract.name,
      isPlaceholder: true
    )
  }

  /// What a usual week needs, raised to the busiest of the last eight whole weeks (by 30 % at
  /// most).
  private func busyWeek(
    _ inputs: PlanningInputs,
    _ days: [OpeningInference.Day]
  ) throws(ShiftwrightError) -> Requirement {
    let last = days[days.count - 1].date
    var week = ISOWeek(containing: last).adding(weeks: 1)
    // Weeks with a clock change or a closed day are no typical weeks.
    for _ in 0..<8 where !isOrdinary(week, inputs) { week = week.adding(weeks: 1) }
    var forecast = try ForecastBuilder(inputs: inputs).forecast(
      week,
      dataBefore: last.adding(days: 1)
    )
    let usual = forecast.queues[0].days.mean.reduce(0, +)
    let byWeek = weekTotals(days).suffix(8)
    let factor = usual > 0 ? min(1.3, max(1, (byWeek.max() ?? usual) / usual)) : 1
    forecast.queues[0].intervals.mean = forecast.queues[0].intervals.mean.map { $0 * factor }
    return RequirementCalculator(inputs: inputs).requirement(for: forecast)
  }

  private func isOrdinary(_ week: ISOWeek, _ inputs: PlanningInputs) -> Bool {
    let length = options.zone.startOfDay(week.adding(weeks: 1).monday)
      .minutes(since: options.zone.startOfDay(week.monday))
    return length == 7 * 1440 && week.dates.allSatisfy { inputs.calendarEntries(on: $0).isEmpty }
  }

  /// Totals of the whole weeks, ascending.
  private func weekTotals(_ days: [OpeningInference.Day]) -> [Double] {
    var totals: [Double] = []
    let monday = days.firstIndex { $0.date.weekday == .monday } ?? days.count
    for start in stride(from: monday, to: max(monday, days.count - 4), by: 7) {
      totals.append(days[start..<min(start + 7, days.count)].reduce(0) { $0 + $1.total })
    }
    return totals
  }

  private func headCounts(
    _ need: Requirement,
    _ inputs: PlanningInputs,
    _ contracts: StarterContracts
  ) -> [Int] {
    let isOpen = inputs.openIntervals(of: inputs.settings.queues[0], on: need.grid)
    let rostered = need.queues[0].intervals.map { Double($0.rostered) }
    let step = need.grid.stepMinutes
    let halfHours = need.grid.count * step / 30
    let range = { (half: Int) in
      half * 30 / step..<max(half * 30 / step + 1, (half + 1) * 30 / step)
    }
    let cover = HeadCount(
      need: (0..<halfHours).map { half in rostered[range(half)].max() ?? 0 },
      isOpen: (0..<halfHours).map { half in isOpen[range(half)].contains(true) }
    )
    let shifts = [contracts.fullShift, contracts.partShift]
    return cover.people(
      shifts.indices.map { index in
        let rest = shifts[index].breaks.reduce(Duration.zero) { $0 + $1.length }
        let length = shifts[index].length.wholeMinutes
        return HeadCount.Kind(
          length: (length + 29) / 30,
          workShare: 1 - Double(rest.wholeMinutes) / Double(length),
          usualDays: contracts.usualDays[index],
          preference: index == 0 ? 1 : 0.85
        )
      }
    )
  }
}
