public import Workforce

extension RosterReasons {
  /// Gains below this are none.
  private static let leastRuleGain = 0.005

  /// What a rule or price costs: worth by the duals and by a new search, and whose weeks it makes
  /// dearer.
  ///
  /// - Parameters:
  ///   - rule: The rule or price.
  ///   - stop: Ends the search.
  ///   - progress: Is told the stages.
  /// - Returns: The explanation, and the roster that the search compares with.
  /// - Throws: `ShiftwrightError` when the rule acts on nobody, when the solver fails or `stop` is
  ///   cancelled.
  public func rule(
    _ rule: RosterRule,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> (rule: RuleExplanation, settled: SettledRoster) {
    let nobody = ShiftwrightError(
      "'\(rule.name)' acts on nobody in this scenario.\nAsk about another rule; "
        + "'shiftwright worth' lists those that act."
    )
    guard rule.lifted(from: inputs) != nil else { throw nobody }
    progress?(StageProgress(stage: "price other weeks"))
    let people = bearers(of: rule)
    let settled = try RosterWorth(
      inputs: inputs,
      costs: costs,
      published: published,
      effort: effort,
      solver: searchSolver
    ).settled(stop: stop, progress: progress)
    guard let dual = settled.dual(of: .rule(rule)) else { throw nobody }
    let found = try settled.confirmed([.rule(rule)], stop: stop, progress: progress).first
    let explanation = RuleExplanation(
      rule: rule.title(in: inputs),
      isPrice: rule.isPrice(in: inputs),
      dual: dual,
      resolve: found?.worth,
      proved: found?.proved,
      people: people,
      headcount: problem.employees.count
    )
    return (explanation, settled)
  }

  /// Whose best week would be cheaper without a rule, most first.
  func bearers(of rule: RosterRule) -> [RuleExplanation.Person] {
    let bound = Set(inputs.employees.filter { rule.mayBind($0, in: inputs) }.map(\.id))
    let gains = parallelMap(count: problem.employees.count, threads: effort.threads) {
      position -> Double? in
      guard bound.contains(problem.employees[position].id) else { return nil }
      let weeks = weeks(of: position)
      return gain(weeks, without: rule, slack: weeks.gain(weeks.numbers) ?? 0)
    }
    return zip(problem.employees, gains).compactMap { person, gain in
      gain.flatMap {
        $0 > Self.leastRuleGain
          ? RuleExplanation.Person(employee: person.id, gain: $0) : nil
      }
    }.enumerated().sorted { ($0.element.gain, -$0.offset) > ($1.element.gain, -$1.offset) }
      .map(\.element)
  }
}
