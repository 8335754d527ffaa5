import Workforce

extension SelfServiceForecast {
  /// What the channel resolves and where the rest goes, in a sentence.
  var sentence: String {
    let all = arrivals.total
    guard let useShare else { return "\(name): no contacts expected" }
    let goal = useTarget.map { " (target \(percent($0.value)), \(goalText))" } ?? ""
    let parts = spilled.map { spill in
      "\(decimal(spill.arrivals.total)) to \(spill.queue)"
        + (spill.lost >= 0.5 ? " (\(decimal(spill.lost)) more while it is closed, lost)" : "")
    }
    let rest =
      parts.isEmpty
      ? "the rest gives up"
      : "\(listed(parts))\(isSpillRecorded ? ", which their history already holds" : "")"
    return
      "\(name): \(decimal(all)) contacts, \(percent(useShare)) resolved without a person\(goal); "
      + rest
  }

  private var goalText: String { meetsTarget == true ? "met" : "missed" }
}
