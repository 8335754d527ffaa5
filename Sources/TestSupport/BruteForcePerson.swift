import Checking
import Workforce

/// One way to spend a day.
struct BruteForceOption {
  /// The shift; `nil` on a day off.
  var shift: Shift?
  /// Clock minutes of its start.
  var startMinute = 0
  var paidMinutes = 0
  /// The classes in it.
  var lessons: [String] = []
}

/// One legal week of a person.
struct BruteForceTour {
  /// The position of each day's option.
  let choice: [Int]
  let costs: RosterCosts
  let overtimeMinutes: Int
  /// The classes in which a seat is taken.
  let seats: [String]
  var price: Double
}

/// A person with every way to spend each day, and every legal week.
struct BruteForcePerson {
  let employee: Employee
  private(set) var options: [[BruteForceOption]] = []
  private(set) var tours: [BruteForceTour] = []
  private let inputs: PlanningInputs
  private let week: ISOWeek
  private let contract: ContractSettings
  private let checker: RosterChecker
  /// The clock of the person's site.
  private let zone: Zone
  private let lessons: [BruteForceLesson]

  init(_ employee: Employee, inputs: PlanningInputs, week: ISOWeek) {
    var own = inputs
    own.employees = [employee]
    own.pastDuties = inputs.pastDuties.filter {
      $0.employee == employee.id && $0.start.date < week.monday
    }
    own.preferences = inputs.preferences.filter { $0.employee == employee.id }
    guard let contract = inputs.settings.contract(named: employee.contract) else {
      preconditionFailure("\(employee.contract) is no contract")
    }
    self.employee = employee
    self.inputs = own
    self.week = week
    self.contract = contract
    checker = RosterChecker(inputs: own)
    zone = inputs.settings.sites.first { $0.name == employee.site }?.zone ?? inputs.settings.zone
    lessons = BruteForceLesson.all(employee, inputs, week)
    options = week.dates.map { [BruteForceOption()] + shifts(on: $0) }
    tours = weeks()
  }

  // MARK: Days

  private func shifts(on date: LocalDate) -> [BruteForceOption] {
    let slot = inputs.settings.rosterSlotMinutes
    let queues = inputs.queues(servedBy: employee.id, on: date, overMidnight: false)
    let midnight = zone.startOfDay(date.adding(days: 1))
    guard !queues.isEmpty || !lessons.isEmpty else { return [] }
    let names = queues.map { inputs.settings.queues[$0].name }
    var found: [BruteForceOption] = []
    var start = zone.startOfDay(date)
    while start < midnight {
      for template in contract.shiftTemplates.compactMap(inputs.settings.shiftTemplate) {
        let end = start.adding(minutes: template.length.wholeMinutes)
        guard isOpen(at: start), isOpen(at: end.adding(minutes: -slot)) else { continue }
        found += segments(template, from: start).flatMap { segments in
          holding(
            Shift(date: date, start: start, end: end, segments: segments, queues: names)
          ).map { option($0.shift, template, $0.lessons) }
        }
      }
      start = start.adding(minutes: slot)
    }
    let legal = found.filter(isLegal)
    precondition(
      legal.allSatisfy { ($0.shift?.end ?? midnight) <= midnight },
      "brute force takes no shifts past midnight"
    )
    return legal
  }

  private func isOpen(at instant: Instant) -> Bool {
    let local = inputs.settings.zone.local(at: instant)
    guard let weekday = inputs.operatingWeekday(on: local.date) else { return false }
    return inputs.settings.queues.flatMap { $0.openingHours.windows(on: weekday) }.contains {
      $0.start.minutes <= local.minuteOfDay && local.minuteOfDay < $0.endMinutes
    }
  }

  /// Every placement of the breaks on the slots of the shift.
  private func segments(_ template: ShiftTemplate, from start: Instant) -> [[ShiftSegment]] {
    let slot = inputs.settings.rosterSlotMinutes
    let end = start.adding(minutes: template.length.wholeMinutes)
    var partial: [[ShiftSegment]] = [[]]
    for wanted in template.breaks {
      guard let kind = ShiftSegment.Kind(rawValue: wanted.kind.rawValue) else { return [] }
      let length = wanted.length.wholeMinutes
      partial = partial.flatMap { done -> [[ShiftSegment]] in
        var from = (done.last?.end ?? start).adding(minutes: slot)
        var longer: [[ShiftSegment]] = []
        while from.adding(minutes: length) < end {
          let work = ShiftSegment(kind: .work, start: done.last?.end ?? start, end: from)
          let pause = ShiftSegment(kind: kind, start: from, end: from.adding(minutes: length))
          longer.append(done + [work, pause])
          from = from.adding(minutes: slot)
        }
        return longer
      }
    }
    return partial.map {
      $0 + [ShiftSegment(kind: .work, start: $0.last?.end ?? start, end: end)]
    }
  }

  /// The shift with every set of the person's classes in it that fits.
  private func holding(_ shift: Shift) -> [(shift: Shift, lessons: [String])] {
    (0..<1 << lessons.count).compactMap { set in
      let chosen = lessons.indices.filter { set & (1 << $0) != 0 }.map { lessons[$0] }
      guard !shift.queues.isEmpty || !chosen.isEmpty else { return nil }
      return shift.holding(chosen, slotSeconds: 60 * inputs.settings.rosterSlotMinutes)
        .map { ($0, chosen.map(\.id)) }
    }
  }

  private func option(_ shift: Shift, _ template: ShiftTemplate, _ lessons: [String])
    -> BruteForceOption
  {
    BruteForceOption(
      shift: shift,
      startMinute: zone.local(at: shift.start).minuteOfDay,
      paidMinutes: template.paidLength.wholeMinutes,
      lessons: lessons
    )
  }

  private func isLegal(_ option: BruteForceOption) -> Bool {
    let tour = Tour(employee: employee.id, shifts: [option.shift].compactMap(\.self))
    let roster = Roster(week: week, zone: inputs.settings.zone, tours: [tour])
    let ofWeeks = [
      "weekly hours", "working days", "overtime budget", "class attendance", "class room",
      "class seats", "class trainer",
    ]
    return checker.violations(in: roster).allSatisfy { ofWeeks.contains($0.rule) }
  }

  // MARK: Weeks

  private func weeks() -> [BruteForceTour] {
    let limits = BruteForceLimits(employee, contract, inputs, week)
    var found: [BruteForceTour] = []
    extend([], limits, into: &found)
    return found
  }

  private func extend(
    _ choice: [Int],
    _ limits: BruteForceLimits,
    into found: inout [BruteForceTour]
  ) {
    let day = choice.count
    guard day < 7 else {
      if let tour = tour(choice, limits) { found.append(tour) }
      return
    }
    for option in options[day].indices where mayFollow(choice, option) {
      extend(choice + [option], limits, into: &found)
    }
  }

  /// Rest, start change and days in a row, looking back from a day's shift.
  private func mayFollow(_ choice: [Int], _ option: Int) -> Bool {
    let day = choice.count
    guard let shift = options[day][option].shift else { return true }
    let earlier = choice.indices.filter { options[$0][choice[$0]].shift != nil }
    if let last = earlier.last, let end = options[last][choice[last]].shift?.end {
      let rest = shift.start.secondsSinceEpoch - end.secondsSinceEpoch
      if Double(rest) < contract.rules.minimumRest.inSeconds { return false }
      let change = abs(options[day][option].startMinute - options[last][choice[last]].startMinute)
      if last == day - 1, let most = contract.rules.maximumStartChange,
        Double(change) > most.inMinutes
      {
        return false
      }
    }
    let worked = Set(earlier.map { week.dates[$0] } + inputs.pastDuties.map(\.start.date))
    var run = 1
    while worked.contains(week.dates[day].adding(days: -run)) { run += 1 }
    return run <= contract.rules.maximumConsecutiveDays
  }

  private func tour(_ choice: [Int], _ limits: BruteForceLimits) -> BruteForceTour? {
    let chosen = choice.indices.map { options[$0][choice[$0]] }
    let shifts = chosen.count { $0.shift != nil }
    let paid = chosen.reduce(0) { $0 + $1.paidMinutes }
    let taken = chosen.flatMap(\.lessons)
    guard limits.days.contains(shifts), limits.minutes.contains(paid),
      BruteForceLesson.areMet(lessons, by: taken)
    else { return nil }
    let costs = costs(chosen, shifts: shifts, paid: paid, limits)
    return BruteForceTour(
      choice: choice,
      costs: costs,
      overtimeMinutes: max(0, paid - limits.overtimeAfter),
      seats: taken.filter { id in lessons.contains { $0.id == id && !$0.isTaught } },
      price: costs.total
    )
  }

  // MARK: Prices

  private func costs(
    _ chosen: [BruteForceOption],
    shifts: Int,
    paid: Int,
    _ limits: BruteForceLimits
  ) -> RosterCosts {
    let prices = inputs.settings.costs
    let perMinute = contract.wagePerHour / 60
    let wishes = BruteForceWishes(inputs.preferences, prices)
    var costs = RosterCosts()
    costs.pay = perMinute * Double(paid)
    costs.overtimePremium =
      perMinute * prices.overtimePremium * Double(max(0, paid - limits.overtimeAfter))
    costs.contractPay = shifts == 0 ? 0 : perMinute * Double(limits.minutes.lowerBound)
    var weekends = inputs.pastDuties.count { $0.start.date.weekday.isWeekend }
    for (day, option) in chosen.enumerated() where option.shift != nil {
      costs.startPreference += wishes.startPrice(option.startMinute, on: week.dates[day])
      costs.dayOffPreference += wishes.dayOffPrice(on: week.dates[day])
      if day > 0, chosen[day - 1].shift != nil {
        let change = Double(abs(option.startMinute - chosen[day - 1].startMinute))
        costs.startChange += prices.startChangePerHour * change / 60
      }
      if day >= 5 {
        costs.weekendFairness += prices.weekendFairness * Double(2 * weekends + 1)
        weekends += 1
      }
    }
    return costs
  }
}

/// A person's limits for the week.
struct BruteForceLimits {
  private(set) var minutes: ClosedRange<Int>
  private(set) var days: ClosedRange<Int>
  private(set) var overtimeAfter: Int

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
    let perDate = contract.minimumDays == 0 ? 0 : least / contract.minimumDays
    var fewest = contract.minimumDays
    var mostDays = contract.maximumDays
    var unasked = 0
    for date in week.dates where Self.isCredited(date, employee, inputs) && mostDays > 0 {
      least = max(0, least - perDate)
      most = max(0, most - perDate)
      overtimeAfter = max(0, overtimeAfter - perDate)
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

  private static func isCredited(
    _ date: LocalDate,
    _ employee: Employee,
    _ inputs: PlanningInputs
  ) -> Bool {
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
