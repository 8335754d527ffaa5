import Testing
import Workforce

@testable import Rostering

@Suite struct DayAutomatonTests {
  /// Rules read off the sequence of days, day by day, with nothing kept in between.
  private static func keeps(_ days: ArraySlice<Int>, _ rules: SequenceRules) -> Bool {
    for day in days.indices.dropFirst() where days[day - 1] > 0 && days[day] > 0 {
      if rules.forbiddenNext[days[day - 1] - 1].contains(days[day] - 1) { return false }
    }
    var first = days.startIndex
    while first < days.endIndex {
      let isWork = days[first] > 0
      let end = days[first...].firstIndex { ($0 > 0) != isWork } ?? days.endIndex
      let length = end - first
      let isInside = first > days.startIndex && end < days.endIndex
      if isWork, length > rules.mostWork { return false }
      if isInside, length < (isWork ? rules.leastWork : rules.leastOff) { return false }
      first = end
    }
    return true
  }

  static let cases = [
    SequenceRules(forbiddenNext: [[], []], leastWork: 1, mostWork: 3, leastOff: 1),
    SequenceRules(forbiddenNext: [[], [0]], leastWork: 2, mostWork: 5, leastOff: 2),
    SequenceRules(forbiddenNext: [[0], [0, 1]], leastWork: 1, mostWork: 6, leastOff: 3),
    SequenceRules(forbiddenNext: [[1], [0]], leastWork: 3, mostWork: 4, leastOff: 2),
  ]

  /// All 7,174,453 sequences of up to 14 days off, early and late.
  @Test(arguments: cases)
  func `accepts what a reading day by day accepts`(rules: SequenceRules) {
    let automaton = DayAutomaton(rules)
    var days = [Int](repeating: 0, count: 14)
    var wrong = 0
    func extend(_ length: Int, _ state: Int) {
      for symbol in 0...2 {
        days[length] = symbol
        let next = state < 0 ? -1 : automaton.next(state, symbol: symbol)
        if (next >= 0) != Self.keeps(days[...length], rules) { wrong += 1 }
        if next >= 0, automaton.isRested[next] != (symbol == 0) { wrong += 1 }
        if length + 1 < days.count { extend(length + 1, next) }
      }
    }
    extend(0, automaton.start)
    #expect(wrong == 0)
  }

  /// No two states have the same futures: each pair is told apart by some sequence.
  @Test(arguments: cases)
  func `has no state too many`(rules: SequenceRules) {
    let automaton = DayAutomaton(rules)
    let count = automaton.stateCount
    var differ = (0..<count).map { first in
      (0..<count).map { automaton.isRested[first] != automaton.isRested[$0] }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for first in 0..<count {
        for second in 0..<count where !differ[first][second] {
          let isTold = (0...rules.kindCount).contains { symbol in
            let (one, other) = (
              automaton.next(first, symbol: symbol), automaton.next(second, symbol: symbol)
            )
            return one < 0 || other < 0 ? one != other : differ[one][other]
          }
          if isTold {
            differ[first][second] = true
            isChanged = true
          }
        }
      }
    }
    for first in 0..<count {
      #expect(differ[first].indices.filter { !differ[first][$0] } == [first])
    }
  }

  @Test func `people with the same rules share one automaton`() {
    var shelf = AutomatonShelf()
    let automata = (Self.cases + Self.cases).map { shelf.automaton(for: $0) }
    #expect(shelf.count == Self.cases.count)
    #expect(automata[0] === automata[Self.cases.count])
    #expect(automata[0] !== automata[1])
  }

  @Test func `kinds with the same followers need no states of their own`() {
    let plain = SequenceRules(forbiddenNext: [[]], leastWork: 2, mostWork: 5, leastOff: 2)
    let many = SequenceRules(
      forbiddenNext: [[], [], [], []],
      leastWork: 2,
      mostWork: 5,
      leastOff: 2
    )
    #expect(DayAutomaton(plain).stateCount == DayAutomaton(many).stateCount)
  }
}
