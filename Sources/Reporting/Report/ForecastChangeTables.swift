import Workforce

/// What the calendar and planners changed in a forecast, as tables of the report.
struct ForecastChangeTables {
  var forecast: Forecast

  private var figures: ForecastChangeFigures { ForecastChangeFigures(forecast: forecast) }

  /// The tables that have something to show.
  var markup: [Markup] { calendar + overrides }

  private var calendar: [Markup] {
    let effects = figures.effects
    let idle = figures.idleEntries.map { nothing("\($0): changes nothing in this forecast.") }
    guard !effects.isEmpty else { return idle }
    let columns: [TableColumn] = [
      .text("Day"), .text("Calendar entry"), .text("Kind"), .text("Queue"),
      .number("Contacts without it"), .number("With it"), .number("Change"),
      .number("On other days"),
    ]
    let rows = effects.map { effect -> [Markup] in
      [
        "<span class=\"nowrap\">\(effect.day)</span>", "\(effect.name)", "\(effect.kind)",
        "\(effect.queue)", "\(effect.without)", "\(effect.with)", "<b>\(effect.change)</b>",
        "\(effect.otherDays.isEmpty ? "–" : effect.otherDays)",
      ]
    }
    let heading: Markup = """
      <h3>What the calendar does <small>each entry by itself, against the same forecast without \
      it, before planners' changes; of a day outside the week, what it does to the week</small></h3>
      """
    return [heading, table("Effects of the calendar", columns, rows)] + idle
  }

  private var overrides: [Markup] {
    let changes = figures.overrides
    guard !changes.isEmpty else { return [] }
    let columns: [TableColumn] = [
      .text("Time"), .text("Queue"), .text("Change"), .number("Contacts before"),
      .number("After"), .sentence("Reason"),
    ]
    let rows = changes.map { change -> [Markup] in
      [
        "<span class=\"nowrap\">\(change.span)</span>", "\(change.queue)",
        "<span class=\"nowrap\">\(change.change)</span>", "\(change.before)",
        "<b>\(change.after)</b>", "\(change.reason)",
      ]
    }
    let heading: Markup = """
      <h3>What planners changed <small>overrides.csv, in the order in which they act; the charts \
      show the result</small></h3>
      """
    return [heading, table("Overrides", columns, rows)]
  }
}
