import Rostering
import Testing
import Workforce

@testable import Planning

@Suite struct WorthPicksTests {
  private static func estimates(_ count: Int, _ change: (Int) -> WorthCase) -> [WorthEstimate] {
    (0..<count).map { WorthEstimate(change: change($0), dual: Double(($0 * 37) % 101)) }
  }

  private static let picks = WorthPicks(
    hours: estimates(90) { .hour(queues: [0], slot: $0) },
    shifts: estimates(40) { .certificate(employee: "s\($0)", skill: "") },
    rules: RosterRule.allCases.map { WorthEstimate(change: .rule($0), dual: 1) },
    certificates: estimates(30) { .certificate(employee: "c\($0)", skill: "") },
    hourSlots: 4
  )

  @Test(arguments: [0, 1, 2, 5, 20, 60, 100, 176, 500])
  func `picks as many as asked, each once`(count: Int) {
    let changes = Self.picks.changes(count)
    let all = 90 + 40 + RosterRule.allCases.count + 30
    #expect(changes.count <= count)
    #expect(Set(changes).count == changes.count)
    if count <= 100 { #expect(changes.count == count) }
    if count >= all * 5 { #expect(changes.count == all) }
  }

  @Test func `half of a kind is from the top, the rest spread over the others`() {
    let few = WorthPicks(
      hours: [],
      shifts: Self.picks.shifts,
      rules: [],
      certificates: [],
      hourSlots: 4
    )
    let changes = few.changes(10)
    let ranked = few.shifts.sorted { $0.dual > $1.dual }.map(\.change)
    #expect(Array(changes.prefix(5)) == Array(ranked.prefix(5)))
    let places = changes.dropFirst(5).compactMap(ranked.firstIndex)
    #expect(places == places.sorted())
    #expect((places.last ?? 0) > 30)
  }

  @Test func `the top hours do not overlap and are of one queue`() throws {
    let hours = (0..<60).flatMap { slot in
      [[0], [1], [0, 1]].map { queues in
        WorthEstimate(
          change: .hour(queues: queues, slot: slot),
          dual: Double(60 - slot) + Double(queues.count)
        )
      }
    }
    let few = WorthPicks(hours: hours, shifts: [], rules: [], certificates: [], hourSlots: 4)
    let changes = few.changes(12)
    #expect(changes.count == 12)
    let top = changes.prefix(6).compactMap { change -> (queues: Int, slot: Int)? in
      guard case .hour(let queues, let slot) = change else { return nil }
      return (queues.count, slot)
    }
    #expect(top.map(\.slot) == [0, 4, 8, 12, 16, 20])
    #expect(top.allSatisfy { $0.queues == 1 })
  }

  @Test(arguments: [
    ("MON09:00", "MON09:00"), ("tue9:05", "TUE09:05"), ("SUN23:30", "SUN23:30"),
  ])
  func `reads a weekday and a time`(given: String, read: String) {
    #expect(WorthOptions.Moment(given)?.text == read)
  }

  @Test(arguments: ["", "MON", "09:00", "MONDAY09:00", "XYZ09:00", "MON24:00", "MON9", "MON09:60"])
  func `takes nothing else`(given: String) {
    #expect(WorthOptions.Moment(given) == nil)
  }

  @Test func `options out of range are refused`() {
    #expect(throws: ShiftwrightError.self) { try WorthOptions(top: 0) }
    #expect(throws: ShiftwrightError.self) { try WorthOptions(confirm: -1) }
    #expect(throws: ShiftwrightError.self) { try WorthOptions(effort: 0) }
    #expect(throws: ShiftwrightError.self) { try WorthOptions(threads: 65) }
  }
}
