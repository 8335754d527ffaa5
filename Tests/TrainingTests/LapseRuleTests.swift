import TestSupport
import Testing
import Training
import Workforce

@Suite struct LapseRuleTests {
  private typealias Make = ScenarioFixtures

  private struct Case: Sendable, CustomTestStringConvertible {
    var validity: Course.Validity
    var attained: String
    var previous: String?
    var window = 0
    var lapse: String?

    var testDescription: String { "\(validity) \(attained) \(previous ?? "") \(window)" }
  }

  private static let cases: [Case] = [
    Case(validity: .unlimited, attained: "2024-02-29"),
    Case(validity: .months(12), attained: "2024-02-29", lapse: "2025-03-01"),
    Case(validity: .months(48), attained: "2024-02-29", lapse: "2028-02-29"),
    Case(validity: .months(1), attained: "2026-01-31", lapse: "2026-03-01"),
    Case(validity: .months(1), attained: "2024-01-31", lapse: "2024-03-01"),
    Case(validity: .months(1), attained: "2024-01-29", lapse: "2024-02-29"),
    Case(validity: .months(6), attained: "2026-08-31", lapse: "2027-03-01"),
    Case(validity: .months(12), attained: "2026-12-31", lapse: "2027-12-31"),
    Case(validity: .months(24), attained: "2099-07-01", lapse: "2101-07-01"),
    // Within the window a pass counts from the lapse on; a day earlier, and at the lapse, not.
    Case(
      validity: .months(12),
      attained: "2026-01-31",
      previous: "2026-04-01",
      window: 60,
      lapse: "2027-04-01"
    ),
    Case(
      validity: .months(12),
      attained: "2026-01-30",
      previous: "2026-04-01",
      window: 60,
      lapse: "2027-01-30"
    ),
    Case(
      validity: .months(12),
      attained: "2026-04-01",
      previous: "2026-04-01",
      window: 60,
      lapse: "2027-04-01"
    ),
    Case(
      validity: .months(12),
      attained: "2026-04-02",
      previous: "2026-04-01",
      window: 60,
      lapse: "2027-04-02"
    ),
    Case(validity: .until(month: 12, day: 31), attained: "2026-03-05", lapse: "2027-01-01"),
    Case(validity: .until(month: 12, day: 31), attained: "2026-12-31", lapse: "2027-01-01"),
    Case(
      validity: .until(month: 12, day: 31),
      attained: "2026-12-01",
      window: 60,
      lapse: "2028-01-01"
    ),
    Case(
      validity: .until(month: 12, day: 31),
      attained: "2026-12-01",
      previous: "2027-01-01",
      window: 60,
      lapse: "2028-01-01"
    ),
    Case(
      validity: .until(month: 12, day: 31),
      attained: "2026-11-01",
      window: 60,
      lapse: "2027-01-01"
    ),
    Case(validity: .until(month: 2, day: 29), attained: "2026-02-28", lapse: "2026-03-01"),
    Case(validity: .until(month: 2, day: 29), attained: "2028-02-29", lapse: "2028-03-01"),
    Case(validity: .until(month: 2, day: 29), attained: "2027-03-01", lapse: "2028-03-01"),
  ]

  @Test(arguments: cases)
  private func `lapses on the day by hand`(c: Case) {
    let lapse = LapseRule.lapse(
      of: c.validity,
      attained: Make.date(c.attained),
      previous: c.previous.map(Make.date),
      renewalWindowDays: c.window
    )
    #expect(lapse?.description == c.lapse)
  }

  /// Walks day by day, counting the days whose number in the month is that of the start; a month
  /// without one counts on its end.
  @Test(arguments: [1, 2, 3, 6, 11, 12, 13, 48])
  func `months agree with a counter of days`(months: Int) {
    for start in stride(from: 0, to: 1500, by: months > 6 ? 10 : 3) {
      let first = Make.date("2023-12-01").adding(days: start)
      var date = first
      var left = months
      while left > 0 {
        date = date.adding(days: 1)
        let (year, month, day) = date.components
        let (_, _, wanted) = first.components
        let isShort = LocalDate.days(inMonth: month, of: year) < wanted
        if day == wanted { left -= 1 }
        if isShort, day == LocalDate.days(inMonth: month, of: year) {
          left -= 1
          // The anniversary that does not exist is the day after the month.
          if left == 0 { date = date.adding(days: 1) }
        }
      }
      #expect(LapseRule.date(first, plusMonths: months) == date, "\(first) + \(months)")
    }
  }

  @Test func `a pass makes a certificate from its moment on, a fail none`() throws {
    let course = Course(
      name: "aml",
      lengthMinutes: 60,
      passMark: Make.share(0.8),
      validity: .months(12),
      renewalWindowDays: 60
    )
    var attempt = AssessmentAttempt(
      employee: "ada",
      course: "aml",
      sat: Make.time("2026-02-20T10:30"),
      attempt: 1,
      score: Make.share(0.8),
      passMark: Make.share(0.8),
      source: "lms",
      reference: "1"
    )
    let previous = Certification(
      employee: "ada",
      course: "aml",
      attained: Make.date("2025-03-01"),
      from: Make.time("2025-03-01T00:00"),
      lapses: Make.time("2026-03-01T00:00"),
      reference: "c0"
    )
    let made = LapseRule.certification(
      for: attempt,
      course: course,
      previous: previous,
      reference: "c1"
    )
    let certificate = try #require(made)
    #expect(certificate.from == Make.time("2026-02-20T10:30"))
    #expect(certificate.lapses == Make.time("2027-03-01T00:00"))
    #expect(certificate.reference == "c1")
    attempt.score = Make.share(0.79)
    #expect(
      LapseRule.certification(for: attempt, course: course, previous: nil, reference: "c1") == nil
    )
  }
}
