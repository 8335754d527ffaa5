import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Presence and companions after a sick call.
@Suite struct CompanionRepairTests {
  private typealias Make = ScenarioFixtures

  private static func repaired(
    _ week: CompanionWeek,
    _ published: Roster,
    sick: String,
    from: String,
    until: String
  ) throws -> (RepairedRoster, CheckReport) {
    var changed = week
    let absence = Absence(
      employee: sick,
      from: Make.time("\(from)T00:00"),
      until: Make.time("\(until)T00:00"),
      kind: "sick"
    )
    changed.inputs.absences.append(absence)
    var changes = ChangeRequest(prices: .standard(week.inputs.settings.costs))
    changes.absences = [absence]
    let repaired = try RosterReoptimizer(
      inputs: changed.inputs,
      costs: changed.costs,
      published: published,
      changes: changes,
      dates: [],
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver()
    ).repair()
    let check = RosterChecker(inputs: changed.inputs).check(
      repaired.outcome.roster,
      requirement: changed.requirement,
      impossible: repaired.outcome.impossible.map(\.employee)
    )
    return (repaired, check)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a repair leaves no trainee alone without saying so`(seed: UInt64) throws {
    let week = CompanionWeek(seed: seed)
    let published = try week.quick()
    let sick = ["p2", "p3", "p4"][Int(seed % 3)]
    let (repaired, check) = try Self.repaired(
      week,
      published.roster,
      sick: sick,
      from: "2026-03-04",
      until: "2026-03-06"
    )
    let kept = Set(repaired.kept.map(\.employee))
    let others = check.violations.filter {
      !(CompanionWeek.rules + ["presence"]).contains($0.rule)
        && !kept.contains($0.employee ?? "")
    }
    #expect(others == [])
    let named = Set(repaired.outcome.unaccompanied.map(\.employee))
    let alone = check.violations.filter { CompanionWeek.rules.contains($0.rule) }
    #expect(Set(alone.compactMap(\.employee)) == named)
  }

  /// Two holders of a skill take turns; when one is sick, the other comes.
  @Test func `presence is kept after a sick call where it can be`() throws {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo", "cy"),
      queues: [Make.queue(open: "08:00-16:00", on: [.monday, .tuesday])],
      templates: [Make.template(minutes: 480)],
      contracts: [Make.contract(hours: 0...16, days: 0...2)]
    )
    inputs.skills += ["ada", "bo"].map { SkillGrant(employee: $0, skill: "lead") }
    inputs.training.presence = [PresenceRule(skill: "lead", site: "site", least: 1)]
    let requirement = Make.requirement(inputs) { _, _ in 0 }
    let week = CompanionWeek(inputs: inputs, requirement: requirement)
    let published = try week.outcome()
    #expect(week.check(published).violations == [])
    for (sick, others) in [("ada", ["bo", "cy"]), ("bo", ["ada", "cy"])] {
      let (repaired, check) = try Self.repaired(
        week,
        published.roster,
        sick: sick,
        from: "2026-03-02",
        until: "2026-03-04"
      )
      #expect(check.violations == [] && check.rules.contains("presence"))
      let works = repaired.outcome.roster.tours.filter { !$0.shifts.isEmpty }.map(\.employee)
      #expect(Set(works).isSubset(of: Set(others)) && works.contains(others[0]))
    }
  }
}
