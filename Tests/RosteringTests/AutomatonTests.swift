import Testing
import Workforce

@testable import Rostering

@Suite struct AutomatonTests {
  @Test(arguments: 0..<150)
  func `totals: a path exists just for the sequences of shapes with a legal total`(seed: Int) {
    var random = RandomStream(seed: 6, name: "totals", keys: seed)
    let paid = (0..<1 + random.below(3)).map { _ in
      random.below(4) == 0 ? nil : 60 * (2 + random.below(8))
    }
    let dayCount = 4
    let fewest = random.below(3)
    let days = fewest...fewest + random.below(3)
    let least = 60 * random.below(12)
    let minutes = least...least + 60 * random.below(12)
    let totals = TotalsAutomaton(
      paidMinutes: paid,
      dayCount: dayCount,
      daysAllowed: days,
      paidAllowed: minutes
    )
    for choice in Self.sequences(count: dayCount, symbols: paid.count + 1) {
      let shapes = choice.filter { $0 > 0 }.map { $0 - 1 }
      let sum = shapes.reduce(0) { $0 + (paid[$1] ?? 0) }
      let isLegal =
        shapes.allSatisfy { paid[$0] != nil } && days.contains(shapes.count)
        && minutes.contains(sum)
      let state = shapes.reduce(totals.shiftsNeeded[0] == .max ? -1 : 0) {
        $0 < 0 ? -1 : totals.next($0, shape: $1)
      }
      #expect((state >= 0 && totals.shiftsNeeded[state] == 0) == isLegal)
      if shapes.allSatisfy({ paid[$0] != nil }) {
        #expect(totals.accepts(days: shapes.count, paid: sum) == isLegal)
      }
    }
  }

  @Test(arguments: 1..<9, 0..<9)
  func `sequences: just the weeks without too long a run pass`(maximum: Int, history: Int) {
    let automaton = SequenceAutomaton(maximumRun: maximum, history: history, dayCount: 7)
    for week in Self.sequences(count: 7, symbols: 2) {
      var run = history
      var isLegal = true
      var state = automaton.start
      for (day, works) in week.enumerated() {
        run = works == 1 ? run + 1 : 0
        if works == 1, run > maximum { isLegal = false }
        guard state >= 0 else { continue }
        state = works == 1 ? automaton.onWork[day][state] : automaton.onOff[day][state]
      }
      #expect((state >= 0) == isLegal)
    }
  }

  private static func sequences(count: Int, symbols: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { all, _ in
      all.flatMap { done in (0..<symbols).map { done + [$0] } }
    }
  }
}
