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

  private static func words(_ cycles: [AttemptCycle]) -> [String] {
    cycles.map { cycle in
      "\(cycle.employee) \(cycle.course) \(cycle.number): \(cycle.attempts) from \(cycle.began) "
        + (cycle.isPassedFirst ? "first" : cycle.isPassed ? "later" : "never")
    }
  }

  private static var inputs: PlanningInputs {
    Make.inputs(people: Make.people("ada", "bo"))
  }

  @Test func `three attempts are one person, and a pass begins anew`() {
    let cycles = AttemptCycles(Self.inputs).cycles(of: [
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
    let cycles = AttemptCycles(inputs).cycles(of: attempts)
    #expect(
      Self.words(cycles) == [
        "ada aml 1: 2 from 2026-01-10 never", "ada aml 2: 1 from 2026-02-01 first",
      ]
    )
    inputs.training.certifications[0].isRevoked = true
    #expect(AttemptCycles(inputs).cycles(of: attempts).count == 1)
  }

  @Test func `a corrected entry counts for nothing, its correction once`() {
    var correction = Self.attempt("2026-01-10T09:00", passed: true, reference: "1b")
    correction.corrects = "1"
    correction.reason = "wrong person's sheet"
    let attempts = [
      Self.attempt("2026-01-10T09:00", passed: false, reference: "1"), correction,
    ]
    #expect(
      Self.words(AttemptCycles(Self.inputs).cycles(of: attempts)) == [
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
      Self.words(AttemptCycles(Self.inputs).cycles(of: [second, first])) == [
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
    let cycles = AttemptCycles(inputs).cycles(of: [
      Self.attempt("2026-03-31T23:59", of: "ada", passed: true, reference: "1"),
      Self.attempt("2026-04-01T00:00", of: "bo", passed: true, reference: "2"),
    ])
    // Bo sat earlier than Ada, and yet in the quarter after.
    #expect(cycles[1].first < cycles[0].first)
    #expect(cycles.map(\.quarter) == ["2026-Q1", "2026-Q2"])
    let quarters = ["2024-02-29", "2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map {
      AttemptCycle.quarter(of: Make.date($0))
    }
    #expect(quarters == ["2024-Q1", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"])
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
    let cycles = AttemptCycles(inputs).cycles(of: [
      first, Self.attempt("2026-01-12T11:00", passed: true, reference: "2"),
      Self.attempt("2026-01-12T11:00", of: "bo", passed: true, reference: "3"),
    ])
    #expect(cycles.map(\.trainer) == ["bo", nil])
    #expect(cycles.map(\.cohort) == ["winter", "2025-Q4"])
    #expect(cycles.map(\.team) == ["red", ""])
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
    let cycles = AttemptCycles(inputs).cycles(of: attempts)
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
    #expect(cycles.count == begun.total)
    #expect(cycles.count { $0.isPassedFirst } == begun.first)
    // Every pass ends a cycle, so no pass is counted twice and none is lost.
    #expect(cycles.count { $0.isPassed } == begun.final)
    #expect(cycles.reduce(0) { $0 + $1.attempts } == attempts.count)
    var shuffled = attempts
    for index in shuffled.indices.reversed() { shuffled.swapAt(index, stream.below(index + 1)) }
    #expect(AttemptCycles(inputs).cycles(of: shuffled) == cycles)
  }
}
