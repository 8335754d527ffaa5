/// How many of those answered waited how long: counts in bins of a width relative to the wait, so
/// that memory does not grow with the contacts.
///
/// 64 bins of equal width between each two powers of two: the middle of a bin lies within 1/128 of
/// every wait in it. Waits below 1/64 s count as none, those above 2²⁵ s with the last bin.
struct WaitCounts: ~Copyable {
  /// Bins of a queue on a day.
  static let bins = 31 * 64
  /// The leading 18 bits of the least wait that is counted, 2⁻⁶ s: sign, exponent, six of the
  /// fraction.
  private static let least = (1023 - 6) * 64

  private var storage: FlatStorage<UInt32>
  /// Where the bins of each interval's day begin among those of a queue.
  private let offsets: FlatStorage<Int32>
  private let width: Int

  init(_ center: ServiceCenter) {
    width = center.dates.count * Self.bins
    storage = FlatStorage(repeating: 0, count: center.queues.count * width)
    offsets = FlatStorage(center.dayOfInterval.map { Int32($0 * Self.bins) })
  }

  /// Counts the wait of a contact of a queue that arrived in an interval.
  @inline(__always)
  mutating func add(_ wait: Double, _ queue: Int, interval: Int) {
    let bin = Int(wait.bitPattern >> 46) - Self.least
    guard bin >= 0 else { return }
    storage[queue * width + Int(offsets[interval]) + min(bin, Self.bins - 1)] += 1
  }

  /// All counts, queue by queue, day by day.
  var counts: [UInt32] { storage.prefix(storage.count) }

  /// The middle of a bin, in seconds.
  static func middle(of bin: Int) -> Double {
    Double(bitPattern: UInt64(bin + least) << 46 | 1 << 45)
  }
}
