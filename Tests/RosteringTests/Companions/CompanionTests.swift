import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Trainees beside their companions, in plans and repairs.
@Suite struct CompanionTests {
  private typealias Make = ScenarioFixtures

  @Test(arguments: 0..<72 as Range<UInt64>)
  func `no plan leaves a trainee alone without saying so`(seed: UInt64) throws {
    let week = CompanionWeek(seed: seed)
    let outcome = try week.quick()
    // people without a week may leave nobody to be present
    try week.expectHonest(outcome, lacking: ["presence"])
  }

  @Test(arguments: [1, 3] as [UInt64])
  func `the whole optimizer too`(seed: UInt64) throws {
    let week = CompanionWeek(seed: seed)
    try week.expectHonest(week.outcome(), lacking: ["presence"])
  }

  @Test func `most weeks keep the rules, and some only because people moved`() throws {
    var (kept, moved) = (0, 0)
    for seed in 0..<24 as Range<UInt64> {
      let outcome = try CompanionWeek(seed: seed).quick()
      if outcome.unaccompanied.isEmpty { kept += 1 }
      if outcome.stages.contains(where: { $0.name == "companions" }) { moved += 1 }
    }
    #expect(kept >= 12 && moved >= 16, "\(kept) kept, \(moved) moved")
  }

  @Test func `the same roster with any number of threads`() throws {
    let week = CompanionWeek(seed: 5)
    let (one, four) = (try week.outcome(), try week.outcome(threads: 4))
    #expect(one.stages.contains { $0.name == "companions" })
    #expect(one.roster == four.roster && one.stages == four.stages)
  }

  @Test func `stages that ask for nothing have nobody moved`() throws {
    var week = CompanionWeek(seed: 5)
    for index in week.inputs.training.curricula.indices {
      week.inputs.training.curricula[index].stages[0].isNeverAlone = false
      week.inputs.training.curricula[index].stages[0].mentorShare = .zero
    }
    for index in week.inputs.traineeSpans.indices {
      week.inputs.traineeSpans[index].stage.isNeverAlone = false
      week.inputs.traineeSpans[index].stage.mentorShare = .zero
    }
    let without = try week.outcome()
    #expect(!without.stages.contains { $0.name == "companions" })
    #expect(week.check(without).rules.allSatisfy { !CompanionWeek.rules.contains($0) })
  }

  @Test func `tiny weeks: kept just where brute force finds a roster`() throws {
    var (possible, missed, impossible) = (0, 0, 0)
    for seed in 0..<400 {
      guard let (week, force) = try Self.tiny(seed) else { continue }
      let outcome = try week.quick()
      try week.expectHonest(outcome, lacking: ["overtime budget"])
      guard outcome.impossible.map(\.employee) == force.impossible,
        let exists = Self.exists(week, force)
      else { continue }
      if exists {
        possible += 1
        if !outcome.unaccompanied.isEmpty { missed += 1 }
      } else {
        impossible += 1
        #expect(!outcome.unaccompanied.isEmpty, "seed \(seed)")
      }
    }
    #expect(possible >= 40 && impossible >= 15, "\(possible) possible, \(impossible) not")
    #expect(missed == 0, "\(missed) of \(possible) missed")
  }

  /// A tiny case whose first person is a trainee; `nil` where that is the only one.
  private static func tiny(_ seed: Int) throws -> (CompanionWeek, BruteForceRoster)? {
    let tiny = TinyCase(seed: seed)
    var random = RandomStream(seed: 7, name: "tiny companions", keys: seed)
    let ids = tiny.inputs.employees.map(\.id)
    guard ids.count > 1 else { return nil }
    var inputs = tiny.inputs
    for index in inputs.settings.contracts.indices {
      inputs.settings.contracts[index].minimumDays = max(
        1,
        inputs.settings.contracts[index].minimumDays
      )
    }
    let force = BruteForceRoster(
      inputs: inputs,
      week: tiny.week,
      requirement: tiny.requirement
    )
    var week = CompanionWeek(inputs: inputs, requirement: tiny.requirement)
    let stage = Curriculum.Stage(
      name: "practice",
      length: .days(2 + random.below(8)),
      tenths: 5,
      isNeverAlone: random.below(3) > 0,
      mentorShare: Make.share([0.5, 0.75, 1, 1][random.below(4)])
    )
    let mentors = ids.dropFirst().filter { _ in random.below(2) > 0 }
    week.enrol([ids[0]], stage, from: tiny.week.monday, mentors: mentors)
    return (week, force)
  }

  /// Whether some roster keeps the rules, judged minute by minute.
  private static func exists(_ week: CompanionWeek, _ force: BruteForceRoster) -> Bool? {
    let (inputs, ids) = (week.inputs, force.identifiers)
    guard let span = inputs.traineeSpans.first,
      let trainee = ids.firstIndex(of: span.employee)
    else { return nil }
    let mentors = inputs.training.mentorings.map(\.mentor)
    let dates = ISOWeek(containing: week.requirement.grid.dates[0]).dates
    return force.hasRoster(most: 200_000) { day, shifts in
      guard span.contains(dates[day]), let own = shifts[trainee] else { return true }
      let held = { (id: String) in
        Set(inputs.skills.filter { $0.employee == id && $0.isHeld(on: dates[day]) }.map(\.skill))
      }
      let skills = held(ids[trainee])
      let beside = ids.indices.filter { other in
        other != trainee && !skills.isDisjoint(with: held(ids[other]))
      }
      let minutes = own.end.minutes(since: own.start)
      var mentored = 0
      for minute in 0..<minutes {
        let moment = own.start.adding(minutes: minute)
        let isThere = { (person: Int) in
          shifts[person].map { $0.start <= moment && moment < $0.end } ?? false
        }
        if span.stage.isNeverAlone, !beside.contains(where: isThere) { return false }
        if ids.indices.contains(where: { mentors.contains(ids[$0]) && isThere($0) }) {
          mentored += 1
        }
      }
      return mentors.isEmpty
        || Double(mentored) >= span.stage.mentorShare.value * Double(minutes) - 1e-9
    }
  }
}
