import Testing
import Workforce

@testable import Rostering

@Suite struct DayMachineTests {
  /// A shift of a kind, for machines that look at kinds alone.
  private static func shift(_ kind: Int, on day: Int) -> CandidateShift {
    let date = LocalDate(daysSinceEpoch: 20_000 + day)
    let time = LocalDateTime(date: date, secondOfDay: 0)
    return CandidateShift(
      day: day,
      date: date,
      startSlot: 0,
      shape: 0,
      start: time,
      end: time,
      startInstant: Instant(secondsSinceEpoch: 0),
      endInstant: Instant(secondsSinceEpoch: 0),
      openAtStart: [],
      openAtEnd: [],
      kinds: kind == 1 ? 1 : 2
    )
  }

  private static func automaton(
    _ item: DayMachineCase,
    _ count: Int,
    _ shelf: SequenceShelf = SequenceShelf()
  ) -> SequenceAutomaton {
    let made = item.machines(count)
    let key = SequenceShelf.Key(
      machines: made.map { AnyDayMachine(machine: $0.machine) },
      letters: (0..<count).map { day in
        (1...2).map { kind in made.map { $0.machine.letter(of: Self.shift(kind, on: day)) } }
      },
      sorts: 2
    )
    return shelf.automaton(key, from: made.map(\.start))
  }

  /// What the slow reading says: `nil` where a hard rule is missed.
  private static func price(
    _ item: DayMachineCase,
    _ reading: DaySequence,
    _ days: [Int]
  ) -> Double? {
    var price = 0.0
    for (rule, unit) in item.rules {
      let missed = reading.missed(rule, by: days)
      guard missed > 0 else { continue }
      guard let unit else { return nil }
      price += unit * Double(missed)
    }
    return price
  }

  /// Sequences of `count` days that the automaton prices otherwise than the slow reading.
  private static func wrong(_ item: DayMachineCase, _ count: Int) -> Int {
    let automaton = automaton(item, count)
    let reading = item.reading(count)
    let past = item.past.count
    var days = item.past + [Int](repeating: 0, count: count)
    var wrong = 0
    func extend(_ length: Int, _ state: Int, _ price: Double) {
      if length == count {
        let found = state < 0 ? nil : price + automaton.endPrice(state)
        if found != Self.price(item, reading, days) { wrong += 1 }
        return
      }
      for symbol in 0...2 {
        days[past + length] = symbol
        guard state >= 0 else {
          extend(length + 1, -1, 0)
          continue
        }
        let isOff = symbol == 0
        extend(
          length + 1,
          isOff
            ? automaton.onOff[length][state]
            : automaton.afterWork(length, state, sort: symbol - 1),
          price
            + (isOff
              ? automaton.offPrice(length, state)
              : automaton.workPrice(length, state, sort: symbol - 1))
        )
      }
    }
    extend(0, automaton.start, 0)
    return wrong
  }

  /// All 7,173,360 sequences of 7 to 14 days off, early and late; weekends need seven.
  @Test(arguments: DayMachineCase.all)
  func `prices and forbids what a reading day by day does`(item: DayMachineCase) {
    for count in 7...14 { #expect(Self.wrong(item, count) == 0, "\(count) days") }
  }

  /// All sequences of up to six days, for combinations without weekends.
  @Test(arguments: [0, 2, 3])
  func `prices and forbids short sequences too`(index: Int) {
    for count in 1...6 {
      #expect(Self.wrong(DayMachineCase.all[index], count) == 0, "\(count) days")
    }
  }

  /// No two classes of a layer have the same futures at the same prices, and each has one.
  @Test(arguments: DayMachineCase.all)
  func `has no class too many`(item: DayMachineCase) {
    let automaton = Self.automaton(item, 14)
    for day in automaton.onOff.indices {
      let rows = (0..<automaton.classCounts[day]).map { state in
        ([0, 1, 2] as [Int]).map { symbol -> String in
          let isOff = symbol == 0
          let target =
            isOff
            ? automaton.onOff[day][state] : automaton.afterWork(day, state, sort: symbol - 1)
          let price =
            isOff
            ? automaton.offPrice(day, state) : automaton.workPrice(day, state, sort: symbol - 1)
          return "\(target) \(price)"
        }
      }
      #expect(Set(rows).count == rows.count)
      #expect(rows.allSatisfy { $0.contains { !$0.hasPrefix("-1") } })
    }
    #expect(Set(automaton.endPrices).count == automaton.endPrices.count)
  }

  @Test func `people of the same rules share an automaton, whatever their past`() {
    let shelf = SequenceShelf()
    let rules: [(rule: DaySequence.Rule, price: Double?)] = [(.work(least: 2, most: 4), nil)]
    let pasts = [[], [1], [1, 1, 1], [1, 1, 1, 1, 1], [1]]
    let automata = { () -> [SequenceAutomaton] in
      pasts.map { past in
        Self.automaton(DayMachineCase(name: "", rules: rules, past: past), 7, shelf)
      }
    }
    let first = automata().map(\.start)
    let all = automata()
    #expect(shelf.count == 1)
    #expect(all.map(\.start) == first)
    #expect(Set(all.map { SequenceAutomaton($0, start: 0) }).count == 1)
    #expect(all[1].start == all[4].start)
    #expect(Set(first).count > 2)
    let other: [(rule: DaySequence.Rule, price: Double?)] = [(.work(least: 2, most: 5), nil)]
    _ = Self.automaton(DayMachineCase(name: "", rules: other), 7, shelf)
    #expect(shelf.count == 2)
  }

  /// The table of `docs/concepts/labor-rules.md`.
  @Test func `two nights at most and a rest after them have three classes`() {
    let shelf = SequenceShelf()
    let rules: [(rule: DaySequence.Rule, price: Double?)] = [
      (.kind(2, most: 2), nil), (.rest(after: 2, days: 1), nil),
    ]
    let automata = [[], [2], [2, 2], [2, 1], [2, 0]].map { past in
      Self.automaton(DayMachineCase(name: "", rules: rules, past: past), 7, shelf)
    }
    #expect(automata[4].classCounts == [3, 3, 3, 3, 3, 3, 3, 1])
    #expect(automata[0].start == automata[3].start && automata[0].start == automata[4].start)
    #expect(Set(automata.map(\.start)).count == 3)
    let symbols: [[Int?]] = [[nil], [0], [1]]
    let allowed = automata[..<3].map { automaton in
      symbols.map { automaton.price(of: $0 + [Int?](repeating: nil, count: 6)) != nil }
    }
    #expect(allowed == [[true, true, true], [true, false, true], [true, false, false]])
  }
}
