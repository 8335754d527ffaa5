import Workforce

extension CompanionState {
  /// By how many slots each of a person's shifts adds to what is missing, all others fixed: as a
  /// trainee by its own, as a companion less by what it fills.
  func slotsMissing(by person: Int) -> [[Int]] {
    let own = ownSlots(of: person, helped: nil)
    guard !rules.circlesOf[person].isEmpty || !rules.pupils[person].isEmpty else { return own }
    let wanted = wanted(from: person)
    let gaps = gaps(besides: person)
    return problem.employees[person].days.enumerated().map { day, date in
      date.options.enumerated().map { position, option in
        let span = problem.span(of: option)
        return own[day][position] - (wanted[span.upperBound] - wanted[span.lowerBound])
          - gaps.reduce(0) { $0 + $1.filled(by: span) }
      }
    }
  }

  /// What each of a trainee's shifts would miss beside the best shift that a helper could work.
  func slotsMissing(by trainee: Int, helpedBy helper: Int) -> [[Int]] {
    ownSlots(of: trainee, helped: helper)
  }

  /// Sums up to each slot of the trainees who are alone in it without a person and are not with.
  private func wanted(from person: Int) -> [Int] {
    var wanted = [Int](repeating: 0, count: slotCount)
    for circle in rules.circlesOf[person] {
      let sums = loneliness(of: circle, without: person)
      for ward in rules.wards[circle] {
        for shift in tours[ward.trainee].shifts where shift.day == ward.day {
          for slot in problem.span(of: shift) { wanted[slot] += sums[slot + 1] - sums[slot] }
        }
      }
    }
    return wanted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// A shift of a trainee that the other mentors cover too little of.
  private struct Gap {
    let span: Range<Int>
    /// Sums of the slots that the others cover.
    let others: [Int]
    /// Slots that are missing.
    let missing: Int

    /// How many of them a mentor's shift fills.
    func filled(by shift: Range<Int>) -> Int {
      let both = shift.clamped(to: span)
      return min(missing, both.count - (others[both.upperBound] - others[both.lowerBound]))
    }
  }

  private func gaps(besides mentor: Int) -> [Gap] {
    rules.pupils[mentor].flatMap { pupil in
      tours[pupil].shifts.compactMap { shift -> Gap? in
        guard let duty = rules.duties[pupil][shift.day], duty.millionths > 0,
          duty.mentors.contains(mentor)
        else { return nil }
        let span = problem.span(of: shift)
        let others = attendance(of: duty.mentors, without: mentor)
        let covered = others[span.upperBound] - others[span.lowerBound]
        let missing = duty.need(of: span.count) - covered
        return missing > 0 ? Gap(span: span, others: others, missing: missing) : nil
      }
    }
  }

  /// What each of a person's shifts misses by the person's own stages; with a helper, the helper's
  /// week is open.
  private func ownSlots(of person: Int, helped helper: Int?) -> [[Int]] {
    let duties = rules.duties[person]
    return problem.employees[person].days.enumerated().map { day, date in
      guard duties.indices.contains(day), let duty = duties[day] else {
        return [Int](repeating: 0, count: date.options.count)
      }
      let lonely = duty.circle.map { loneliness(of: $0, without: helper) }
      let covered = attendance(of: duty.mentors, without: helper)
      let help = helper.map { Help(duty, $0, day: day, self) }
      return date.options.map { option in
        let span = problem.span(of: option)
        let alone = lonely.map { $0[span.upperBound] - $0[span.lowerBound] } ?? 0
        let missing =
          duty.need(of: span.count) - covered[span.upperBound] + covered[span.lowerBound]
        guard let help else { return alone + max(0, missing) }
        return help.least(span, alone: (alone, lonely), missing: (missing, covered))
      }
    }
  }

  /// The shifts of a helper around a date.
  private struct Help {
    let isCompanion: Bool
    let isMentor: Bool
    let shifts: [Range<Int>]

    init(_ duty: CompanionRules.Duty, _ helper: Int, day: Int, _ state: CompanionState) {
      isCompanion = duty.circle.map(state.rules.circlesOf[helper].contains) ?? false
      isMentor = duty.mentors.contains(helper)
      let days = state.problem.employees[helper].days
      let near = (max(0, day - 1)...min(days.count - 1, day + 1))
      shifts = Set(near.flatMap { days[$0].options.map(state.problem.span) }).sorted {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
    }

    /// What is missing of a shift beside the helper's best one.
    func least(
      _ span: Range<Int>,
      alone: (count: Int, sums: [Int]?),
      missing: (count: Int, covered: [Int])
    ) -> Int {
      var best = alone.count + max(0, missing.count)
      for shift in shifts where shift.overlaps(span) && best > 0 {
        let both = shift.clamped(to: span)
        let filled = alone.sums.map { $0[both.upperBound] - $0[both.lowerBound] } ?? 0
        let covered = missing.covered[both.upperBound] - missing.covered[both.lowerBound]
        let more = isMentor ? both.count - covered : 0
        best = min(
          best,
          alone.count - (isCompanion ? filled : 0) + max(0, missing.count - more)
        )
      }
      return best
    }
  }
}

extension CompanionState {
  /// A price of coupling rows that nothing is worth.
  private static let forbidding = 1e6

  /// A person's best week with all others fixed when what is missing is dearer than anything else
  /// but limits that are not kept.
  ///
  /// - Parameters:
  ///   - person: The position.
  ///   - slots: What each shift adds to what is missing.
  ///   - only: The person with some weeks left out; `nil` for all weeks.
  /// - Returns: The week, its cover priced; `nil` when there is none.
  func response(
    of person: Int,
    slots: [[Int]],
    only: RosterEmployee? = nil
  ) -> PlannedTour? {
    var numbers = only ?? problem.employees[person]
    let price = problem.penalties.head * Double(max(1, problem.longestShape))
    numbers.days = zip(numbers.days, slots).map { day, slots in
      EmployeeDay(
        group: day.group,
        options: zip(day.options, slots).map { $0.costing(price * Double($1)) }
      )
    }
    let single = problem.with(employees: [numbers])
    let roster = roster
    let tables = PricingTables(
      problem: single,
      groups: single.groups(of: 0),
      slotValues: { roster.values(group: $0, without: person) },
      only: { single.plans[0].entries(group: $0) },
      withAgendas: numbers.hasClasses
    )
    var pricer = WeekPricer()
    let best = single.cheapestTour(
      of: 0,
      tables: tables,
      extras: extras(of: person),
      pricer: &pricer
    )
    return best.map { problem.tour(of: $0.tour.shifts, employee: problem.employees[person]) }
  }

  private func extras(of person: Int) -> WeekPricer.Extras {
    var extras = roster.use.extras(of: person, in: roster, headFactor: Self.forbidding)
    if extras.overtimeRoom < .max {
      extras.overtimeLimit = max(extras.overtimeRoom, tours[person].overtimeMinutes)
    }
    extras.sessions = extras.sessions.map { $0 * Self.forbidding }
    return extras
  }
}
