import Workforce

/// Makes the contacts of one replication, interval by interval.
///
/// The contacts of a queue in an interval are the points of a Poisson process in the strip
/// interval × [0, ∞) of unit rate per interval, ordered by height, whose height lies below the
/// expected arrivals times the busyness. A higher forecast therefore keeps every contact with its
/// moment, patience and work, and adds others: thinning without an upper limit. Each contact draws
/// height, moment, patience, work and whether it balks, in this order, from its own stream, keyed
/// (replication, queue, interval, ordinal); its segment from another one of the same key. Routing
/// needs no chance. Contacts of the past draw only what is not known of them.
struct ContactSource: ~Copyable {
  private let center: ServiceCenter
  private let streams: [RandomStream]
  private let replayed: RandomStream
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
    replayed = RandomStream(seed: seed, name: "replayed contacts").keyed(by: replication)
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
    if let replay = center.replay {
      recall(replay, interval)
    } else {
      for queue in streams.indices { draw(queue, interval) }
    }
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
      let key = stream
      height += stream.exponential()
      guard height < limit else { return }
      ordinal += 1
      append(maker.contact(&stream, key: key))
    }
  }

  private mutating func recall(_ replay: ReplayedContacts, _ interval: Int) {
    for index in replay.intervals[interval] {
      let entry = replay.entries[index]
      let maker = ContactMaker(
        center.queues[entry.queue],
        index: entry.queue,
        interval: interval,
        step: center.stepSeconds
      )
      append(maker.contact(entry, key: replayed.keyed(by: index)))
    }
  }

  @inline(__always)
  private mutating func append(_ contact: Contact) {
    if drawn == unsorted.count { unsorted = unsorted.grown(to: 2 * drawn, blank: .blank) }
    unsorted[drawn] = contact
    drawn += 1
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
