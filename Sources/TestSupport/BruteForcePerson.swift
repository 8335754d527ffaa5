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
  /// The shift as labor rules look at it.
  var work: BruteForceWork?
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
  private let labor: BruteForceLabor
  private let limits: BruteForceLimits

  /// Lists the ways to spend each day and, where `isListing`, every legal week.
  init(_ employee: Employee, inputs: PlanningInputs, week: ISOWeek, isListing: Bool = true) {
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
    let labor = BruteForceLabor(employee, contract, own, week)
    self.contract = contract
    self.labor = labor
    limits = BruteForceLimits(employee, labor.weekly.contract, inputs, week)
    checker = RosterChecker(inputs: labor.inputsWithoutLabor)
    zone = inputs.settings.sites.first { $0.name == employee.site }?.zone ?? inputs.settings.zone
    lessons = BruteForceLesson.all(employee, inputs, week)
    options = week.dates.map { [BruteForceOption()] + shifts(on: $0) }
    if isListing { tours = weeks() }
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
      defer { start = start.adding(minutes: slot) }
      let minute = zone.local(at: start).minuteOfDay
      guard minute.isMultiple(of: inputs.settings.shiftStartMinutes) else { continue }
      for template in contract.shiftTemplates.compactMap(inputs.settings.shiftTemplate) {
        let end = start.adding(minutes: template.length.wholeMinutes)
        guard isOpen(at: start), isOpen(at: end.adding(minutes: -slot)) else { continue }
        found += segments(template, from: start).flatMap { segments in
          holding(
            Shift(date: date, start: start, end: end, segments: segments, queues: names)
          ).map { option($0.shift, template, $0.lessons) }
        }
      }
    }
    return found.filter(isLegal)
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
    let paid = template.paidLength.wholeMinutes
    return BruteForceOption(
      shift: shift,
      startMinute: zone.local(at: shift.start).minuteOfDay,
      paidMinutes: paid,
      lessons: lessons,
      work: labor.isStated ? labor.work(shift, paid: paid) : nil
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
    var found: [BruteForceTour] = []
    extend([], into: &found)
    return found
  }

  private func extend(
    _ choice: [Int],
    into found: inout [BruteForceTour]
  ) {
    let day = choice.count
    guard day < 7 else {
      if let tour = tour(choice) { found.append(tour) }
      return
    }
    for option in options[day].indices where mayFollow(choice, option) {
      extend(choice + [option], into: &found)
    }
  }

  /// Rest, start change, days in a row and the labor rules of the day, looking back from it.
  func mayFollow(_ choice: [Int], _ option: Int) -> Bool {
    let day = choice.count
    if labor.isStated {
      let works = (choice + [option]).enumerated().map { options[$0.offset][$0.element].work }
      let misses = labor.dayMisses(labor.past + works, day)
      if misses.contains(where: { $0.price == nil }) { return false }
    }
    guard let shift = options[day][option].shift else { return true }
    return (labor.isStated || isRested(choice, option, shift))
      && run(choice, until: day) <= contract.rules.maximumConsecutiveDays
  }

  /// Worked dates in a row up to one that is worked.
  private func run(_ choice: [Int], until day: Int) -> Int {
    let earlier = choice.indices.filter { options[$0][choice[$0]].shift != nil }
    let worked = Set(earlier.map { week.dates[$0] } + inputs.pastDuties.map(\.start.date))
    var run = 1
    while worked.contains(week.dates[day].adding(days: -run)) { run += 1 }
    return run
  }

  private func isRested(_ choice: [Int], _ option: Int, _ shift: Shift) -> Bool {
    let day = choice.count
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
    return true
  }

  /// The week of a choice; `nil` where it breaks a rule on the whole of it.
  func tour(_ choice: [Int]) -> BruteForceTour? {
    let chosen = choice.indices.map { options[$0][choice[$0]] }
    let shifts = chosen.count { $0.shift != nil }
    let paid = chosen.reduce(0) { $0 + $1.paidMinutes }
    let taken = chosen.flatMap(\.lessons)
    let misses = labor.totalMisses(chosen.map(\.work), shifts: shifts, paid: paid, limits)
    guard misses.allSatisfy({ $0.price != nil }), BruteForceLesson.areMet(lessons, by: taken) else {
      return nil
    }
    var costs = costs(chosen, shifts: shifts, paid: paid)
    costs.rules = misses.reduce(0) { $0 + $1.units * ($1.price ?? 0) }
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
    paid: Int
  ) -> RosterCosts {
    let prices = inputs.settings.costs
    let perMinute = contract.wagePerHour / 60
    let wishes = BruteForceWishes(inputs.preferences, prices)
    var costs = RosterCosts()
    costs.pay = perMinute * Double(paid)
    costs.overtimePremium = perMinute * limits.overtime(paid, prices)
    let isAvoidable = shifts == 0 || labor.weekly.hoursPrice != nil
    costs.contractPay = isAvoidable ? 0 : perMinute * Double(limits.minutes.lowerBound)
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
