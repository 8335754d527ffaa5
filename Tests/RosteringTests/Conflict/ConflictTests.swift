import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Conflicts against a judge that tries everything.
@Suite struct ConflictTests {
  private func conflicts(_ week: FixedWeek) throws -> [WeekConflict] {
    try WeekConflicts(week, solver: GLPKSolver()).all()
  }

  @Test func `there are enough of them`() { #expect(PlantedConflict.all.count >= 50) }

  @Test(arguments: PlantedConflict.all)
  func `members cannot hold together, and without any one of them they can`(
    planted: PlantedConflict
  ) throws {
    let judge = PlainJudge(planted.week)
    let found = try conflicts(planted.week)
    #expect(!found.isEmpty)
    for conflict in found {
      let all = Set(conflict.members)
      #expect(!conflict.members.isEmpty && conflict.isIrreducible, "\(conflict)")
      for demand in conflict.demands {
        #expect(!judge.isKept(demand, all, somewhere: false), "\(conflict)")
        for member in conflict.members {
          let rest = all.subtracting([member])
          #expect(judge.isKept(demand, rest, somewhere: true), "\(conflict) without \(member)")
        }
      }
    }
    #expect(found.flatMap(\.demands).contains { Self.concerns($0, planted) }, "\(found)")
  }

  private static func concerns(_ demand: WeekDemand, _ planted: PlantedConflict) -> Bool {
    switch (demand, planted.kind) {
    case (.week(let name), _): name == planted.person
    case (.presence, .presenceAway), (.presence, .presenceWithoutSkill): true
    case (.presenceTogether, .presenceThroughDay), (.presenceTogether, .presenceOnDays): true
    case (.agents, .agents), (.overtime, .overtime), (.pay, .pay), (.seats, .seats): true
    default: false
    }
  }

  @Test(arguments: PlantedConflict.all)
  func `each way out is enough, in the judge's eyes too`(planted: PlantedConflict) throws {
    let ways = WaysOut(planted.week, prices: try ChangePrices(), solver: GLPKSolver())
    let solved = try ways.solved(try conflicts(planted.week))
    for item in solved {
      #expect(!item.ways.isEmpty, "\(item)")
      for way in item.ways where way.isEnough {
        let changed = planted.week.with(way.change)
        let judge = PlainJudge(changed)
        let all = try WeekConflicts(changed, solver: GLPKSolver()).everything
        for demand in item.conflict.demands {
          #expect(judge.isKept(demand, all, somewhere: false), "\(way) of \(item)")
        }
      }
      #expect(
        item.ways.map(\.price) == item.ways.map(\.price).sorted()
          || item.ways.contains { !$0.isEnough }
      )
    }
    let whole = try ways.together(solved)
    #expect(whole.isConfirmed, "\(whole)")
    var changed = planted.week
    for way in whole.changes { changed = changed.with(way.change) }
    #expect(try conflicts(changed).isEmpty)
  }

  @Test(arguments: 0..<20)
  func `a week in which everything can be kept has none`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed), name: "free week")
    let names = Array(["E1", "E2", "E3"].prefix(1 + random.below(3)))
    let week = PlantedConflict.base(names, &random)
    #expect(try conflicts(week).isEmpty)
  }

  /// What the compiler calls impossible and what is a conflict are the same people.
  @Test func `people of tiny weeks have conflicts just when no week is legal`() throws {
    var count = 0
    for seed in 0..<150 {
      let tiny = TinyCase(seed: seed)
      var inputs = tiny.inputs
      inputs.settings.sites = inputs.settings.sites.map { Site(name: $0.name, zone: $0.zone) }
      let force = BruteForceRoster(
        inputs: inputs,
        week: tiny.week,
        requirement: tiny.requirement
      )
      let week = FixedWeek(inputs: inputs, week: tiny.week)
      let found = try WeekConflicts(week, solver: GLPKSolver()).people()
      var names: [String] = []
      for case .week(let name) in found.flatMap(\.demands) where !names.contains(name) {
        names.append(name)
      }
      #expect(names == force.impossible, "\(seed)")
      count += names.count
    }
    #expect(count > 15)
  }

  @Test func `disjoint conflicts of a person are told at once`() throws {
    var random = RandomStream(seed: 7, name: "two")
    var week = PlantedConflict.base(["E1"], &random)
    week.inputs.settings.contracts[0].shiftWindow = ScenarioFixtures.window("10:00-20:00")
    week.locks = [
      PlantedConflict.lock("E1", 0, "08:00"),
      PlantedConflict.lock("E1", 2, "10:00"),
    ]
    week.inputs.absences.append(
      Absence(
        employee: "E1",
        from: ScenarioFixtures.time("2026-03-04T12:00"),
        until: ScenarioFixtures.time("2026-03-04T13:00"),
        kind: "leave"
      )
    )
    let found = try conflicts(week)
    #expect(found.map { Set($0.members) }.count == 2)
    #expect(Set(found[0].members).isDisjoint(with: found[1].members))
  }

  @Test func `the cheapest way of a lock that breaks a rest is to move it`() throws {
    let planted = PlantedConflict(.rest, seed: 0)
    let ways = WaysOut(planted.week, prices: try ChangePrices(), solver: GLPKSolver())
    let solved = try ways.solved(try conflicts(planted.week))
    let first = try #require(solved.first?.ways.first)
    guard case .lock(_, let start) = first.change else {
      Issue.record("\(first)")
      return
    }
    #expect(start == ScenarioFixtures.clock("10:00"))
    #expect(first.price == 2)
  }

  @Test func `prices below nothing are refused`() {
    #expect(throws: ShiftwrightError.self) { try ChangePrices([.restHour: -1]) }
  }
}
