public import Workforce

/// Published forecasts against what came, as text for a terminal.
public struct AccuracySummary: Sendable {
  private let accuracy: SnapshotAccuracy

  /// Makes a summary.
  public init(accuracy: SnapshotAccuracy) { self.accuracy = accuracy }

  private var judged: [SnapshotAccuracy.Score] {
    accuracy.scores.filter { $0.intervals.count > 0 }
  }

  /// A table by interval, one by day, and whether planners' changes helped.
  public func text() -> String {
    let blocks = [
      table("Intervals", \.intervals), table("Days", \.days), verdict, pending,
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func table(
    _ title: String,
    _ sums: KeyPath<SnapshotAccuracy.Score, SnapshotAccuracy.Sums>
  ) -> [String] {
    let scores = judged.filter { $0[keyPath: sums].count > 0 }
    guard !scores.isEmpty else { return [] }
    let rows = scores.map { score in
      [score.queue, score.week.description, padded(score.number, 3)] + cells(score[keyPath: sums])
    }
    let pooled = accuracy.pooled.filter { $0.weeks > 1 }.map { pooled in
      let own = sums == \.days ? pooled.days : pooled.intervals
      return [pooled.queue, "\(pooled.weeks) weeks", "last"] + cells(own)
    }
    let head = [
      title, "Week", "No.", "Contacts", "wMAPE", "Model", "Naive", "Bias", "In 80%", "In 95%",
    ]
    return TextTable(head: head, rows: rows + pooled, textColumns: 3).lines
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
    guard let sums = accuracy.overridden, let error = sums.weightedError,
      let model = sums.modelWeightedError
    else { return [] }
    let effect =
      if abs(error - model) < 0.0005 {
        "left the error of the forecasts that they touched at \(percent(error))"
      } else {
        "\(error < model ? "lowered" : "raised") the error of the forecasts that they touched from "
          + "\(percent(model)) to \(percent(error))"
      }
    return wrapped("Overrides \(effect) (last snapshot of each week).", to: TextTable.columns)
  }

  private var pending: [String] {
    let weeks = accuracy.scores.filter { $0.intervals.count == 0 }.map(\.week.description)
    let names = weeks.enumerated().filter { !weeks[..<$0.offset].contains($0.element) }
      .map(\.element)
    guard !names.isEmpty else { return [] }
    return wrapped("Nothing is recorded yet of \(listed(names)).", to: TextTable.columns)
  }
}
