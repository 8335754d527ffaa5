/// Turns a plan into whole people who do at least as much by the end of every slot.
///
/// Each slot gets the fewest people who catch up with the plan; what they can do beyond it goes to
/// released work, earliest due time first. So no slot needs more than the plan rounded up, and
/// nothing is done later than planned.
struct WholePeople {
  private let streams: [WorkStream]
  private let pool: DeferredWorkPool
  /// Hours that each stream has done so far.
  private var done: [Double]

  /// Whole people of each slot for the planned hours of each stream in it.
  static func people(
    for work: [[Double]],
    _ streams: [WorkStream],
    _ pool: DeferredWorkPool
  ) -> [Int] {
    var state = WholePeople(streams, pool)
    var planned = streams.map { _ in 0.0 }
    return pool.needed.indices.map { slot in
      for stream in streams.indices { planned[stream] += work[stream][slot] }
      return state.advance(through: slot, planned)
    }
  }

  private init(_ streams: [WorkStream], _ pool: DeferredWorkPool) {
    self.streams = streams
    self.pool = pool
    done = streams.map { _ in 0 }
  }

  private mutating func advance(through slot: Int, _ planned: [Double]) -> Int {
    var behind = 0.0
    for stream in streams.indices where planned[stream] > done[stream] {
      behind += planned[stream] - done[stream]
      done[stream] = planned[stream]
    }
    let idle = pool.idle[slot]
    let people = max(0, Int((behind / pool.slotHours - idle - 1e-6).rounded(.up)))
    var spare = (Double(people) + idle) * pool.slotHours - behind
    let order = streams.indices.sorted { (nextDue($0), $0) < (nextDue($1), $1) }
    for stream in order where streams[stream].isEligible[slot] {
      let more = min(spare, released(stream, by: slot) - done[stream])
      guard more > 0 else { continue }
      done[stream] += more
      spare -= more
    }
    return people
  }

  /// When the next work of a stream is due.
  private func nextDue(_ stream: Int) -> Int {
    var sum = 0.0
    for lot in streams[stream].lots {
      sum += lot.hours
      if sum > done[stream] + 1e-9 { return lot.due }
    }
    return Int.max
  }

  private func released(_ stream: Int, by slot: Int) -> Double {
    var sum = 0.0
    for lot in streams[stream].lots where lot.released <= slot { sum += lot.hours }
    guard let source = streams[stream].source else { return sum }
    for earlier in streams.indices where streams[earlier].queue == source.queue {
      sum += done[earlier] * source.hoursPerHour
    }
    return sum
  }
}
