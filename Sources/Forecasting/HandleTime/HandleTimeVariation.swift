import Workforce

/// The squared coefficient of variation of single handle times, by moments: the one that a
/// lognormal distribution with that mean and variance has.
///
/// Times above twenty times the median (a contact that nobody closed) are drawn to that limit.
struct HandleTimeVariation {
  let value: Double

  static let fewestContacts = 100

  /// Learns from answered contacts between two moments; `nil` when they are too few.
  init?(_ contacts: [ContactRecord], from start: Instant, before end: Instant) {
    let times = contacts.compactMap { contact -> Double? in
      guard contact.arrived >= start, contact.arrived < end, contact.outcome == .answered else {
        return nil
      }
      return contact.handleTime?.inSeconds
    }
    guard times.count >= Self.fewestContacts else { return nil }
    let limit = 20 * median(times)
    let drawn = times.map { min($0, limit) }
    let count = Double(drawn.count)
    let mean = drawn.reduce(0, +) / count
    let squares = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    value = squares / (count - 1) / (mean * mean)
  }
}
