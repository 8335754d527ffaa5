import Workforce
import Yams

extension ScenarioReader {
  func readQueues(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    let items = named("queues", "queue", keys: ScenarioKeys.queue, in: map) { node in
      ScenarioKeys.queue(of: node.mapping?["channel"]?.string)
    }
    let isSelfService = { (map: YAMLMap) in map.node("channel")?.scalar?.string == "self_service" }
    let people = items.maps.filter { !isSelfService($0.map) }
    let machines = items.maps.filter { isSelfService($0.map) }
    let names = items.names.map { _ in people.map(\.name) }
    draft.settings.queues = people.map { queue($0.map, name: $0.name) }
    for (item, queue) in zip(people, draft.settings.queues) {
      checkSimilar(of: queue, among: names, at: item.map)
      checkGrid(of: queue.openingHours, interval: draft.settings.intervalMinutes, at: item.map)
    }
    checkFollowing(draft.settings.queues, names, people.map(\.map))
    draft.settings.selfService = machines.map { selfService($0.map, name: $0.name, names) }
    for (item, channel) in zip(machines, draft.settings.selfService) {
      checkGrid(of: channel.openingHours, interval: draft.settings.intervalMinutes, at: item.map)
    }
    if people.isEmpty, let first = machines.first?.map {
      first.report("no people", at: "channel", .onlySelfService)
    }
    draft.queues = names
    draft.histories = items.names.map { _ in people.map(\.name) + machines.map(\.name) }
    let skills = draft.settings.queues.map(\.skill)
    draft.skills = items.names == nil || skills.contains("") ? nil : unique(skills)
  }

  /// A similar queue is another one of the list.
  private func checkSimilar(of queue: QueueSettings, among names: [String]?, at map: YAMLMap) {
    guard let name = queue.similar?.queue, let names else { return }
    if name == queue.name {
      map.report("similar queue", at: "like", .likeItself(map.subject))
    } else if !names.contains(name) {
      map.report("unknown queue", at: "like", .unknown("queue", name, names))
    }
  }

  private func similar(_ map: YAMLMap) -> SimilarQueue? {
    let factor = map.optional("like_factor", .number(above: 0))
    let daily = map.optional("daily_arrivals", .number(above: 0))
    guard let name = map.optional("like", .text("the name of another queue")) else {
      for key in ["like_factor", "daily_arrivals"] where map.has(key) && !map.has("like") {
        map.report("like", at: key, .withoutLike(map.label(key)))
      }
      return nil
    }
    if factor != nil, daily != nil {
      map.report("level", at: "daily_arrivals", .twoLevels(map.subject))
    }
    return SimilarQueue(queue: name, factor: factor, dailyArrivals: daily)
  }

  private func abandonment(_ map: YAMLMap, _ records: RecordedContacts) -> Fraction? {
    let share = map.optional("abandonment", .shareBelowOne)
    if share != nil, records == .offered {
      map.report("abandonment", at: "abandonment", .needlessAbandonment(map.subject))
    }
    return share
  }

  /// A planning interval is open or closed as a whole.
  private func checkGrid(of hours: OpeningHours, interval: Int, at map: YAMLMap) {
    var seen: Set<ClockWindow> = []
    for window in hours.windows.joined()
    where window.start.minutes % interval != 0 || window.end.minutes % interval != 0 {
      guard seen.insert(window).inserted else { continue }
      map.report(
        "window grid",
        at: "opening_hours",
        .openingGrid("a window of \(map.subject)", window, interval)
      )
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func queue(_ map: YAMLMap, name: String) -> QueueSettings {
    if name.contains("+") || name.hasPrefix("(") {
      map.report("queue name", at: "name", .queueName(name))
    }
    let channel = map.required("channel", .channel)
    if let channel { reportMisplaced(map, channel.rawValue) }
    let concurrency = map.optional("concurrency", .wholeNumber(1...10)) ?? 1
    if channel == .phone, concurrency > 1 {
      map.report("concurrency", at: "concurrency", .phoneConcurrency(map.subject, concurrency))
    }
    let records = map.optional("records", .records) ?? .offered
    return QueueSettings(
      name: name,
      channel: channel ?? .phone,
      skill: map.required("skill", .text) ?? "",
      openingHours: openingHours(map),
      target: channel == .deferred ? deferredTarget(map) : target(map),
      patience: channel == .deferred ? nil : map.optional("patience_seconds", .seconds),
      averageHandleTime: map.required("aht_seconds", .seconds) ?? .minutes(4),
      handleTimeVariation: map.optional("handle_time_variation", .number(atLeast: 0)) ?? 1,
      concurrency: channel == .deferred ? 1 : concurrency,
      weight: map.optional("weight", .number(above: 0)) ?? 1,
      records: records,
      abandonment: abandonment(map, records),
      similar: similar(map),
      slowdown: map.optional("slowdown", .number(atLeast: 0)) ?? 0,
      priority: map.optional("priority", .priority) ?? 0,
      segments: segments(map),
      dueHours: channel == .deferred ? map.required("hours", .dueHours) ?? .clock : nil,
      follows: channel == .deferred ? follows(map) : nil
    )
  }

  func openingHours(_ queue: YAMLMap) -> OpeningHours {
    let subject = "the opening hours of \(queue.subject)"
    return weekHours(queue, key: "opening_hours", subject: subject)
  }

  /// Windows by weekday; for other keys than opening hours `every` stands for all days.
  func weekHours(_ map: YAMLMap, key: String, subject: String) -> OpeningHours {
    var windows: [[ClockWindow]] = Array(repeating: [], count: 7)
    guard let node = map.node(key), let days = node.mapping else {
      map.report(
        "opening hours",
        at: key,
        .openingHours(subject, isAbsent: !map.has(key), key: key)
      )
      return OpeningHours(windows: windows)
    }
    var seen: Set<Weekday> = []
    for (day, value) in days {
      let line = day.mark?.line ?? map.line
      let isEvery = key != "opening_hours" && day.string == "every"
      guard let range = isEvery ? Weekday.allCases : Self.weekdays(day.string ?? "") else {
        findings.report("day", line: line, .openingDay(day.string ?? "", subject))
        continue
      }
      let doubled = range.filter { !seen.insert($0).inserted }
      if let day = doubled.first {
        findings.report("day twice", line: line, .openingDayTwice(day.abbreviation, subject))
      }
      let given = self.windows(value, "\(day.string ?? "") in \(subject)", line: line)
      for day in range { windows[day.rawValue - 1] = given }
    }
    return OpeningHours(windows: windows)
  }

  /// Reads `mon` or `mon-fri`; a range may run over the week's end.
  static func weekdays(_ text: String) -> [Weekday]? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      Weekday(abbreviation: String(part))
    }
    guard parts.count <= 2, let first = parts.first ?? nil, let last = parts.last ?? nil else {
      return nil
    }
    let count = (last.rawValue - first.rawValue + 7) % 7
    return (0...count).map { Weekday.allCases[(first.rawValue - 1 + $0) % 7] }
  }

  /// Reads `closed`, a window or a list of windows.
  private func windows(_ node: Node, _ label: String, line: Int) -> [ClockWindow] {
    let texts = node.sequence.map { $0.map { $0.string ?? "" } } ?? [node.string ?? ""]
    if texts == ["closed"] { return [] }
    var windows: [ClockWindow] = []
    for text in texts {
      guard let window = ClockWindow(text) else {
        findings.report("window", line: line, .openingWindow(label, text))
        continue
      }
      if let last = windows.last, window.start.minutes < last.endMinutes {
        findings.report("windows", line: line, .openingOverlap(label, last, window))
      }
      windows.append(window)
    }
    return windows
  }
}
