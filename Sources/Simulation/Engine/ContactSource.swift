import Workforce

/// One contact, with all that chance decides about it.
struct Contact: Equatable, Sendable {
  /// Seconds since the grid's start.
  var arrival: Double
  /// The moment at which it gives up waiting; may be infinite.
  var leaves: Double
  /// Handle time in seconds.
  var work: Double
  /// The queue.
  var queue: Int32
  /// The interval in which it arrives.
  var interval: Int32
}

/// Makes the contacts of one replication, interval by interval.
///
/// The contacts of a queue in an interval are the points of a Poisson process in the strip
/// interval × [0, ∞) of unit rate per interval, ordered by height, whose height lies below the
/// expected arrivals times the day's busyness. A higher forecast therefore keeps every contact with
/// its moment, patience and work, and adds others: thinning without an upper limit. Each contact
/// draws height, moment, patience and work, in this order, from its own stream, keyed
/// (replication, queue, interval, ordinal). Routing needs no chance.
struct ContactSource {
  private let center: ServiceCenter
  private let streams: [RandomStream]
  /// Busyness per queue and date.
  private let busyness: [[Double]]
  private var unsorted: [Contact] = []
  private var bucketEnds: [Int] = []
  /// The contacts of the interval last asked for, ascending by arrival.
  private(set) var contacts: [Contact] = []

  init(_ center: ServiceCenter, replication: Int) {
    self.center = center
    let base = RandomStream(seed: center.seed, name: "contacts").keyed(by: replication)
    let days = RandomStream(seed: center.seed, name: "busyness").keyed(by: replication)
    streams = center.queues.indices.map(base.keyed(by:))
    busyness = center.queues.enumerated().map { index, queue in
      center.dates.map { date in
        guard let shape = queue.busynessShape else { return 1 }
        var stream = days.keyed(by: index).keyed(by: date)
        return stream.gammaOfMeanOne(shape: shape)
      }
    }
  }

  /// Makes the contacts of an interval.
  mutating func load(interval: Int) {
    unsorted.removeAll(keepingCapacity: true)
    for queue in streams.indices { draw(queue, interval) }
    sort(from: Double(interval) * center.stepSeconds)
  }

  private mutating func draw(_ queue: Int, _ interval: Int) {
    let expected = center.queues[queue].arrivals[interval]
    let limit = expected * busyness[queue][center.dayOfInterval[interval]]
    guard limit > 0 else { return }
    let base = streams[queue].keyed(by: interval)
    let start = Double(interval) * center.stepSeconds
    let handleSeconds = center.queues[queue].handleSeconds[interval]
    let handleTimes = center.queues[queue].handleTimes
    let patience = center.queues[queue].patience
    var height = 0.0
    var ordinal = 0
    while true {
      var stream = base.keyed(by: ordinal)
      height += stream.exponential()
      guard height < limit else { return }
      ordinal += 1
      let arrival = start + stream.unit() * center.stepSeconds
      let endurance = stream.exponential()
      let contact = Contact(
        arrival: arrival,
        leaves: patience.isFinite ? arrival + patience * endurance : .infinity,
        work: handleSeconds * handleTimes.draw(&stream),
        queue: Int32(queue),
        interval: Int32(interval)
      )
      unsorted.append(contact)
    }
  }

  /// Sorts by arrival: as many buckets as contacts, then insertion, in linear time on average
  /// since moments are spread evenly over the interval.
  private mutating func sort(from start: Double) {
    let count = unsorted.count
    guard count > 1 else {
      contacts = unsorted
      return
    }
    let scale = Double(count) / center.stepSeconds
    bucketEnds.removeAll(keepingCapacity: true)
    bucketEnds.append(contentsOf: repeatElement(0, count: count))
    for contact in unsorted {
      bucketEnds[min(count - 1, Int((contact.arrival - start) * scale))] += 1
    }
    for bucket in 1..<count { bucketEnds[bucket] += bucketEnds[bucket - 1] }
    contacts = unsorted
    for contact in unsorted.reversed() {
      let bucket = min(count - 1, Int((contact.arrival - start) * scale))
      bucketEnds[bucket] -= 1
      contacts[bucketEnds[bucket]] = contact
    }
    insertionSort()
  }

  private mutating func insertionSort() {
    for index in contacts.indices.dropFirst() {
      let contact = contacts[index]
      var place = index
      while place > 0, contacts[place - 1].arrival > contact.arrival {
        contacts[place] = contacts[place - 1]
        place -= 1
      }
      contacts[place] = contact
    }
  }
}
