import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Conflicts of labor rules against a judge that reads their sentences anew and tries every week.
@Suite struct RuleConflictTests {
  private func conflicts(_ week: FixedWeek) throws -> [WeekConflict] {
    try WeekConflicts(week, solver: GLPKSolver()).all()
  }

  @Test func `there are enough of them`() {
    #expect(PlantedRule.all.count >= 50)
    #expect(PlantedRule.Kind.allCases.count >= 12)
  }

  @Test(arguments: PlantedRule.all)
  func `members cannot hold together, and without any one of them they can`(
    planted: PlantedRule
  ) throws {
    let judge = PlainJudge(planted.week)
    let found = try conflicts(planted.week)
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
    let meant = found.filter {
      planted.isConcerned(by: $0) && $0.members.contains(planted.member)
    }
    #expect(!meant.isEmpty, "\(found)")
  }

  @Test(arguments: PlantedRule.all)
  func `each way out is enough, in the judge's eyes too`(planted: PlantedRule) throws {
    let ways = WaysOut(planted.week, prices: try ChangePrices(), solver: GLPKSolver())
    let solved = try ways.solved(try conflicts(planted.week))
    for item in solved {
      #expect(item.ways.contains { $0.isEnough }, "\(item)")
      for way in item.ways where way.isEnough {
        let changed = planted.week.with(way.change)
        let all = try WeekConflicts(changed, solver: GLPKSolver()).everything
        for demand in item.conflict.demands {
          #expect(PlainJudge(changed).isKept(demand, all, somewhere: false), "\(way) of \(item)")
        }
      }
    }
    let whole = try ways.together(solved)
    #expect(whole.isConfirmed, "\(whole)")
    var changed = planted.week
    for way in whole.changes { changed = changed.with(way.change) }
    #expect(try conflicts(changed).isEmpty)
  }

  /// About the search's own answers: what it relies on.
  @Test(arguments: PlantedRule.all)
  func `fewer members never leave fewer weeks`(planted: PlantedRule) throws {
    let desk = try WeekDesk(planted.week)
    for answers in desk.people {
      let members = answers.week.members
      for index in members.indices {
        let fewer = Set(members.prefix(index))
        let more = Set(members.prefix(index + 1))
        #expect(!answers.hasWeek(more) || answers.hasWeek(fewer), "\(members[index])")
      }
    }
  }

  @Test func `an entry that is lifted does not bring back a stricter one`() throws {
    var planted = PlantedRule(.minimumRest, seed: 0).week
    let scope = RuleScope(employees: ["E1", "E2", "E3"])
    let loose = RuleEntry(.minimumRest(.hours(10)), scope: scope)
    planted.inputs.settings.labor.rules.append(loose)
    // the loose entry replaces the strict one, so that nothing stands in the way
    #expect(try conflicts(planted).isEmpty)
    let desk = try WeekDesk(planted)
    for answers in desk.people {
      #expect(!answers.week.members.contains(.rule(1)))
      #expect(answers.week.members.contains(.rule(2)))
      #expect(answers.hasWeek(Set(answers.week.members).subtracting([.rule(2)])))
    }
  }

  @Test func `a way out for one person binds the others as before`() throws {
    let planted = PlantedRule(.minimumRest, seed: 1)
    let solved = try WaysOut(planted.week, prices: try ChangePrices(), solver: GLPKSolver())
      .solved(try conflicts(planted.week))
    let way = try #require(
      solved.flatMap(\.ways).first { way in
        if case .rule = way.change { true } else { false }
      }
    )
    #expect(way.change == .rule(1, .minimumRest(.hours(12)), only: planted.person))
    #expect(way.price == 8)
    let changed = planted.week.with(way.change)
    #expect(changed.entry(1, for: nil).rule == .minimumRest(.hours(13)))
    #expect(changed.entry(1, for: planted.person).rule == .minimumRest(.hours(12)))
  }

  @Test func `the scenario's own locks count where none are given`() {
    var inputs = PlantedRule(.kindRun, seed: 0).week.inputs
    let lock = PlantedConflict.lock("E1", 0, "08:00")
    inputs.locks = [lock]
    #expect(FixedWeek(inputs: inputs, week: ScenarioFixtures.week).locks == [lock])
    let none = FixedWeek(inputs: inputs, locks: [], week: ScenarioFixtures.week)
    #expect(none.locks.isEmpty && none.inputs.locks.isEmpty)
  }
}
