import TestSupport
import Testing
import Training
import Workforce

@Suite struct RateTests {
  private typealias Make = ScenarioFixtures

  private struct Published: Sendable {
    var passed: Int
    var count: Int
    var low: Double
    var high: Double
  }

  /// SciPy 1.17, `binomtest(k, n).proportion_ci(method='wilson')`; the last is a year of an
  /// examination of FINRA.
  private static let published = [
    Published(passed: 0, count: 10, low: 0, high: 0.277533),
    Published(passed: 27, count: 30, low: 0.743789, high: 0.965400),
    Published(passed: 43_116, count: 58_264, low: 0.736434, high: 0.743557),
  ]

  @Test(arguments: published)
  private func `Wilson's interval is that of SciPy`(c: Published) {
    let interval = WilsonInterval(passed: c.passed, of: c.count)
    #expect(abs(interval.low - c.low) < 1e-6)
    #expect(abs(interval.high - c.high) < 1e-6)
  }

  /// The ends are the shares p with |p̂ − p| = z √(p(1 − p)/n): found by halving.
  @Test func `its ends are the roots of the score test`() {
    let z = WilsonInterval.quantile95
    for count in [1, 2, 7, 20, 153] {
      for passed in 0...count {
        let share = Double(passed) / Double(count)
        let distance = { (p: Double) in
          abs(share - p) - z * (p * (1 - p) / Double(count)).squareRoot()
        }
        let interval = WilsonInterval(passed: passed, of: count)
        if passed > 0 {
          #expect(abs(interval.low - Self.root(of: distance, 0, share)) < 1e-9)
        }
        if passed < count {
          #expect(abs(interval.high - Self.root(of: distance, 1, share)) < 1e-9)
        }
        #expect(interval.low <= share && share <= interval.high)
      }
    }
    #expect(WilsonInterval(passed: 0, of: 0).low == 0)
    #expect(WilsonInterval(passed: 0, of: 0).high == 1)
    #expect(WilsonInterval(passed: 5, of: 5).high == 1)
  }

  /// Where a function that is positive at `outside` and negative at `inside` changes sign.
  private static func root(of f: (Double) -> Double, _ outside: Double, _ inside: Double) -> Double
  {
    var (out, within) = (outside, inside)
    for _ in 0..<200 {
      let middle = (out + within) / 2
      if f(middle) > 0 { out = middle } else { within = middle }
    }
    return (out + within) / 2
  }

  @Test func `verdicts need an interval on one side, and twenty people`() {
    #expect(PassRates.rate(passed: 19, of: 19).verdict == .small)
    #expect(PassRates.rate(passed: 20, of: 20).verdict == .open)
    #expect(PassRates.rate(passed: 60, of: 60).verdict == .above)
    #expect(PassRates.rate(passed: 12, of: 20).verdict == .below)
    #expect(PassRates.rate(passed: 27, of: 30).verdict == .open)
    #expect(PassRates.rate(passed: 0, of: 0).share == nil)
    #expect(PassRates.rate(passed: 28, of: 30, goal: Make.share(0.5)).verdict == .above)
  }

  private static func attempt(
    _ employee: String,
    _ course: String,
    on date: LocalDate,
    passed: Bool,
    number: Int = 1,
    session: String? = nil
  ) -> AssessmentAttempt {
    AssessmentAttempt(
      employee: employee,
      course: course,
      session: session,
      sat: LocalDateTime(date: date, secondOfDay: 36_000),
      attempt: number,
      score: Make.share(passed ? 0.9 : 0.5),
      passMark: Make.share(0.8),
      source: "lms",
      reference: "\(employee) \(date)"
    )
  }

  @Test func `groups by several keys add up to everybody`() {
    var stream = RandomStream(seed: 5, name: "groups")
    var inputs = Make.inputs(people: [])
    var attempts: [AssessmentAttempt] = []
    inputs.training.sessions = ["t0", "t1", nil].enumerated().map { number, trainer in
      ClassSession(
        id: "s\(number)",
        course: "aml",
        start: Make.time("2026-01-01T09:00"),
        end: Make.time("2026-01-01T10:00"),
        trainer: trainer,
        seats: 10
      )
    }
    for number in 0..<300 {
      var person = Make.people("e\(number)")[0]
      person.site = ["harbour", "hill"][stream.below(2)]
      person.team = ["red", "blue", ""][stream.below(3)]
      inputs.employees.append(person)
      let date = Make.date("2026-01-01").adding(days: stream.below(360))
      let course = ["aml", "drill"][stream.below(2)]
      let isFirst = stream.below(2) == 0
      let passes = isFirst ? [true] : [false, stream.below(2) == 0]
      for (index, isPassed) in passes.enumerated() {
        attempts.append(
          Self.attempt(
            "e\(number)",
            course,
            on: date.adding(days: index),
            passed: isPassed,
            number: index + 1,
            session: "s\(stream.below(3))"
          )
        )
      }
    }
    let cycles = AttemptCycles(
      TrainingBook(inputs: inputs, records: TrainingRecords(assessments: attempts))
    )
    let date = Make.date("2026-12-31")
    for keys in [[PassRateTable.Key.course], [.site, .team], [.quarter, .trainer], []] {
      let table = PassRates(cycles, on: date).table(by: keys)
      #expect(table.rows.reduce(0) { $0 + $1.final.sat } == 300)
      #expect(table.rows.reduce(0) { $0 + $1.final.passed } == table.total.final.passed)
      #expect(table.rows.reduce(0) { $0 + $1.first.passed } == table.total.first.passed)
      #expect(table.rows.reduce(0) { $0 + $1.open } == table.total.open)
      #expect(
        table.rows.map(\.group)
          == table.rows.map(\.group).sorted { $0.lexicographicallyPrecedes($1) }
      )
      for row in table.rows where keys == [.site, .team] {
        let own = inputs.employees.filter { $0.site == row.group[0] && $0.team == row.group[1] }
        let passed = attempts.filter { attempt in
          attempt.attempt == 1 && attempt.isPassed && own.contains { $0.id == attempt.employee }
        }
        #expect(row.first.passed == passed.count)
        #expect(row.final.sat == own.count)
      }
    }
  }

  @Test func `a cycle without a pass is open for ninety days`() {
    let attempt = Self.attempt("ada", "aml", on: Make.date("2026-01-01"), passed: false)
    let cycles = AttemptCycles(
      TrainingBook(
        inputs: Make.inputs(people: Make.people("ada")),
        records: TrainingRecords(assessments: [attempt])
      )
    )
    let open = ["2026-03-31", "2026-04-01"].map {
      PassRates(cycles, on: Make.date($0)).table(by: []).total.open
    }
    #expect(open == [1, 0])
  }

  /// Orders of numbers: 95 % of samples put the middle of the population into the interval.
  @Test func `the interval of a median needs six, and holds what it says`() {
    #expect(Competence(days: [1, 2, 3, 4, 5]).interval == nil)
    #expect(Competence(days: [6, 5, 4, 3, 2, 1]).interval == 1...6)
    #expect(Competence(days: [4, 1, 3]).median == 3)
    #expect(Competence(days: [4, 1, 3, 9]).median == 3.5)
    #expect(Competence(days: []).median == nil)
    // Hollander & Wolfe: for n = 20 the 6th and the 15th value.
    #expect(Competence(days: Array(1...20)).interval == 6...15)
    #expect(Competence(days: Array(1...2000)).interval == 956...1045)
  }

  @Test func `days to competence end with the last certificate of the stage`() {
    let certificate = { (employee: String, course: String, date: String) in
      Certification(
        employee: employee,
        course: course,
        attained: Make.date(date),
        from: Make.time(date + "T00:00"),
        reference: employee + course
      )
    }
    var inputs = Make.inputs(people: Make.people("ada", "bo"))
    inputs.training = TrainingInputs(
      curricula: [
        Curriculum(
          name: "agent",
          stages: [Curriculum.Stage(name: "one", length: .days(7), courses: ["a", "b"])]
        )
      ],
      certifications: [
        certificate("ada", "a", "2026-01-05"), certificate("ada", "b", "2026-01-09"),
        certificate("bo", "a", "2026-01-05"),
      ],
      enrolments: [
        CurriculumEnrolment(employee: "ada", curriculum: "agent", from: Make.date("2026-01-01")),
        CurriculumEnrolment(employee: "bo", curriculum: "agent", from: Make.date("2026-01-01")),
      ]
    )
    let stages = Competence.stages(
      of: TrainingBook(inputs: inputs, records: .none),
      on: Make.date("2026-03-01")
    )
    #expect(
      stages == [
        StageCompetence(curriculum: "agent", stage: "one", people: 1, median: 8, interval: nil)
      ]
    )
  }
}
