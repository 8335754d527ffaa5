import Foundation
import GLPKSolver
import Interchange
import TestSupport
import Testing
import Training
import Workforce

@testable import Checking
@testable import Planning

/// Eligibility in a database, in the checker, and in weeks as every stage leaves them.
@Suite struct StoredEligibilityTests {
  private typealias Make = ScenarioFixtures

  /// A sample whose certificates begin, lapse and are taken back around its week, some with grace.
  private static func inputs(seed: UInt64) throws -> PlanningInputs {
    var inputs = try ClassPlacerTests.inputs(seed: seed)
    var stream = RandomStream(seed: seed, name: "stored eligibility")
    for index in inputs.training.courses.indices {
      inputs.training.courses[index].grace = Course.Grace(
        days: 1 + stream.below(3),
        mode: Course.Grace.Mode.allCases[(index + Int(seed)) % 3]
      )
    }
    for index in inputs.training.certifications.indices where stream.below(2) == 0 {
      let day = Make.week.monday.adding(days: stream.below(12) - 3)
      let second = stream.below(3) == 0 ? 60 * stream.below(1440) : 0
      let moment = LocalDateTime(date: day, secondOfDay: second)
      if stream.below(4) == 0 {
        inputs.training.certifications[index].from = moment
        inputs.training.certifications[index].lapses = nil
      } else if inputs.training.certifications[index].from < moment {
        inputs.training.certifications[index].lapses = moment
      }
      inputs.training.certifications[index].isRevoked = stream.below(15) == 0
    }
    inputs.skillSpans = SkillHolding(inputs).spans()
    return inputs
  }

  @Test func `database and checker agree on 10,000 persons, skills and moments`() throws {
    var seen = [0, 0, 0]
    for seed in 1...3 as ClosedRange<UInt64> {
      let inputs = try Self.inputs(seed: seed)
      let stored = try StoreFixtures.withPath { path in
        let folder = path + "-folder"
        try AtomicFolder.write(
          ScenarioFolder.files(for: inputs),
          to: folder,
          replacingExisting: false
        )
        let database = CenterDatabase(path: path, actor: "test")
        _ = try database.create()
        _ = try database.importScenario(folder, isReplacing: false)
        return try LoadedScenario(path).inputs
      }
      let spans = Dictionary(grouping: stored.skillSpans) { [$0.employee, $0.skill] }
      let facts = Dictionary(
        uniqueKeysWithValues: InputIndex(inputs).people.map { ($0.employee.id, $0) }
      )
      let skills = inputs.settings.queues.map(\.skill)
      var stream = RandomStream(seed: seed, name: "stored triples")
      let start = Zone.utc.startOfDay(Make.week.monday.adding(days: -3))
      for _ in 0..<3400 {
        let person = inputs.employees[stream.below(inputs.employees.count)].id
        let skill = skills[stream.below(skills.count)]
        let moment = start.adding(minutes: stream.below(14 * 1440))
        let span = spans[[person, skill], default: []].first { $0.contains(moment) }
        let held = span.map { $0.isSupervised ? 1 : 2 } ?? 0
        let checked = facts[person]?.certificates?.extent(of: skill, at: moment).rawValue
        #expect(checked == held, "\(person) \(skill) \(Zone.utc.text(of: moment))")
        seen[held] += 1
      }
    }
    #expect(seen.allSatisfy { $0 > 20 }, "\(seen)")
  }

  /// Minute by minute through every stretch of work, by a program that watches the wall clock.
  private func expectHeld(_ roster: Roster, _ inputs: PlanningInputs, _ stage: String) {
    let brute = BruteForceHolding(inputs)
    let skills = Dictionary(
      inputs.settings.queues.map { ($0.name, $0.skill) },
      uniquingKeysWith: { first, _ in first }
    )
    var served = 0
    for tour in roster.tours {
      for shift in tour.shifts {
        for segment in shift.segments where segment.kind == .work {
          for queue in shift.queues {
            let minutes = segment.end.minutes(since: segment.start)
            for minute in stride(from: 0, to: minutes, by: 10) + [minutes - 1] {
              let moment = segment.start.adding(minutes: minute)
              let held = brute.holding(tour.employee, skills[queue] ?? "", at: moment)
              #expect(held == 2, "\(stage): \(tour.employee) \(queue)")
            }
            served += 1
          }
        }
      }
    }
    #expect(served > 0)
    let violations = RosterChecker(inputs: inputs).violations(in: roster)
    #expect(violations.filter { ["skills", "certificates"].contains($0.rule) } == [], "\(stage)")
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `no stage lets somebody serve without the certificates`(seed: UInt64) throws {
    let inputs = try Self.inputs(seed: seed)
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(effort: 1, replications: 20, cover: .need),
      solver: GLPKSolver()
    )
    let plan = try planner.plan(Make.week)
    expectHeld(plan.outcome.roster, inputs, "plan")
    expectHeld(try planner.roster(plan.requirement).roster, inputs, "roster")
    let run = try PublishedWeek.run(inputs: inputs, plan: plan, roster: plan.outcome.roster)
    let sick = try #require(
      plan.outcome.roster.tours.first { tour in
        tour.shifts.contains { $0.date == Make.week.dates[3] }
      }?.employee
    )
    var changes = ChangeRequest(
      prices: ChangeRequest.Prices(changedShift: 1, changedStartPerHour: 1)
    )
    changes.now = LocalDateTime(date: Make.week.dates[0], secondOfDay: 12 * 3600)
    changes.absences = [
      Absence(
        employee: sick,
        from: LocalDateTime(date: Make.week.dates[2], secondOfDay: 0),
        until: LocalDateTime(date: Make.week.dates[4], secondOfDay: 0),
        kind: "sick"
      )
    ]
    let repaired = try WeekReoptimizer(
      run: run,
      changes: changes,
      options: try PlanOptions(effort: 2, replications: 20),
      solver: GLPKSolver()
    ).reoptimize()
    expectHeld(repaired.outcome.roster, run.loaded.inputs, "reoptimize")
    let placed = try ClassPlacer(
      inputs,
      chances: PassChances(TrainingBook(inputs: inputs, records: .none)),
      in: run,
      options: try PlacementOptions(replications: 20),
      solver: GLPKSolver()
    ).place(Make.week)
    expectHeld(try #require(placed.roster), placed.scenario, "place")
  }
}
