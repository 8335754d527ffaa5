/// One item of deferred work.
struct WorkItem: Equatable, Sendable, BitwiseCopyable {
  /// When it is due, in seconds since the grid's start; may be infinite.
  var due: Double
  /// When it came to its queue.
  var release: Double
  /// When the customer's request was first received.
  var receipt: Double
  /// Work that it takes, in seconds of a person at the queue's mean.
  let work: Double
  /// The part of it that is left.
  var remaining: Double
  /// Seconds that people have spent on it.
  var spent = 0.0
  /// When somebody first took it; negative before.
  var begun = -1.0
  var queue: Int16
  /// The waiting line: one per queue and priority.
  var line: Int16
  /// The interval of its release; the number of intervals for the backlog of the start.
  var interval: Int32

  init(
    due: Double,
    release: Double,
    receipt: Double,
    work: Double,
    queue: Int16,
    line: Int16,
    interval: Int32
  ) {
    self.due = due
    self.release = release
    self.receipt = receipt
    self.work = work
    remaining = work
    self.queue = queue
    self.line = line
    self.interval = interval
  }

  /// Fills storage without items.
  static let blank = WorkItem(
    due: 0,
    release: 0,
    receipt: 0,
    work: 0,
    queue: 0,
    line: 0,
    interval: 0
  )

  /// True when it goes before another one of its line: due earlier, or released earlier.
  @inline(__always)
  func precedes(_ other: WorkItem) -> Bool {
    due < other.due || (due == other.due && release < other.release)
  }
}

/// Items that nobody works on, one line per queue and priority by due time: skew heaps (Sleator &
/// Tarjan 1986) in storage that all lines share and use again.
struct WorkItemLines: ~Copyable {
  /// The items behind one; the left of a free place is the next free one.
  struct Links: BitwiseCopyable {
    var left: Int32 = -1
    var right: Int32 = -1
  }

  private var items = FlatStorage(repeating: WorkItem.blank, count: 64)
  private var links = FlatStorage(repeating: Links(), count: 64)
  private var roots: FlatStorage<Int32>
  private var free: Int32 = -1
  private var used = 0
  /// How many items lie in all lines together.
  private(set) var count = 0

  init(lines: Int) { roots = FlatStorage(repeating: -1, count: lines) }

  /// True when no item lies in a line.
  func isEmpty(_ line: Int) -> Bool { roots[line] < 0 }

  /// The item of a line that is due first; there must be one.
  func first(of line: Int) -> WorkItem { items[Int(roots[line])] }

  /// Puts an item into its line.
  mutating func insert(_ item: WorkItem) {
    let place = takePlace()
    items[Int(place)] = item
    links[Int(place)] = Links()
    let line = Int(item.line)
    roots[line] = merged(roots[line], place)
    count += 1
  }

  /// Takes the item out that is due first; there must be one.
  mutating func removeFirst(of line: Int) -> WorkItem {
    let place = roots[line]
    let behind = links[Int(place)]
    roots[line] = merged(behind.left, behind.right)
    links[Int(place)].left = free
    free = place
    count -= 1
    return items[Int(place)]
  }

  /// Merges two heaps from the top, each step swapping the sides of the lesser root.
  private mutating func merged(_ one: Int32, _ other: Int32) -> Int32 {
    guard one >= 0 else { return other }
    guard other >= 0 else { return one }
    var (lesser, rest) = ordered(one, other)
    let root = lesser
    while true {
      let right = links[Int(lesser)].right
      links[Int(lesser)].right = links[Int(lesser)].left
      guard right >= 0 else {
        links[Int(lesser)].left = rest
        return root
      }
      let next = ordered(right, rest)
      links[Int(lesser)].left = next.lesser
      (lesser, rest) = (next.lesser, next.greater)
    }
  }

  private func ordered(_ one: Int32, _ other: Int32) -> (lesser: Int32, greater: Int32) {
    items[Int(other)].precedes(items[Int(one)]) ? (other, one) : (one, other)
  }

  private mutating func takePlace() -> Int32 {
    if free >= 0 {
      let place = free
      free = links[Int(place)].left
      return place
    }
    if used == items.count {
      items = items.grown(to: 2 * used, blank: .blank)
      links = links.grown(to: 2 * used, blank: Links())
    }
    used += 1
    return Int32(truncatingIfNeeded: used - 1)
  }
}
