import Foundation
import Testing
import Workforce

@Suite struct ZoneTests {
  private static let names = [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
    "Africa/Casablanca", "America/Sao_Paulo", "UTC",
  ]

  private static func pair(_ name: String) throws -> (Zone, TimeZone) {
    (try #require(Zone(identifier: name)), try #require(TimeZone(identifier: name)))
  }

  /// Moments of change between 1970 and 2099, by Foundation.
  private static func changes(_ zone: TimeZone) -> [Int] {
    var changes: [Int] = []
    var date = Date(timeIntervalSince1970: 0)
    let end = Date(timeIntervalSince1970: 4_070_908_800)
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end {
      changes.append(Int(next.timeIntervalSince1970))
      date = next
    }
    return changes
  }

  @Test(arguments: names)
  func `agrees with Foundation on offsets and clock faces`(name: String) throws {
    let (zone, foundation) = try Self.pair(name)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = foundation
    var random = RandomStream(seed: 1, name: name)
    let near = Self.changes(foundation).flatMap { [$0 - 3601, $0 - 1, $0, $0 + 1, $0 + 3600] }
    let some = (0..<4000).map { _ in random.below(4_102_444_800) }
    for second in near + some {
      let date = Date(timeIntervalSince1970: Double(second))
      let instant = Instant(secondsSinceEpoch: second)
      try #require(zone.offsetSeconds(at: instant) == foundation.secondsFromGMT(for: date))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: date
      )
      let local = zone.local(at: instant)
      let (year, month, day) = local.date.components
      try #require([parts.year, parts.month, parts.day] == [year, month, day])
      let time = local.secondOfDay
      try #require(
        [parts.hour, parts.minute, parts.second] == [time / 3600, time / 60 % 60, time % 60]
      )
    }
  }

  /// Some zones pause summer time for a week.
  @Test func `finds every change of every zone that this machine knows`() throws {
    for name in TimeZone.knownTimeZoneIdentifiers.sorted() {
      let (zone, foundation) = try Self.pair(name)
      for second in Self.changes(foundation).flatMap({ [$0 - 1, $0] }) {
        let date = Date(timeIntervalSince1970: Double(second))
        let offset = zone.offsetSeconds(at: Instant(secondsSinceEpoch: second))
        try #require(offset == foundation.secondsFromGMT(for: date), "\(name) \(date)")
      }
    }
  }

  @Test(arguments: names)
  func `resolves clock times around changes as a search by minutes does`(name: String) throws {
    let (zone, foundation) = try Self.pair(name)
    for change in Self.changes(foundation).prefix(140) {
      let minutes = stride(from: change - 86_400, to: change + 86_400, by: 60).map {
        Instant(secondsSinceEpoch: $0)
      }
      let shown = Dictionary(grouping: minutes, by: zone.local(at:))
      let before = zone.local(at: Instant(secondsSinceEpoch: change - 60))
      for step in stride(from: -180, through: 180, by: 5) {
        let local = before.adding(minutes: step + 1)
        let expected: Zone.Resolution =
          switch shown[local] {
          case .some(let found) where found.count == 1: .unique(found[0])
          case .some(let found): .ambiguous(earlier: found[0], later: found[1])
          case nil: .skipped(change: Instant(secondsSinceEpoch: change))
          }
        try #require(zone.resolve(local) == expected, "\(name) \(local)")
      }
    }
  }

  @Test(arguments: names)
  func `every moment is among those of its clock time and survives a round trip`(
    name: String
  ) throws {
    let (zone, foundation) = try Self.pair(name)
    var random = RandomStream(seed: 2, name: name)
    let near = Self.changes(foundation).flatMap { [$0 - 1800, $0 - 60, $0, $0 + 1740] }
    for second in near + (0..<2000).map({ _ in random.below(4_000_000_000) / 60 * 60 }) {
      let instant = Instant(secondsSinceEpoch: second)
      switch zone.resolve(zone.local(at: instant)) {
      case .unique(let only): try #require(only == instant)
      case .ambiguous(let earlier, let later): try #require([earlier, later].contains(instant))
      case .skipped: Issue.record("\(zone.text(of: instant)) should exist")
      }
      try #require(Zone.instant(fromText: zone.text(of: instant)) == instant)
    }
  }

  @Test func `knows the British clock changes of 2026`() throws {
    let london = try #require(Zone(identifier: "Europe/London"))
    let spring = try #require(LocalDateTime("2026-03-29T01:30"))
    let autumn = try #require(LocalDateTime("2026-10-25T01:30"))
    let change = try #require(Zone.instant(fromText: "2026-03-29T01:00+00:00"))
    #expect(london.resolve(spring) == .skipped(change: change))
    #expect(london.text(of: london.instant(at: spring)) == "2026-03-29T02:00+01:00")
    let earlier = try #require(Zone.instant(fromText: "2026-10-25T01:30+01:00"))
    #expect(
      london.resolve(autumn) == .ambiguous(earlier: earlier, later: earlier.adding(minutes: 60))
    )
    #expect(london.instant(at: autumn) == earlier)
  }

  @Test func `a day can begin at one o'clock, or twice`() throws {
    let saoPaulo = try #require(Zone(identifier: "America/Sao_Paulo"))
    let spring = try #require(LocalDate("2018-11-04"))
    #expect(saoPaulo.text(of: saoPaulo.startOfDay(spring)) == "2018-11-04T01:00-02:00")
    let havana = try #require(Zone(identifier: "America/Havana"))
    let autumn = try #require(LocalDate("2025-11-02"))
    #expect(havana.text(of: havana.startOfDay(autumn)) == "2025-11-02T00:00-04:00")
  }

  @Test(arguments: [
    "2026-03-02T09:30", "2026-03-02T09:30Z", "2026-03-02T09:30+0100", "2026-03-02T09:30+01:0",
    "2026-13-02T09:30+01:00", "2026-03-02T09:30 01:00", "",
  ])
  func `reads no moment without a full offset`(text: String) {
    #expect(Zone.instant(fromText: text) == nil)
  }

  @Test func `writes seconds and negative half-hour offsets`() throws {
    let newfoundland = try #require(Zone(identifier: "America/St_Johns"))
    let instant = Instant(secondsSinceEpoch: 1_767_225_615)
    #expect(newfoundland.text(of: instant) == "2025-12-31T20:30:15-03:30")
    #expect(Zone.instant(fromText: "2025-12-31T20:30:15-03:30") == instant)
  }

  @Test func `has no zones of other names`() {
    #expect(Zone(identifier: "Europe/Atlantis") == nil)
    #expect(Zone(identifier: "UTC") == Zone.utc)
  }
}
