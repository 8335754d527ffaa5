import Checking
import GLPKSolver
import Rostering
import Staffing
import TestSupport
import Testing
import Workforce

/// Trainees and presence in rosters.
@Suite struct TraineeTests {
  private typealias Make = ScenarioFixtures

  private static func inputs(seed: UInt64, stages: [Curriculum.Stage]) -> PlanningInputs {
    var stream = RandomStream(seed: seed, name: "trainees")
    let ids = (0..<6).map { "p\($0)" }
    var inputs = Make.inputs(
      people: ids.flatMap { Make.people($0) },
      queues: [Make.queue("phone", open: "08:00-18:00"), Make.queue("chat", open: "08:00-18:00")],
      templates: [Make.template(minutes: 480), Make.template("short", minutes: 240)],
      contracts: [Make.contract(hours: 16...40, days: 3...5, templates: ["shift", "short"])],
      costs: CostSettings(overstaffingPerHour: 1)
    )
    inputs.training.curricula = [Curriculum(name: "agent", stages: stages)]
    for id in ids where stream.below(2) == 0 {
      inputs.training.enrolments.append(
        CurriculumEnrolment(
          employee: id,
          curriculum: "agent",
          cohort: "",
          from: Make.week.monday.adding(days: stream.below(5) - 2)
        )
      )
    }
    // the spans by counting days, as the stages are given in days
    inputs.traineeSpans = inputs.training.enrolments.flatMap { enrolment in
      var from = enrolment.from
      return stages.compactMap { stage -> TraineeSpan? in
        guard case .days(let days) = stage.length else { return nil }
        defer { from = from.adding(days: days) }
        return TraineeSpan(
          employee: enrolment.employee,
          from: from,
          until: from.adding(days: days),
          stage: stage
        )
      }
    }
    return inputs
  }

  private static func outcome(_ inputs: PlanningInputs, need: Int = 2) throws -> (
    outcome: RosterOutcome, check: CheckReport
  ) {
    let requirement = Make.requirement(inputs) { _, _ in need }
    let outcome = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver()
    ).build()
    let check = RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: requirement,
      impossible: outcome.impossible.map(\.employee)
    )
    return (outcome, check)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `trainees count for their tenths, in the plan as in the checker`(seed: UInt64) throws {
    let stages = [
      Curriculum.Stage(name: "theory", length: .days(2), tenths: 0),
      Curriculum.Stage(name: "practice", length: .days(3), tenths: Int(seed % 10)),
    ]
    let (outcome, check) = try Self.outcome(Self.inputs(seed: seed, stages: stages))
    #expect(check.violations == [])
    let costs = try #require(check.costs)
    #expect(abs(costs.understaffing - outcome.costs.understaffing) < 1e-6)
    #expect(abs(costs.overstaffing - outcome.costs.overstaffing) < 1e-6)
    #expect(abs(costs.total - outcome.costs.total) < 1e-6)
    #expect(outcome.bound <= outcome.costs.total + 1e-6)
  }

  @Test func `somebody in a stage that counts nothing works without a skill, and serves nothing`()
    throws
  {
    var inputs = Self.inputs(
      seed: 1,
      stages: [Curriculum.Stage(name: "theory", length: .days(30), tenths: 0)]
    )
    inputs.training.enrolments = inputs.employees.map {
      CurriculumEnrolment(
        employee: $0.id,
        curriculum: "agent",
        cohort: "",
        from: Make.date("2026-02-20")
      )
    }
    inputs.traineeSpans = inputs.employees.map {
      TraineeSpan(
        employee: $0.id,
        from: Make.date("2026-02-20"),
        until: Make.date("2026-03-22"),
        stage: inputs.training.curricula[0].stages[0]
      )
    }
    inputs.skills.removeAll { $0.employee == "p0" }
    let (outcome, check) = try Self.outcome(inputs)
    #expect(outcome.impossible == [] && check.violations == [])
    let shifts = outcome.roster.tours.first { $0.employee == "p0" }?.shifts ?? []
    #expect(shifts.count >= 3 && shifts.allSatisfy { $0.queues == [] })
    var nobody = outcome
    nobody.roster.tours = []
    let requirement = Make.requirement(inputs) { _, _ in 2 }
    let empty = RosterChecker(inputs: inputs).check(
      nobody.roster,
      requirement: requirement,
      impossible: inputs.employees.map(\.id)
    )
    #expect(empty.costs?.understaffing == check.costs?.understaffing)
    #expect(check.costs?.overstaffing == 0)
  }

  @Test func `holders are present at all open times, or the checker says when not`() throws {
    var inputs = Self.inputs(seed: 1, stages: [])
    inputs.training = .none
    inputs.traineeSpans = []
    inputs.settings.queues = [
      Make.queue(open: "08:00-16:00", on: [.monday, .tuesday, .wednesday, .thursday, .friday])
    ]
    inputs.skills = inputs.employees.map { SkillGrant(employee: $0.id, skill: "phone") }
    inputs.skills.append(SkillGrant(employee: "p1", skill: "lead"))
    inputs.skills.append(SkillGrant(employee: "p2", skill: "lead"))
    inputs.training.presence = [PresenceRule(skill: "lead", site: "site", least: 1)]
    let kept = try Self.outcome(inputs, need: 0)
    #expect(kept.check.violations == [] && kept.check.rules.contains("presence"))
    #expect(kept.outcome.bound <= kept.outcome.costs.total + 1e-6)
    inputs.skills.removeLast()
    inputs.settings.contracts[0].maximumDays = 4
    inputs.settings.contracts[0].maximumWeeklyHours = .hours(32)
    let missed = try Self.outcome(inputs, need: 0)
    #expect(missed.outcome.impossible == [])
    #expect(missed.check.violations.map(\.rule) == ["presence"])
    #expect(missed.check.violations[0].detail.hasSuffix("at least 1 required; 1 missing"))
    #expect(missed.outcome.bound <= missed.outcome.costs.total + 1e-6)
  }
}
