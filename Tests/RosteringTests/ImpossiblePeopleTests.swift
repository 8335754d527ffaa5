import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct ImpossiblePeopleTests {
  /// People of tiny cases without a legal week, with the rules that are named.
  static let found = (0..<300).flatMap { seed -> [(seed: Int, person: ImpossibleEmployee)] in
    let week = TinyWeek(seed: seed)
    let impossible = (try? week.optimizer().impossible) ?? []
    return impossible.filter { week.force.impossible.contains($0.employee) }.map { (seed, $0) }
  }

  private static func name(_ sentence: String) -> String {
    String(sentence.prefix { $0 != ":" })
  }

  @Test func `there are enough of them, with many rules`() {
    #expect(Self.found.count > 25)
    let names = Set(Self.found.flatMap(\.person.conflict).map(Self.name))
    #expect(names.count >= 5, "\(names.sorted())")
    #expect(names.isSubset(of: RosterChecker.rules))
    #expect(Self.found.allSatisfy { !$0.person.conflict.isEmpty })
  }

  @Test func `each conflict leaves no week, and one without any of its rules does`() throws {
    for (seed, person) in Self.found {
      let week = TinyWeek(seed: seed)
      let settings = week.tiny.inputs.settings
      let frame = try WeekFrame(inputs: week.tiny.inputs, grid: week.costs.grid)
      let employee = try #require(week.tiny.inputs.employees.first { $0.id == person.employee })
      let compiler = EmployeeCompiler(
        employee: employee,
        inputs: week.tiny.inputs,
        frame: frame,
        index: PeopleIndex(inputs: week.tiny.inputs, week: frame.grid)
      )
      let contract = try #require(settings.contract(named: employee.contract))
      let limits = try #require(
        WeeklyLimits(
          contract: contract,
          fullTimeEquivalent: employee.fullTimeEquivalent,
          creditedDates: compiler.creditedDates
        )
      )
      let all = compiler.rules(contract: contract, weekly: limits)
      let named = all.filter { person.conflict.contains($0.sentence) }
      #expect(named.map(\.sentence) == person.conflict)
      #expect(!compiler.isPossible(named, contract: contract, weekly: limits))
      for left in named.indices {
        var shorter = named
        shorter.remove(at: left)
        #expect(compiler.isPossible(shorter, contract: contract, weekly: limits))
      }
    }
  }

  /// Brute force, which shares no code with the compiler, finds no week under the named rules
  /// alone.
  @Test func `lifting the rules that are not named does not help`() {
    var lifted = 0
    for (seed, person) in Self.found {
      let tiny = TinyCase(seed: seed)
      var inputs = tiny.inputs
      let names = Set(person.conflict.map(Self.name))
      Self.lift(Set(RosterChecker.rules).subtracting(names), of: &inputs)
      inputs.employees = inputs.employees.filter { $0.id == person.employee }
      inputs.settings.sites = [Site(name: "site")]
      let force = BruteForceRoster(inputs: inputs, week: tiny.week, requirement: tiny.requirement)
      #expect(force.impossible == [person.employee], "\(seed) \(person.conflict)")
      lifted += 1
    }
    #expect(lifted > 25)
  }

  /// Takes rules away that no other rule's numbers depend on.
  private static func lift(_ names: Set<String>, of inputs: inout PlanningInputs) {
    if names.contains("availability") { inputs.availability = [] }
    for index in inputs.settings.contracts.indices {
      if names.contains("shift window") { inputs.settings.contracts[index].shiftWindow = nil }
      if names.contains("start change") {
        inputs.settings.contracts[index].rules.maximumStartChange = nil
      }
      if names.contains("minimum rest") {
        inputs.settings.contracts[index].rules.minimumRest = .zero
      }
      if names.contains("consecutive days") {
        inputs.settings.contracts[index].rules.maximumConsecutiveDays = 100
      }
    }
  }
}
