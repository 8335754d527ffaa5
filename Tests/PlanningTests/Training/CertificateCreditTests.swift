import Checking
import GLPKSolver
import Rostering
import Staffing
import TestSupport
import Testing
import Training
import Workforce

/// Dates on which a person may serve nothing for want of certificates are not asked for.
@Suite struct CertificateCreditTests {
  private typealias Make = ScenarioFixtures

  /// A tiny case in which certificates begin and lapse around the open dates.
  private static func inputs(_ tiny: TinyCase, seed: Int) -> PlanningInputs {
    var random = RandomStream(seed: 11, name: "certificate credit", keys: seed)
    var inputs = tiny.inputs
    let skills = inputs.settings.queues.map(\.skill)
    var course = Course(name: "aml", lengthMinutes: 60, passMark: Make.share(0.8))
    course.guards = random.below(2) == 0 ? ["all"] : [skills[random.below(skills.count)]]
    course.grace = Course.Grace(
      days: random.below(3),
      mode: Course.Grace.Mode.allCases[random.below(3)]
    )
    var licence = Course(name: "licence", lengthMinutes: 60, passMark: Make.share(0.8))
    if random.below(3) == 0 { licence.grants = [Course.Grant(skill: skills[0])] }
    inputs.training.courses = [course, licence]
    for person in inputs.employees {
      for name in ["aml", "licence"] where random.below(6) > 0 {
        let day = tiny.week.monday.adding(days: random.below(10) - 1)
        let isNew = random.below(4) == 0
        inputs.training.certifications.append(
          Certification(
            employee: person.id,
            course: name,
            attained: Make.date("2024-03-01"),
            from: isNew
              ? LocalDateTime(date: day, secondOfDay: 0) : Make.time("2024-03-01T00:00"),
            lapses: isNew
              ? nil : LocalDateTime(date: day, secondOfDay: random.below(3) == 0 ? 43_200 : 0),
            reference: "\(person.id) \(name)",
            isRevoked: random.below(12) == 0
          )
        )
      }
    }
    inputs.skillSpans = SkillHolding(inputs).spans()
    return inputs
  }

  @Test(arguments: 0..<120)
  func `finds the optimum of brute force, whose people are the same`(seed: Int) throws {
    let tiny = TinyCase(seed: seed)
    let inputs = Self.inputs(tiny, seed: seed)
    let force = BruteForceRoster(
      inputs: inputs,
      week: tiny.week,
      requirement: tiny.requirement
    )
    let outcome = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: tiny.requirement),
      options: RosterOptions(effort: 2, threads: 1),
      solver: GLPKSolver()
    ).build()
    let report = RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: tiny.requirement,
      impossible: outcome.impossible.map(\.employee)
    )
    #expect(report.violations == [])
    let costs = try #require(report.costs)
    #expect(abs(costs.total - outcome.costs.total) < 1e-6)
    guard let best = force.best() else { return }
    #expect(outcome.impossible.map(\.employee) == force.impossible)
    #expect(abs(outcome.costs.total - best.costs.total) < 1e-6, "\(outcome.stages)")
  }

  @Test(arguments: [5, 4, 3, 2])
  func `who is certified until Wednesday works the days before it only`(days: Int) throws {
    let hours = Double(8 * days)
    var inputs = Make.inputs(
      people: Make.people("ada"),
      queues: [Make.queue(on: [.monday, .tuesday, .wednesday, .thursday, .friday])],
      templates: [Make.template(minutes: 480)],
      contracts: [Make.contract(hours: hours...hours, days: days...days)]
    )
    var course = Course(name: "aml", lengthMinutes: 60, passMark: Make.share(0.8))
    course.guards = ["all"]
    inputs.training.courses = [course]
    inputs.training.certifications = [
      Certification(
        employee: "ada",
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-04T00:00"),
        lapses: Make.time("2026-03-04T00:00"),
        reference: "c"
      )
    ]
    inputs.skillSpans = SkillHolding(inputs).spans()
    let requirement = Make.requirement(inputs) { _, _ in 1 }
    let outcome = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver()
    ).build()
    #expect(outcome.impossible == [])
    #expect(outcome.roster.tours.flatMap(\.shifts).count == 2)
    #expect(RosterChecker(inputs: inputs).violations(in: outcome.roster) == [])
  }
}
