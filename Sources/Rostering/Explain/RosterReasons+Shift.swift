public import Workforce

extension RosterReasons {
  /// Most other people who are named.
  private static let namedPeople = 5

  /// Why a person works a shift: what the best week with another start, another template, other
  /// breaks or the date off costs more, and whom else it could be.
  ///
  /// - Parameters:
  ///   - employee: Whose shift it is.
  ///   - date: Its date.
  ///   - stop: Ends the search.
  ///   - progress: Is told the stages.
  /// - Returns: The explanation.
  /// - Throws: `ShiftwrightError` when there is no such shift, when the solver fails or `stop` is
  ///   cancelled.
  public func shift(
    of employee: String,
    on date: LocalDate,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> ShiftExplanation {
    let position = try position(of: employee)
    let present = try duty(of: position, on: date)
    progress?(StageProgress(stage: "price other weeks"))
    let weeks = weeks(of: position)
    var ways = ways(weeks, present)
    var people = substitutes(weeks, present)
    let settled = try SettledReasons(self, stop: stop, progress: progress)
    let limits = changes(ways + people.prefix(1), weeks, present)
    let found = try settled.costs(limits.map(\.people), progress: progress)
    for (limit, cost) in zip(limits, found) {
      if limit.way < ways.count { ways[limit.way].settled = cost } else { people[0].settled = cost }
    }
    var without = state
    without.remove(present)
    return ShiftExplanation(
      employee: employee,
      date: date,
      shift: decoder.shift(present),
      template: problem.shapes[present.shape].name,
      queues: difference(without),
      idle: state.cover.overstaffing - without.cover.overstaffing,
      ways: ways,
      people: people,
      options: options(weeks, present),
      searchGain: settled.gain
    )
  }

  /// The shift of a person on a date.
  func duty(of position: Int, on date: LocalDate) throws(ShiftwrightError) -> PlannedShift {
    let shifts = state.tours[position].shifts
    let day = problem.grid.dates.firstIndex(of: date)
    if let shift = shifts.first(where: { $0.day == day }) { return shift }
    let dates = shifts.map { problem.grid.dates[$0.day].description }
    let id = problem.employees[position].id
    let known = dates.isEmpty ? "the week has none" : "they are on \(dates.joined(separator: ", "))"
    throw ShiftwrightError(
      "\(id) has no shift on \(date); \(known).\nGive one of those dates, or ask about the person with "
        + "--person \(id)."
    )
  }

  /// The best way of each kind.
  func ways(_ weeks: PersonalWeeks, _ present: PlannedShift) -> [RosterAlternative] {
    let kinds: [RosterAlternative.Kind] = [.dayOff, .otherStart, .otherTemplate]
    var ways = kinds.compactMap { kind in
      limited(weeks.numbers, to: kind, instead: present).flatMap {
        alternative(kind, weeks, weeks.best($0), on: present.day)
      }
    }
    let breaks = weeks.otherBreaks(of: present)
    if let way = alternative(.otherBreaks, weeks, breaks, on: present.day) { ways.append(way) }
    return ways
  }

  /// A person who must have the date otherwise in one way.
  func limited(
    _ numbers: RosterEmployee,
    to kind: RosterAlternative.Kind,
    instead present: PlannedShift
  ) -> RosterEmployee? {
    switch kind {
    case .dayOff: numbers.off(on: present.day)
    case .otherStart:
      numbers.working(on: present.day) {
        $0.shape == present.shape && $0.start != present.start
      }
    case .otherTemplate:
      numbers.working(on: present.day) {
        problem.shapes[$0.shape].name != problem.shapes[present.shape].name
      }
    case .otherBreaks, .otherPerson, .atWork, .granted: nil
    }
  }

  /// The people whose weeks each way limits; breaks are not searched again.
  private func changes(
    _ ways: [RosterAlternative],
    _ weeks: PersonalWeeks,
    _ present: PlannedShift
  ) -> [(way: Int, people: [(position: Int, numbers: RosterEmployee)])] {
    ways.enumerated().compactMap { index, way in
      let own = way.kind == .otherPerson ? RosterAlternative.Kind.dayOff : way.kind
      guard let numbers = limited(weeks.numbers, to: own, instead: present) else { return nil }
      var people = [(position: weeks.employee, numbers: numbers)]
      if way.kind == .otherPerson, let other = compiled.compiler.positions[way.employee] {
        people.append((other, substitute(problem.employees[other], for: present)))
      }
      return (index, people)
    }
  }

  /// Every start and template of the date with the cost of its best week.
  private func options(
    _ weeks: PersonalWeeks,
    _ present: PlannedShift
  ) -> [ShiftExplanation.Option] {
    let numbers = weeks.numbers
    let all = numbers.days[present.day].options
    let each = all.indices.filter { index in
      index == 0 || all[index].start != all[index - 1].start
        || all[index].shape != all[index - 1].shape
    }
    return parallelMap(count: each.count, threads: effort.threads) { index in
      let option = all[each[index]]
      let isChosen = option.start == present.start && option.shape == present.shape
      let limited = numbers.working(on: present.day) {
        $0.start == option.start && $0.shape == option.shape
      }
      let changed = isChosen ? nil : weeks.best(limited).map(weeks.roster)
      let isLegal = changed?.isLegal ?? false
      return ShiftExplanation.Option(
        start: problem.grid.instant(at: option.start),
        end: problem.grid.instant(at: option.start + problem.shapes[option.shape].length),
        template: problem.shapes[option.shape].name,
        cost: isChosen
          ? 0 : changed.flatMap { isLegal ? $0.objective - state.objective : nil },
        isChosen: isChosen
      )
    }
  }
}

extension RosterReasons {
  /// The cheapest other people: the person has the best week with the date off, another one who is
  /// off that date comes for half of the shift's time at least.
  private func substitutes(
    _ weeks: PersonalWeeks,
    _ present: PlannedShift
  ) -> [RosterAlternative] {
    guard let week = weeks.best(weeks.numbers.off(on: present.day)) else { return [] }
    var without = weeks.roster(with: week)
    guard without.isLegal else { return [] }
    without.cover.refresh()
    let freed = without
    let queues = problem.queues(of: present.group)
    let people = problem.employees.indices.filter { other in
      other != weeks.employee && !state.tours[other].shifts.contains { $0.day == present.day }
        && !queues.isDisjoint(
          with: problem.queues(of: problem.employees[other].days[present.day].group)
        )
    }
    let found = parallelMap(count: people.count, threads: effort.threads) { index in
      let own = PersonalWeeks(freed, employee: people[index])
      let numbers = substitute(own.numbers, for: present)
      return alternative(.otherPerson, own, own.best(numbers), on: present.day)
    }
    return found.compactMap(\.self).enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .prefix(Self.namedPeople).map(\.element)
  }

  /// A person who comes on the date of a shift, for half of its time at least.
  private func substitute(
    _ numbers: RosterEmployee,
    for present: PlannedShift
  ) -> RosterEmployee {
    let length = problem.shapes[present.shape].length
    let time = present.start..<present.start + length
    return numbers.working(on: present.day) { option in
      let own = option.start..<option.start + problem.shapes[option.shape].length
      return 2 * own.clamped(to: time).count >= length
    }
  }
}

extension RosterProblem {
  /// The queues that people of a group may serve at some time.
  func queues(of group: Int) -> Set<Int> {
    let parts = groups[group].parts
    guard !parts.isEmpty else { return Set(groups[group].queues) }
    return parts.reduce(into: []) { $0.formUnion(groups[$1.group].queues) }
  }
}
