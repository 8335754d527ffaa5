import GLPKSolver
import Testing
import Workforce

@testable import Capacity

@Suite struct WeekProgramTests {
  /// Seven days of four slots; shifts of two slots that begin at any of the first three.
  private func week(_ need: [[Double]], kinds: [[Int]], days: ClosedRange<Double> = 0...5)
    -> WeekProgram
  {
    let shifts = (0..<7).flatMap { day in
      (0..<3).map { start in
        WeekProgram.Shift(
          day: day,
          paidHours: 8,
          presence: [0, 1].map { WeekProgram.Presence(slot: day * 4 + start + $0, share: 1) }
        )
      }
    }
    return WeekProgram(
      need: need,
      slotHours: 4,
      shifts: shifts,
      kinds: kinds.map { skills in
        WeekProgram.Kind(
          skills: skills,
          share: 1 / Double(kinds.count),
          hours: 0...40,
          days: days,
          shifts: Array(shifts.indices)
        )
      }
    )
  }

  @Test func `seven days of work take seven fifths of people`() throws {
    let need = [(0..<28).map { $0 % 4 < 2 ? 1.0 : 0 }]
    let found = try #require(
      try week(need, kinds: [[0]]).staffing(.fewestPeople, by: GLPKSolver())
    )
    #expect(abs(found.people - 1.4) < 1e-6)
    #expect(abs(found.paidHours - 56) < 1e-6)
    #expect(found.uncoveredHours < 1e-6)
    // who is at work covers the need, and is paid for these hours
    #expect(zip(found.present, need[0]).allSatisfy { $0 >= $1 - 1e-6 })
    #expect(abs(found.present.reduce(0, +) * 4 - found.paidHours) < 1e-6)
  }

  @Test func `people with both skills serve one at a time`() throws {
    let first = (0..<28).map { $0 % 4 < 2 ? 1.0 : 0 }
    let second = (0..<28).map { $0 % 4 >= 2 ? 1.0 : 0 }
    let both = try #require(
      try week([first, second], kinds: [[0, 1]]).staffing(.fewestPeople, by: GLPKSolver())
    )
    let apart = try #require(
      try week([first, second], kinds: [[0], [1]]).staffing(.fewestPeople, by: GLPKSolver())
    )
    #expect(abs(both.people - 2.8) < 1e-6)
    #expect(abs(apart.people - 2.8) < 1e-6)
    let same = try #require(
      try week([first, first], kinds: [[0, 1]]).staffing(
        .leastUncovered(people: 1.4),
        by: GLPKSolver()
      )
    )
    #expect(abs(same.uncoveredHours - 56) < 1e-6)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `no fewer people suffice than the worst day and the week ask for`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "week")
    let need = [(0..<28).map { _ in Double(stream.below(5)) }]
    let program = week(need, kinds: [[0]])
    let found = try #require(try program.staffing(.fewestPeople, by: GLPKSolver()))
    // slots one apart of the same shift length: the sum of two that no shift covers together
    let days = (0..<7).map { day -> Double in
      let own = (0..<4).map { need[0][day * 4 + $0] }
      return max(own[0] + own[2], own[0] + own[3], own[1] + own[3], own.max() ?? 0)
    }
    let least = max(days.max() ?? 0, days.reduce(0, +) / 5)
    #expect(found.people >= least - 1e-6)
    let fewer = try #require(
      try program.staffing(.leastUncovered(people: found.people * 0.9), by: GLPKSolver())
    )
    #expect(fewer.uncoveredHours > 1e-6)
  }
}
