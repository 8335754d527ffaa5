/// One demand on the service of a queue; all that are given hold at once.
///
/// More agents never break a demand that fewer meet.
public enum ServiceDemand: Hashable, Sendable {
  /// At least this share of the offered contacts is answered within the threshold.
  case serviceLevel(Fraction, within: Duration)
  /// Answered contacts wait at most this long on average.
  case speedOfAnswer(Duration)
  /// At most this share of the offered contacts leaves unanswered.
  case abandonment(Fraction)
  /// Agents spend at most this share of their time on contacts.
  case occupancy(Fraction)

  /// Whether the measures, taken within the demand's own threshold, are good enough.
  public func isMet(by measures: QueueMeasures) -> Bool {
    switch self {
    case .serviceLevel(let share, _): measures.serviceLevel >= share.value
    case .speedOfAnswer(let longest): measures.secondsToAnswer <= longest.inSeconds
    case .abandonment(let share): measures.abandonmentShare <= share.value
    case .occupancy(let share): measures.occupancy <= share.value
    }
  }
}

extension ServiceTarget {
  /// The demands of the target; a cap of zero binds nobody, since no number of agents meets it.
  public var demands: [ServiceDemand] {
    let level = ServiceDemand.serviceLevel(serviceLevel, within: threshold)
    guard let cap = maximumOccupancy, cap > .zero else { return [level] }
    return [level, .occupancy(cap)]
  }
}
