/// Who serves what, in flat arrays.
struct Routes: Sendable {
  /// What routing needs to know of a queue.
  struct Queue: BitwiseCopyable {
    /// Longest wait in time, in seconds.
    var threshold: Double
    /// Contacts at once.
    var concurrency: Int32
    /// What each further contact at once adds to the handle time, as a share.
    var slowdown: Double
    var isDeferred: Bool
    var hasRetrials: Bool
    /// Its groups, the preferred first: a range of ``Routes/groupPlaces``.
    var firstGroup: Int32
    var endGroup: Int32
  }

  /// What routing needs to know of a waiting line.
  struct Line: BitwiseCopyable {
    /// Higher goes first.
    var priority: Int32
    /// Contacts at once.
    var concurrency: Int32
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
    /// Its waiting lines of customers, the most urgent first: a range of ``Routes/linePlaces``.
    var firstLine: Int32
    /// Behind them, its lines of deferred work, likewise.
    var firstItemLine: Int32
    var endLine: Int32
    /// Whether contacts that its people have at once slow each other down.
    var isShared: Bool
  }

  var queues: [Queue] = []
  var groups: [Group] = []
  var groupPlaces: [GroupPlace] = []
  var lines: [Line] = []
  var linePlaces: [Int32] = []
  /// Numbers of contacts in hand that leave room for another.
  var levels: Int
  /// Lists per group: one for each such number, and where there is deferred work one of those who
  /// have such work in hand.
  var listsPerGroup: Int

  init(_ center: ServiceCenter) {
    levels = center.queues.map(\.concurrency).max() ?? 1
    listsPerGroup = levels + (center.hasDeferredWork ? 1 : 0)
    for (index, queue) in center.queues.enumerated() {
      let first = groupPlaces.count
      groupPlaces += Self.places(of: index, queue, center)
      queues.append(
        Queue(
          threshold: queue.threshold,
          concurrency: Int32(queue.concurrency),
          slowdown: queue.slowdown,
          isDeferred: queue.due != nil,
          hasRetrials: queue.retrialShare > 0,
          firstGroup: Int32(first),
          endGroup: Int32(groupPlaces.count)
        )
      )
    }
    lines = center.queues.flatMap { queue in
      queue.priorities.map {
        Line(priority: Int32(clamping: $0), concurrency: Int32(queue.concurrency))
      }
    }
    for served in center.groups { add(served, center) }
  }

  private mutating func add(_ served: [Int], _ center: ServiceCenter) {
    let first = linePlaces.count
    linePlaces += sortedLines(of: served.filter { center.queues[$0].due == nil }, center)
    let firstItemLine = linePlaces.count
    linePlaces += sortedLines(of: served.filter { center.queues[$0].due != nil }, center)
    groups.append(
      Group(
        mostAtOnce: Int32(served.map { center.queues[$0].concurrency }.max() ?? 1),
        firstLine: Int32(first),
        firstItemLine: Int32(firstItemLine),
        endLine: Int32(linePlaces.count),
        isShared: served.contains { center.queues[$0].slowdown > 0 }
      )
    )
  }

  /// The waiting lines of queues, the most urgent first.
  private func sortedLines(of queues: [Int], _ center: ServiceCenter) -> [Int32] {
    queues.flatMap { index in
      let queue = center.queues[index]
      return queue.firstLine..<queue.firstLine + queue.priorities.count
    }
    .sorted { (-lines[$0].priority, $0) < (-lines[$1].priority, $1) }
    .map { Int32($0) }
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
