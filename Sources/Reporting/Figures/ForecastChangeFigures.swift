import Workforce

/// What calendar entries and planners changed in a forecast, as rows for people.
struct ForecastChangeFigures {
  let forecast: Forecast

  /// A calendar entry's effect on a queue.
  struct Effect {
    var name: String
    var kind: String
    var queue: String
    var day: String
    var without: String
    var with: String
    var change: String
    /// The change on the other days; empty where it rounds to none.
    var otherDays: String
  }

  /// A planner's change of a queue.
  struct Override {
    var reason: String
    var queue: String
    var span: String
    var change: String
    var before: String
    var after: String
  }

  /// By entry, then by queue; queues that an entry does not touch are left out.
  var effects: [Effect] {
    forecast.calendarEffects.filter(Self.acts).map { effect in
      let others = effect.contactsOnOtherDays
      guard forecast.grid.dates.contains(effect.date) else { return near(effect) }
      return Effect(
        name: effect.name,
        kind: effect.kind.words,
        queue: effect.queue,
        day: effect.date.shortText,
        without: decimal(effect.contactsWithout),
        with: decimal(effect.contactsWith),
        change: signed(effect.contactsWith - effect.contactsWithout),
        otherDays: abs(others) < 0.5 ? "" : signed(others)
      )
    }
  }

  /// An entry of a day outside the week, which acts on the week's days only.
  private func near(_ effect: CalendarEffect) -> Effect {
    Effect(
      name: effect.name,
      kind: effect.kind.words,
      queue: effect.queue,
      day: effect.date.shortText,
      without: "–",
      with: "–",
      change: signed(effect.contactsOnOtherDays),
      otherDays: ""
    )
  }

  /// Entries that change no queue, as `Fri 27 Mar Pay day`.
  var idleEntries: [String] {
    var names: [String] = []
    for effect in forecast.calendarEffects {
      let name = "\(effect.date.shortText) \(effect.name)"
      let isSame = { (other: CalendarEffect) in
        (other.date, other.kind, other.name) == (effect.date, effect.kind, effect.name)
      }
      let acts = forecast.calendarEffects.contains { isSame($0) && Self.acts($0) }
      if !acts, !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func acts(_ effect: CalendarEffect) -> Bool {
    abs(effect.contactsWith - effect.contactsWithout) >= 0.05
      || abs(effect.contactsOnOtherDays) >= 0.05
  }

  var overrides: [Override] {
    forecast.overrides.map { applied in
      let change =
        switch applied.override.change {
        case .factor(let factor): "× \(factorText(factor))"
        case .value(let value):
          "= \(decimal(value))" + (applied.override.queue == nil ? " in all" : "")
        }
      return Override(
        reason: applied.override.reason,
        queue: applied.queue,
        span: applied.override.spanText,
        change: change,
        before: decimal(applied.contactsBefore),
        after: decimal(applied.contactsAfter)
      )
    }
  }

  /// A factor with as many decimals as it needs, at most three.
  private func factorText(_ factor: Double) -> String {
    let places = (0...3).first { abs(factor - rounded(factor, $0)) < 1e-9 } ?? 3
    return decimal(factor, places: places)
  }

  private func rounded(_ value: Double, _ places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    return (value * scale).rounded() / scale
  }
}

/// A number with its sign: `+12`, `−3`, `0`.
func signed(_ value: Double, places: Int = 0) -> String {
  let text = decimal(value, places: places)
  let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
  return value > 0 && !isZero ? "+" + text : text
}

extension CalendarEntry.Kind {
  /// The kind in plain words.
  var words: String { rawValue.replacing("_", with: " ") }
}

extension ForecastOverride {
  /// `Mon 2 Mar`, `Mon 2 Mar – Wed 4 Mar`, `Mon 2 Mar 09:00–12:00`.
  var spanText: String {
    if isWholeDays {
      let last = until.date.adding(days: -1)
      return last == from.date
        ? from.date.shortText : "\(from.date.shortText) – \(last.shortText)"
    }
    let start = "\(from.date.shortText) \(clock(from.minuteOfDay))"
    return from.date == until.date
      ? "\(start)–\(clock(until.minuteOfDay))"
      : "\(start) – \(until.date.shortText) \(clock(until.minuteOfDay))"
  }
}
