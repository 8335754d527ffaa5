/// Who serves what, in flat arrays.
struct Routes: Sendable {
  /// What routing needs to know of a queue.
  struct Queue: BitwiseCopyable {
    /// Longest wait in time, in seconds.
    var threshold: Double
    /// Contacts at once.
    var concurrency: Int32
    /// Higher goes first.
    var priority: Int32
    /// Its groups, the preferred first: a range of ``Routes/groupPlaces``.
    var firstGroup: Int32
    var endGroup: Int32
  }

  /// A group that serves a queue.
  struct GroupPlace: BitwiseCopyable {
    var group: Int32
    /// How early it is preferred; equal ranks share contacts by idleness.
    var rank: Int32
  }

  /// What routing needs to know of a group.
  struct Group: BitwiseCopyable {
    /// Most contacts at once.
    var mostAtOnce: Int32
    /// Its queues, the most urgent first: a range of ``Routes/queuePlaces``.
    var firstQueue: Int32
    var endQueue: Int32
  }

  var queues: [Queue] = []
  var groups: [Group] = []
  var groupPlaces: [GroupPlace] = []
  var queuePlaces: [Int32] = []
  /// Lists per group: one for each number of contacts in hand that leaves room for another.
  var levels: Int

  init(_ center: ServiceCenter) {
    levels = center.queues.map(\.concurrency).max() ?? 1
    for (index, queue) in center.queues.enumerated() {
      let first = groupPlaces.count
      groupPlaces += Self.places(of: index, queue, center)
      queues.append(
        Queue(
          threshold: queue.threshold,
          concurrency: Int32(queue.concurrency),
          priority: Int32(clamping: queue.priority),
          firstGroup: Int32(first),
          endGroup: Int32(groupPlaces.count)
        )
      )
    }
    for served in center.groups {
      let first = queuePlaces.count
      queuePlaces += served.sorted {
        (-center.queues[$0].priority, $0) < (-center.queues[$1].priority, $1)
      }.map { Int32($0) }
      groups.append(
        Group(
          mostAtOnce: Int32(served.map { center.queues[$0].concurrency }.max() ?? 1),
          firstQueue: Int32(first),
          endQueue: Int32(queuePlaces.count)
        )
      )
    }
  }

  private static func places(
    of index: Int,
    _ queue: SimulatedQueue,
    _ center: ServiceCenter
  ) -> [GroupPlace] {
    let places = center.groups.indices.filter { center.groups[$0].contains(index) }.map { group in
      let rank = queue.preferredTeams.firstIndex(of: center.groups[group])
      return GroupPlace(
        group: Int32(group),
        rank: Int32(rank ?? queue.preferredTeams.count)
      )
    }
    return places.sorted { ($0.rank, $0.group) < ($1.rank, $1.group) }
  }
}
