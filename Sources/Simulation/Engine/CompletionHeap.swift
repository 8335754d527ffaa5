/// The contacts in hand by the moment they end: a heap with four children per node.
///
/// Places beyond the last entry end never, so the least of four children is found without looking
/// at how many there are.
struct CompletionHeap: ~Copyable {
  // Not private: a debug build of generic storage of it would not link.
  struct Entry: BitwiseCopyable {
    var time: Double
    var shift: Int32
  }

  private static var never: Entry { Entry(time: .infinity, shift: -1) }

  private var entries: FlatStorage<Entry>
  private var count = 0
  /// The earliest end; infinite when nothing is in hand.
  private(set) var nextTime = Double.infinity

  /// Makes room for so many contacts at once.
  init(capacity: Int) {
    entries = FlatStorage(repeating: Self.never, count: capacity + 4)
  }

  /// Adds a contact in hand; there must be room.
  mutating func insert(time: Double, shift: Int) {
    var place = count
    count += 1
    while place > 0 {
      let parent = (place - 1) >> 2
      let above = entries[parent]
      guard time < above.time else { break }
      entries[place] = above
      place = parent
    }
    entries[place] = Entry(time: time, shift: Int32(truncatingIfNeeded: shift))
    nextTime = entries[0].time
  }

  /// Takes the earliest end out and says whose it is; there must be one.
  mutating func removeFirst() -> Int {
    let shift = entries[0].shift
    count -= 1
    let last = entries[count]
    entries[count] = Self.never
    if count > 0 { sink(last) }
    nextTime = entries[0].time
    return Int(shift)
  }

  private mutating func sink(_ entry: Entry) {
    var place = 0
    while 4 * place + 1 < count {
      let least = leastOfFour(from: 4 * place + 1)
      let child = entries[least]
      guard child.time < entry.time else { break }
      entries[place] = child
      place = least
    }
    entries[place] = entry
  }

  /// The earliest of four entries, the first of them if at once.
  ///
  /// Which one it is cannot be foreseen, so it is computed without branches: these took a third of
  /// the simulation's time.
  @inline(__always)
  private func leastOfFour(from first: Int) -> Int {
    let (a, b) = (entries[first].time, entries[first + 1].time)
    let (c, d) = (entries[first + 2].time, entries[first + 3].time)
    let (left, right) = (b < a ? b : a, d < c ? d : c)
    let leftPlace = b < a ? 1 : 0
    let rightPlace = d < c ? 3 : 2
    let isRight = right < left ? 1 : 0
    return first &+ leftPlace &+ isRight &* (rightPlace &- leftPlace)
  }
}
