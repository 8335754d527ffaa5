/// A group as flat numbers, for inner loops.
struct Crew: Sendable {
  /// The only queue, or -1.
  let soleQueue: Int32
  /// First of the group's queues in the list of all.
  let first: Int32
  /// One past its last queue.
  let end: Int32
  /// What one of the group is worth, in persons.
  let weight: Double
  /// Whether the group stands for people who change from one to another.
  let isComposite: Bool

  /// All groups, and their queues in one list.
  static func flat(_ groups: [RosterGroup]) -> (crews: [Crew], queues: [Int32]) {
    var queues: [Int32] = []
    let crews = groups.map { group -> Crew in
      let first = Int32(queues.count)
      queues += group.queues.map { Int32($0) }
      return Crew(
        soleQueue: group.queues.count == 1 ? Int32(group.queues[0]) : -1,
        first: first,
        end: Int32(queues.count),
        weight: group.weight,
        isComposite: !group.parts.isEmpty
      )
    }
    return (crews, queues)
  }
}
