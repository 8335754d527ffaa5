import Workforce

extension CertificateFile {
  /// Channels without people, where the forecast has some.
  static func selfService(_ certificate: ServiceCertificate) -> [(String, JSONText)] {
    let known = certificate.selfService.map { channel($0, certificate.grid) }
    let unknown = certificate.unknownChannels.map { name in
      JSONText.object([
        ("queue", .string(name)),
        ("verdict", .string(TargetVerdict.notJudged.rawValue)),
        ("reason", .string("the forecast was changed after the plan")),
      ])
    }
    return known.isEmpty && unknown.isEmpty ? [] : [("self_service", .list(known + unknown))]
  }

  private static func channel(_ channel: SelfServiceForecast, _ grid: TimeGrid) -> JSONText {
    let all = channel.arrivals.indices
    let days = zip(grid.dates, grid.days)
      .compactMap { contacts(channel, $1.clamped(to: all), from: $0.description) }
    let intervals = all.compactMap {
      contacts(channel, $0..<$0 + 1, from: grid.zone.text(of: grid.instant(at: $0)))
    }
    let spills = channel.spilled.map { spill in
      JSONText.object([
        ("queue", .string(spill.queue)),
        ("in_open_hours", .number(spill.arrivals.reduce(0, +))),
        ("lost_in_closed_hours", .number(spill.lost)),
      ])
    }
    let verdict =
      channel.meetsTarget.map { $0 ? "met" : "missed" } ?? TargetVerdict.notJudged.rawValue
    return .object([
      ("queue", .string(channel.name)),
      ("contacts", .number(channel.arrivals.reduce(0, +))),
      ("contacts_source", .string(channel.method?.rawValue ?? "daily_arrivals")),
      ("contained", .number(channel.contained.reduce(0, +))),
      ("share_contained", .optional(channel.useShare)),
      ("share_source", .string(channel.isContainmentRecorded ? "history" : "containment")),
      ("use_target", .optional(channel.useTarget?.value)),
      ("verdict", .string(verdict)),
      ("spills_are_in_queue_history", .word(channel.isSpillRecorded ? "true" : "false")),
      ("spilled", .list(spills)),
      ("days", .list(days)),
      ("intervals", .list(intervals)),
    ])
  }

  /// What is expected of a channel over some intervals; `nil` when nobody comes.
  private static func contacts(
    _ channel: SelfServiceForecast,
    _ intervals: Range<Int>,
    from start: String
  ) -> JSONText? {
    guard let share = channel.share(of: intervals) else { return nil }
    return .object([
      ("start", .string(start)),
      ("contacts", .number(intervals.reduce(0) { $0 + channel.arrivals[$1] })),
      ("contained", .number(intervals.reduce(0) { $0 + channel.contained[$1] })),
      ("share_contained", .number(share)),
    ])
  }
}
