import Testing
import Workforce

@testable import Rostering

@Suite struct BreakPlacementTests {
  private struct Case {
    let shape: ShiftShape
    let values: [Double]
    let start: Int

    init(seed: Int) {
      var random = RandomStream(seed: 4, name: "breaks", keys: seed)
      let length = 3 + random.below(12)
      let pauses = (0..<random.below(4)).map { _ in
        let low = random.below(length)
        return ShiftShape.Pause(
          kind: .rest,
          length: 1 + random.below(2),
          earliest: random.below(2) == 0 ? 0 : low,
          latest: random.below(2) == 0 ? length : low + random.below(5)
        )
      }
      let low = random.below(3)
      shape = ShiftShape(
        name: "shape",
        length: length,
        paidMinutes: 60,
        pauses: pauses,
        minimumStretch: low,
        maximumStretch: low + 1 + random.below(pauses.isEmpty ? 14 : 6)
      )
      values = (0..<24).map { _ in Double(random.below(41) - 15) / 2 }
      start = random.below(24)
    }

    /// Value of a slot; nothing past the week's end.
    func value(_ slot: Int) -> Double { slot < values.count ? values[slot] : 0 }

    /// Every legal placement with what it takes away, by trying all offsets.
    var all: [(offsets: [Int], loss: Double)] {
      var partial: [[Int]] = [[]]
      for _ in shape.pauses {
        partial = partial.flatMap { done in (0..<shape.length).map { done + [$0] } }
      }
      return partial.filter(isLegal).map { offsets in
        let taken = zip(offsets, shape.pauses).flatMap { $0..<$0 + $1.length }
        return (offsets, taken.reduce(0) { $0 + value(start + $1) })
      }
    }

    private func isLegal(_ offsets: [Int]) -> Bool {
      var stretches: [Int] = []
      var from = 0
      for (offset, pause) in zip(offsets, shape.pauses) {
        guard offset >= pause.earliest, offset <= pause.latest else { return false }
        stretches.append(offset - from)
        from = offset + pause.length
      }
      stretches.append(shape.length - from)
      return stretches.allSatisfy { $0 >= shape.minimumStretch && $0 <= shape.maximumStretch }
    }
  }

  private static func offsets(_ pauses: SIMD8<UInt16>, _ count: Int) -> [Int] {
    (0..<count).map { Int(pauses[$0]) }
  }

  @Test(arguments: 0..<300)
  func `finds the cheapest of all placements`(seed: Int) {
    let c = Case(seed: seed)
    let all = c.all
    guard let least = all.map(\.loss).min() else {
      #expect(BreakPlacement(c.shape) == nil)
      return
    }
    let problem = PlainProblem.make(slotCount: 24, shapes: [c.shape])
    let table = ShiftTable(
      slotValues: c.values,
      entries: [TableEntry(start: Int32(c.start), shape: 0)],
      problem: problem
    )
    let whole = (c.start..<c.start + c.shape.length).reduce(0) { $0 + c.value($1) }
    #expect(abs(table.value(start: c.start, shape: 0) - (whole - least)) < 1e-9)
    let chosen = Self.offsets(
      table.pauses(start: c.start, shape: 0, problem: problem),
      c.shape.pauses.count
    )
    let found = all.first { $0.offsets == chosen }
    #expect(abs((found?.loss ?? .infinity) - least) < 1e-9)
  }

  @Test(arguments: 0..<300)
  func `lists all placements within a slack`(seed: Int) {
    let c = Case(seed: seed)
    let all = c.all
    guard let least = all.map(\.loss).min() else { return }
    let problem = PlainProblem.make(slotCount: 24, shapes: [c.shape])
    let table = ShiftTable(
      slotValues: c.values,
      entries: [TableEntry(start: Int32(c.start), shape: 0)],
      problem: problem
    )
    for slack in [0.25, 3.25, 1000] {
      let listed = table.placements(start: c.start, shape: 0, slack: slack, problem: problem)
      let expected = all.filter { $0.loss <= least + slack }.map(\.offsets)
      let offsets = listed.map { Self.offsets($0.pauses, c.shape.pauses.count) }
      #expect(Set(offsets) == Set(expected))
      #expect(offsets.count == expected.count)
      #expect(zip(listed, listed.dropFirst()).allSatisfy { $0.extra <= $1.extra })
    }
  }

  @Test func `breaks of a day-long shift on five-minute slots have room`() throws {
    let pause = ShiftShape.Pause(kind: .rest, length: 3, earliest: 280, latest: 284)
    let shape = ShiftShape(
      name: "day",
      length: 288,
      paidMinutes: 1440,
      pauses: [pause],
      minimumStretch: 1,
      maximumStretch: 288
    )
    let problem = PlainProblem.make(slotCount: 300, shapes: [shape])
    let values = (0..<300).map { $0 == 283 || $0 == 284 ? 5.0 : 1 }
    let table = ShiftTable(
      slotValues: values,
      entries: [TableEntry(start: 0, shape: 0)],
      problem: problem
    )
    #expect(table.pauses(start: 0, shape: 0, problem: problem)[0] == 280)
  }
}
