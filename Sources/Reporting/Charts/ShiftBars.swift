import Workforce

/// Shifts as thin bars along the hours of their date, with gaps for breaks and classes in
/// another color.
struct ShiftBars {
  static let width = 102.0

  /// The hours drawn, as minutes of the clock from the date's midnight.
  let window: Range<Int>
  private let scale: LinearScale

  /// Bars for all shifts of a roster, in full hours that hold every one; `nil` without any.
  init?(_ roster: Roster) {
    var (first, last) = (Int.max, Int.min)
    for tour in roster.tours {
      let zone = roster.zone(of: tour)
      for shift in tour.shifts {
        first = min(first, Self.minute(shift.start, of: shift.date, in: zone))
        last = max(last, Self.minute(shift.end, of: shift.date, in: zone))
      }
    }
    guard first < last else { return nil }
    window = first / 60 * 60..<(last + 59) / 60 * 60
    scale = LinearScale(
      low: Double(window.lowerBound),
      high: Double(window.upperBound),
      start: 0,
      end: Self.width
    )
  }

  /// Minutes on the clock from a date's midnight, beyond 1440 on the next day.
  private static func minute(_ instant: Instant, of date: LocalDate, in zone: Zone) -> Int {
    let local = zone.local(at: instant)
    return (local.date.daysSinceEpoch - date.daysSinceEpoch) * 1440 + local.minuteOfDay
  }

  /// The bar of a shift on a clock; its times stand beside it as text.
  func markup(_ shift: Shift, _ zone: Zone) -> Markup {
    let work = path(shift, .work, zone)
    let training = path(shift, .training, zone)
    let classes: Markup =
      training.data.isEmpty ? .none : "<path class=\"training\" d=\"\(training.data)\"/>"
    return
      "<svg viewBox=\"0 0 \(Self.width) 6\"><path d=\"\(work.data)\"/>\(classes)</svg>"
  }

  private func path(_ shift: Shift, _ kind: ShiftSegment.Kind, _ zone: Zone) -> ChartPath {
    var path = ChartPath()
    for segment in shift.segments where segment.kind == kind {
      path.rectangle(
        scale(Double(Self.minute(segment.start, of: shift.date, in: zone))),
        0,
        scale(Double(Self.minute(segment.end, of: shift.date, in: zone))),
        6
      )
    }
    return path
  }

  /// Hours for the head of a column.
  var axis: Markup {
    let span = window.count / 60
    let step = [2, 3, 4, 6, 8, 12].first { span / $0 <= 4 } ?? 24
    let marks = stride(from: window.lowerBound, through: window.upperBound, by: 60)
      .filter { $0 % (step * 60) == 0 }
    let labels = marks.map { minute -> Markup in
      let x = scale(Double(minute))
      let anchor: Markup =
        x < 6 ? " class=\"first\"" : x > Self.width - 6 ? " class=\"last\"" : .none
      return "<text x=\"\(x)\" y=\"8\"\(anchor)>\(padded(minute / 60 % 24, 2))</text>"
    }
    return
      "<svg class=\"hours\" viewBox=\"0 0 \(Self.width) 9\" aria-hidden=\"true\">\(labels)</svg>"
  }
}
