import Workforce

/// A person's limits for the week.
struct BruteForceLimits {
  private(set) var minutes: ClosedRange<Int>
  private(set) var days: ClosedRange<Int>
  private(set) var overtimeAfter: Int
  /// Where each further step of overtime begins.
  private(set) var steps: [Int]

  init(
    _ employee: Employee,
    _ contract: ContractSettings,
    _ inputs: PlanningInputs,
    _ week: ISOWeek
  ) {
    let share = employee.fullTimeEquivalent.value
    var least = Int((contract.minimumWeeklyHours.inMinutes * share).rounded())
    var most = Int((contract.maximumWeeklyHours.inMinutes * share).rounded())
    overtimeAfter = Int((contract.overtimeAfter.inMinutes * share).rounded())
    steps = inputs.settings.costs.overtimeSteps.map { Int(($0.after.inMinutes * share).rounded()) }
    let perDate = contract.minimumDays == 0 ? 0 : least / contract.minimumDays
    var fewest = contract.minimumDays
    var mostDays = contract.maximumDays
    var unasked = 0
    for date in week.dates where Self.isCredited(date, employee, inputs) && mostDays > 0 {
      least = max(0, least - perDate)
      most = max(0, most - perDate)
      overtimeAfter = max(0, overtimeAfter - perDate)
      steps = steps.map { max(0, $0 - perDate) }
      fewest = max(0, fewest - 1)
      mostDays -= 1
      unasked += 1
    }
    for date in week.dates where !Self.isCredited(date, employee, inputs) {
      let isIdle = Self.isOpen(date, inputs) && Self.isUncertified(date, employee, inputs)
      guard isIdle, unasked < contract.maximumDays else { continue }
      least = max(0, least - perDate)
      fewest = max(0, fewest - 1)
      unasked += 1
    }
    if fewest == 0 { least = 0 }
    // Where the least is above the most, no number fits.
    minutes = least...max(least, most)
    days = fewest...max(fewest, mostDays)
    if least > most { days = 8...8 }
  }

  /// Minutes of overtime, each times its premium: what a step adds to the one before counts from
  /// its beginning on.
  func overtime(_ paid: Int, _ prices: CostSettings) -> Double {
    var sum = prices.overtimePremium * Double(max(0, paid - overtimeAfter))
    var before = prices.overtimePremium
    for (after, step) in zip(steps, prices.overtimeSteps) {
      sum += (step.premium - before) * Double(max(0, paid - max(after, overtimeAfter)))
      before = step.premium
    }
    return sum
  }

  private static func isCredited(
    _ date: LocalDate,
    _ employee: Employee,
    _ inputs: PlanningInputs
  ) -> Bool {
    if inputs.isClosedWorkingDay(date) { return true }
    guard isOpen(date, inputs) else { return false }
    let isEmployed = (employee.hired ?? date) <= date && date <= (employee.leaves ?? date)
    let isAway = inputs.absences.contains {
      $0.employee == employee.id && $0.from <= LocalDateTime(date: date, secondOfDay: 0)
        && $0.until >= LocalDateTime(date: date, secondOfDay: 86_400)
    }
    return !isEmployed || isAway
  }

  private static func isOpen(_ date: LocalDate, _ inputs: PlanningInputs) -> Bool {
    inputs.operatingWeekday(on: date).map { weekday in
      inputs.settings.queues.contains { !$0.openingHours.windows(on: weekday).isEmpty }
    } ?? false
  }

  private static func hasLesson(
    _ date: LocalDate,
    _ employee: Employee,
    _ inputs: PlanningInputs
  ) -> Bool {
    BruteForceLesson.all(employee, inputs, ISOWeek(containing: date)).contains {
      inputs.settings.zone(ofSite: employee.site).local(at: $0.start).date == date
    }
  }

  /// No skill in full at every minute of the date, but some if certificates had always held.
  private static func isUncertified(
    _ date: LocalDate,
    _ employee: Employee,
    _ inputs: PlanningInputs
  ) -> Bool {
    guard !inputs.training.courses.isEmpty, !hasLesson(date, employee, inputs) else { return false }
    let zone = inputs.settings.zone(ofSite: employee.site)
    let (start, end) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    let now = BruteForceHolding(inputs)
    var eternal = inputs
    for index in eternal.training.certifications.indices {
      eternal.training.certifications[index].from = LocalDateTime(
        date: LocalDate(daysSinceEpoch: 0),
        secondOfDay: 0
      )
      eternal.training.certifications[index].lapses = nil
    }
    let ever = BruteForceHolding(eternal)
    let skills = inputs.settings.queues.map(\.skill)
    let isFree = skills.contains { skill in
      stride(from: 0, to: end.minutes(since: start), by: 15).allSatisfy {
        now.holding(employee.id, skill, at: start.adding(minutes: $0)) == 2
      }
    }
    return !isFree && !employee.isPlaceholder
      && skills.contains { ever.holding(employee.id, $0, at: start) == 2 }
  }
}
