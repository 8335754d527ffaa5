/// What happens at a moment that is known only during a replication.
struct Timer: BitwiseCopyable {
  enum Kind: UInt8 {
    /// A waiting contact leaves, whoever waits before it.
    case leaving
    /// Someone who left asks again.
    case retrial
    /// A person arrives late.
    case lateStart
  }

  var time: Double
  var kind: Kind
  /// The place of the waiting contact, or the shift.
  var index: Int32
  var contact: Contact

  /// Fills storage without timers.
  static let blank = Timer(time: .infinity, kind: .leaving, index: -1, contact: .blank)
}

/// Timers by their moment, a heap that grows.
struct TimerHeap: ~Copyable {
  private var timers: FlatStorage<Timer>
  private var count = 0
  /// The earliest moment; infinite without a timer.
  private(set) var nextTime = Double.infinity

  init(capacity: Int) { timers = FlatStorage(repeating: .blank, count: capacity) }

  mutating func insert(_ timer: Timer) {
    if count == timers.count { timers = timers.grown(to: 2 * count + 16, blank: .blank) }
    var place = count
    count += 1
    while place > 0, timer.time < timers[(place - 1) / 2].time {
      timers[place] = timers[(place - 1) / 2]
      place = (place - 1) / 2
    }
    timers[place] = timer
    nextTime = timers[0].time
  }

  /// Takes the earliest timer out; there must be one.
  mutating func removeFirst() -> Timer {
    let first = timers[0]
    count -= 1
    let last = timers[count]
    var place = 0
    while 2 * place + 1 < count {
      let left = 2 * place + 1
      let child = left + 1 < count && timers[left + 1].time < timers[left].time ? left + 1 : left
      guard timers[child].time < last.time else { break }
      timers[place] = timers[child]
      place = child
    }
    timers[place] = last
    nextTime = count > 0 ? timers[0].time : .infinity
    return first
  }
}
