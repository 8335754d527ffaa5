import Workforce

extension OpeningHours {
  /// The hours with each window widened to times of day that are multiples of `step` minutes;
  /// windows that then overlap become one.
  func widened(toMultiplesOf step: Int) -> OpeningHours {
    OpeningHours(
      windows: windows.map { day in
        var wider: [Range<Int>] = []
        for window in day {
          let start = window.start.minutes / step * step
          let end = (window.endMinutes + step - 1) / step * step
          if let last = wider.last, start <= last.upperBound {
            wider[wider.count - 1] = last.lowerBound..<max(last.upperBound, end)
          } else {
            wider.append(start..<end)
          }
        }
        return wider.compactMap { range in
          let end = range.upperBound > 1440 ? range.upperBound - 1440 : range.upperBound
          guard let from = ClockTime(minutes: range.lowerBound), let to = ClockTime(minutes: end)
          else { return nil }
          return ClockWindow(start: from, end: to)
        }
      }
    )
  }
}
