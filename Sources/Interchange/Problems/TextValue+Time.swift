import Workforce

extension TextValue where Value == LocalDate {
  static var date: Self {
    Self(
      accepted: "a date as YYYY-MM-DD",
      read: { LocalDate($0) },
      hint: { text in
        guard text.utf8.count == 10, let month = firstOfMonth(text) else { return nil }
        let (year, number, _) = month.components
        let days = LocalDate.days(inMonth: number, of: year)
        return "The calendar has no such day: the month has \(days). Write a date as YYYY-MM-DD."
      }
    )
  }

  /// For a text such as `2026-02-30`, the first of that month.
  private static func firstOfMonth(_ text: String) -> LocalDate? {
    let isNumeric = text.utf8.suffix(2).allSatisfy { (48...57).contains($0) }
    return isNumeric ? LocalDate(text.prefix(8) + "01") : nil
  }
}

extension TextValue where Value == ClockTime {
  static var clock: Self {
    Self(accepted: "a time of day as HH:MM, 00:00 to 24:00") { ClockTime($0) }
  }
}

extension TextValue where Value == ClockWindow {
  static var window: Self {
    Self(accepted: "a window as HH:MM-HH:MM, such as \"08:00-20:00\"") { ClockWindow($0) }
  }
}

extension TextValue where Value == LocalDateTime {
  static var localTime: Self {
    Self(accepted: "a local time as YYYY-MM-DDTHH:MM") { LocalDateTime($0) }
  }
}

extension TextValue where Value == DayPattern {
  static var day: Self {
    let names = Weekday.allCases.map(\.abbreviation) + ["every"]
    return Self(accepted: "mon, tue, wed, thu, fri, sat, sun, every or a date as YYYY-MM-DD") {
      text in
      if text == "every" { return .everyDay }
      return Weekday(abbreviation: text).map(DayPattern.weekday)
        ?? LocalDate(text).map(DayPattern.date)
    } hint: { given in
      guard let first = given.utf8.first, !(48...57).contains(first) else {
        return TextValue<LocalDate>.date.hint(given)
      }
      return Suggestion.nearest(to: given, among: names).map {
        "Did you mean '\($0)'? Write mon … sun, every or a date as YYYY-MM-DD."
      }
    }
  }
}

extension DayPattern {
  /// `every`, `mon` … `sun` or `YYYY-MM-DD`.
  var text: String {
    switch self {
    case .everyDay: "every"
    case .weekday(let weekday): weekday.abbreviation
    case .date(let date): date.description
    }
  }
}
