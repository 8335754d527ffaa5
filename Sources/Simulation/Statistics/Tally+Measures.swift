import Workforce

extension ServiceTally {
  /// What a definition divides the contacts answered in time by, without deferred work that is not
  /// yet judged.
  func divisor(of definition: ServiceLevelDefinition) -> Double {
    switch definition {
    case .offered: arrivals - open
    case .offeredLessEarlyAbandons: arrivals - open - abandonedInTarget
    case .answered: arrivals - open - abandoned
    }
  }
}

extension ShiftTally {
  /// Time at work: with a contact in hand or ready for one.
  var staffedSeconds: Double { busySeconds + idleSeconds }

  mutating func add(_ other: ShiftTally) {
    busySeconds += other.busySeconds
    loadSeconds += other.loadSeconds
    idleSeconds += other.idleSeconds
  }
}

extension ServiceCenter {
  /// People at work whose shifts serve a queue, as the mean over each interval, less the share that
  /// is away.
  func meanAgents(of queue: Int) -> [Double] {
    var own = Array(repeating: 0.0, count: intervals)
    var lasting = own
    for change in changes where groups[shifts[change.shift].group].contains(queue) {
      let sign: Double = change.isStart ? 1 : -1
      let first = max(0, Int(change.time / stepSeconds))
      if first < intervals { own[first] += sign * (Double(first + 1) * stepSeconds - change.time) }
      if first + 1 < intervals { lasting[first + 1] += sign * stepSeconds }
    }
    var present = 0.0
    return zip(own, lasting).map { seconds, change in
      present += change
      return (present + seconds) / stepSeconds * (1 - absenceProbability)
    }
  }
}
