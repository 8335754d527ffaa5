import TestSupport
import Testing
import Training
import Workforce

@testable import Planning

@Suite struct QualifiedHeadsTests {
  private static let week = ScenarioFixtures.week

  /// Minute by minute, by the brute force of holding.
  private func counted(_ inputs: PlanningInputs, _ skill: String) throws -> Double {
    let brute = BruteForceHolding(inputs)
    let grid = try #require(
      TimeGrid(week: Self.week, stepMinutes: 60, zone: inputs.settings.zone)
    )
    let open = inputs.settings.queues.filter { $0.skill == skill }
      .map { inputs.openIntervals(of: $0, on: grid) }
    var (sum, minutes) = (0, 0)
    for index in 0..<grid.count where open.contains(where: { $0[index] }) {
      for minute in stride(from: 0, to: 60, by: 15) {
        let moment = grid.instant(at: index).adding(minutes: minute)
        minutes += 1
        for employee in inputs.employees {
          let date = inputs.settings.zone(ofSite: employee.site).local(at: moment).date
          let isThere =
            (employee.hired.map { $0 <= date } ?? true)
            && (employee.leaves.map { date <= $0 } ?? true)
          if isThere, brute.holding(employee.id, skill, at: moment) == 2 { sum += 1 }
        }
      }
    }
    return minutes == 0 ? 0 : Double(sum) / Double(minutes)
  }

  private func inputs(seed: UInt64) -> PlanningInputs {
    var stream = RandomStream(seed: seed, name: "heads")
    var inputs = ScenarioFixtures.inputs(
      people: ScenarioFixtures.people("a", "b", "c"),
      queues: [
        ScenarioFixtures.queue("phone", open: "08:00-18:00"), ScenarioFixtures.queue("cards"),
      ],
      zone: ScenarioFixtures.zone(["UTC", "Europe/London"][stream.below(2)])
    )
    inputs.training.courses = [
      Course(
        name: "aml",
        lengthMinutes: 60,
        passMark: .one,
        grace: Course.Grace(days: stream.below(3), mode: .supervised),
        guards: ["all"]
      )
    ]
    for index in inputs.employees.indices {
      let day = { (stream: inout RandomStream) in
        Self.week.monday.adding(days: stream.below(9) - 1)
      }
      if stream.below(2) == 0 { inputs.employees[index].hired = day(&stream) }
      if stream.below(2) == 0 { inputs.employees[index].leaves = day(&stream) }
      inputs.training.certifications.append(
        Certification(
          employee: inputs.employees[index].id,
          course: "aml",
          attained: ScenarioFixtures.date("2025-03-01"),
          from: LocalDateTime(date: ScenarioFixtures.date("2025-03-01"), secondOfDay: 0),
          lapses: LocalDateTime(date: day(&stream), secondOfDay: 900 * stream.below(96)),
          reference: "\(index)"
        )
      )
    }
    inputs.skillSpans = SkillHolding(inputs).spans()
    return inputs
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `heads are those of a count of every quarter of an hour`(seed: UInt64) throws {
    let inputs = inputs(seed: seed)
    let heads = try QualifiedHeads(inputs, weeks: [Self.week])
    for (index, skill) in heads.skills.enumerated() {
      let counted = try counted(inputs, skill)
      #expect(abs(heads.heads()[index][0] - counted) < 1e-9, "\(skill)")
    }
  }

  @Test func `a stage counts by its tenths, and joiners bring what their stages teach`() throws {
    var inputs = ScenarioFixtures.inputs(people: ScenarioFixtures.people("a"))
    inputs.training.courses = [
      Course(name: "basics", lengthMinutes: 60, passMark: .one, grants: [.init(skill: "phone")])
    ]
    inputs.training.curricula = [
      Curriculum(
        name: "agent",
        stages: [
          Curriculum.Stage(name: "school", length: .days(7), courses: ["basics"], tenths: 0),
          Curriculum.Stage(name: "practice", length: .days(7), tenths: 5),
        ]
      )
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(employee: "a", curriculum: "agent", from: Self.week.monday)
    ]
    let weeks = (0..<3).map { Self.week.adding(weeks: $0) }
    let future = FutureCertificates(
      inputs,
      from: Self.week.monday,
      through: Self.week.monday.adding(days: 21)
    )
    let heads = try QualifiedHeads(future.withoutRenewals(), weeks: weeks).heads()
    #expect(heads == [[0, 0.5, 1]])
  }
}
