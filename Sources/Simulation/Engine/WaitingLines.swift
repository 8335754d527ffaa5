/// Contacts that wait, one line per queue and priority in order of arrival: linked lists whose places are used
/// again, so that storage grows with the longest wait and not with the number of contacts.
///
/// A contact that was found to have left while others wait before it stays in its line as a blank
/// with the moment minus infinity, until it comes to the head.
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

  init(lines count: Int) { lines = FlatStorage(repeating: Line(), count: count) }

  /// Arrival of the first in a line; infinite when nobody waits.
  func earliest(in line: Int) -> Double { lines[line].earliest }

  /// True when the first in a line has lost patience.
  func hasLeft(in line: Int, by time: Double) -> Bool { lines[line].leaves <= time }

  /// True when nobody waits in a line.
  func isEmpty(_ line: Int) -> Bool { lines[line].head < 0 }

  /// Adds a contact to the end of its line and gives its place.
  @discardableResult
  mutating func append(_ contact: Contact) -> Int32 {
    let line = Int(contact.line)
    let place = takePlace()
    places[Int(place)] = contact
    next[Int(place)] = -1
    let last = lines[line].tail
    if last < 0 {
      lines[line] = Line(
        head: place,
        tail: place,
        earliest: contact.arrival,
        leaves: contact.leaves
      )
    } else {
      next[Int(last)] = place
      lines[line].tail = place
    }
    count += 1
    return place
  }

  /// True when a contact still waits at its place.
  func holds(_ contact: Contact, at place: Int32) -> Bool { places[Int(place)] == contact }

  /// Marks the contact at a place as one that has left.
  mutating func blank(_ place: Int32) {
    places[Int(place)].leaves = -.infinity
    let line = Int(places[Int(place)].line)
    if lines[line].head == place { lines[line].leaves = -.infinity }
  }

  /// Takes the first out of a line; there must be one.
  mutating func removeFirst(of line: Int) -> Contact {
    let place = lines[line].head
    let contact = places[Int(place)]
    let following = next[Int(place)]
    next[Int(place)] = free
    free = place
    places[Int(place)].leaves = -.infinity
    count -= 1
    if following < 0 {
      lines[line] = Line()
    } else {
      lines[line].head = following
      lines[line].earliest = places[Int(following)].arrival
      lines[line].leaves = places[Int(following)].leaves
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
