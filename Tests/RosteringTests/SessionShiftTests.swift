import Testing
import Workforce

@testable import Rostering

/// Shifts that hold a training session, against all placements of their breaks.
@Suite struct SessionShiftTests {
  private struct Case {
    let shape: ShiftShape
    let values: [Double]
    let start: Int
    let session: Range<Int>

    init(seed: Int) {
      var random = RandomStream(seed: 4, name: "session shift", keys: seed)
      let length = 4 + random.below(10)
      let low = random.below(2)
      shape = ShiftShape(
        name: "shape",
        length: length,
        paidMinutes: 60,
        pauses: (0..<random.below(4)).map { _ in
          let earliest = random.below(2) == 0 ? 0 : random.below(length)
          return ShiftShape.Pause(
            kind: .rest,
            length: 1 + random.below(2),
            earliest: earliest,
            latest: random.below(2) == 0 ? length : earliest + random.below(6)
          )
        },
        minimumStretch: low,
        maximumStretch: low + 2 + random.below(9)
      )
      values = (0..<24).map { _ in Double(random.below(41) - 15) / 2 }
      start = random.below(10)
      let first = start + random.below(length)
      session = first..<min(start + length, first + 1 + random.below(4))
    }

    /// Legal placements that stay away from the session, with the value of the work left.
    var all: [(offsets: [Int], value: Double)] {
      var partial: [[Int]] = [[]]
      for _ in shape.pauses {
        partial = partial.flatMap { done in (0..<shape.length).map { done + [$0] } }
      }
      return partial.filter(isLegal).compactMap { offsets in
        let breaks = zip(offsets, shape.pauses).flatMap { start + $0..<start + $0 + $1.length }
        guard !breaks.contains(where: session.contains) else { return nil }
        let work = (start..<start + shape.length).filter {
          !breaks.contains($0) && !session.contains($0)
        }
        return (offsets, work.reduce(0) { $0 + values[$1] })
      }
    }

    private func isLegal(_ offsets: [Int]) -> Bool {
      var from = 0
      for (offset, pause) in zip(offsets, shape.pauses) {
        guard offset >= pause.earliest, offset <= pause.latest, fits(offset - from) else {
          return false
        }
        from = offset + pause.length
      }
      return fits(shape.length - from)
    }

    private func fits(_ stretch: Int) -> Bool {
      stretch >= shape.minimumStretch && stretch <= shape.maximumStretch
    }

    /// A problem with one person who must attend the session in this very shift.
    var problem: RosterProblem {
      let option = ShiftOption(
        start: start,
        shape: 0,
        agenda: 0,
        clock: 30 * start,
        pay: 0,
        startWish: 0,
        dayOffWish: 0
      )
      let person = RosterEmployee(
        id: "ada",
        site: 0,
        days: [EmployeeDay(group: 0, options: [option])],
        totals: TotalsAutomaton(
          paidMinutes: [60],
          dayCount: 1,
          daysAllowed: 1...1,
          paidAllowed: 0...60
        ),
        sequence: SequenceAutomaton(maximumRun: 1, history: 0, dayCount: 1),
        minimumRest: 0,
        maximumStartChange: 0,
        overtimeAfter: 60,
        minimumPaid: 0,
        wagePerMinute: 0,
        weekendHistory: 0,
        demands: [[0]]
      )
      return PlainProblem.make(
        slotCount: 24,
        shapes: [shape],
        employees: [person],
        coupling: Coupling(
          overtimeBudgets: [.max],
          sessions: [TrainingSession(slots: session, seats: 1)]
        )
      )
    }
  }

  @Test(arguments: 0..<400)
  func `breaks avoid the session and leave the most value`(seed: Int) {
    let c = Case(seed: seed)
    let problem = c.problem
    guard problem.placements[0] != nil else {
      #expect(c.all.isEmpty)
      return
    }
    let tables = PricingTables(problem: problem, groups: [0]) { _ in c.values }
    let found = problem.cheapestTour(of: 0, tables: tables)
    let all = c.all
    guard let most = all.map(\.value).max() else {
      #expect(found == nil)
      return
    }
    #expect(abs((found?.reducedCost ?? .infinity) + most) < 1e-9)
    let shift = found?.tour.shifts.first
    let offsets = c.shape.pauses.indices.map { Int(shift?.pauses[$0] ?? 0) }
    let chosen = all.first { $0.offsets == offsets }
    #expect(abs((chosen?.value ?? .infinity) - most) < 1e-9)
    guard let shift else { return }
    var worked = 0.0
    problem.forEachStretch(of: shift) { for slot in $0 { worked += c.values[slot] } }
    #expect(abs(worked - most) < 1e-9)
  }

  /// The same kernel with any closed offsets.
  @Test(arguments: 0..<300)
  func `a kernel puts no break into closed offsets`(seed: Int) {
    let c = Case(seed: seed)
    guard let placement = BreakPlacement(c.shape) else { return }
    let prefix = (c.values + Array(repeating: 0, count: 24)).reduce(into: [0.0]) {
      $0.append($0[$0.count - 1] + $1)
    }
    var scratch = [Double](
      repeating: 0,
      count: BreakKernel.scratchCount(longest: c.shape.length)
    )
    let closed = c.session.lowerBound - c.start..<c.session.upperBound - c.start
    let loss = placement.leastLoss(
      prefix: prefix,
      start: c.start,
      table: &scratch,
      closed: [closed]
    )
    let whole = (c.start..<c.start + c.shape.length).reduce(0) { $0 + c.values[$1] }
    let training = c.session.reduce(0) { $0 + c.values[$1] }
    let least = c.all.map { whole - training - $0.value }.min() ?? .infinity
    #expect(loss == least || abs(loss - least) < 1e-9)
  }
}
