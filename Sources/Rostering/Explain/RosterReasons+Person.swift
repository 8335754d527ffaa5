public import Workforce

extension RosterReasons {
  /// Gains below this are none.
  private static let leastGain = 0.005

  /// Why a person's week is as it is.
  ///
  /// - Parameters:
  ///   - employee: The identifier.
  ///   - confirm: How many of the refused wishes are searched again, those that cost least first.
  ///   - stop: Ends the search.
  ///   - progress: Is told the stages.
  /// - Returns: The explanation.
  /// - Throws: `ShiftwrightError` when there is no such person, when the solver fails or `stop` is
  ///   cancelled.
  public func person(
    _ employee: String,
    confirm: Int,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> PersonExplanation {
    let position = try position(of: employee)
    let weeks = weeks(of: position)
    progress?(StageProgress(stage: "price other weeks"))
    var wishes = wishes(weeks).map { granted($0, weeks) }
    let gain = try settle(&wishes, weeks, most: confirm, stop: stop, progress: progress)
    let without = weeks.roster(with: .empty)
    var own = decoder.costs(state) - decoder.costs(without)
    // what a week without shifts would miss is no saving of this one
    if weeks.numbers.hasRulePrices {
      own.rules += problem.rulePrice(of: [], for: weeks.numbers) ?? 0
    }
    let shifts = weeks.present.shifts
    let slack = weeks.gain(weeks.numbers) ?? 0
    return PersonExplanation(
      employee: employee,
      contract: inputs.employees.first { $0.id == employee }?.contract ?? "",
      duties: shifts.map {
        PersonExplanation.Duty(
          shift: decoder.shift($0),
          template: problem.shapes[$0.shape].name
        )
      },
      costs: own,
      queues: difference(without),
      overtimeMinutes: weeks.present.overtimeMinutes,
      paidMinutes: shifts.reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes },
      wishes: wishes.map(\.wish),
      slack: max(0, slack),
      bindings: bindings(weeks, slack: slack),
      searchGain: gain
    )
  }

  /// The rules and prices without which the best week would be cheaper, most first.
  private func bindings(_ weeks: PersonalWeeks, slack: Double) -> [PersonExplanation.Binding] {
    let person = inputs.employees.first { $0.id == weeks.numbers.id }
    let rules = RosterRule.all(in: inputs).filter { rule in
      person.map { rule.mayBind($0, in: inputs) } ?? true
    }
    let gains = parallelMap(count: rules.count, threads: effort.threads) { index in
      gain(weeks, without: rules[index], slack: slack)
    }
    return zip(rules, gains).compactMap { rule, gain in
      gain.flatMap {
        $0 > Self.leastGain
          ? PersonExplanation.Binding(rule: rule.title(in: inputs), gain: $0) : nil
      }
    }.enumerated().sorted { ($0.element.gain, -$0.offset) > ($1.element.gain, -$1.offset) }
      .map(\.element)
  }

  /// What a person's best week without a rule saves beyond the best one with it.
  func gain(_ weeks: PersonalWeeks, without rule: RosterRule, slack: Double) -> Double? {
    guard let variant = variant(of: weeks.employee, without: rule),
      let numbers = variant.changed.first?.numbers
    else { return nil }
    return weeks.gain(numbers, in: variant).map { $0 - slack }
  }

  /// A wish, and the person who has it granted.
  struct LimitedWish: Sendable {
    var wish: PersonExplanation.Wish
    let numbers: RosterEmployee
    let day: Int
  }

  /// The wishes for dates of the week; those for starts on dates worked only.
  func wishes(_ weeks: PersonalWeeks) -> [LimitedWish] {
    let lines = inputs.preferences.filter { $0.employee == weeks.numbers.id }
    return problem.grid.dates.indices.flatMap { day -> [LimitedWish] in
      let date = problem.grid.dates[day]
      let shift = weeks.present.shifts.first { $0.day == day }
      let option = shift.flatMap { problem.option(for: $0, of: weeks.numbers) }
      let off = lines.filter { $0.wish == .dayOff && $0.days.matches(date) }
        .max { $0.weight < $1.weight }
      var found: [LimitedWish] = []
      if let off {
        let numbers = weeks.numbers.off(on: day)
        found.append(wish(off, numbers, day, option?.dayOffWish, isGranted: option == nil))
      }
      if let option, let start = Self.startWish(lines, on: date),
        case .startBetween(let low, let high) = start.wish
      {
        let isInside = { (clock: Int) in low.minutes <= clock && clock <= high.minutes }
        let numbers = weeks.numbers.limited(on: day) { isInside($0.clock) }
        found.append(
          wish(start, numbers, day, option.startWish, isGranted: isInside(option.clock))
        )
      }
      return found
    }
  }

  /// The wish for a start that counts on a date: a date's own, else its weekday's, else every day's.
  private static func startWish(_ lines: [Preference], on date: LocalDate) -> Preference? {
    let starts = lines.filter { $0.wish != .dayOff }
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    return levels.lazy.compactMap { level in starts.first { $0.days == level } }.first
  }

  private func wish(
    _ line: Preference,
    _ numbers: RosterEmployee,
    _ day: Int,
    _ price: Double?,
    isGranted: Bool
  ) -> LimitedWish {
    LimitedWish(
      wish: PersonExplanation.Wish(
        date: problem.grid.dates[day],
        wish: line.wish,
        weight: line.weight,
        price: isGranted ? 0 : price ?? 0,
        isGranted: isGranted
      ),
      numbers: numbers,
      day: day
    )
  }

  /// A refused wish with the best week that grants it.
  func granted(_ limited: LimitedWish, _ weeks: PersonalWeeks) -> LimitedWish {
    guard !limited.wish.isGranted else { return limited }
    var found = limited
    found.wish.way = alternative(.granted, weeks, weeks.best(limited.numbers), on: limited.day)
    return found
  }

  /// Searches again with the cheapest refused wishes granted; returns what a search saves without.
  private func settle(
    _ wishes: inout [LimitedWish],
    _ weeks: PersonalWeeks,
    most: Int,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> Double {
    let priced = wishes.indices.compactMap { index in
      wishes[index].wish.way.map { (index: index, cost: $0.cost) }
    }
    let asked = priced.sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }.prefix(most)
    guard !asked.isEmpty else { return 0 }
    let settled = try SettledReasons(self, stop: stop, progress: progress)
    let costs = try settled.costs(
      asked.map { [(position: weeks.employee, numbers: wishes[$0.index].numbers)] },
      progress: progress
    )
    for (place, cost) in zip(asked, costs) { wishes[place.index].wish.way?.settled = cost }
    return settled.gain
  }
}
