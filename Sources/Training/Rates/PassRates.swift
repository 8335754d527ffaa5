public import Workforce

/// Pass rates of groups of cycles.
public struct PassRates: Sendable {
  /// Groups of fewer are shown without a verdict.
  public static let smallGroup = 20
  /// Days after its first attempt in which a cycle without a pass is open.
  public static let openDays = 90

  private let cycles: AttemptCycles
  private let counted: [AttemptCycle]
  private let date: LocalDate
  private let goal: Fraction

  /// Takes cycles.
  ///
  /// - Parameters:
  ///   - cycles: The cycles, each once.
  ///   - date: The day on which is asked.
  ///   - goal: The share that should pass.
  ///   - dates: The days of first attempts that count; all when left out.
  public init(
    _ cycles: AttemptCycles,
    on date: LocalDate,
    goal: Fraction = .goal,
    during dates: ClosedRange<LocalDate>? = nil
  ) {
    self.cycles = cycles
    self.date = date
    self.goal = goal
    guard let dates else {
      counted = cycles.cycles
      return
    }
    let days = dates.lowerBound.daysSinceEpoch...dates.upperBound.daysSinceEpoch
    counted = cycles.cycles.filter { days.contains(Int($0.began)) }
  }

  /// The rates by groups, sorted by name, and of everybody; in time linear in the cycles.
  public func table(by keys: [PassRateTable.Key]) -> PassRateTable {
    var grouping = CycleGrouping(count: counted.count)
    let columns = keys.map { CycleColumn($0, cycles, counted) }
    for column in columns {
      grouping.split(by: column.names.count) { column.position(counted[$0]) }
    }
    var tallies = [Tally](repeating: Tally(), count: grouping.groups.count)
    var total = Tally()
    for (index, cycle) in counted.enumerated() {
      let isOpen = !cycle.isPassed && date.daysSinceEpoch < Int(cycle.began) + Self.openDays
      tallies[Int(grouping.group[index])].add(cycle, isOpen: isOpen)
      total.add(cycle, isOpen: isOpen)
    }
    let rows = zip(grouping.groups, tallies).map { members, tally in
      row(zip(columns, members).map { $0.names[$1] }, tally)
    }
    return PassRateTable(
      keys: keys,
      rows: rows.sorted { $0.group.lexicographicallyPrecedes($1.group) },
      total: row([], total)
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

  private struct Tally {
    var sat = 0
    var first = 0
    var final = 0
    var open = 0

    mutating func add(_ cycle: AttemptCycle, isOpen: Bool) {
      sat += 1
      if cycle.isPassedFirst { first += 1 }
      if cycle.isPassed { final += 1 }
      if isOpen { open += 1 }
    }
  }

  private func row(_ group: [String], _ tally: Tally) -> PassRateTable.Row {
    PassRateTable.Row(
      group: group,
      first: Self.rate(passed: tally.first, of: tally.sat, goal: goal),
      final: Self.rate(passed: tally.final, of: tally.sat, goal: goal),
      open: tally.open
    )
  }
}

extension Fraction {
  /// The center's goal: nine of ten pass.
  public static var goal: Fraction { Fraction(0.9) ?? .one }
}
