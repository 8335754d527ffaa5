import Rostering

/// Which things are searched again: of each kind half from the top, half spread over the others; among
/// the top hours each time of the week once, with one queue alone.
struct WorthPicks {
  let hours: [WorthEstimate]
  let shifts: [WorthEstimate]
  let rules: [WorthEstimate]
  let certificates: [WorthEstimate]
  /// Roster slots of an hour.
  let hourSlots: Int

  /// So many changes; places that a kind leaves open go to hours, then to shifts.
  func changes(_ count: Int) -> [WorthCase] {
    let share = { (part: Double) in Int((part * Double(count)).rounded()) }
    let rules = picks(rules, min(share(0.4), count))
    let certificates = picks(certificates, min(share(0.15), count - rules.count))
    let left = count - rules.count - certificates.count
    let shifts = picks(shifts, max(min(share(0.15), left), left - hours.count))
    return picks(hours, left - shifts.count) + shifts + rules + certificates
  }

  private func picks(_ estimates: [WorthEstimate], _ count: Int) -> [WorthCase] {
    let ranked = estimates.enumerated().sorted { left, right in
      (-left.element.dual, left.offset) < (-right.element.dual, right.offset)
    }.map(\.element.change)
    guard count < ranked.count else { return ranked }
    guard count > 0 else { return [] }
    let first = top(of: ranked, (count + 1) / 2)
    let known = Set(first)
    let rest = ranked.filter { !known.contains($0) }
    let spread = count - first.count
    return first + (0..<spread).map { rest[(2 * $0 + 1) * rest.count / (2 * spread)] }
  }

  /// The first ones; of hours those of one queue that do not overlap with an earlier one.
  private func top(of ranked: [WorthCase], _ count: Int) -> [WorthCase] {
    var taken: [Int] = []
    var first: [WorthCase] = []
    for change in ranked where first.count < count {
      if case .hour(let queues, let slot) = change {
        guard queues.count == 1, taken.allSatisfy({ abs($0 - slot) >= hourSlots }) else { continue }
        taken.append(slot)
      }
      first.append(change)
    }
    return first
  }
}
