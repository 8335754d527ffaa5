import TestSupport
import Testing
import Training
import Workforce

@Suite struct CycleTests {
  private typealias Make = ScenarioFixtures

  private static func attempt(
    _ sat: String,
    of employee: String = "ada",
    passed: Bool,
    reference: String,
    course: String = "aml"
  ) -> AssessmentAttempt {
    AssessmentAttempt(
      employee: employee,
      course: course,
      sat: Make.time(sat),
      attempt: 1,
      score: Make.share(passed ? 0.9 : 0.5),
      passMark: Make.share(0.8),
      source: "lms",
      reference: reference
    )
  }

  private static func words(_ cycles: AttemptCycles) -> [String] {
    cycles.cycles.enumerated().map { index, cycle in
      let before = cycles.cycles[..<index].count {
        $0.person == cycle.person && $0.course == cycle.course
      }
      let (person, course) = (Int(cycle.person), Int(cycle.course))
      return "\(cycles.book.people[person].id) \(cycles.book.courses[course]) "
        + "\(before + 1): \(cycle.attempts) from \(cycle.date) "
        + (cycle.isPassedFirst ? "first" : cycle.isPassed ? "later" : "never")
    }
  }

  private static func cycles(_ attempts: [AssessmentAttempt]) -> AttemptCycles {
    cycles(inputs, attempts)
  }

  private static func cycles(_ inputs: PlanningInputs, _ attempts: [AssessmentAttempt])
    -> AttemptCycles
  {
    AttemptCycles(
      TrainingBook(inputs: inputs, records: TrainingRecords(assessments: attempts))
    )
  }

  private static var inputs: PlanningInputs {
    Make.inputs(people: Make.people("ada", "bo"))
  }

  @Test func `three attempts are one person, and a pass begins anew`() {
    let cycles = Self.cycles([
      Self.attempt("2026-01-10T09:00", passed: false, reference: "1"),
      Self.attempt("2026-01-20T09:00", passed: false, reference: "2"),
      Self.attempt("2026-01-30T09:00", passed: true, reference: "3"),
      Self.attempt("2027-01-10T09:00", passed: true, reference: "4"),
      Self.attempt("2027-02-10T09:00", passed: false, reference: "5"),
    ])
    #expect(
      Self.words(cycles) == [
        "ada aml 1: 3 from 2026-01-10 later", "ada aml 2: 1 from 2027-01-10 first",
        "ada aml 3: 1 from 2027-02-10 never",
      ]
    )
    let table = PassRates(cycles, on: Make.date("2027-03-01")).table(by: [.course])
    #expect(table.total.first.passed == 1 && table.total.final.passed == 2)
    #expect(table.total.final.sat == 3 && table.total.open == 1)
  }

  @Test func `a lapse without a pass begins anew too`() {
    var inputs = Self.inputs
    inputs.training.certifications = [
      Certification(
        employee: "ada",
        course: "aml",
        attained: Make.date("2025-02-01"),
        from: Make.time("2025-02-01T00:00"),
        lapses: Make.time("2026-02-01T00:00"),
        reference: "c"
      )
    ]
    let attempts = [
      Self.attempt("2026-01-10T09:00", passed: false, reference: "1"),
      Self.attempt("2026-01-31T23:59", passed: false, reference: "2"),
      Self.attempt("2026-02-01T00:00", passed: true, reference: "3"),
    ]
    let cycles = Self.cycles(inputs, attempts)
    #expect(
      Self.words(cycles) == [
        "ada aml 1: 2 from 2026-01-10 never", "ada aml 2: 1 from 2026-02-01 first",
      ]
    )
    inputs.training.certifications[0].isRevoked = true
    #expect(Self.cycles(inputs, attempts).cycles.count == 1)
  }

  @Test func `a corrected entry counts for nothing, its correction once`() {
    var correction = Self.attempt("2026-01-10T09:00", passed: true, reference: "1b")
    correction.corrects = "1"
    correction.reason = "wrong person's sheet"
    let attempts = [
      Self.attempt("2026-01-10T09:00", passed: false, reference: "1"), correction,
    ]
    #expect(
      Self.words(Self.cycles(attempts)) == [
        "ada aml 1: 1 from 2026-01-10 first"
      ]
    )
  }

  /// Two tries of one day, as a learning system without times writes them.
  @Test func `tries at one moment go by their number, not by their reference`() {
    var first = Self.attempt("2026-01-10T00:00", passed: false, reference: "10")
    var second = Self.attempt("2026-01-10T00:00", passed: true, reference: "9")
    (first.attempt, second.attempt) = (1, 2)
    #expect(
      Self.words(Self.cycles([second, first])) == [
        "ada aml 1: 2 from 2026-01-10 later"
      ]
    )
  }

  @Test func `quarters turn at midnight of the person's site`() {
    var inputs = Self.inputs
    inputs.settings.sites = [
      Site(name: "site"), Site(name: "far", zone: Make.zone("Pacific/Apia")),
    ]
    inputs.employees[1].site = "far"
    let cycles = Self.cycles(
      inputs,
      [
        Self.attempt("2026-03-31T23:59", of: "ada", passed: true, reference: "1"),
        Self.attempt("2026-04-01T00:00", of: "bo", passed: true, reference: "2"),
      ]
    )
    // Bo sat earlier than Ada, and yet in the quarter after.
    let groups = PassRates(cycles, on: Make.date("2026-05-01")).table(by: [.quarter, .site])
      .rows.map(\.group)
    #expect(groups == [["2026-Q1", "site"], ["2026-Q2", "far"]])
    let edges = ["2024-02-29", "2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"]
    let passes = edges.enumerated().map { number, date in
      Self.attempt(date + "T12:00", passed: true, reference: "e\(number)")
    }
    let table = PassRates(Self.cycles(passes), on: Make.date("2026-08-01")).table(by: [.quarter])
    #expect(
      table.rows.map { $0.group[0] } == ["2024-Q1", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    )
  }

  @Test func `trainer, cohort, team and site are those of the first attempt`() {
    var inputs = Self.inputs
    inputs.employees[0].team = "red"
    inputs.employees[1].hired = Make.date("2025-11-03")
    inputs.training.sessions = [
      ClassSession(
        id: "s1",
        course: "aml",
        start: Make.time("2026-01-10T09:00"),
        end: Make.time("2026-01-10T10:00"),
        trainer: "bo",
        seats: 10
      )
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(
        employee: "ada",
        curriculum: "agent",
        cohort: "winter",
        from: Make.date("2026-01-01")
      ),
      CurriculumEnrolment(
        employee: "ada",
        curriculum: "agent",
        cohort: "spring",
        from: Make.date("2026-01-11")
      ),
    ]
    var first = Self.attempt("2026-01-10T11:00", passed: false, reference: "1")
    first.session = "s1"
    let cycles = Self.cycles(
      inputs,
      [
        first, Self.attempt("2026-01-12T11:00", passed: true, reference: "2"),
        Self.attempt("2026-01-12T11:00", of: "bo", passed: true, reference: "3"),
      ]
    )
    let table = PassRates(cycles, on: Make.date("2026-02-01"))
      .table(by: [.trainer, .cohort, .team])
    #expect(table.rows.map(\.group) == [["", "2025-Q4", ""], ["bo", "winter", "red"]])
  }

  @Test func `what came after the day does not count`() {
    let attempts = [
      Self.attempt("2026-01-10T09:00", passed: false, reference: "1"),
      Self.attempt("2026-01-20T23:59", passed: false, reference: "2"),
      Self.attempt("2026-01-21T00:00", passed: true, reference: "3"),
    ]
    let book = TrainingBook(
      inputs: Self.inputs,
      records: TrainingRecords(assessments: attempts)
    )
    let before = AttemptCycles(book, through: Make.date("2026-01-20"))
    #expect(Self.words(before) == ["ada aml 1: 2 from 2026-01-10 never"])
    #expect(before.failedTwice.count == 1)
    #expect(AttemptCycles(book, through: Make.date("2026-01-21")).failedTwice.isEmpty)
  }

  @Test func `failed twice is said of the latest cycle`() {
    let rows: [(String, String, Bool)] = [
      ("ada", "2025-01-01", false), ("ada", "2025-01-02", true), ("ada", "2026-01-01", false),
      ("ada", "2026-01-02", false), ("ada", "2026-01-03", false), ("bo", "2026-01-01", false),
      ("bo", "2026-01-02", false), ("cy", "2026-01-01", false), ("cy", "2026-01-02", false),
      ("cy", "2026-01-03", true), ("di", "2026-01-01", false),
    ]
    let cycles = Self.cycles(
      Make.inputs(people: Make.people("bo", "ada", "cy", "di")),
      rows.enumerated().map { number, row in
        Self.attempt(row.1 + "T09:00", of: row.0, passed: row.2, reference: "r\(number)")
      }
    )
    let found = cycles.failedTwice.map {
      "\(cycles.book.people[Int($0.person)].id) \($0.attempts)"
    }
    #expect(found == ["bo 2", "ada 3"])
  }

  /// Each attempt begins a cycle unless an earlier one of the same person and course failed and
  /// nothing lapsed between; counted pair by pair over rows in any order.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `agrees with a count over shuffled rows`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "cycles")
    var inputs = Self.inputs
    var attempts: [AssessmentAttempt] = []
    for number in 0..<60 {
      let minute = stream.below(60)
      attempts.append(
        Self.attempt(
          "2026-0\(1 + stream.below(6))-1\(stream.below(9))T09:\(minute < 10 ? "0" : "")\(minute)",
          of: ["ada", "bo"][stream.below(2)],
          passed: stream.below(3) == 0,
          reference: "r\(100 + number)",
          course: ["aml", "drill"][stream.below(2)]
        )
      )
    }
    inputs.training.certifications = (0..<6).map { number in
      Certification(
        employee: ["ada", "bo"][stream.below(2)],
        course: ["aml", "drill"][stream.below(2)],
        attained: Make.date("2025-01-01"),
        from: Make.time("2025-01-01T00:00"),
        lapses: Make.time("2026-0\(1 + stream.below(6))-1\(stream.below(9))T00:00"),
        reference: "c\(number)"
      )
    }
    let cycles = Self.cycles(inputs, attempts)
    let key = { (a: AssessmentAttempt) in (a.sat, a.reference) }
    var begun = (total: 0, first: 0, final: 0)
    for attempt in attempts {
      let same = attempts.filter { $0.employee == attempt.employee && $0.course == attempt.course }
      let before = same.filter { key($0) < key(attempt) }.max { key($0) < key($1) }
      let lapsed = { (from: LocalDateTime, until: LocalDateTime) in
        inputs.training.certifications.contains { certificate in
          guard let lapse = certificate.lapses else { return false }
          return certificate.employee == attempt.employee && certificate.course == attempt.course
            && from < lapse && lapse <= until
        }
      }
      let isNew = before.map { $0.isPassed || lapsed($0.sat, attempt.sat) } ?? true
      if isNew { begun.total += 1 }
      if isNew, attempt.isPassed { begun.first += 1 }
      if attempt.isPassed { begun.final += 1 }
    }
    let made = cycles.cycles
    #expect(made.count == begun.total)
    #expect(made.count { $0.isPassedFirst } == begun.first)
    // Every pass ends a cycle, so no pass is counted twice and none is lost.
    #expect(made.count { $0.isPassed } == begun.final)
    #expect(made.reduce(0) { $0 + Int($1.attempts) } == attempts.count)
    var shuffled = attempts
    for index in shuffled.indices.reversed() { shuffled.swapAt(index, stream.below(index + 1)) }
    #expect(Self.words(Self.cycles(inputs, shuffled)).sorted() == Self.words(cycles).sorted())
  }
}
