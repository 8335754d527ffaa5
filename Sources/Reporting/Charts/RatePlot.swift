import Workforce

/// Shares with their intervals beside a goal, each on a line of the same scale.
struct RatePlot {
  private let line: IntervalPlot

  /// The line for the intervals of a column.
  init(lows: [Double], goal: Double) { line = IntervalPlot(shares: lows + [goal]) }

  /// The numbers along the line, for the head of a column.
  var axis: Markup { line.axis }

  /// One share.
  func markup(_ share: Double, _ low: Double, _ high: Double, goal: Double) -> Markup {
    let scale = line.scale
    let place = { (value: Double) in scale(min(1, max(scale.low, value))) }
    let summary =
      "\(percent(share)), \(percent(low)) to \(percent(high)) with 95% confidence, goal "
      + shareText(goal)
    let end = IntervalPlot.width - 14
    return """
      <svg class="plot" viewBox="0 0 \(IntervalPlot.width) 18" role="img">\
      <title>\(summary)</title><path class="grid" d="M14 9H\(end)"/>\
      <path class="aim" d="M\(place(goal)) 1V17"/>\
      <path class="whisker" d="M\(place(low)) 9H\(place(high))M\(place(low)) 5.5V12.5\
      M\(place(high)) 5.5V12.5"/><circle class="mean" cx="\(place(share))" cy="9" r="3.4"/></svg>
      """
  }
}
