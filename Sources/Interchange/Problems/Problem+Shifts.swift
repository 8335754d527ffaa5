import Workforce

extension Problem {
  static func shareOrder(_ subject: String, _ earliest: Fraction, _ latest: Fraction) -> Problem {
    Problem(
      "latest_share of \(subject) is \(Numbers.text(latest.value)) "
        + "but earliest_share is \(Numbers.text(earliest.value)).",
      "Write a latest_share at or above the earliest_share."
    )
  }

  static func length(_ subject: String, _ minutes: Int, slot: Int) -> Problem {
    Problem(
      "the length of \(subject) is \(minutes) minutes but roster_slot_minutes is \(slot).",
      "Write a multiple of \(slot), such as \(max(1, minutes / slot) * slot)."
    )
  }

  static func stretchOrder(_ subject: String, _ template: ShiftTemplate) -> Problem {
    Problem(
      "maximum_stretch_minutes of \(subject) is \(template.maximumStretch.wholeMinutes) "
        + "but minimum_stretch_minutes is \(template.minimumStretch.wholeMinutes).",
      "Write a maximum at or above the minimum."
    )
  }

  static func breakFit(_ subject: String, stretches: Int, work: Int, low: Int, high: Int)
    -> Problem
  {
    Problem(
      "the breaks of \(subject) leave \(work) minutes of work in "
        + (stretches == 1 ? "1 stretch" : "\(stretches) stretches")
        + ", but each must last \(low) to \(high) minutes.",
      "Change the length, the number of breaks, or the stretches "
        + "(minimum_stretch_minutes, maximum_stretch_minutes)."
    )
  }

  static func breakWindows(_ subject: String) -> Problem {
    Problem(
      "the breaks of \(subject) cannot be placed inside their windows.",
      "Widen earliest_share and latest_share, or the stretches "
        + "(minimum_stretch_minutes, maximum_stretch_minutes)."
    )
  }

  static func hoursOrder(_ subject: String, _ low: Duration, _ high: Duration) -> Problem {
    Problem(
      "the minimum weekly hours of \(subject) are \(Numbers.text(low.inHours)) "
        + "but the maximum is \(Numbers.text(high.inHours)).",
      "Write a minimum at or below the maximum."
    )
  }

  static func overtimeOrder(_ subject: String, _ contract: ContractSettings) -> Problem {
    Problem(
      "overtime of \(subject) begins after \(Numbers.text(contract.overtimeAfter.inHours)) hours "
        + "but the maximum is \(Numbers.text(contract.maximumWeeklyHours.inHours)).",
      "Write an overtime_after at or below the maximum, or leave it out."
    )
  }

  static func daysOrder(_ subject: String, _ contract: ContractSettings) -> Problem {
    Problem(
      "the minimum days of \(subject) are \(contract.minimumDays) "
        + "but the maximum is \(contract.maximumDays).",
      "Write a minimum at or below the maximum."
    )
  }

  static func longTemplate(
    _ subject: String,
    _ template: ShiftTemplate,
    window: ClockWindow,
    room: Int
  ) -> Problem {
    Problem(
      "shift template '\(template.name)' lasts \(template.length.wholeMinutes) minutes "
        + "but the window \(window) of \(subject) has only \(room).",
      "Widen shift_window, or take the template out of the contract."
    )
  }

  static func manyBreaks(_ subject: String, _ count: Int) -> Problem {
    Problem("\(subject) has \(count) breaks.", "Write at most 8 breaks.")
  }

  static func twinTemplates(
    _ subject: String,
    _ first: ShiftTemplate,
    _ second: ShiftTemplate
  ) -> Problem {
    Problem(
      "the shift templates '\(first.name)' and '\(second.name)' of \(subject) look the same in a "
        + "roster: \(second.length.wholeMinutes) minutes with the same breaks.",
      "Give them different lengths or breaks, or leave one out of the contract."
    )
  }

  static func unreachableHours(
    _ subject: String,
    days: ClosedRange<Int>,
    low: Int,
    high: Int,
    templates: [ShiftTemplate],
    below: Int?,
    above: Int?
  ) -> Problem {
    let count =
      days.lowerBound == days.upperBound
      ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
    let shapes = templates.map { "'\($0.name)' (\(hours($0.paidLength.wholeMinutes)) paid)" }
    let nearest = [below, above].compactMap { $0 }.map(hours).joined(separator: " and ")
    return Problem(
      "no \(count) shifts of \(shapes.joined(separator: ", ")) give \(subject) "
        + "\(hours(low)) to \(hours(high)) a week; nearest: \(nearest).",
      "Change the weekly hours, the days per week, or the shift templates of the contract."
    )
  }

  private static func hours(_ minutes: Int) -> String {
    let hours = Double(minutes) / 60
    let text = Numbers.text((hours * 100).rounded() / 100)
    return "\(text) h"
  }
}
