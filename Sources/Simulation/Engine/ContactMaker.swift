import Workforce

/// What all contacts of a queue in an interval have in common.
struct ContactMaker {
  private let start: Double
  private let step: Double
  private let handleSeconds: Double
  private let handleTimes: HandleTimes
  private let patience: Double
  private let balkingShare: Double
  private let hasSegments: Bool
  private let isDeferred: Bool
  private let segments: [SimulatedQueue.Segment]
  private let queue: Int16
  private let firstLine: Int16
  private let interval: Int32

  init(_ settings: SimulatedQueue, index: Int, interval: Int, step: Double) {
    start = Double(interval) * step
    self.step = step
    handleSeconds = settings.handleSeconds[interval]
    handleTimes = settings.handleTimes
    patience = settings.patience[interval]
    balkingShare = settings.balkingShare
    hasSegments = !settings.segments.isEmpty
    isDeferred = settings.due != nil
    segments = settings.segments
    queue = Int16(truncatingIfNeeded: index)
    firstLine = Int16(truncatingIfNeeded: settings.firstLine)
    self.interval = Int32(truncatingIfNeeded: interval)
  }

  /// A random contact, from the rest of its stream; `key` is the stream before any draw.
  @inline(__always)
  func contact(_ stream: inout RandomStream, key: RandomStream) -> Contact {
    let arrival = start + stream.unit() * step
    var leaves = Double.infinity
    if patience < .infinity {
      leaves = arrival + patience * stream.exponential()
    } else {
      // the number that patience would take, so that the work does not depend on it
      _ = stream.next()
    }
    let work = handleSeconds * handleTimes.draw(&stream)
    if balkingShare > 0, stream.unit() < balkingShare { leaves = arrival }
    return Contact(
      arrival: arrival,
      leaves: leaves,
      work: work,
      queue: queue,
      line: hasSegments ? line(key) : firstLine,
      interval: interval
    )
  }

  /// A contact of the past.
  ///
  /// One that left keeps its patience. One that was answered would have waited longer than it did:
  /// by a draw of the queue's patience, which has no memory. What else is not known is drawn, and an
  /// item that was not done takes at least what had been spent on it.
  func contact(_ entry: ReplayedContacts.Entry, key: RandomStream) -> Contact {
    var stream = key
    let rest = patience < .infinity ? patience * stream.exponential() : .infinity
    if patience == .infinity { _ = stream.next() }
    let work = handleSeconds * handleTimes.draw(&stream)
    let known = entry.wait ?? 0
    let wait = entry.hasLeft && entry.wait != nil ? known : known + rest
    return Contact(
      arrival: entry.arrival,
      leaves: isDeferred ? entry.due ?? .infinity : entry.arrival + wait,
      work: entry.work ?? max(work, entry.leastWork),
      queue: queue,
      line: entry.segment.map { firstLine + $0 } ?? (hasSegments ? line(key) : firstLine),
      interval: interval
    )
  }

  private func line(_ key: RandomStream) -> Int16 {
    var stream = key.keyed(by: 1)
    return SimulatedQueue.line(for: stream.unit(), segments, first: firstLine)
  }
}
