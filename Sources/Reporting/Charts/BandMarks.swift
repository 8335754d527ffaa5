/// A line with bands around it, drawn over each run of open intervals of a day.
struct BandMarks {
  var panel: DayPanel
  var isOpen: [Bool]

  /// A line through the middles of intervals.
  func line(_ amounts: [Double], style: String) -> Markup {
    var path = ChartPath()
    for run in runs { path.lines(points(amounts, run)) }
    return path.element(style)
  }

  /// A dot in the middle of each known open interval.
  func dots(_ amounts: [Double?], style: String) -> Markup {
    var path = ChartPath()
    for index in panel.axis.intervals where isOpen[index] {
      if let amount = amounts[index] {
        path.dot(panel.axis.middle(index), panel.values(amount))
      }
    }
    return path.element(style)
  }

  /// The band between two lines.
  func band(_ low: [Double], _ high: [Double], style: String) -> Markup {
    var path = ChartPath()
    for run in runs {
      path.lines(points(high, run) + points(low, run).reversed())
      path.close()
    }
    return path.element(style)
  }

  /// Middles of intervals, with the run's first and last value held to its ends.
  private func points(_ amounts: [Double], _ run: Range<Int>) -> [(x: Double, y: Double)] {
    let axis = panel.axis
    let values = panel.values
    let (first, last) = (run.lowerBound, run.upperBound - 1)
    return [(axis.position(first), values(amounts[first]))]
      + run.map { (axis.middle($0), values(amounts[$0])) }
      + [(axis.position(last + 1), values(amounts[last]))]
  }

  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in panel.axis.intervals where isOpen[index] {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
