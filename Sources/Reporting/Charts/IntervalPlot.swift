import Workforce

/// A measured share with its interval of confidence beside a target, on a line.
struct IntervalPlot {
  static let width = 170.0

  /// Round numbers along the line; the first and last bound it.
  var ticks: [Double]

  /// The line for shares and targets, from a round number below them to 100 %.
  init(shares: [Double]) {
    let low = max(0, min(1, shares.min() ?? 0) - 0.02)
    let steps = NiceTicks.values(from: min(low, 0.9) * 100, to: 100, atMost: 5)
    ticks = steps.map { $0 / 100 }.filter { $0 <= 1 }
  }

  /// Where a share lies on the line.
  var scale: LinearScale {
    LinearScale(low: ticks.first ?? 0, high: 1, start: 14, end: Self.width - 14)
  }

  /// The numbers along the line, for the head of a column.
  var axis: Markup {
    let labels = ticks.map { tick -> Markup in
      "<text x=\"\(scale(tick))\" y=\"9\">\(decimal(tick * 100))</text>"
    }
    return """
      <svg class="plot" viewBox="0 0 \(Self.width) 12" aria-hidden="true">\
      <g class="below">\(labels)</g></svg>
      """
  }

  /// One measured share.
  func markup(_ estimate: Estimate, target: Double, title: String) -> Markup {
    let clamp = { (share: Double) in scale(min(1, max(ticks.first ?? 0, share))) }
    let (low, high) = (clamp(estimate.low), clamp(estimate.high))
    let summary =
      "\(percent(estimate.mean)) measured, \(percent(estimate.shareLow)) to \(percent(estimate.shareHigh)) "
      + "with 95% confidence, target \(shareText(target))"
    return """
      <svg class="plot" viewBox="0 0 \(Self.width) 18" role="img"><title>\(title)</title>\
      <desc>\(summary)</desc><path class="grid" d="M14 9H\(Self.width - 14)"/>\
      <path class="aim" d="M\(clamp(target)) 1V17"/>\
      <path class="whisker" d="M\(low) 9H\(high)M\(low) 5.5V12.5M\(high) 5.5V12.5"/>\
      <circle class="mean" cx="\(clamp(estimate.mean))" cy="9" r="3.4"/></svg>
      """
  }
}
