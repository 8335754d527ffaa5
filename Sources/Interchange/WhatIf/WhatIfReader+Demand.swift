import Workforce

extension WhatIfReader {
  func volume(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("volume", item, keys: WhatIfKeys.volume) else { return nil }
    let queue = queue(map)
    if map.has("growth_per_year") {
      for key in ["factor", "from", "until"] where map.has(key) {
        map.report("growth", at: key, .notBoth(key, "growth_per_year", map.subject))
      }
      guard let growth = map.required("growth_per_year", .growth),
        let since = map.required("since", .date)
      else { return nil }
      if let last = lastRecord, since.daysSinceEpoch < last.daysSinceEpoch - 3653 {
        map.report("since", at: "since", .longAgo)
      }
      return .assume(.growth(queue: queue, perYear: growth, since: since))
    }
    if map.has("since") {
      map.report("growth", at: "since", .needs("since", "growth_per_year", map.subject))
    }
    guard let factor = map.required("factor", .volumeFactor) else { return nil }
    if map.has("until"), !map.has("from") {
      map.report("dates", at: "until", .needs("until", "from", map.subject))
    }
    let dates = map.has("from") ? dates(map) : nil
    return .assume(.volume(queue: queue, factor: factor, dates: dates))
  }

  /// The date of the last record of any queue.
  private var lastRecord: LocalDate? {
    inputs.history.compactMap { $0.records.last?.start }.max().map {
      settings.zone.local(at: $0).date
    }
  }

  func migrate(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("migrate", item, keys: WhatIfKeys.migrate) else { return nil }
    let queues = settings.queues.map(\.name)
    let from = required("from", in: map, "queue", queues)
    let to = required("to", in: map, "queue", queues)
    let share = map.required("share", .share)
    let factor = map.optional("handle_time_factor", .number(above: 0)) ?? 1
    guard let from, let to, let share else { return nil }
    if from == to { map.report("itself", at: "to", .migratesToItself(from)) }
    return .assume(.migration(from: from, to: to, share: share, handleTimeFactor: factor))
  }

  /// A time that a factor multiplies, or that is set in seconds.
  func scaled(
    _ item: YAMLMap,
    _ kind: String,
    _ make: (String?, ForecastAssumption.Scaling) -> ForecastAssumption
  ) -> WhatIfChange? {
    guard let map = body(kind, item, keys: WhatIfKeys.time) else { return nil }
    let queue = queue(map)
    if kind == "patience" { checkPatience(of: queue, map) }
    switch (map.has("factor"), map.has("seconds")) {
    case (true, false):
      return map.optional("factor", .number(above: 0)).map { .assume(make(queue, .factor($0))) }
    case (false, true):
      return map.optional("seconds", .seconds).map { .assume(make(queue, .mean($0))) }
    case (true, true): map.report("both", at: "seconds", .notBoth("seconds", "factor", map.subject))
    case (false, false): map.report("neither", at: kind, .neither("factor", "seconds", map.subject))
    }
    return nil
  }

  private func checkPatience(of queue: String?, _ map: YAMLMap) {
    guard let own = settings.queues.first(where: { $0.name == queue }), own.channel == .deferred
    else { return }
    map.report("patience", at: "queue", .nobodyLeaves(own.name))
  }

  func containment(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("containment", item, keys: ["queue", "share"]) else { return nil }
    let known = settings.queues.map(\.name) + settings.selfService.map(\.name)
    let channel = required("queue", in: map, "queue", known)
    let share = map.required("share", .shareBelowOne)
    guard let channel, let share else { return nil }
    return .assume(.containment(channel: channel, share: share))
  }

  func forecast(_ item: YAMLMap) -> WhatIfChange? {
    body("forecast", item, keys: ["week"])?.required("week", .words).map { .assume(.quantile($0)) }
  }

  func shrinkage(_ item: YAMLMap) -> WhatIfChange? {
    body("shrinkage", item, keys: ["share"])?.required("share", .shareBelowOne).map {
      .shrinkage($0)
    }
  }

  func target(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("target", item, keys: WhatIfKeys.target) else { return nil }
    var target = WhatIfTarget(queue: queue(map))
    if map.has("service_level"), map.has("share_in_time") {
      map.report(
        "both",
        at: "share_in_time",
        .notBoth("share_in_time", "service_level", map.subject)
      )
    }
    target.serviceLevel =
      map.optional("service_level", .serviceLevel) ?? map.optional("share_in_time", .shareInTime)
    target.threshold = map.optional("within_seconds", .seconds)
    target.averageSpeedOfAnswer = map.optional("speed_of_answer_seconds", .seconds)
    target.maximumAbandonment = map.optional("maximum_abandonment", .shareAboveZero)
    target.maximumOccupancy = map.optional("maximum_occupancy", .shareAboveZero)
    target.intervalFloor = map.optional("interval_floor", .serviceLevel)
    target.minimumAgents = map.optional("minimum_agents", .wholeNumber(0...10_000))
    target.period = map.optional("target_period", .targetPeriod)
    if map.has("definition") {
      map.report("definition", at: "definition", .notChanged("definition", map.subject))
    }
    guard target != WhatIfTarget(queue: target.queue) else {
      map.report("empty change", at: "target", .emptyChange(map.subject, WhatIfKeys.target))
      return nil
    }
    return .target(target)
  }

  func opening(_ item: YAMLMap) -> WhatIfChange? {
    let keys = ["queue", "opening_hours", "arrivals_per_hour"]
    guard let map = body("opening", item, keys: keys) else { return nil }
    let queue = queue(map)
    let hours = ScenarioReader(findings: findings).openingHours(map)
    let arrivals = map.optional("arrivals_per_hour", .number(atLeast: 0))
    for own in settings.queues where queue == nil || own.name == queue {
      guard arrivals == nil, hours.opensMore(than: own.openingHours) else { continue }
      map.report("new hours", at: "opening_hours", .arrivalsUnknown(own.name))
    }
    for window in Set(hours.windows.joined()).sorted(by: { $0.start.minutes < $1.start.minutes })
    where window.start.minutes % settings.intervalMinutes != 0
      || window.end.minutes % settings.intervalMinutes != 0
    {
      map.report(
        "window grid",
        at: "opening_hours",
        .openingGrid("a window of \(map.subject)", window, settings.intervalMinutes)
      )
    }
    return .openingHours(queue: queue, hours, arrivalsPerHour: arrivals)
  }
}

extension OpeningHours {
  /// Whether some minute of the week is in these hours and not in others.
  func opensMore(than other: OpeningHours) -> Bool {
    zip(windows, other.windows).contains { own, others in
      own.contains { window in
        (window.start.minutes..<window.endMinutes).contains { minute in
          !others.contains { $0.start.minutes <= minute && minute < $0.endMinutes }
        }
      }
    }
  }
}

extension TextValue where Value == Double {
  /// Growth of contacts in a year, as a share.
  fileprivate static var growth: Self {
    Self(accepted: "a share from -0.9 to 0.5, such as 0.05 for five in a hundred") { text in
      Numbers.number(text).flatMap { (-0.9...0.5).contains($0) ? $0 : nil }
    }
  }

  /// How many times as many contacts.
  fileprivate static var volumeFactor: Self {
    Self(accepted: "a number from 0 to 100") { text in
      Numbers.number(text).flatMap { (0...100).contains($0) ? $0 : nil }
    }
  }
}
