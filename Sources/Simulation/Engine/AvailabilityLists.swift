/// Shifts that can take a contact, in lists by the order in which they became available: linked
/// lists in flat storage, each shift in one list at most.
struct AvailabilityLists: ~Copyable {
  // Not private: a debug build of generic storage of it would not link.
  struct Node: BitwiseCopyable {
    var since = 0.0
    var next: Int32 = -1
    var previous: Int32 = -1
    var list: Int32 = -1
  }

  // Not private: a debug build of generic storage of it would not link.
  struct Ends: BitwiseCopyable {
    var head: Int32 = -1
    var tail: Int32 = -1
  }

  private var nodes: FlatStorage<Node>
  private var lists: FlatStorage<Ends>

  init(shifts: Int, lists count: Int) {
    nodes = FlatStorage(repeating: Node(), count: shifts)
    lists = FlatStorage(repeating: Ends(), count: count)
  }

  /// The shift that has been longest in a list; negative when the list is empty.
  func first(of list: Int) -> Int { Int(lists[list].head) }

  /// The moment at which a shift joined its list.
  func since(_ shift: Int) -> Double { nodes[shift].since }

  /// True when a shift joined its list before another; the earlier in the roster, if at once.
  func hasPriority(_ shift: Int, over other: Int) -> Bool {
    let (left, right) = (nodes[shift].since, nodes[other].since)
    return left < right || (left == right && shift < other)
  }

  mutating func append(_ shift: Int, to target: Int, at time: Double) {
    let last = lists[target].tail
    let own = Int32(truncatingIfNeeded: shift)
    nodes[shift] = Node(
      since: time,
      next: -1,
      previous: last,
      list: Int32(truncatingIfNeeded: target)
    )
    if last < 0 { lists[target].head = own } else { nodes[Int(last)].next = own }
    lists[target].tail = own
  }

  /// Takes a shift out of its list, if it is in one.
  mutating func remove(_ shift: Int) {
    let node = nodes[shift]
    guard node.list >= 0 else { return }
    let source = Int(node.list)
    if node.previous < 0 {
      lists[source].head = node.next
    } else {
      nodes[Int(node.previous)].next = node.next
    }
    if node.next < 0 {
      lists[source].tail = node.previous
    } else {
      nodes[Int(node.next)].previous = node.previous
    }
    nodes[shift].list = -1
  }
}
