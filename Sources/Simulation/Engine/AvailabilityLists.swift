/// Shifts that can take a contact, in lists by the order in which they became available: linked
/// lists in flat arrays, each shift in one list at most.
struct AvailabilityLists {
  private static let none = -1

  private var next: [Int]
  private var previous: [Int]
  private var list: [Int]
  private var heads: [Int]
  private var tails: [Int]
  /// The moment at which each shift joined its list.
  private(set) var since: [Double]

  init(shifts: Int, lists: Int) {
    next = Array(repeating: Self.none, count: shifts)
    previous = next
    list = next
    since = Array(repeating: 0, count: shifts)
    heads = Array(repeating: Self.none, count: lists)
    tails = heads
  }

  /// The shift that has been longest in a list; negative when the list is empty.
  func first(of list: Int) -> Int { heads[list] }

  /// True when a shift joined its list before another; the earlier in the roster, if at once.
  func hasPriority(_ shift: Int, over other: Int) -> Bool {
    since[shift] < since[other] || (since[shift] == since[other] && shift < other)
  }

  mutating func append(_ shift: Int, to target: Int, at time: Double) {
    let last = tails[target]
    previous[shift] = last
    next[shift] = Self.none
    if last == Self.none { heads[target] = shift } else { next[last] = shift }
    tails[target] = shift
    list[shift] = target
    since[shift] = time
  }

  /// Takes a shift out of its list, if it is in one.
  mutating func remove(_ shift: Int) {
    let source = list[shift]
    guard source != Self.none else { return }
    let before = previous[shift]
    let after = next[shift]
    if before == Self.none { heads[source] = after } else { next[before] = after }
    if after == Self.none { tails[source] = before } else { previous[after] = before }
    list[shift] = Self.none
  }
}
