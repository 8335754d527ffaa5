import Workforce

/// Whether the breaks of a shift template can be placed so that every stretch of work is allowed.
struct BreakFit {
  private let template: ShiftTemplate
  private let slot: Int

  init(_ template: ShiftTemplate, slot: Int) {
    self.template = template
    self.slot = slot
  }

  /// What is wrong; `nil` when there is a placement.
  func problem(_ subject: String) -> Problem? {
    guard !hasPlacement else { return nil }
    let stretches = template.breaks.count + 1
    let breaks = template.breaks.reduce(0) { $0 + $1.length.wholeMinutes }
    let work = template.length.wholeMinutes - breaks
    let (low, high) = (template.minimumStretch.wholeMinutes, template.maximumStretch.wholeMinutes)
    return work < stretches * low || work > stretches * high
      ? .breakFit(subject, stretches: stretches, work: work, low: low, high: high)
      : .breakWindows(subject)
  }

  /// Searches the starts of the breaks, one after the other, over the slots from the shift's start.
  private var hasPlacement: Bool {
    var stretchStarts: Set<Int> = [0]
    for pause in template.breaks {
      var next: Set<Int> = []
      for offset in stride(from: 0, through: template.length.wholeMinutes, by: slot)
      where isInWindow(offset, of: pause)
        && stretchStarts.contains(where: { isAllowed(offset - $0) })
      {
        next.insert(offset + pause.length.wholeMinutes)
      }
      stretchStarts = next
    }
    return stretchStarts.contains { isAllowed(template.length.wholeMinutes - $0) }
  }

  private func isAllowed(_ stretch: Int) -> Bool {
    template.minimumStretch.wholeMinutes <= stretch
      && stretch <= template.maximumStretch.wholeMinutes
  }

  private func isInWindow(_ offset: Int, of pause: BreakTemplate) -> Bool {
    let share = Double(offset) / Double(template.length.wholeMinutes)
    return (pause.earliestStart?.value ?? 0) <= share + 1e-9
      && share - 1e-9 <= (pause.latestStart?.value ?? 1)
  }
}
