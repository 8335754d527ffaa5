import Testing
import Workforce

@testable import Rostering

/// A combination of rules over some weeks, with machines for the engine and sentences for the slow reading.
struct DayMachineCase: Sendable {
  let name: String
  /// Rules, each with its price; `nil` where it is hard.
  let rules: [(rule: DaySequence.Rule, price: Double?)]
  var past: [Int] = []
  /// Positions of blank days of the weeks.
  var blank: Set<Int> = []

  /// Early and late, as bits.
  private static func bits(_ kind: Int) -> UInt64 { 1 << UInt64(kind - 1) }

  /// The slow reading of so many days.
  func reading(_ count: Int) -> DaySequence {
    DaySequence(
      past: past,
      blanks: past.map { _ in false } + (0..<count).map { blank.contains($0) }
    )
  }

  /// Machines and where they begin.
  func machines(_ count: Int) -> [(machine: any DayMachine, start: Int)] {
    let blanks = (0..<count).map { blank.contains($0) }
    return rules.map { made($0.rule, $0.price, blanks) }
  }

  private func made(
    _ rule: DaySequence.Rule,
    _ price: Double?,
    _ blanks: [Bool]
  ) -> (machine: any DayMachine, start: Int) {
    switch rule {
    case .work(let least, let most): run(nil, least, most, price, blanks)
    case .kind(let kind, let most): run(kind, 0, most, price, blanks)
    case .free(let least, let most): free(least, most, price, blanks)
    case .rest(let kind, let days): rest(kind, days, price)
    case .order(let after, let never):
      (
        OrderMachine(
          after: Self.bits(after),
          never: Self.bits(never),
          terms: blanks.map { _ in OrderMachine.Term(price: price) }
        ), past.last == after ? 1 : 0
      )
    case .count(let kind, let least, let most): count(kind, least, most, price)
    case .balance(let most): balance(most, price)
    case .whole(let dates):
      (
        WholeWeekendMachine(counts: blanks.indices.map { dates.contains($0) }, price: price), 0
      )
    case .limit(let dates):
      (
        WeekendLimitMachine(counts: blanks.indices.map { dates.contains($0) }, price: price), 0
      )
    case .pattern(let asked): (pattern(asked, price, blanks.count), 0)
    }
  }

  private func run(
    _ kind: Int?,
    _ least: Int,
    _ most: Int,
    _ price: Double?,
    _ blanks: [Bool]
  ) -> (machine: any DayMachine, start: Int) {
    let machine = RunMachine(
      kinds: kind.map(Self.bits),
      least: least,
      most: most,
      price: price,
      blanks: blanks
    )
    let run = past.reversed().prefix { kind.map { [$0] }?.contains($0) ?? ($0 > 0) }.count
    return (machine, machine.start(run: run, isExempt: !past.contains { $0 > 0 }))
  }

  private func free(
    _ least: Int,
    _ most: Int,
    _ price: Double?,
    _ blanks: [Bool]
  ) -> (machine: any DayMachine, start: Int) {
    let machine = FreeRunMachine(least: least, most: most, price: price, blanks: blanks)
    let isKnown = past.contains { $0 > 0 }
    let run = isKnown ? past.reversed().prefix { $0 == 0 }.count : 0
    return (machine, machine.start(run: min(run, most), holdsBlank: false, isExempt: !isKnown))
  }

  private func rest(
    _ kind: Int,
    _ days: Int,
    _ price: Double?
  ) -> (machine: any DayMachine, start: Int) {
    let machine = RestAfterMachine(kinds: Self.bits(kind), days: days, price: price)
    let last = past.last { $0 > 0 }
    let free = past.reversed().prefix { $0 == 0 }.count
    return (machine, machine.start(free: last == kind ? free : nil))
  }

  private func count(
    _ kind: Int,
    _ least: Int,
    _ most: Int,
    _ price: Double?
  ) -> (machine: any DayMachine, start: Int) {
    let machine = KindCountMachine(kinds: Self.bits(kind), least: least, most: most, price: price)
    return (machine, machine.start(count: past.count { $0 == kind }))
  }

  private func balance(_ most: Int, _ price: Double?) -> (machine: any DayMachine, start: Int) {
    let difference = past.count { $0 == 1 } - past.count { $0 == 2 }
    let machine = BalanceMachine(
      first: Self.bits(1),
      second: Self.bits(2),
      most: max(most, abs(difference)),
      price: price
    )
    return (machine, difference)
  }

  private func pattern(_ asked: [Int?], _ price: Double?, _ count: Int) -> PatternMachine {
    PatternMachine(
      places: (0..<count).map { day in
        guard asked.indices.contains(day), let kind = asked[day] else { return nil }
        let demand: PatternMachine.Demand = kind == 0 ? .off : .kind(Self.bits(kind))
        return PatternMachine.Place(demand: demand, price: price)
      }
    )
  }
}

extension DayMachineCase: CustomTestStringConvertible {
  var testDescription: String { name }

  /// Combinations of every machine, hard and priced, with and without past days and blank ones.
  static let all = [
    DayMachineCase(
      name: "runs",
      rules: [(.work(least: 2, most: 4), nil), (.free(least: 2, most: 3), nil)]
    ),
    DayMachineCase(
      name: "nights with a rest and whole weekends",
      rules: [
        (.kind(2, most: 3), nil), (.rest(after: 2, days: 2), nil), (.whole([5, 6]), nil),
        (.order(after: 2, never: 1), nil),
      ],
      past: [0, 2, 2]
    ),
    DayMachineCase(
      name: "everything at a price",
      rules: [
        (.work(least: 3, most: 4), 5), (.free(least: 2, most: 2), 3),
        (.order(after: 2, never: 1), 7),
        (.kind(1, most: 2), 2),
      ],
      past: [1, 1, 0],
      blank: [3]
    ),
    DayMachineCase(
      name: "counts and balance",
      rules: [(.count(2, least: 2, most: 4), nil), (.balance(most: 2), 4)],
      past: [2, 0, 2]
    ),
    DayMachineCase(
      name: "a rotation, a weekend used up",
      rules: [
        (.pattern([1, 1, 0, nil, 2]), 6), (.limit([5, 6]), nil), (.work(least: 2, most: 5), nil),
      ],
      past: [2, 2, 2, 2, 2, 2],
      blank: [0, 8]
    ),
  ]
}
