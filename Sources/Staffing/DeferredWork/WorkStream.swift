/// Work of a queue whose due times come in the order of its releases.
///
/// Only then «so much done by then» says that every item is in time. A backlog that is due after
/// new work would spoil that order, so it is a stream of its own then.
struct WorkStream {
  /// Work that comes together and is due together.
  struct Lot {
    /// The slot of its release.
    var released: Int
    /// The slot at whose end it is due; may lie outside the horizon.
    var due: Int
    var hours: Double
    /// The share that should be done by the end of the last slot where it is due later.
    var endShare: Double
  }

  /// The queue's place.
  let queue: Int
  /// In the order of release and due time.
  let lots: [Lot]
  let isEligible: [Bool]
  /// What comes from another queue, due as the lots of the same slot are.
  let source: DeferredQueue.Source?
  let due: DueSlots

  /// The streams of all queues.
  static func streams(of queues: [DeferredQueue]) -> [WorkStream] {
    queues.indices.flatMap { index in
      let queue = queues[index]
      let fresh = queue.released.indices.map { slot in
        Lot(
          released: slot,
          due: queue.due.slots[slot],
          hours: queue.released[slot],
          endShare: queue.due.elapsedShares[slot]
        )
      }
      let old = queue.backlog.sorted { $0.dueSlot < $1.dueSlot }
        .map { Lot(released: 0, due: $0.dueSlot, hours: $0.hours, endShare: 0) }
      let first = queue.due.slots.first ?? 0
      if old.allSatisfy({ $0.due <= first }) {
        return [WorkStream(queue: index, old + fresh, queue, source: queue.source)]
      }
      return [
        WorkStream(queue: index, old, queue, source: nil),
        WorkStream(queue: index, fresh, queue, source: queue.source),
      ]
    }.filter { !$0.lots.isEmpty || $0.source != nil }
  }

  private init(
    queue: Int,
    _ lots: [Lot],
    _ settings: DeferredQueue,
    source: DeferredQueue.Source?
  ) {
    self.queue = queue
    self.lots = lots.filter { $0.hours > 0 }
    isEligible = settings.isEligible
    self.source = source
    due = settings.due
  }

  /// Hours that came by the end of each slot, without those of the source.
  var released: [Double] { sums { $0.released } }

  /// Hours due by the end of each slot, without those of the source.
  var dueHours: [Double] { sums { $0.due } }

  /// Hours due later that should be done by the end of the last slot.
  var endHours: Double {
    lots.filter { $0.due >= isEligible.count }.reduce(0) { $0 + $1.hours * $1.endShare }
  }

  /// The last slot whose releases are due by the end of a slot.
  func lastDue(by slot: Int) -> Int? { due.slots.lastIndex { $0 <= slot } }

  private func sums(at place: (Lot) -> Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: isEligible.count)
    for lot in lots {
      let slot = max(0, place(lot))
      if slot < sums.count { sums[slot] += lot.hours }
    }
    for slot in sums.indices.dropFirst() { sums[slot] += sums[slot - 1] }
    return sums
  }
}
