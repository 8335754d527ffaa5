import Training
public import Workforce

/// Answers what HR asks of training, to everybody what they may see.
public struct TrainingReporter: Sendable {
  /// Fewer people stand together where single results may not show.
  public static let leastGroup = 5

  let source: any TrainingSource
  let asker: Asker
  let date: LocalDate

  /// Makes a reporter.
  ///
  /// - Parameters:
  ///   - source: Where the records are.
  ///   - asker: Who asks.
  ///   - date: The day on which is asked; what came later does not count.
  public init(_ source: any TrainingSource, asker: Asker, on date: LocalDate) {
    self.source = source
    self.asker = asker
    self.date = date
  }

  /// True for those who see everybody's results.
  var seesAll: Bool { asker == .trainingLead }

  /// How training stands: pass rates, what is due, who fails, who is covered.
  ///
  /// - Parameters:
  ///   - keys: What the pass rates are grouped by; all keys, each in a table of its own, when empty.
  ///   - dates: The days of first attempts that count; all when left out.
  ///   - goal: The share that should pass; nine of ten when left out.
  /// - Returns: The figures; who may not see results gets small groups together, and no names.
  /// - Throws: ``BadInput`` or `ShiftwrightError` when the records cannot be read, `ShiftwrightError`
  ///   to a person.
  public func overview(
    by keys: [PassRateTable.Key] = [],
    during dates: ClosedRange<LocalDate>? = nil,
    goal: Fraction? = nil
  ) throws -> TrainingOverview {
    try refuseEmployees("figures of groups")
    try checkQuarters(dates)
    let goal = goal ?? .goal
    let book = try source.book()
    try checkCourses(book)
    let cycles = AttemptCycles(book, through: lastDay)
    let wanted = keys.isEmpty ? PassRateTable.Key.allCases.map { [$0] } : [keys]
    let rates = PassRates(cycles, on: lastDay, goal: goal, during: dates)
    let shown = tables(rates, by: wanted, goal)
    let list = TrainingDueList(book, on: date)
    let failing = cycles.failedTwice
    return TrainingOverview(
      center: book.inputs.settings.name,
      date: date,
      dates: dates,
      goal: goal,
      tables: shown.tables,
      leastGroup: seesAll ? nil : Self.leastGroup,
      ratesThrough: seesAll ? nil : lastDay,
      isWithheld: shown.isWithheld || hasLater(book, during: dates),
      due: Self.counts(list.due(until: date.adding(days: 90)), on: date),
      failingCount: failing.count,
      failing: seesAll
        ? failing.map { cycle in
          TrainingOverview.Failing(
            employee: book.people[Int(cycle.person)].id,
            course: book.courses[Int(cycle.course)],
            attempts: Int(cycle.attempts),
            since: cycle.date
          )
        } : nil,
      compliance: list.compliance(),
      competence: Competence.stages(of: book, on: date).filter {
        seesAll || $0.people >= Self.leastGroup
      },
      titles: book.inputs.training.titles(on: date)
    )
  }

  /// The tables as who asks may see them, and whether something is left out of them.
  private func tables(_ rates: PassRates, by wanted: [[PassRateTable.Key]], _ goal: Fraction)
    -> (tables: [PassRateTable], isWithheld: Bool)
  {
    guard !seesAll else { return (wanted.map(rates.table), false) }
    let shown = wanted.map {
      SmallGroups.quarterly(rates, by: $0, least: Self.leastGroup, goal: goal)
    }
    return (shown.map(\.table), shown.contains { $0.isWithheld })
  }

  /// True when somebody sat after the last day that counts for who asks.
  private func hasLater(_ book: TrainingBook, during dates: ClosedRange<LocalDate>?) -> Bool {
    guard !seesAll, lastDay < date else { return false }
    let later = lastDay.adding(days: 1)...date
    return AttemptCycles(book, through: date).cycles.contains { cycle in
      later.contains(cycle.date) && dates?.contains(cycle.date) ?? true
    }
  }

  /// Refuses a center of which nothing can be said: without courses nobody needs a certificate.
  func checkCourses(_ book: TrainingBook) throws(ShiftwrightError) {
    guard book.inputs.training.courses.isEmpty, book.courses.isEmpty else { return }
    throw ShiftwrightError(
      "\(source.place) has no courses, so there is nothing to say of training.\n"
        + "Add training.yaml; docs/reference/training-formats.md describes it."
    )
  }

  private static func counts(_ due: [TrainingDue], on date: LocalDate) -> [TrainingOverview.Due] {
    var counts: [String: TrainingOverview.Due] = [:]
    for entry in due {
      var count =
        counts[entry.course]
        ?? TrainingOverview.Due(course: entry.course, overdue: 0, within30: 0, within90: 0)
      if entry.by.date <= date {
        count.overdue += 1
      } else {
        count.within90 += 1
        if entry.by.date <= date.adding(days: 30) { count.within30 += 1 }
      }
      counts[entry.course] = count
    }
    return counts.values.sorted { $0.course < $1.course }
  }

  /// A person sees their own record and nothing else.
  func refuseEmployees(_ what: String) throws(ShiftwrightError) {
    guard case .employee = asker else { return }
    throw ShiftwrightError(
      "A person may not see \(what).\nAsk as hr, planner or manager; a person's own record is open to them."
    )
  }
}

/// Keeps single results out of figures of groups.
enum SmallGroups {
  /// The table with groups of fewer than `least` people in one row, `others`, and as many of the next
  /// smallest as it takes to reach `least`, so that no small one follows from the total.
  static func joined(_ table: PassRateTable, least: Int, goal: Fraction) -> PassRateTable {
    guard table.total.final.sat >= least else {
      let none = rate(0, 0, goal)
      let total = PassRateTable.Row(group: [], first: none, final: none, open: 0)
      return PassRateTable(keys: table.keys, rows: [], total: total)
    }
    let bySize = table.rows.enumerated().sorted {
      ($0.element.final.sat, $0.offset) < ($1.element.final.sat, $1.offset)
    }
    var joined: Set<Int> = []
    var people = 0
    for (index, row) in bySize
    where row.final.sat < least || (people > 0 && people < least) {
      joined.insert(index)
      people += row.final.sat
    }
    guard !joined.isEmpty else { return table }
    let small = joined.sorted().map { table.rows[$0] }
    let others = PassRateTable.Row(
      group: table.keys.map { _ in "others" },
      first: rate(small.reduce(0) { $0 + $1.first.passed }, people, goal),
      final: rate(small.reduce(0) { $0 + $1.final.passed }, people, goal),
      open: small.reduce(0) { $0 + $1.open }
    )
    let rest = table.rows.indices.filter { !joined.contains($0) }.map { table.rows[$0] }
    return PassRateTable(keys: table.keys, rows: rest + [others], total: table.total)
  }

  private static func rate(_ passed: Int, _ sat: Int, _ goal: Fraction) -> PassRate {
    PassRates.rate(passed: passed, of: sat, goal: goal)
  }
}
