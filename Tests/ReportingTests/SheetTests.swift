import Foundation
import TestSupport
import Testing
import Workforce

@testable import Reporting

/// Reports of words and tables, as page and as text.
@Suite struct SheetTests {
  private typealias Make = ScenarioFixtures

  private static let rate = PassRate(passed: 18, sat: 20, low: 0.699, high: 0.972, verdict: .open)

  private static func overview(_ team: String) -> TrainingOverview {
    let row = PassRateTable.Row(group: [team], first: rate, final: rate, open: 2)
    var total = row
    total.group = []
    return TrainingOverview(
      center: "Center <1>",
      date: Make.date("2026-02-02"),
      dates: nil,
      goal: Make.share(0.9),
      tables: [PassRateTable(keys: [.team], rows: [row], total: total)],
      leastGroup: nil,
      due: [TrainingOverview.Due(course: "aml", overdue: 1, within30: 2, within90: 3)],
      failingCount: 1,
      failing: [
        TrainingOverview.Failing(
          employee: "E01",
          course: "aml",
          attempts: 2,
          since: Make.date("2026-01-12")
        )
      ],
      compliance: ComplianceCoverage(
        employed: 20,
        covered: 19,
        courses: [ComplianceCoverage.Course(course: "aml", covered: 19)]
      ),
      competence: [
        StageCompetence(curriculum: "agent", stage: "one", people: 7, median: 6.5, interval: 3...9)
      ]
    )
  }

  @Test func `a page is well-formed, and data never become tags`() {
    let html = SheetPage(FigureSheet(Self.overview("<b>red & \"blue\""))).html()
    #expect(XMLReading(html).failure == nil)
    #expect(html.contains("&lt;b&gt;red &amp; &quot;blue&quot;"))
    #expect(!html.contains("<b>red"))
    for word in ["18 of 20", "90.0%", "69.9–97.2%", "E01", "6.5", "95.0%"] {
      #expect(html.contains(word), "\(word)")
    }
  }

  @Test func `withheld is not nobody, and no compliance course is no 100 percent`() {
    let none = PassRate(passed: 0, sat: 0, low: 0, high: 1, verdict: .small)
    var overview = Self.overview("red")
    overview.tables[0].total.final = none
    #expect(FigureSheet(overview).lead == "Nobody sat.")
    (overview.isWithheld, overview.leastGroup) = (true, 5)
    overview.ratesThrough = Make.date("2025-12-31")
    overview.compliance.courses = []
    let text = SheetText(FigureSheet(overview)).text()
    #expect(text.contains("Withheld: in no quarter that is over did 5 people sit."))
    #expect(text.contains("Compliance      – (no course is compliance training)"))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("whole quarters that are over, through 2025-12-31."))
  }

  @Test func `a record shows enrolments, seats, and attendances that were replaced`() {
    let session = { (id: String, day: String) in
      ClassSession(
        id: id,
        course: "aml",
        start: Make.time(day + "T10:00"),
        end: Make.time(day + "T11:00"),
        seats: 3,
        attendees: ["E01"]
      )
    }
    let attendance = { (minutes: Int, reference: String) in
      Attendance(employee: "E01", session: "old", minutes: minutes, reference: reference)
    }
    let record = PersonalRecord(
      employee: Make.people("E01")[0],
      certifications: [],
      enrolments: [],
      courseEnrolments: [
        CourseEnrolment(
          employee: "E01",
          course: "aml",
          session: "new",
          cohort: "spring",
          from: Make.date("2026-02-01")
        )
      ],
      mentorings: [],
      records: TrainingRecords(
        attendances: [attendance(900, "a1"), attendance(90, "a2 replaces a1: typo")]
      )
    )
    let sheet = FigureSheet(
      TrainingPassport(
        center: "Center",
        date: Make.date("2026-02-02"),
        record: record,
        stages: [],
        sessions: [session("old", "2026-01-02"), session("new", "2026-03-03")],
        due: []
      )
    )
    let page = SheetPage(sheet).html()
    #expect(page.contains("<del>900</del>") && !page.contains("<del>90</del>"))
    let tables = Dictionary(uniqueKeysWithValues: sheet.tables.map { ($0.name, $0.rows.count) })
    #expect(tables["seats"] == 1 && tables["enrolments"] == 1 && tables["classes"] == 2)
    #expect(page.contains(">spring<"))
  }

  @Test func `every line of the text fits a terminal`() {
    let text = SheetText(FigureSheet(Self.overview("red"))).text()
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(text.contains("18 of 20 passed, 90.0%"))
  }

  private static func row(_ group: String, sat: Int) -> PassRateTable.Row {
    let verdict: PassRate.Verdict = sat < 20 ? .small : .open
    let rate = PassRate(passed: sat, sat: sat, low: 0.2, high: 1, verdict: verdict)
    return PassRateTable.Row(group: [group], first: rate, final: rate, open: 0)
  }

  @Test func `courses have their titles on pages and their names in lines and files`() {
    var overview = Self.overview("red")
    overview.titles = CourseTitles(["aml": "Money & laundering"])
    let sheet = FigureSheet(overview)
    #expect(SheetPage(sheet).html().contains("Money &amp; laundering <small>aml</small>"))
    let text = SheetText(sheet).text()
    #expect(text.contains("\naml") && text.contains("Courses: aml is Money & laundering."))
  }

  @Test func `small groups are folded, and a file that has the rows shortens the text`() throws {
    var overview = Self.overview("red")
    let cohorts = (1...9).map { Self.row("200\($0)-Q1", sat: 3) } + [Self.row("2010-Q1", sat: 30)]
    let teams = (10...30).map { Self.row("team \($0)", sat: 20) }
    let total = overview.tables[0].total
    overview.tables = [
      PassRateTable(keys: [.cohort], rows: cohorts, total: total),
      PassRateTable(keys: [.team], rows: teams, total: total),
    ]
    let sheet = FigureSheet(overview)
    #expect(sheet.tables.prefix(2).map(\.name) == ["by_team", "by_cohort"])
    let html = SheetPage(sheet).html()
    #expect(XMLReading(html).failure == nil)
    let folded = try #require(html.range(of: "<details>"))
    #expect(html[folded.upperBound...].contains("2009-Q1"))
    #expect(!html[..<folded.lowerBound].contains("2009-Q1"))
    #expect(html[..<folded.lowerBound].contains("2010-Q1"))
    let all = SheetText(sheet).text()
    #expect(all.contains("team 30") && all.contains("and 9 small groups, on the page"))
    let short = SheetText(sheet).text(file: "r.html")
    #expect(short.contains("team 21") && !short.contains("team 22"))
    #expect(short.contains("and 9 more, in r.html"))
    // asked for by one key alone, nothing is folded
    overview.tables.removeLast()
    #expect(SheetText(FigureSheet(overview)).text().contains("2009-Q1"))
  }

  @Test func `every interval lies on one axis`() {
    var overview = Self.overview("red")
    overview.tables.append(
      PassRateTable(keys: [.site], rows: [Self.row("a", sat: 2)], total: overview.tables[0].total)
    )
    let html = SheetPage(FigureSheet(overview)).html()
    let aims = html.split(separator: "class=\"aim\" d=\"M").dropFirst().map {
      $0.prefix { $0 != " " }
    }
    #expect(aims.count == 4 && Set(aims).count == 1)
    #expect(html.contains("20.0–100.0%"))
  }

  @Test func `long heads and names go on in the next line`() {
    let name = String(repeating: "long ", count: 20)
    let lines = NarrowTable(
      head: ["Name", "A head of several words"],
      rows: [[name, "7"]],
      isText: [true, false]
    ).lines
    #expect(lines.allSatisfy { $0.count <= 80 })
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(words.count { $0 == "long" } == 20 && words.contains("7") && words.contains("several"))
    #expect(!lines.contains { $0.contains("…") })
  }

  private static func attempt(_ reference: String, _ score: Double, corrects: String? = nil)
    -> AssessmentAttempt
  {
    AssessmentAttempt(
      employee: "E01",
      course: "aml",
      sat: Make.time("2026-01-12T12:00"),
      attempt: 1,
      score: Make.share(score),
      passMark: Make.share(0.8),
      source: "lms",
      reference: reference,
      corrects: corrects,
      reason: corrects.map { _ in "misread" }
    )
  }

  @Test func `what a correction replaced is crossed out, in every field`() {
    let record = PersonalRecord(
      employee: Make.people("E01")[0],
      certifications: [],
      enrolments: [],
      courseEnrolments: [],
      mentorings: [],
      records: TrainingRecords(
        assessments: [Self.attempt("1", 0.5), Self.attempt("2", 0.85, corrects: "1")]
      )
    )
    let sheet = FigureSheet(
      TrainingPassport(
        center: "Center",
        date: Make.date("2026-02-02"),
        record: record,
        stages: [],
        sessions: [],
        due: []
      )
    )
    let html = SheetPage(sheet).html()
    #expect(XMLReading(html).failure == nil)
    #expect(html.contains("<del>50.0%</del>") && html.contains("<del>failed</del>"))
    #expect(html.contains(">85.0%<") && html.contains(">misread<"))
    let text = SheetText(sheet).text()
    #expect(text.contains("× aml") && text.contains("\naml "))
  }
}
