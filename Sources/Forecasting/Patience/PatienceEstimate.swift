import Workforce

/// How long contacts wait before they leave, from single contacts.
struct PatienceEstimate {
  /// Mean patience.
  let mean: Duration
  /// Contacts that left.
  let departures: Int
  /// Contacts whose wait is known.
  let waits: Int

  static let weeks = 26
  static let fewestDepartures = 30

  /// Learns from contacts between two moments; `nil` when too few of them left.
  init?(_ contacts: [ContactRecord], from start: Instant, before end: Instant) {
    let waits = contacts.compactMap { contact -> (seconds: Double, left: Bool)? in
      guard contact.arrived >= start, contact.arrived < end, contact.outcome != .contained,
        let wait = contact.wait
      else { return nil }
      return (wait.inSeconds, contact.outcome == .abandoned)
    }
    let curve = SurvivalCurve(waits)
    guard curve.departures >= Self.fewestDepartures, let mean = curve.mean, mean >= 1 else {
      return nil
    }
    self.mean = .seconds(mean)
    departures = curve.departures
    self.waits = waits.count
  }
}
