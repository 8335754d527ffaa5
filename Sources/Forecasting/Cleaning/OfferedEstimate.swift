import Workforce

/// Contacts offered, from a history that counts only those handled.
///
/// A row that says how many left has their sum. The others are divided by 1 − the abandonment
/// share: the queue's setting, else that of the rows that say it.
struct OfferedEstimate {
  /// The history with contacts offered in its arrivals and those handled beside them.
  private(set) var history: QueueHistory
  /// Rows with a known number of contacts that left, and without.
  private(set) var exactRows = 0
  private(set) var estimatedRows = 0
  /// The share that the other rows are corrected with; `nil` when none is known.
  let share: Double?
  /// Whether the share is learnt from rows.
  let isLearnt: Bool

  static let fewestContacts = 200.0

  /// Estimates; only records before `cutoff` teach the share.
  init(_ history: QueueHistory, setting: Fraction?, before cutoff: Instant) {
    self.history = history
    let known = history.records.prefix { $0.start < cutoff }.filter { $0.abandoned != nil }
    let left = known.reduce(0) { $0 + ($1.abandoned ?? 0) }
    let offered = known.reduce(left) { $0 + $1.arrivals }
    let learnt = offered >= Self.fewestContacts ? min(left / offered, 0.95) : nil
    share = setting?.value ?? learnt
    isLearnt = setting == nil && learnt != nil
    for index in self.history.records.indices {
      let handled = self.history.records[index].arrivals
      self.history.records[index].handled = handled
      if let left = self.history.records[index].abandoned {
        self.history.records[index].arrivals = handled + left
        if self.history.records[index].start < cutoff { exactRows += 1 }
      } else if let share {
        self.history.records[index].arrivals = handled / (1 - min(share, 0.95))
        if self.history.records[index].start < cutoff { estimatedRows += 1 }
      }
    }
  }
}
