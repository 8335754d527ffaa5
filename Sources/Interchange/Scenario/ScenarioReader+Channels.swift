import Workforce
import Yams

/// What queues of single channels have beyond others.
extension ScenarioReader {
  /// Reports keys that the queue's channel has no use for.
  func reportMisplaced(_ map: YAMLMap, _ channel: String) {
    for (key, channels) in ScenarioKeys.channels
    where map.has(key) && !channels.contains(channel) {
      map.report("misplaced key", at: key, .misplacedKey(key, map.subject, channel, channels))
    }
  }

  /// Deferred work promises a share done by its due time.
  func deferredTarget(_ queue: YAMLMap) -> ServiceTarget {
    let due = queue.required("due", .due)
    let subject = "the target of \(queue.subject)"
    let map = queue.map("target", keys: ScenarioKeys.allTargets, subject: subject)
    let misplaced = ScenarioKeys.target.filter { map?.has($0) == true }
    if let first = misplaced.first, let map {
      map.report("misplaced target", at: first, .deferredTarget(misplaced, subject))
    }
    let share =
      misplaced.isEmpty || map?.has("share_in_time") == true
      ? map?.required("share_in_time", .shareInTime) : nil
    return ServiceTarget(serviceLevel: share ?? .zero, threshold: due ?? .hours(1))
  }

  /// Customers with a priority of their own.
  func segments(_ queue: YAMLMap) -> [CustomerSegment] {
    var segments: [CustomerSegment] = []
    for (index, node) in queue.optionalList("segments").enumerated() {
      let subject = "segment \(index + 1) of \(queue.subject)"
      guard
        let map = YAMLMap(
          node,
          subject: subject,
          keys: ScenarioKeys.segment,
          findings: findings,
          line: queue.line(of: "segments")
        )
      else { continue }
      let name = map.required("name", .text)
      let share = map.required("share", .shareAboveZero)
      let priority = map.required("priority", .priority)
      guard let name, let share, let priority else { continue }
      if segments.contains(where: { $0.name == name }) {
        map.report("segment twice", at: "name", .segmentTwice(name, queue.subject))
      }
      segments.append(CustomerSegment(name: name, share: share, priority: priority))
    }
    checkSum(segments.map(\.share), of: "segments", at: queue)
    return segments
  }

  /// Shares of one whole do not exceed it.
  func checkSum(_ shares: [Fraction], of key: String, at map: YAMLMap) {
    let sum = shares.reduce(0) { $0 + $1.value }
    if sum > 1 + 1e-9 { map.report("share sum", at: key, .shareSum(key, map.subject, sum)) }
  }

  func follows(_ queue: YAMLMap) -> FollowedQueue? {
    guard queue.has("follows"),
      let map = queue.map("follows", keys: ScenarioKeys.follows),
      let name = map.required("queue", .text("the name of another deferred queue"))
    else { return nil }
    return FollowedQueue(queue: name, share: map.optional("share", .shareAboveZero) ?? .one)
  }

  /// A followed queue is another deferred one, due earlier, and nothing follows itself.
  func checkFollowing(_ queues: [QueueSettings], _ names: [String]?, _ maps: [YAMLMap]) {
    var told: Set<String> = []
    for (queue, map) in zip(queues, maps) {
      guard let name = queue.follows?.queue else { continue }
      guard let before = queues.first(where: { $0.name == name }) else {
        if let names { map.report("unknown queue", at: "follows", .unknown("queue", name, names)) }
        continue
      }
      if before.channel != .deferred {
        map.report("follows", at: "follows", .followsOther(map.subject, before))
      } else if let circle = circle(from: queue, in: queues) {
        if told.isDisjoint(with: circle) {
          map.report("follows", at: "follows", .followsItself(map.subject, circle))
        }
        told.formUnion(circle)
      } else if queue.dueHours == before.dueHours,
        queue.target.threshold <= before.target.threshold
      {
        map.report("follows", at: "due", .dueTooEarly(map.subject, queue, before))
      }
    }
  }

  /// The queues between a queue and itself; `nil` when it is not in a circle.
  private func circle(from queue: QueueSettings, in queues: [QueueSettings]) -> [String]? {
    var path = [queue.name]
    while let name = queues.first(where: { $0.name == path[path.count - 1] })?.follows?.queue {
      path.append(name)
      if name == queue.name { return path }
      if path.count > queues.count { return nil }
    }
    return nil
  }

  /// A channel without people.
  func selfService(_ map: YAMLMap, name: String, _ queues: [String]?) -> SelfServiceSettings {
    reportMisplaced(map, "self_service")
    let spills = map.optionalList("spills").enumerated().compactMap { index, node in
      spill(node, "spill \(index + 1) of \(map.subject)", map, queues)
    }
    checkSum(spills.map(\.share), of: "spills", at: map)
    return SelfServiceSettings(
      name: name,
      openingHours: map.has("opening_hours") ? openingHours(map) : .always,
      containment: map.required("containment", .share) ?? .zero,
      spills: spills,
      isSpillRecorded: map.optional("spill_recorded", .flag) ?? false,
      useTarget: map.optional("use_target", .shareAboveZero),
      dailyArrivals: map.optional("daily_arrivals", .number(above: 0))
    )
  }

  private func spill(_ node: Node, _ subject: String, _ channel: YAMLMap, _ queues: [String]?)
    -> SelfServiceSettings.Spill?
  {
    guard
      let map = YAMLMap(
        node,
        subject: subject,
        keys: ScenarioKeys.spill,
        findings: findings,
        line: channel.line(of: "spills")
      )
    else { return nil }
    let queue = map.required("queue", .text("the name of a queue that people answer"))
    let share = map.required("share", .shareAboveZero)
    let delay = map.optional("delay_seconds", .secondsOrNone) ?? .zero
    let factor = map.optional("aht_factor", .number(above: 0)) ?? 1
    guard let queue, let share else { return nil }
    if let queues, !queues.contains(queue) {
      map.report("unknown queue", at: "queue", .unknown("queue", queue, queues))
    }
    return SelfServiceSettings.Spill(
      queue: queue,
      share: share,
      delay: delay,
      handleTimeFactor: factor
    )
  }

  /// How handle times depend on who handles.
  func proficiency(_ map: YAMLMap) -> ProficiencySettings {
    guard map.has("proficiency"),
      let map = map.map("proficiency", keys: ScenarioKeys.proficiency)
    else { return ProficiencySettings() }
    var settings = ProficiencySettings()
    for (index, node) in map.optionalList("levels").enumerated() {
      let subject = "level \(index + 1) of \(map.subject)"
      guard let item = YAMLMap(node, subject: subject, keys: ScenarioKeys.level, findings: findings)
      else { continue }
      let name = item.required("name", .text)
      let factor = item.required("factor", .number(above: 0))
      guard let name, let factor else { continue }
      if settings.levels.contains(where: { $0.name == name }) {
        item.report("level twice", at: "name", .levelTwice(name))
      }
      settings.levels.append(ProficiencySettings.Level(name: name, factor: factor))
    }
    for (index, node) in map.optionalList("tenure").enumerated() {
      let subject = "tenure \(index + 1) of \(map.subject)"
      guard
        let item = YAMLMap(node, subject: subject, keys: ScenarioKeys.tenure, findings: findings)
      else { continue }
      let months = item.required("below_months", .wholeNumber(1...600))
      let factor = item.required("factor", .number(above: 0))
      guard let months, let factor else { continue }
      if let last = settings.tenure.last, months <= last.belowMonths {
        item.report("tenure", at: "below_months", .fallingTenure(months, last.belowMonths))
      }
      settings.tenure.append(ProficiencySettings.Tenure(belowMonths: months, factor: factor))
    }
    return settings
  }
}
