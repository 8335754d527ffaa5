import Workforce

/// Numbers of agents and the service that each gives, as a table for a terminal.
struct ServiceTable {
  let answer: StaffingAnswer

  /// The lines; an arrow marks the answer.
  var lines: [String] {
    TextTable(head: head, rows: answer.rows.map(cells), textColumns: 2).lines
      .map { "  " + $0 }
  }

  private var question: StaffingQuestion { answer.question }

  private var head: [String] {
    var head = ["", "Agents"]
    if hasShrinkage { head.append("Rostered") }
    head += ["In \(spanText(question.threshold))", "Mean wait", "Delayed"]
    if question.patience != nil { head.append("Leave") }
    return head + ["Occupancy"]
  }

  private var hasShrinkage: Bool { question.shrinkage > .zero }

  private func cells(_ row: StaffingAnswer.Row) -> [String] {
    let digits = answer.rows.map { grouped($0.agents).count }.max() ?? 0
    let number = grouped(row.agents)
    let blanks = String(repeating: " ", count: digits - number.count)
    var cells = [row.agents == answer.agents ? "→" : "", blanks + number]
    if hasShrinkage { cells.append(grouped(row.rostered)) }
    let measures = row.measures
    cells.append(percent(measures.serviceLevel(by: question.definition)))
    cells.append(waitText(measures.secondsToAnswer))
    cells.append(percent(measures.delayProbability))
    if question.patience != nil { cells.append(percent(measures.abandonmentShare)) }
    return cells + [percent(measures.occupancy)]
  }
}

/// A mean wait: `12.3 s`, `3.4 min`; `no end` where the line grows.
func waitText(_ seconds: Double) -> String {
  if seconds >= 1e9 { return "no end" }
  if seconds < 600 { return decimal(seconds, places: 1) + " s" }
  return seconds < 36_000
    ? decimal(seconds / 60, places: 1) + " min" : decimal(seconds / 3600, places: 1) + " h"
}

/// A given duration: `30 s`, `1.5 s`, `5 min`, `2 h`.
func spanText(_ duration: Duration) -> String {
  let seconds = duration.inSeconds
  if seconds >= 3600, seconds.remainder(dividingBy: 3600) == 0 {
    return decimal(seconds / 3600) + " h"
  }
  if seconds > 90, seconds.remainder(dividingBy: 60) == 0 { return decimal(seconds / 60) + " min" }
  return plainNumber(seconds) + " s"
}

/// A number with as many decimals as it has, two at most.
func plainNumber(_ value: Double) -> String {
  let places = (0..<2).first { places in
    let scale = places == 0 ? 1.0 : 10
    return abs((value * scale).rounded() - value * scale) < 1e-9 * max(1, abs(value * scale))
  }
  return decimal(value, places: places ?? 2)
}
