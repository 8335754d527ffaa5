public import Workforce

/// Pass rates of groups of cycles.
public struct PassRates: Sendable {
  /// Groups of fewer are shown without a verdict.
  public static let smallGroup = 20
  /// Days after its first attempt in which a cycle without a pass is open.
  public static let openDays = 90

  private let cycles: [AttemptCycle]
  private let date: LocalDate
  private let goal: Fraction

  /// Takes cycles.
  ///
  /// - Parameters:
  ///   - cycles: The cycles, each once.
  ///   - date: The day on which is asked.
  ///   - goal: The share that should pass.
  public init(_ cycles: [AttemptCycle], on date: LocalDate, goal: Fraction = .goal) {
    self.cycles = cycles
    self.date = date
    self.goal = goal
  }

  /// The rates by groups, sorted by name, and of everybody.
  public func table(by keys: [PassRateTable.Key]) -> PassRateTable {
    var groups: [[String]: [AttemptCycle]] = [:]
    for cycle in cycles { groups[keys.map { Self.name(of: cycle, $0) }, default: []].append(cycle) }
    let names = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return PassRateTable(
      keys: keys,
      rows: names.map { row($0, groups[$0, default: []]) },
      total: row([], cycles)
    )
  }

  /// A rate with its interval and what it says about a goal.
  public static func rate(passed: Int, of sat: Int, goal: Fraction = .goal) -> PassRate {
    let interval = WilsonInterval(passed: passed, of: sat)
    let verdict: PassRate.Verdict =
      if sat < smallGroup {
        .small
      } else if interval.low >= goal.value {
        .above
      } else if interval.high < goal.value {
        .below
      } else {
        .open
      }
    return PassRate(
      passed: passed,
      sat: sat,
      low: interval.low,
      high: interval.high,
      verdict: verdict
    )
  }

  private func row(_ group: [String], _ cycles: [AttemptCycle]) -> PassRateTable.Row {
    PassRateTable.Row(
      group: group,
      first: Self.rate(passed: cycles.count { $0.isPassedFirst }, of: cycles.count, goal: goal),
      final: Self.rate(passed: cycles.count { $0.isPassed }, of: cycles.count, goal: goal),
      open: cycles.count { !$0.isPassed && date < $0.began.adding(days: Self.openDays) }
    )
  }

  private static func name(of cycle: AttemptCycle, _ key: PassRateTable.Key) -> String {
    switch key {
    case .course: cycle.course
    case .cohort: cycle.cohort
    case .team: cycle.team
    case .site: cycle.site
    case .trainer: cycle.trainer ?? ""
    case .quarter: cycle.quarter
    }
  }
}

extension Fraction {
  /// The center's goal: nine of ten pass.
  public static var goal: Fraction { Fraction(0.9) ?? .one }
}
