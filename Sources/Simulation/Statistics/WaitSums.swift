/// Waits of a queue over a stretch of time, as ``WaitCounts`` counts them, over all replications.
struct WaitSums: Sendable {
  private var counts = Array(repeating: 0, count: WaitCounts.bins)

  init() {}

  /// The waits of several stretches together.
  init(joining stretches: [WaitSums]) {
    for stretch in stretches {
      for (bin, count) in stretch.counts.enumerated() { counts[bin] += count }
    }
  }

  mutating func add(_ tally: ArraySlice<UInt32>) {
    for (bin, count) in tally.enumerated() { counts[bin] += Int(count) }
  }

  /// The least wait that so large a share of all answered did not exceed, within 1 %; `nil` when
  /// nobody was answered.
  func quantile(_ share: Double, of answered: Double) -> Double? {
    guard answered > 0 else { return nil }
    var rest = counts.reduce(Double((share * answered).rounded(.up)) - answered) { $0 + Double($1) }
    guard rest > 0 else { return 0 }
    for (bin, count) in counts.enumerated() {
      rest -= Double(count)
      if rest <= 0 { return WaitCounts.middle(of: bin) }
    }
    return WaitCounts.middle(of: WaitCounts.bins - 1)
  }
}
