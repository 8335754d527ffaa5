import Workforce

/// Resolves many local times fast: on a date without a clock change the offset is looked up once.
struct DayClock {
  let zone: Zone
  private var date: LocalDate?
  /// Seconds east of Greenwich through the whole of `date`; `nil` when the clock changes.
  private var offset: Int?

  init(zone: Zone) { self.zone = zone }

  /// The moment or moments of a local time.
  mutating func resolve(_ local: LocalDateTime) -> Zone.Resolution {
    if local.date != date {
      date = local.date
      offset = steadyOffset(on: local.date)
    }
    guard let offset else { return zone.resolve(local) }
    let face = local.date.daysSinceEpoch * 86_400 + local.secondOfDay
    return .unique(Instant(secondsSinceEpoch: face - offset))
  }

  private func steadyOffset(on date: LocalDate) -> Int? {
    let first = zone.resolve(LocalDateTime(date: date, secondOfDay: 0))
    let last = zone.resolve(LocalDateTime(date: date.adding(days: 1), secondOfDay: 0))
    guard case .unique(let start) = first, case .unique(let end) = last,
      end.minutes(since: start) == 1440
    else { return nil }
    let offset = zone.offsetSeconds(at: start)
    return zone.offsetSeconds(at: end) == offset ? offset : nil
  }
}

extension LocalDateTime {
  /// Reads `YYYY-MM-DDTHH:MM[:SS]`, or with a space, from bytes.
  init?(bytes: [UInt8], _ range: Range<Int>) {
    let start = range.lowerBound
    guard range.count == 16 || range.count == 19,
      bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      bytes[start + 10] == UInt8(ascii: "T") || bytes[start + 10] == UInt8(ascii: " "),
      bytes[start + 13] == UInt8(ascii: ":"),
      range.count == 16 || bytes[start + 16] == UInt8(ascii: ":")
    else { return nil }
    let pair = { (offset: Int) -> Int in
      let (tens, ones) = (bytes[start + offset] &- 48, bytes[start + offset + 1] &- 48)
      return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : Int.min / 200
    }
    let (hour, minute) = (pair(11), pair(14))
    let second = range.count == 19 ? pair(17) : 0
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      let date = LocalDate(year: pair(0) * 100 + pair(2), month: pair(5), day: pair(8))
    else { return nil }
    self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
  }
}
