/// Deferred work of one replication: what lies there, what is in hand, and what was counted.
struct WorkDesk: ~Copyable {
  /// The queue that takes over finished items of another, and its share; a negative queue for none.
  struct Successor: BitwiseCopyable {
    var queue: Int32
    var share: Double
  }

  var lines: WorkItemLines
  /// The item of each shift that has one in hand.
  var inHand: FlatStorage<WorkItem>
  /// Seconds that each shift spent on items.
  var seconds: FlatStorage<Double>
  /// Per queue one row per interval, then one for the backlog of the start.
  var cells: FlatStorage<DeferredCell>
  var interruptions: FlatStorage<InterruptionTally>
  /// Per queue, the places of its successors in ``successors``.
  let firstSuccessor: FlatStorage<Int32>
  let successors: FlatStorage<Successor>
  /// Cells per queue.
  let width: Int

  init(_ center: ServiceCenter) {
    let isUsed = center.hasDeferredWork
    let shifts = isUsed ? center.shifts.count : 0
    let queues = isUsed ? center.queues.count : 0
    lines = WorkItemLines(lines: isUsed ? center.lineCount : 0)
    inHand = FlatStorage(repeating: .blank, count: shifts)
    seconds = FlatStorage(repeating: 0, count: shifts)
    width = center.intervals + 1
    cells = FlatStorage(repeating: DeferredCell(), count: queues * width)
    interruptions = FlatStorage(repeating: InterruptionTally(), count: queues)
    var first: [Int32] = [0]
    var all: [Successor] = []
    for source in 0..<queues {
      for (index, queue) in center.queues.enumerated() where queue.due != nil {
        guard let follows = queue.follows, follows.queue == source else { continue }
        all.append(Successor(queue: Int32(index), share: follows.share))
      }
      first.append(Int32(all.count))
    }
    firstSuccessor = FlatStorage(first)
    successors = FlatStorage(all)
  }

  /// What was counted of the deferred queues.
  func tallies(_ center: ServiceCenter) -> [DeferredTally] {
    center.queues.indices.filter { center.queues[$0].due != nil }.map { queue in
      DeferredTally(
        queue: queue,
        cells: (queue * width..<(queue + 1) * width).map { cells[$0] },
        interruptions: interruptions[queue]
      )
    }
  }
}
