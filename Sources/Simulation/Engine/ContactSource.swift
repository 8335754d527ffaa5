import Workforce

/// Makes the contacts of one replication, interval by interval.
///
/// The contacts of a queue in an interval are the points of a Poisson process in the strip
/// interval × [0, ∞) of unit rate per interval, ordered by height, whose height lies below the
/// expected arrivals times the busyness. A higher forecast therefore keeps every contact with its
/// moment, patience and work, and adds others: thinning without an upper limit. Each contact draws
/// height, moment, patience, work and whether it balks, in this order, from its own stream, keyed
/// (replication, queue, interval, ordinal). Routing needs no chance.
struct ContactSource: ~Copyable {
  private let center: ServiceCenter
  private let streams: [RandomStream]
  private let intervalBusyness: RandomStream
  /// Busyness per queue and date.
  private let busyness: [[Double]]
  private var unsorted = FlatStorage(repeating: Contact.blank, count: 512)
  private var drawn = 0
  private var sorter = ContactSorter()

  init(_ center: ServiceCenter, replication: Int) {
    self.center = center
    let seed = center.seed
    let base = RandomStream(seed: seed, name: "contacts").keyed(by: replication)
    streams = center.queues.indices.map(base.keyed(by:))
    intervalBusyness = RandomStream(seed: seed, name: "interval busyness")
      .keyed(by: replication)
    let days = RandomStream(seed: seed, name: "busyness").keyed(by: replication)
    let shared = RandomStream(seed: seed, name: "shared busyness").keyed(by: replication)
    busyness = center.queues.enumerated().map { index, queue in
      center.dates.map { date in
        days.keyed(by: index).keyed(by: date).busyness(shape: queue.busynessShape)
          * shared.keyed(by: date).busyness(shape: center.sharedBusynessShape)
      }
    }
  }

  /// How many contacts the interval last loaded has.
  var count: Int { sorter.count }

  /// The contacts of the interval last loaded, ascending by arrival.
  subscript(index: Int) -> Contact { @inline(__always) get { sorter[index] } }

  /// All contacts of the interval last loaded.
  var contacts: [Contact] { (0..<count).map { sorter[$0] } }

  /// Makes the contacts of an interval.
  mutating func load(interval: Int) {
    drawn = 0
    for queue in streams.indices { draw(queue, interval) }
    let start = Double(interval) * center.stepSeconds
    sorter.sort(unsorted, drawn, from: start, step: center.stepSeconds)
  }

  private mutating func draw(_ index: Int, _ interval: Int) {
    let queue = center.queues[index]
    var limit = queue.arrivals[interval] * busyness[index][center.dayOfInterval[interval]]
    if let shape = queue.intervalShape {
      limit *= intervalBusyness.keyed(by: index).keyed(by: interval).busyness(shape: shape)
    }
    guard limit > 0 else { return }
    let maker = ContactMaker(queue, index: index, interval: interval, step: center.stepSeconds)
    let base = streams[index].keyed(by: interval)
    var height = 0.0
    var ordinal = 0
    while true {
      var stream = base.keyed(by: ordinal)
      height += stream.exponential()
      guard height < limit else { return }
      ordinal += 1
      if drawn == unsorted.count { unsorted = unsorted.grown(to: 2 * drawn, blank: .blank) }
      unsorted[drawn] = maker.contact(&stream)
      drawn += 1
    }
  }
}

/// What all contacts of a queue in an interval have in common.
private struct ContactMaker {
  let start: Double
  let step: Double
  let handleSeconds: Double
  let handleTimes: HandleTimes
  let patience: Double
  let balkingShare: Double
  let queue: Int32
  let interval: Int32

  init(_ settings: SimulatedQueue, index: Int, interval: Int, step: Double) {
    start = Double(interval) * step
    self.step = step
    handleSeconds = settings.handleSeconds[interval]
    handleTimes = settings.handleTimes
    patience = settings.patience[interval]
    balkingShare = settings.balkingShare
    queue = Int32(index)
    self.interval = Int32(interval)
  }

  @inline(__always)
  func contact(_ stream: inout RandomStream) -> Contact {
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
      interval: interval
    )
  }
}

extension RandomStream {
  /// A gamma factor of mean one; one where there is no shape.
  fileprivate func busyness(shape: Double?) -> Double {
    guard let shape else { return 1 }
    var stream = self
    return stream.gammaOfMeanOne(shape: shape)
  }
}
