import Foundation

/// A named time zone of the tz database, as a table of its offsets from 1970 to 2100.
public struct Zone: Hashable, Sendable {
  /// The name, such as `Europe/London`.
  public let identifier: String
  /// Moments at which the offset changes, ascending; the first lies before 1970.
  private let changes: [Int]
  /// Seconds east of Greenwich from the change of the same index on.
  private let offsets: [Int]

  /// What a local time means in a zone.
  public enum Resolution: Hashable, Sendable {
    /// Exactly one moment.
    case unique(Instant)
    /// The clock went back: the local time occurs twice.
    case ambiguous(earlier: Instant, later: Instant)
    /// The clock went forward: the local time does not occur. Holds the moment of the change.
    case skipped(change: Instant)
  }

  /// Looks a zone up by name; `nil` when the tz database has none of that name.
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    let offset = { (second: Int) in
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }
    let end = 4_102_444_800  // 2100-01-01
    let step = 3 * 86_400  // Gaza pauses summer time for a week in 2040.
    var changes = [Int.min]
    var offsets = [offset(0)]
    var second = 0
    while second < end {
      let next = min(second + step, end)
      if offset(next) != offset(second) {
        var low = second
        var high = next
        while high - low > 1 {
          let middle = (low + high) / 2
          if offset(middle) == offset(second) { low = middle } else { high = middle }
        }
        changes.append(high)
        offsets.append(offset(next))
      }
      second = next
    }
    self.identifier = identifier
    self.changes = changes
    self.offsets = offsets
  }

  /// Greenwich time all year.
  public static let utc = Zone(identifier: "UTC", changes: [Int.min], offsets: [0])

  private init(identifier: String, changes: [Int], offsets: [Int]) {
    self.identifier = identifier
    self.changes = changes
    self.offsets = offsets
  }

  /// Seconds east of Greenwich at a moment.
  public func offsetSeconds(at instant: Instant) -> Int {
    offsets[changeIndex(at: instant.secondsSinceEpoch)]
  }

  private func changeIndex(at second: Int) -> Int {
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle] <= second { low = middle } else { high = middle }
    }
    return low
  }

  /// What the wall clock shows at a moment.
  public func local(at instant: Instant) -> LocalDateTime {
    let shifted = instant.secondsSinceEpoch + offsetSeconds(at: instant)
    let day = shifted >= 0 ? shifted / 86_400 : (shifted - 86_399) / 86_400
    return LocalDateTime(
      date: LocalDate(daysSinceEpoch: day),
      secondOfDay: shifted - day * 86_400
    )
  }

  /// The moment or moments at which the wall clock shows a local time.
  public func resolve(_ local: LocalDateTime) -> Resolution {
    let face = local.date.daysSinceEpoch * 86_400 + local.secondOfDay
    let around = changeIndex(at: face)
    var found: [Instant] = []
    for index in max(0, around - 1)...min(changes.count - 1, around + 1) {
      let second = face - offsets[index]
      if changeIndex(at: second) == index { found.append(Instant(secondsSinceEpoch: second)) }
    }
    switch found.count {
    case 1: return .unique(found[0])
    case 2: return .ambiguous(earlier: found[0], later: found[1])
    default:
      let index = (1..<changes.count).first { index in
        face - offsets[index - 1] >= changes[index] && face - offsets[index] < changes[index]
      }
      return .skipped(change: Instant(secondsSinceEpoch: changes[index ?? changes.count - 1]))
    }
  }

  /// The moment of a local time; the earlier of two, the clock change where there is none.
  public func instant(at local: LocalDateTime) -> Instant {
    switch resolve(local) {
    case .unique(let instant), .ambiguous(let instant, _), .skipped(let instant): instant
    }
  }

  /// The first moment of a date.
  public func startOfDay(_ date: LocalDate) -> Instant {
    instant(at: LocalDateTime(date: date, secondOfDay: 0))
  }

  /// The dates of this zone that share time with a date of another, ascending.
  public func dates(during date: LocalDate, of other: Zone) -> [LocalDate] {
    let first = local(at: other.startOfDay(date)).date
    let end = other.startOfDay(date.adding(days: 1)).secondsSinceEpoch
    let last = local(at: Instant(secondsSinceEpoch: end - 1)).date
    return (0...last.daysSinceEpoch - first.daysSinceEpoch).map(first.adding(days:))
  }

  /// `YYYY-MM-DDTHH:MM±HH:MM`, as outputs write moments.
  public func text(of instant: Instant) -> String {
    let offset = offsetSeconds(at: instant)
    let size = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(local(at: instant))\(sign)\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }

  /// Reads `YYYY-MM-DDTHH:MM±HH:MM`, the form of ``text(of:)``; `nil` for anything else.
  public static func instant(fromText text: some StringProtocol) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count == 22 || bytes.count == 25 else { return nil }
    let split = bytes.count - 6
    guard let local = LocalDateTime(String(decoding: bytes[..<split], as: UTF8.self)),
      bytes[split] == UInt8(ascii: "+") || bytes[split] == UInt8(ascii: "-"),
      bytes[split + 3] == UInt8(ascii: ":"), let hours = decimal(bytes[(split + 1)...(split + 2)]),
      let minutes = decimal(bytes[(split + 4)...])
    else { return nil }
    let offset = (hours * 60 + minutes) * 60 * (bytes[split] == UInt8(ascii: "-") ? -1 : 1)
    return Instant(
      secondsSinceEpoch: local.date.daysSinceEpoch * 86_400 + local.secondOfDay - offset
    )
  }

  /// Compares by name.
  public static func == (left: Self, right: Self) -> Bool { left.identifier == right.identifier }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
