import TestSupport
import Testing
import Workforce

@testable import Checking

@Suite struct AllocationTests {
  private struct Case {
    var people: [Int] = []
    var groups: [[Int]] = []
    var worths: [[Double]] = []

    init(seed: Int) {
      var random = RandomStream(seed: 3, name: "allocation", keys: seed)
      let queues = 1 + random.below(3)
      for set in 1..<(1 << queues) where random.below(3) > 0 {
        groups.append((0..<queues).filter { set & (1 << $0) != 0 })
        people.append(random.below(3))
      }
      for _ in 0..<queues {
        let worths = (0..<random.below(5)).map { _ in Double(random.below(6)) }
        self.worths.append(worths.sorted(by: >))
      }
    }

    /// Most that can be saved, by trying every queue, or none, for every person.
    func mostSaved(idlePrice: Double) -> Double {
      var given = Array(repeating: 0, count: worths.count)
      func best(_ rest: [[Int]]) -> Double {
        guard let first = rest.first else { return 0 }
        var most = best(Array(rest.dropFirst())) - idlePrice
        for queue in first where given[queue] < worths[queue].count {
          let worth = worths[queue][given[queue]]
          given[queue] += 1
          most = max(most, worth + best(Array(rest.dropFirst())))
          given[queue] -= 1
        }
        return most
      }
      return best(zip(people, groups).flatMap { Array(repeating: $1, count: $0) })
    }
  }

  @Test(arguments: 0..<400)
  func `saves as much as the best of all allocations`(seed: Int) {
    let c = Case(seed: seed)
    let prices = c.worths.map(SlotPrice.init(worths:))
    let allocation = Allocation(people: c.people, groups: c.groups, prices: prices)
    for idlePrice in [0.0, 2.5] {
      let saved = allocation.saved - idlePrice * Double(allocation.idle)
      #expect(saved == c.mostSaved(idlePrice: idlePrice))
    }
    #expect(allocation.given.reduce(0, +) + allocation.idle == c.people.reduce(0, +))
    #expect(zip(allocation.given, c.worths).allSatisfy { $0 <= $1.count })
  }

  /// Shares of 10 %, 15 % and the rest, at 32, 80 and 180; worked by hand.
  @Test(arguments: [
    (0, [Double]()),
    (1, [32]),
    (2, [80, 32]),
    (4, [180, 180, 80, 32]),
    (10, [180, 180, 180, 180, 180, 180, 180, 80, 80, 32]),
    (14, [180, 180, 180, 180, 180, 180, 180, 180, 180, 80, 80, 80, 32, 32]),
  ])
  func `the first people save the dearest tier`(required: Int, worths: [Double]) {
    let found = SlotPrice.worths(
      required: required,
      tiers: CostSettings.standardTiers,
      weight: 1,
      minutes: 60
    )
    #expect(found == worths)
  }

  @Test func `moves people who serve both to where nobody else can go`() {
    let allocation = Allocation(
      people: [2, 1],
      groups: [[0, 1], [0]],
      prices: [SlotPrice(worths: [9, 8]), SlotPrice(worths: [7, 6])]
    )
    #expect(allocation.given == [2, 1])
    #expect(allocation.saved == 24)
    #expect(allocation.idle == 0)
  }
}

@Suite struct CoverageTests {
  @Test func `gives means over the slots of each interval`() {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo"),
      queues: [Make.queue(), Make.queue("chat")],
      templates: [Make.template("short", minutes: 90), Make.template("long", minutes: 120)],
      contracts: [Make.contract(templates: ["short", "long"])]
    )
    inputs.settings.intervalMinutes = 60
    let requirement = Make.requirement(inputs) { queue, time in
      queue == 0 ? 1 : (time.minuteOfDay >= 60 ? 1 : 0)
    }
    let strip = RosterStrip(week: Make.week, stepMinutes: 30)
    let roster = Roster(
      week: Make.week,
      zone: .utc,
      tours: [
        strip.tour("ada", "####", queues: ["phone", "chat"]),
        strip.tour("bo", ".###", queues: ["phone"]),
      ]
    )
    let coverage = RosterChecker(inputs: inputs).coverage(of: roster, requirement: requirement)
    #expect(Array(coverage.allocated[0][0..<3]) == [1, 1, 0])
    #expect(Array(coverage.allocated[1][0..<3]) == [0, 1, 0])
    #expect(Array(coverage.idle[0..<3]) == [0.5, 0, 0])
    #expect(coverage.grid == requirement.grid)
  }

  @Test func `repeats a slot's people in shorter intervals`() {
    let inputs = Make.inputs(
      people: Make.people("ada"),
      templates: [Make.template(minutes: 60)],
      intervalMinutes: 15
    )
    let requirement = Make.requirement(inputs) { _, _ in 1 }
    let roster = RosterStrip(week: Make.week).roster(["ada": "#"])
    let coverage = RosterChecker(inputs: inputs).coverage(of: roster, requirement: requirement)
    #expect(Array(coverage.allocated[0][0..<6]) == [1, 1, 1, 1, 0, 0])
    #expect(coverage.idle.allSatisfy { $0 == 0 })
  }
}
