/// Something in a history that is no ordinary demand, or not what it seems.
public enum HygieneFault: String, CaseIterable, Sendable {
  /// Open days without a row, left out; otherwise they count as days without contacts.
  case gaps
  /// Runs of zeros where many contacts are usual, left out.
  case outages
  /// Rows that repeat a row of the same queue and start, used once; otherwise added up.
  case duplicates
  /// Days and intervals far above the usual, left out.
  case spikes
  /// Days far below the usual, left out.
  case lowDays = "low_days"
  /// Weeks of zeros or near-zeros at the end, left out.
  case deadTail = "dead_tail"
  /// The last interval of a day that ends before closing time, left out.
  case partialLast = "partial_last"
  /// Open intervals without a row in a history that never writes a zero, counted as zeros;
  /// otherwise unknown.
  case zeroFill = "zero_fill"
  /// Hours that the clock skips or shows twice; the one is unknown, the other counts with its mean.
  case clockChanges = "clock_changes"
  /// Contacts outside the opening hours, left out.
  case outsideHours = "outside_hours"
  /// Counts of handled contacts, from which those offered are estimated.
  case handledOnly = "handled_only"

  /// Whether `scenario.yaml` can leave it untreated.
  public var isSwitchable: Bool {
    switch self {
    case .clockChanges, .outsideHours, .handledOnly: false
    default: true
    }
  }
}

/// Which faults of a history are treated; the others are only told.
public struct HygieneSettings: Hashable, Sendable {
  /// The switchable faults that stay as they are.
  public var untreated: Set<HygieneFault>

  /// Makes settings; by default every fault is treated.
  public init(untreated: Set<HygieneFault> = []) {
    self.untreated = untreated.filter(\.isSwitchable)
  }

  /// Whether a fault is treated.
  public func treats(_ fault: HygieneFault) -> Bool { !untreated.contains(fault) }
}
