public import Workforce

/// Published forecasts against what came, as text for a terminal.
public struct AccuracySummary: Sendable {
  private let accuracy: SnapshotAccuracy

  /// Makes a summary.
  public init(accuracy: SnapshotAccuracy) { self.accuracy = accuracy }

  /// Per queue a table by interval and one by day; then whether planners' changes helped.
  public func text() -> String {
    let blocks = queues.flatMap { queue in
      [table(queue, isByDay: false), table(queue, isByDay: true)]
    }
    return (blocks + [verdict, pending]).filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The queues, in the order of their first scores.
  private var queues: [String] {
    var names: [String] = []
    for score in accuracy.scores where !names.contains(score.queue) { names.append(score.queue) }
    return names
  }

  private func table(_ queue: String, isByDay: Bool) -> [String] {
    let sums = { (score: SnapshotAccuracy.Score) in isByDay ? score.days : score.intervals }
    let scores = accuracy.scores.filter { $0.queue == queue && sums($0).count > 0 }
    guard let first = scores.first else { return [] }
    let rows = scores.map { score in
      [score.week.description, padded(score.number, 3)] + cells(sums(score))
    }
    let pooled = accuracy.pooled.filter { $0.queue == queue && $0.weeks > 1 }.map { pooled in
      ["\(pooled.weeks) weeks", "last"] + cells(isByDay ? pooled.days : pooled.intervals)
    }
    let head = [
      "Week", "No.", "Contacts", "wMAPE", "Model", "Naive", "Bias", "In 80%", "In 95%",
    ]
    let unit = isByDay ? "by day" : "by interval of \(words(.minutes(first.intervalMinutes)))"
    return wrapped(printable("\(queue), \(unit)"), to: TextTable.columns)
      + TextTable(head: head, rows: rows + pooled, textColumns: 2).lines.map { "  " + $0 }
  }

  private func cells(_ sums: SnapshotAccuracy.Sums) -> [String] {
    let shares = [sums.weightedError, sums.modelWeightedError, sums.naiveWeightedError]
    return [decimal(sums.contacts)] + shares.map(percentOrDash)
      + [sums.bias.map { signed($0 * 100, places: 1) + "%" } ?? "–"]
      + [sums.coverage80, sums.coverage95].map { share in
        share.map { percent($0, places: 0) } ?? "–"
      }
  }

  private func percentOrDash(_ share: Double?) -> String { share.map { percent($0) } ?? "–" }

  /// What the planners' changes did to the error, where they made some.
  private var verdict: [String] {
    guard let sums = accuracy.overridden else { return [] }
    let parts = [("interval", sums.intervals), ("day", sums.days)].compactMap { unit, sums in
      sums.weightedError.flatMap { error in
        sums.modelWeightedError.map { "\(percent($0)) to \(percent(error)) by \(unit)" }
      }
    }
    guard !parts.isEmpty else { return [] }
    return wrapped(
      "Where planners changed the forecast, the error went from \(listed(parts)) (last snapshot "
        + "of each week).",
      to: TextTable.columns
    )
  }

  private var pending: [String] {
    let weeks = accuracy.scores.filter { $0.intervals.count == 0 }.map(\.week.description)
    let names = weeks.enumerated().filter { !weeks[..<$0.offset].contains($0.element) }
      .map(\.element)
    guard !names.isEmpty else { return [] }
    return wrapped("Nothing is recorded yet of \(listed(names)).", to: TextTable.columns)
  }
}
