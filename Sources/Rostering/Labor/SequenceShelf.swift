import Synchronization
import Workforce

/// The layers of a minimized automaton of days: what follows from each class of each layer.
struct SequenceLayers: Hashable, Sendable {
  /// Where a symbol leads, and at what price; to -1 where it is forbidden.
  struct Edge: Hashable, Sendable {
    var target: Int
    var price = 0.0

    static let forbidden = Edge(target: -1)
  }

  /// What follows from one class.
  struct Row: Hashable, Sendable {
    var off: Edge
    /// By sort of shift.
    var work: [Edge]

    var isDead: Bool { off.target < 0 && work.allSatisfy { $0.target < 0 } }
  }

  /// The classes before one date, each with other futures than all others.
  struct Day: Hashable, Sendable {
    private(set) var rows: [Row] = []
    private var known: [Row: Int] = [:]

    var count: Int { rows.count }

    /// The class of a row; -1 where nothing can follow.
    mutating func position(of row: Row) -> Int {
      if row.isDead { return -1 }
      if let position = known[row] { return position }
      known[row] = rows.count
      rows.append(row)
      return rows.count - 1
    }
  }

  let sorts: Int
  /// By date.
  fileprivate(set) var days: [Day]
  /// Prices of ending in each class of the last layer.
  fileprivate(set) var ends: [Double] = []
  /// Whether anything has a price.
  fileprivate(set) var hasPrices = false
}

/// One automaton of days per distinct combination of rules: people of the same rules share its classes,
/// whatever the weeks before were; those are where they begin.
final class SequenceShelf: Sendable {
  /// What tells automata apart.
  struct Key: Hashable, Sendable {
    let machines: [AnyDayMachine]
    /// Per date and sort: what each machine is told of such a shift; empty where no shift of the date is one.
    let letters: [[[Int]]]
    let sorts: Int
  }

  /// The automaton of one combination as far as people have begun in it.
  private struct Entry {
    var layers: SequenceLayers
    /// Classes of the machines' states met so far, by layer.
    var classes: [[[Int]: Int]]
    /// The automaton of the classes known so far; `nil` when there are new ones.
    var automaton: SequenceAutomaton?
  }

  /// What tells tables of sorts apart, over all shifts of a zone's clock.
  private struct TableKey: Hashable {
    let zone: Zone
    let machines: [AnyDayMachine]
    let masks: [UInt64]
  }

  private let entries = Mutex<[Key: Entry]>([:])
  private let tables = Mutex<[TableKey: SortTable]>([:])

  /// Number of distinct combinations.
  var count: Int { entries.withLock { $0.count } }

  /// The automaton of some machines that begin in these states.
  func automaton(_ key: Key, from start: [Int]) -> SequenceAutomaton {
    entries.withLock { entries in
      var entry =
        entries[key]
        ?? Entry(
          layers: SequenceLayers(
            sorts: key.sorts,
            days: [SequenceLayers.Day](repeating: SequenceLayers.Day(), count: key.letters.count)
          ),
          classes: [[[Int]: Int]](repeating: [:], count: key.letters.count + 1)
        )
      let isKnown = entry.automaton != nil && entry.classes[0][start] != nil
      let first = Self.position(of: start, before: 0, key, &entry)
      let found = isKnown ? entry.automaton : nil
      let automaton = found ?? SequenceAutomaton(entry.layers, start: first)
      entry.automaton = automaton
      entries[key] = entry
      return SequenceAutomaton(automaton, start: first)
    }
  }

  /// The sorts of shift that some machines and masks tell apart, over all shifts of a clock.
  func table(of machines: [AnyDayMachine], _ masks: [UInt64], clock: WeekClock) -> SortTable {
    let key = TableKey(zone: clock.zone, machines: machines, masks: masks)
    return tables.withLock { tables in
      if let known = tables[key] { return known }
      let table = SortTable(
        machines: machines,
        masks: masks,
        shifts: clock.candidates,
        lengths: clock.candidates.map(\.count)
      )
      tables[key] = table
      return table
    }
  }

  /// The class of the machines' states before a date, those after it first.
  private static func position(
    of states: [Int],
    before day: Int,
    _ key: Key,
    _ entry: inout Entry
  ) -> Int {
    if let known = entry.classes[day][states] { return known }
    let position: Int
    if day == key.letters.count {
      position = end(states, key, &entry)
    } else {
      let free = [Int](repeating: 0, count: key.machines.count)
      let off = edge(from: states, day, free, key, &entry)
      let work = key.letters[day].map { letters in
        letters.isEmpty ? .forbidden : edge(from: states, day, letters, key, &entry)
      }
      position = entry.layers.days[day].position(of: SequenceLayers.Row(off: off, work: work))
    }
    entry.classes[day][states] = position
    return position
  }

  private static func edge(
    from states: [Int],
    _ day: Int,
    _ letters: [Int],
    _ key: Key,
    _ entry: inout Entry
  ) -> SequenceLayers.Edge {
    var next: [Int] = []
    next.reserveCapacity(states.count)
    var price = 0.0
    for (machine, (state, letter)) in zip(key.machines, zip(states, letters)) {
      guard let step = machine.step(state, day: day, letter: letter) else { return .forbidden }
      next.append(step.state)
      price += step.price
    }
    let target = position(of: next, before: day + 1, key, &entry)
    guard target >= 0 else { return .forbidden }
    if price != 0 { entry.layers.hasPrices = true }
    return SequenceLayers.Edge(target: target, price: price)
  }

  private static func end(_ states: [Int], _ key: Key, _ entry: inout Entry) -> Int {
    var price = 0.0
    for (machine, state) in zip(key.machines, states) {
      guard let own = machine.end(state) else { return -1 }
      price += own
    }
    if price != 0 { entry.layers.hasPrices = true }
    if let known = entry.layers.ends.firstIndex(of: price) { return known }
    entry.layers.ends.append(price)
    return entry.layers.ends.count - 1
  }
}

/// A machine of any rule, compared and hashed as that.
struct AnyDayMachine: Hashable, Sendable {
  let machine: any DayMachine

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    machine.step(state, day: day, letter: letter)
  }

  func end(_ state: Int) -> Double? { machine.end(state) }

  static func == (left: Self, right: Self) -> Bool { left.machine.isEqual(to: right.machine) }

  func hash(into hasher: inout Hasher) { machine.hash(into: &hasher) }
}
