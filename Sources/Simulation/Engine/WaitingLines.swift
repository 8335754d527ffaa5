/// Contacts that wait, one line per queue in order of arrival: linked lists whose places are used
/// again, so that storage grows with the longest wait and not with the number of contacts.
struct WaitingLines: ~Copyable {
  // Not private: a debug build of generic storage of it would not link.
  struct Line: BitwiseCopyable {
    var head: Int32 = -1
    var tail: Int32 = -1
    /// Arrival of the first; infinite when nobody waits.
    var earliest = Double.infinity
    /// The moment at which the first gives up.
    var leaves = Double.infinity
  }

  private var places = FlatStorage(repeating: Contact.blank, count: 64)
  /// The place behind each in its line, or the next free one.
  private var next = FlatStorage(repeating: Int32(-1), count: 64)
  private var free: Int32 = -1
  private var used = 0
  private var lines: FlatStorage<Line>
  /// How many wait in all lines together.
  private(set) var count = 0

  init(queues: Int) { lines = FlatStorage(repeating: Line(), count: queues) }

  /// Arrival of the first in a line; infinite when nobody waits.
  func earliest(in queue: Int) -> Double { lines[queue].earliest }

  /// True when the first in a line has lost patience.
  func hasLeft(in queue: Int, by time: Double) -> Bool { lines[queue].leaves <= time }

  /// True when nobody waits in a line.
  func isEmpty(_ queue: Int) -> Bool { lines[queue].head < 0 }

  mutating func append(_ contact: Contact) {
    let queue = Int(contact.queue)
    let place = takePlace()
    places[Int(place)] = contact
    next[Int(place)] = -1
    let last = lines[queue].tail
    if last < 0 {
      lines[queue] = Line(
        head: place,
        tail: place,
        earliest: contact.arrival,
        leaves: contact.leaves
      )
    } else {
      next[Int(last)] = place
      lines[queue].tail = place
    }
    count += 1
  }

  /// Takes the first out of a line; there must be one.
  mutating func removeFirst(of queue: Int) -> Contact {
    let place = lines[queue].head
    let contact = places[Int(place)]
    let following = next[Int(place)]
    next[Int(place)] = free
    free = place
    count -= 1
    if following < 0 {
      lines[queue] = Line()
    } else {
      lines[queue].head = following
      lines[queue].earliest = places[Int(following)].arrival
      lines[queue].leaves = places[Int(following)].leaves
    }
    return contact
  }

  private mutating func takePlace() -> Int32 {
    if free >= 0 {
      let place = free
      free = next[Int(place)]
      return place
    }
    if used == places.count { grow() }
    used += 1
    return Int32(truncatingIfNeeded: used - 1)
  }

  private mutating func grow() {
    places = places.grown(to: 2 * used, blank: Contact.blank)
    next = next.grown(to: 2 * used, blank: -1)
  }
}
