import Workforce

/// Says what the calendar's entries of a week ask for.
struct CalendarNotes {
  let inputs: PlanningInputs

  func notes(on dates: [LocalDate]) -> [Diagnostic] {
    dates.flatMap { inputs.calendarEntries(on: $0) }.map { entry in
      Diagnostic(
        .note,
        file: "calendar",
        message: "\(entry.date) \(entry.name) (\(entry.kind.rawValue)): \(meaning(of: entry)).",
        suggestion: ""
      )
    }
  }

  private func meaning(of entry: CalendarEntry) -> String {
    switch (entry.kind, entry.factor) {
    case (.closed, _): "closed, nothing is expected"
    case (.makeUpDay, nil): "works like a Friday"
    case (.makeUpDay, let factor?): "works like a Friday, times \(factor)"
    case (_, let factor?): "the forecast is multiplied by \(factor)"
    case (.payDay, nil), (.monthEnd, nil): "has no factor; the calendar process knows such days"
    case (_, nil):
      "has no factor; the calendar process learns from such days, other methods forecast as usual "
        + "with a wider band"
    }
  }
}
