import Workforce

/// What a random team instance is like.
struct TeamDraftOptions: Hashable, Sendable {
  /// What can be made tight or mixed in.
  enum Tight: String, CaseIterable, Sendable {
    /// A fifth of the usual overtime budget.
    case overtime
    /// Exactly as many seats as people who must train, and more of those.
    case seats
    /// Fewest people at the edges of the day, most people at noon.
    case heads
    /// Some people worth less or more than a person.
    case tenths
    /// Some people whose skills change inside the week.
    case skills
  }

  let seed: UInt64
  let people: Int
  let queues: Int
  let sites: Int
  /// Need as a multiple of what the people can cover.
  let load: Double
  let aroundTheClock: Bool
  let partTime: Bool
  let tight: Set<Tight>

  /// Checks the ranges.
  init(
    seed: UInt64,
    people: Int,
    queues: Int = 1,
    sites: Int = 1,
    load: Double = 1,
    aroundTheClock: Bool = false,
    partTime: Bool = false,
    tight: [Tight] = []
  ) throws(ShiftwrightError) {
    var faults: [String] = []
    let note = { (name: String, value: String, range: String) in
      "--\(name) is \(value). Give \(range)."
    }
    if !(1...10_000).contains(people) {
      faults.append(note("people", "\(people)", "a whole number from 1 to 10000"))
    }
    if !(1...TeamAllocation.queueLimit).contains(queues) {
      faults.append(
        note("queues", "\(queues)", "a whole number from 1 to \(TeamAllocation.queueLimit)")
      )
    }
    if !(1...20).contains(sites) {
      faults.append(note("sites", "\(sites)", "a whole number from 1 to 20"))
    }
    if !(0...100).contains(load) {
      faults.append(note("load", "\(load)", "a number from 0 to 100"))
    }
    guard faults.isEmpty else { throw ShiftwrightError(faults.joined(separator: "\n")) }
    self.seed = seed
    self.people = people
    self.queues = queues
    self.sites = sites
    self.load = load
    self.aroundTheClock = aroundTheClock
    self.partTime = partTime
    self.tight = Set(tight)
  }
}
