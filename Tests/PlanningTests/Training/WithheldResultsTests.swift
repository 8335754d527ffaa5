import Planning
import TestSupport
import Testing
import Workforce

/// What planners and managers cannot learn of one person's results by asking twice.
@Suite struct WithheldResultsTests {
  private typealias Make = ScenarioFixtures

  /// A book that is at hand.
  private struct BookSource: TrainingSource {
    var made: TrainingBook
    var place: String { "center" }
    func book() -> TrainingBook { made }
    func record(of employee: String) throws -> PersonalRecord { throw ShiftwrightError("none") }
    func performance(_: PerformanceRecord.Measure, from: LocalDate, through: LocalDate)
      -> [PerformanceRecord]
    { [] }
  }

  /// People who each sat one course on a day, and whether they passed.
  private static func book(_ tries: [(day: LocalDate, course: Int, isPassed: Bool)]) -> TrainingBook
  {
    var inputs = Make.inputs(people: [])
    inputs.training.courses = ["aml", "cards", "lap"].map {
      Course(name: $0, lengthMinutes: 60, passMark: Make.share(0.8))
    }
    for number in tries.indices { inputs.employees += Make.people("p\(number)") }
    return TrainingBook(
      inputs: inputs,
      courses: ["aml", "cards", "lap"],
      sessions: [],
      people: inputs.employees,
      attempts: tries.map { entry in
        [
          TrainingBook.Attempt(
            sat: Int32(entry.day.daysSinceEpoch * 1440 + 600),
            course: UInt16(entry.course),
            number: 1,
            isPassed: entry.isPassed
          )
        ]
      },
      certificates: tries.map { _ in [] }
    )
  }

  private static func reporter(_ book: TrainingBook, _ asker: Asker, on date: String)
    -> TrainingReporter
  {
    TrainingReporter(BookSource(made: book), asker: asker, on: Make.date(date))
  }

  private static let quarters = [
    ("2025-01-01", "2025-03-31"), ("2025-04-01", "2025-06-30"), ("2025-07-01", "2025-09-30"),
    ("2025-10-01", "2025-12-31"),
  ]

  /// Sat by group, and all together under a name of its own.
  private static func sat(_ overview: TrainingOverview) -> [[String]: Int] {
    let table = overview.tables[0]
    let rows = table.rows.map { ($0.group, $0.final.sat) }
    return Dictionary(uniqueKeysWithValues: rows + [(["all of them"], table.total.final.sat)])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `figures of two spans differ by nobody or by five and more`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "withheld")
    let tries = (0..<(10 + stream.below(50))).map { _ in
      (
        day: Make.date("2025-01-01").adding(days: stream.below(365)), course: stream.below(3),
        isPassed: stream.below(3) > 0
      )
    }
    let reporter = Self.reporter(Self.book(tries), .planner, on: "2026-01-01")
    for keys in [[PassRateTable.Key.course], [.quarter], [.course, .quarter]] {
      for first in 0..<4 {
        var before: [[String]: Int] = [:]
        for last in first..<4 {
          let dates = Make.date(Self.quarters[first].0)...Make.date(Self.quarters[last].1)
          let now = Self.sat(try reporter.overview(by: keys, during: dates))
          for (group, count) in now {
            let change = count - before[group, default: 0]
            #expect(change == 0 || change >= 5, "\(keys) \(group) \(dates)")
          }
          #expect(before.keys.allSatisfy { now[$0] != nil })
          before = now
        }
      }
    }
  }

  /// Fourteen passed, and somebody failed on a later day.
  private static func fifteen(failed day: String) -> TrainingBook {
    book(
      (0..<14).map { (Make.date("2025-11-03").adding(days: $0), 2, true) }
        + [(Make.date(day), 2, false)]
    )
  }

  @Test func `other days than whole quarters are refused, with those that are accepted`() throws {
    let book = Self.fifteen(failed: "2025-11-22")
    let ask = { (asker: Asker, from: String, to: String) in
      try Self.reporter(book, asker, on: "2026-02-01").overview(
        by: [.course],
        during: Make.date(from)...Make.date(to)
      )
    }
    let error = #expect(throws: ShiftwrightError.self) {
      try ask(.planner, "2025-11-02", "2025-11-21")
    }
    #expect(
      error?.message == """
        Figures of other days than whole quarters would show single results, which planners may not see.
        --from is 2025-11-02, which no quarter begins with: write 2025-10-01 or 2026-01-01.
        --to is 2025-11-21, which no quarter ends with: write 2025-09-30 or 2025-12-31.
        """
    )
    #expect(try ask(.trainingLead, "2025-11-02", "2025-11-21").tables[0].total.final.sat == 14)
    #expect(try ask(.manager, "2025-10-01", "2025-12-31").tables[0].total.final.passed == 14)
  }

  /// As `--on` goes from day to day, the figures stay until the quarter is over.
  @Test func `the day on which is asked tells nothing of a quarter that is not over`() throws {
    let book = Self.fifteen(failed: "2025-11-22")
    for date in ["2025-11-21", "2025-11-22", "2025-12-30"] {
      let reporter = Self.reporter(book, .manager, on: date)
      let overview = try reporter.overview(by: [.course])
      #expect(overview.tables[0].total.final.sat == 0 && overview.isWithheld)
      let past = try reporter.buffer(.init(subject: "lap", needed: 3)).past
      #expect(past.map(\.sat) == [0])
    }
    let after = try Self.reporter(book, .manager, on: "2025-12-31").overview(by: [.course])
    #expect(after.tables[0].total.final.sat == 15 && !after.isWithheld)
  }

  @Test func `one who failed is withheld, and nobody is nobody`() throws {
    let book = Self.book([(Make.date("2025-11-22"), 2, false)])
    let shown = { (asker: Asker, first: String, last: String) in
      let overview = try Self.reporter(book, asker, on: "2026-01-01").overview(
        by: [.course],
        during: Make.date(first)...Make.date(last)
      )
      return "\(overview.tables[0].total.final.sat) \(overview.isWithheld)"
    }
    #expect(try shown(.planner, "2025-10-01", "2025-12-31") == "0 true")
    #expect(try shown(.planner, "2025-07-01", "2025-09-30") == "0 false")
    #expect(try shown(.trainingLead, "2025-11-22", "2025-11-22") == "1 false")
    let error = #expect(throws: ShiftwrightError.self) {
      try Self.reporter(book, .planner, on: "2026-01-01").buffer(.init(subject: "lap", needed: 1))
    }
    #expect(error?.message.hasPrefix("Fewer than 5 sat 'lap' in each quarter") == true)
  }

  @Test func `a center without courses is refused`() throws {
    var empty = Self.book([])
    empty.courses = []
    empty.inputs.training.courses = []
    let reporter = Self.reporter(empty, .trainingLead, on: "2026-01-01")
    for ask in [
      { _ = try reporter.overview() }, { _ = try reporter.due(within: 90) },
      { _ = try reporter.reminders(since: nil) },
    ] {
      let error = #expect(throws: ShiftwrightError.self) { try ask() }
      #expect(error?.message.hasPrefix("center has no courses, so there is nothing") == true)
    }
  }
}
