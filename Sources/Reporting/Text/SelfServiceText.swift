import Workforce

extension SelfServiceForecast {
  /// What the channel resolves and where the rest goes, in a sentence.
  var sentence: String {
    let all = arrivals.total
    guard let useShare else { return "\(name): no contacts expected" }
    let goal = useTarget.map { ["target \(targetText($0.value)), \(goalText)"] } ?? []
    let notes = (hours.map { [$0] } ?? []) + goal
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    let share = measuredShare(useShare, useTarget?.value ?? 0)
    let parts = spilled.map { spill in
      "\(decimal(spill.arrivals.total)) to \(spill.queue)"
        + (spill.lost >= 0.5 ? " (\(decimal(spill.lost)) more while it is closed, lost)" : "")
    }
    let rest =
      parts.isEmpty
      ? "the rest gives up"
      : "\(listed(parts))\(isSpillRecorded ? ", which their history already holds" : "")"
    return
      "\(name): \(decimal(all)) contacts, \(share) resolved without a person\(note); "
      + rest
  }

  /// The least and the greatest share of an interval, where they differ.
  private var hours: String? {
    guard isContainmentRecorded else { return nil }
    let shares = zip(arrivals, evidence).filter { $0.0 > 0 }.map(\.1.share)
    guard let least = shares.min(), let most = shares.max(), percent(least) != percent(most)
    else { return nil }
    return "\(percent(least)) to \(percent(most)) by weekday and hour"
  }

  /// With one decimal, or as many as the target has.
  private func targetText(_ target: Double) -> String {
    let (plain, whole) = (percent(target), shareText(target))
    return whole.count > plain.count ? whole : plain
  }

  private var goalText: String { meetsTarget == true ? "met" : "missed" }
}
