import Checking
import GLPKSolver
import Rostering
import Staffing
import TestSupport
import Testing
import Training
import Workforce

/// Certificates that lapse within the week that is rostered.
@Suite struct LapseInWeekTests {
  private typealias Make = ScenarioFixtures

  private static func inputs(seed: UInt64, zone: String = "UTC") -> PlanningInputs {
    var stream = RandomStream(seed: seed, name: "lapses")
    let ids = (0..<8).map { "p\($0)" }
    var inputs = Make.inputs(
      people: ids.flatMap { Make.people($0) },
      queues: [Make.queue("phone"), Make.queue("cards")],
      templates: [Make.template(minutes: 480)],
      contracts: [
        Make.contract(
          hours: 0...40,
          days: 0...5,
          rules: TourRuleSettings(
            minimumRest: .hours(11),
            maximumConsecutiveDays: 6,
            maximumStartChange: nil
          )
        )
      ],
      zone: Make.zone(zone)
    )
    let mark = Make.share(0.8)
    inputs.training.courses = [
      Course(
        name: "aml",
        lengthMinutes: 60,
        passMark: mark,
        grace: Course.Grace(
          days: stream.below(3),
          mode: Course.Grace.Mode.allCases[stream.below(3)]
        ),
        guards: ["all"]
      ),
      Course(
        name: "licence",
        lengthMinutes: 60,
        passMark: mark,
        grants: [Course.Grant(skill: "cards")]
      ),
    ]
    for id in ids {
      for course in ["aml", "licence"] where stream.below(5) > 0 {
        let lapse = Make.date("2026-03-02").adding(days: stream.below(10) - 1)
        let second = stream.below(3) == 0 ? 60 * stream.below(1440) : 0
        inputs.training.certifications.append(
          Certification(
            employee: id,
            course: course,
            attained: Make.date("2025-03-01"),
            from: Make.time("2025-03-01T00:00"),
            lapses: LocalDateTime(date: lapse, secondOfDay: second),
            reference: "\(id) \(course)"
          )
        )
      }
    }
    inputs.skillSpans = SkillHolding(inputs).spans()
    return inputs
  }

  private static func outcome(_ inputs: PlanningInputs, need: Int = 2) throws -> RosterOutcome {
    let requirement = Make.requirement(inputs) { _, _ in need }
    let optimizer = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver()
    )
    let outcome = try optimizer.build()
    #expect(outcome.bound <= outcome.costs.total + 1e-9)
    return outcome
  }

  /// Minute by minute through every shift: the brute force knows every queue's skill is held.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `nobody serves a queue without its certificates`(seed: UInt64) throws {
    let inputs = Self.inputs(seed: seed, zone: ["UTC", "Europe/London"][Int(seed % 2)])
    let outcome = try Self.outcome(inputs)
    let brute = BruteForceHolding(inputs)
    #expect(outcome.roster.tours.contains { !$0.shifts.isEmpty })
    for tour in outcome.roster.tours {
      for shift in tour.shifts {
        for queue in shift.queues {
          for minute in stride(from: 0, to: shift.end.minutes(since: shift.start), by: 1) {
            let moment = shift.start.adding(minutes: minute)
            #expect(brute.holding(tour.employee, queue, at: moment) == 2)
          }
        }
      }
    }
    let violations = RosterChecker(inputs: inputs).violations(in: outcome.roster)
    #expect(violations == [])
  }

  @Test func `a lapse on Wednesday stops the queue that needs it, and no other`() throws {
    var inputs = Self.inputs(seed: 1)
    inputs.training.courses.removeFirst()
    inputs.training.certifications = inputs.employees.map { employee in
      Certification(
        employee: employee.id,
        course: "licence",
        attained: Make.date("2025-03-01"),
        from: Make.time("2025-03-01T00:00"),
        lapses: Make.time("2026-03-04T00:00"),
        reference: employee.id
      )
    }
    inputs.skillSpans = SkillHolding(inputs).spans()
    let shifts = try Self.outcome(inputs).roster.tours.flatMap(\.shifts)
    let wednesday = Zone.utc.startOfDay(Make.date("2026-03-04"))
    #expect(shifts.contains { $0.queues.contains("cards") })
    #expect(shifts.contains { $0.start >= wednesday && $0.queues == ["phone"] })
    #expect(shifts.allSatisfy { $0.end <= wednesday || !$0.queues.contains("cards") })
  }

  @Test func `a scenario's own rows do not count where a course grants the skill`() throws {
    var inputs = Self.inputs(seed: 1)
    inputs.training.courses.removeFirst()
    inputs.training.certifications = []
    inputs.skillSpans = SkillHolding(inputs).spans()
    let shifts = try Self.outcome(inputs).roster.tours.flatMap(\.shifts)
    #expect(!shifts.isEmpty && shifts.allSatisfy { $0.queues == ["phone"] })
  }
}
