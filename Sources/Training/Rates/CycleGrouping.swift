import Workforce

/// What cycles are grouped by: names, and which of them a cycle has.
struct CycleColumn {
  let names: [String]
  let position: (AttemptCycle) -> Int

  init(_ key: PassRateTable.Key, _ cycles: AttemptCycles, _ counted: [AttemptCycle]) {
    switch key {
    case .course:
      names = cycles.book.courses
      position = { Int($0.course) }
    case .cohort:
      names = cycles.cohorts
      position = { Int($0.cohort) }
    case .trainer:
      names = [""] + cycles.trainers
      position = { Int($0.trainer) + 1 }
    case .team:
      self = Self(people: cycles.book.people.map(\.team))
    case .site:
      self = Self(people: cycles.book.people.map(\.site))
    case .quarter:
      self = Self(quartersOf: counted)
    }
  }

  private init(people words: [String]) {
    var table = NameTable()
    let positions = words.map { table.position(of: $0) }
    names = table.names
    position = { positions[Int($0.person)] }
  }

  private init(quartersOf cycles: [AttemptCycle]) {
    var table = NameTable()
    var first: [Int32: Int] = [:]
    for cycle in cycles where first[cycle.began] == nil {
      first[cycle.began] = table.position(of: cycle.date.quarter)
    }
    let positions = first
    names = table.names
    position = { positions[$0.began] ?? 0 }
  }
}

/// Cycles in groups that are split by one key after the other.
struct CycleGrouping {
  /// Splits of at most so many possible groups use a table, larger ones a dictionary.
  private static let tableSize = 1 << 22

  /// The group of each cycle.
  private(set) var group: [Int32]
  /// Per group: the positions of its names, by key.
  private(set) var groups: [[Int]] = []

  init(count: Int) {
    group = [Int32](repeating: 0, count: count)
    if count > 0 { groups = [[]] }
  }

  /// Splits every group by a key of so many names.
  mutating func split(by names: Int, _ position: (Int) -> Int) {
    let size = groups.count * names
    var table = size <= Self.tableSize ? [Int32](repeating: -1, count: size) : []
    var sparse: [Int: Int32] = [:]
    var split: [[Int]] = []
    for index in group.indices {
      let name = position(index)
      let place = Int(group[index]) * names + name
      var next = size <= Self.tableSize ? table[place] : sparse[place] ?? -1
      if next < 0 {
        next = Int32(split.count)
        split.append(groups[Int(group[index])] + [name])
        if size <= Self.tableSize { table[place] = next } else { sparse[place] = next }
      }
      group[index] = next
    }
    groups = split
  }
}
