import Optimization

/// Reads a plan from a solution of the smoothing program.
struct SmoothingReader {
  private static let tolerance = 1e-6

  private let smoothing: SmoothingModel
  private let queues: [DeferredQueue]
  private let pool: DeferredWorkPool
  private let solution: LinearSolution
  /// Hours that each stream does in each slot.
  private let work: [[Double]]

  init(
    _ smoothing: SmoothingModel,
    _ queues: [DeferredQueue],
    _ pool: DeferredWorkPool,
    _ solution: LinearSolution
  ) {
    self.smoothing = smoothing
    self.queues = queues
    self.pool = pool
    self.solution = solution
    work = smoothing.places.map { place in
      place.work.map { $0.map { max(0, solution.values[$0]) } ?? 0 }
    }
  }

  var plan: DeferredWorkPlan {
    DeferredWorkPlan(
      queues: queues.indices.map(queue),
      people: smoothing.people.map { slot in
        slot.reduce(0) { $0 + max(0, solution.values[$1]) }
      },
      wholePeople: WholePeople.people(for: work, smoothing.streams, pool),
      hourPrices: smoothing.poolRows.map { $0.map { max(0, -solution.duals[$0]) } ?? 0 },
      objective: solution.objective,
      bound: smoothing.model.lowerBound(prices: solution.duals)
    )
  }

  private func queue(_ index: Int) -> DeferredWorkPlan.Queue {
    let mine = smoothing.streams.indices.filter { smoothing.streams[$0].queue == index }
    let done = sum(mine) { work[$0] }
    let come = running(sum(mine, arrived))
    let gone = running(done)
    return DeferredWorkPlan.Queue(
      name: queues[index].name,
      work: done,
      backlog: zip(come, gone).map { max(0, $0 - $1) },
      late: mine.flatMap(late).sorted { $0.dueSlot < $1.dueSlot },
      duePrices: sum(mine, duePrices)
    )
  }

  /// The dual of (3): a row, or the lower bound of Y.
  private func duePrices(_ stream: Int) -> [Double] {
    let place = smoothing.places[stream]
    return place.work.indices.map { slot in
      if smoothing.streams[stream].source != nil {
        return place.dueRows[slot].map { max(0, solution.duals[$0]) } ?? 0
      }
      guard place.work[slot] != nil, let state = place.states[slot] else { return 0 }
      return max(0, solution.reducedCosts[state.covered])
    }
  }

  /// Hours that come to a stream in each slot.
  private func arrived(_ stream: Int) -> [Double] {
    var hours = handedOver(stream)
    for lot in smoothing.streams[stream].lots { hours[lot.released] += lot.hours }
    return hours
  }

  /// Hours that come to a stream from its source in each slot.
  private func handedOver(_ stream: Int) -> [Double] {
    guard let source = smoothing.streams[stream].source else { return pool.needed.map { _ in 0 } }
    let before = smoothing.streams.indices.filter { smoothing.streams[$0].queue == source.queue }
    return sum(before) { work[$0] }.map { $0 * source.hoursPerHour }
  }

  /// Work is done in the order of its due times; what is late of each.
  private func late(_ stream: Int) -> [DeferredWorkPlan.LateWork] {
    let done = running(work[stream])
    var due = 0.0
    return lots(stream).compactMap { lot in
      due += lot.hours
      guard lot.due < done.count else { return nil }
      let inTime = lot.due >= 0 ? done[lot.due] : 0
      let missing = min(lot.hours, due - inTime)
      guard missing > Self.tolerance else { return nil }
      return DeferredWorkPlan.LateWork(
        dueSlot: lot.due,
        hours: missing,
        doneSlot: done.firstIndex { $0 >= due - Self.tolerance }
      )
    }
  }

  /// The hours of a stream by due time, in their order.
  private func lots(_ stream: Int) -> [(due: Int, hours: Double)] {
    let own = smoothing.streams[stream]
    let all = own.lots.map { ($0.due, $0.hours) } + zip(own.due.slots, handedOver(stream))
    var lots: [(due: Int, hours: Double)] = []
    for (due, hours) in all.sorted(by: { $0.0 < $1.0 }) where hours > 0 {
      if let last = lots.last, last.due == due {
        lots[lots.count - 1].hours += hours
      } else {
        lots.append((due, hours))
      }
    }
    return lots
  }

  private func sum(_ streams: [Int], _ part: (Int) -> [Double]) -> [Double] {
    streams.reduce(pool.needed.map { _ in 0 }) { sum, stream in
      zip(sum, part(stream)).map { $0 + $1 }
    }
  }

  private func running(_ values: [Double]) -> [Double] {
    var sum = 0.0
    return values.map { value in
      sum += value
      return sum
    }
  }
}
