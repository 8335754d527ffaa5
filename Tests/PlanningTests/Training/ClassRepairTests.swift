import Checking
import GLPKSolver
import Rostering
import Staffing
import TestSupport
import Testing
import Workforce

/// Published weeks with classes, repaired.
@Suite struct ClassRepairTests {
  private typealias Make = ScenarioFixtures

  private static var inputs: PlanningInputs {
    var inputs = Make.inputs(
      people: (0..<6).flatMap { Make.people("p\($0)") },
      queues: [Make.queue(open: "08:00-18:00")],
      templates: [Make.template(minutes: 480)],
      contracts: [Make.contract(hours: 0...40, days: 2...5)]
    )
    inputs.training.sessions = [
      ClassSession(
        id: "s1",
        course: "aml",
        start: Make.time("2026-03-03T10:00"),
        end: Make.time("2026-03-03T11:45"),
        trainer: "p2",
        seats: 1,
        attendees: ["p0", "p1"]
      ),
      ClassSession(
        id: "s2",
        course: "aml",
        start: Make.time("2026-03-05T14:00"),
        end: Make.time("2026-03-05T15:30"),
        seats: 1,
        attendees: ["p0", "p1"]
      ),
    ]
    return inputs
  }

  private static func costs(_ inputs: PlanningInputs) -> CoverCosts {
    CoverCostBuilder(settings: inputs.settings).coverCosts(
      for: Make.requirement(inputs) { _, _ in 3 }
    )
  }

  private static func published(_ inputs: PlanningInputs) throws -> RosterOutcome {
    try RosterOptimizer(
      inputs: inputs,
      costs: costs(inputs),
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver()
    ).build()
  }

  private static func training(_ roster: Roster) -> [String] {
    roster.tours.flatMap { tour in
      tour.shifts.flatMap(\.segments).filter { $0.kind == .training }.map {
        "\(tour.employee) \($0.session ?? "") \(Zone.utc.text(of: $0.start))"
      }
    }.sorted()
  }

  @Test func `a class costs what the service lacks by it`() throws {
    let inputs = Self.inputs
    let outcome = try Self.published(inputs)
    #expect(RosterChecker(inputs: inputs).violations(in: outcome.roster) == [])
    #expect(outcome.impossible == [])
    #expect(outcome.classes.map(\.session) == ["s1", "s2"])
    #expect(outcome.classes.map(\.trainer) == ["p2", nil])
    #expect(outcome.classes.flatMap(\.attendees).sorted() == ["p0", "p1"])
    let requirement = Make.requirement(inputs) { _, _ in 3 }
    for item in outcome.classes {
      var serving = outcome.roster
      for tour in serving.tours.indices {
        for shift in serving.tours[tour].shifts.indices {
          for part in serving.tours[tour].shifts[shift].segments.indices
          where serving.tours[tour].shifts[shift].segments[part].session == item.session {
            serving.tours[tour].shifts[shift].segments[part].kind = .work
          }
        }
      }
      let checker = RosterChecker(inputs: inputs)
      let before = try #require(checker.check(outcome.roster, requirement: requirement).costs)
      let after = try #require(checker.check(serving, requirement: requirement).costs)
      let cost =
        before.understaffing + before.overstaffing - after.understaffing
        - after.overstaffing
      #expect(abs(item.cost - cost) < 1e-6)
    }
  }

  @Test(arguments: ["p0", "p3"])
  func `classes stay as they were published`(sick: String) throws {
    let inputs = Self.inputs
    let published = try Self.published(inputs).roster
    let absence = Absence(
      employee: sick,
      from: Make.time("2026-03-03T00:00"),
      until: Make.time("2026-03-06T00:00"),
      kind: "sick"
    )
    var changed = inputs
    changed.absences.append(absence)
    var changes = ChangeRequest(prices: .standard(inputs.settings.costs))
    changes.absences = [absence]
    var unnamed = published
    for tour in unnamed.tours.indices {
      for shift in unnamed.tours[tour].shifts.indices {
        for part in unnamed.tours[tour].shifts[shift].segments.indices {
          unnamed.tours[tour].shifts[shift].segments[part].session = nil
        }
      }
    }
    // as from a file, and as from the database, which knows the times only
    for roster in [published, unnamed] {
      let repaired = try RosterReoptimizer(
        inputs: changed,
        costs: Self.costs(inputs),
        published: roster,
        changes: changes,
        dates: [],
        options: RosterOptions(effort: 1, threads: 1),
        solver: GLPKSolver()
      ).repair()
      let kept = Self.training(published).filter { !$0.hasPrefix(sick + " ") }
      #expect(Self.training(repaired.outcome.roster) == kept)
      #expect(RosterChecker(inputs: changed).violations(in: repaired.outcome.roster) == [])
      #expect(repaired.kept == [])
    }
  }

  @Test func `too few seats: who is left, and by which classes`() throws {
    var inputs = Self.inputs
    inputs.training.sessions[0].attendees = ["p0", "p1", "p3"]
    inputs.training.sessions[1].attendees = ["p0", "p1", "p3"]
    let outcome = try Self.published(inputs)
    #expect(
      outcome.impossible == [
        ImpossibleEmployee(
          employee: "p3",
          conflict: [
            "class seats: attends one of s1, s2, whose 2 seats are taken by others who can attend no "
              + "other class"
          ]
        )
      ]
    )
    inputs.training.sessions[1].attendees = ["p1"]
    inputs.training.sessions[0].attendees = ["p0"]
    inputs.availability = [
      Availability(employee: "p0", days: .weekday(.tuesday), window: Make.window("11:00-20:00"))
    ]
    let late = try Self.published(inputs)
    #expect(
      late.impossible == [
        ImpossibleEmployee(
          employee: "p0",
          conflict: [
            "class attendance: attends class s1 (aml) on 2026-03-03 from 10:00 until 11:45",
            "availability: can work mon any time, tue 11:00-20:00, wed any time, thu any time, fri any "
              + "time, sat any time, sun any time",
          ]
        )
      ]
    )
  }
}
