/// One demand on the service of a queue; all that are given hold at once.
///
/// More agents never break a demand that fewer meet.
public enum ServiceDemand: Hashable, Sendable {
  /// At least this share of the contacts is answered within the threshold, over the period.
  case serviceLevel(Fraction, within: Duration, by: ServiceLevelDefinition = .offered)
  /// Answered contacts wait at most this long on average.
  case speedOfAnswer(Duration)
  /// At most this share of the offered contacts leaves unanswered.
  case abandonment(Fraction)
  /// Agents spend at most this share of their time on contacts.
  case occupancy(Fraction)
  /// At least this share of the contacts is answered within the threshold in every interval.
  case intervalFloor(Fraction, within: Duration, by: ServiceLevelDefinition = .offered)
  /// At least so many agents in every open interval.
  case minimumAgents(Int)

  /// Whether so many agents with these measures are good enough.
  ///
  /// The measures are taken within the demand's own threshold. Where nobody leaves, a bound on
  /// abandonment asks that the line does not grow without end.
  public func isMet(by measures: QueueMeasures, of agents: Int) -> Bool {
    switch self {
    case .serviceLevel(let share, _, let definition), .intervalFloor(let share, _, let definition):
      measures.serviceLevel(by: definition) >= share.value
    case .speedOfAnswer(let longest): measures.secondsToAnswer <= longest.inSeconds
    case .abandonment(let share):
      measures.abandonmentShare <= share.value && measures.secondsToAnswer.isFinite
    case .occupancy(let share): measures.occupancy <= share.value
    case .minimumAgents(let fewest): agents >= fewest
    }
  }

  /// The number that it sets: a share, seconds or agents.
  public var bound: Double {
    switch self {
    case .serviceLevel(let share, _, _), .intervalFloor(let share, _, _), .abandonment(let share),
      .occupancy(let share):
      share.value
    case .speedOfAnswer(let longest): longest.inSeconds
    case .minimumAgents(let fewest): Double(fewest)
    }
  }

  /// The waiting time that counts as in time; `nil` where none does.
  public var threshold: Duration? {
    switch self {
    case .serviceLevel(_, let threshold, _), .intervalFloor(_, let threshold, _): threshold
    default: nil
    }
  }
}

extension ServiceTarget {
  /// The demands of the target, the service level first where one is asked for.
  ///
  /// A cap on occupancy or abandonment of zero, or a speed of answer of zero, binds nobody, since no
  /// number of agents meets it. A target without any demand asks for a service level of zero.
  public var demands: [ServiceDemand] {
    let level = ServiceDemand.serviceLevel(serviceLevel, within: threshold, by: definition)
    let others: [ServiceDemand?] = [
      averageSpeedOfAnswer.flatMap { $0 > .zero ? .speedOfAnswer($0) : nil },
      maximumAbandonment.flatMap { $0 > .zero ? .abandonment($0) : nil },
      maximumOccupancy.flatMap { $0 > .zero ? .occupancy($0) : nil },
      intervalFloor.flatMap {
        $0 > .zero ? .intervalFloor($0, within: threshold, by: definition) : nil
      },
      minimumAgents > 0 ? .minimumAgents(minimumAgents) : nil,
    ]
    let given = others.compactMap(\.self)
    return serviceLevel > .zero || given.isEmpty ? [level] + given : given
  }
}
