package import Workforce

/// A shift template in roster slots.
package struct ShiftShape: Hashable, Sendable {
  /// A break inside the shift.
  package struct Pause: Hashable, Sendable {
    /// Whether it is a short break or the meal.
    package let kind: BreakTemplate.Kind
    /// Its length in slots.
    package let length: Int
    /// Earliest offset from the shift's start, in slots.
    package let earliest: Int
    /// Latest offset from the shift's start, in slots.
    package let latest: Int

    /// A break with the range of its offset.
    package init(kind: BreakTemplate.Kind, length: Int, earliest: Int, latest: Int) {
      self.kind = kind
      self.length = length
      self.earliest = earliest
      self.latest = latest
    }
  }

  /// Most breaks that a shift may hold.
  package static let maximumPauses = 8

  /// The template's name.
  package let name: String
  /// Slots from start to end.
  package let length: Int
  /// Paid minutes.
  package let paidMinutes: Int
  /// The breaks, in order.
  package let pauses: [Pause]
  /// Fewest slots of work without a break.
  package let minimumStretch: Int
  /// Most slots of work without a break.
  package let maximumStretch: Int

  /// A shape as given.
  package init(
    name: String,
    length: Int,
    paidMinutes: Int,
    pauses: [Pause],
    minimumStretch: Int,
    maximumStretch: Int
  ) {
    self.name = name
    self.length = length
    self.paidMinutes = paidMinutes
    self.pauses = pauses
    self.minimumStretch = minimumStretch
    self.maximumStretch = maximumStretch
  }

  /// Whether there is a legal place for all breaks; nobody can work a shape without one.
  package var canHoldBreaks: Bool { BreakPlacement(self) != nil }

  /// Reads a template on a grid of slots.
  init(_ template: ShiftTemplate, slotMinutes: Int) {
    let slots = { (duration: Duration) in duration.wholeMinutes / slotMinutes }
    let length = slots(template.length)
    name = template.name
    self.length = length
    paidMinutes = template.paidLength.wholeMinutes
    minimumStretch =
      (template.minimumStretch.wholeMinutes + slotMinutes - 1) / slotMinutes
    maximumStretch = slots(template.maximumStretch)
    pauses = template.breaks.map { pause in
      let earliest = (pause.earliestStart?.value ?? 0) * Double(length)
      let latest = (pause.latestStart?.value ?? 1) * Double(length)
      return Pause(
        kind: pause.kind,
        length: slots(pause.length),
        earliest: Int((earliest - 1e-9).rounded(.up)),
        latest: Int((latest + 1e-9).rounded(.down))
      )
    }
  }
}
