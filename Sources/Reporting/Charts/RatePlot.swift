import Workforce

/// Shares with their intervals beside a goal, each on a line from 0 to 100 %, so that what one table
/// shows can be compared with another.
enum RatePlot {
  private static let width = 132.0
  private static let scale = LinearScale(low: 0, high: 1, start: 10, end: width - 10)

  /// The numbers along the line, for the head of a column.
  static var axis: Markup {
    let labels = [0, 25, 50, 75, 100].map { tick -> Markup in
      "<text x=\"\(scale(Double(tick) / 100))\" y=\"9\">\(tick)</text>"
    }
    return """
      <svg class="plot rate" viewBox="0 0 \(width) 12" aria-hidden="true">\
      <g class="below">\(labels)</g></svg>
      """
  }

  /// One share, with the ends of its interval in figures.
  static func markup(_ share: Double, _ low: Double, _ high: Double, goal: Double) -> Markup {
    let place = { (value: Double) in scale(min(1, max(0, value))) }
    let summary =
      "\(percent(share)), \(percent(low)) to \(percent(high)) with 95% confidence, goal "
      + shareText(goal)
    return """
      <span class="rate-line"><svg class="plot rate" viewBox="0 0 \(width) 18" role="img">\
      <title>\(summary)</title><path class="grid" d="M\(scale(0)) 9H\(scale(1))"/>\
      <path class="aim" d="M\(place(goal)) 1V17"/>\
      <path class="whisker" d="M\(place(low)) 9H\(place(high))M\(place(low)) 5.5V12.5\
      M\(place(high)) 5.5V12.5"/><circle class="mean" cx="\(place(share))" cy="9" r="3.4"/></svg>\
      <span>\(intervalText(low, high))</span></span>
      """
  }
}

/// The ends of a share's interval: `84.1–96.2%`.
func intervalText(_ low: Double, _ high: Double) -> String {
  "\(decimal(low * 100, places: 1))–\(decimal(high * 100, places: 1))%"
}
