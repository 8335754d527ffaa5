extension OpeningHours {
  /// Each weekday with its windows: `mon 08:00-18:00, …, sun closed`.
  public var text: String {
    Weekday.allCases.map { "\($0.abbreviation) \(windowText($0))" }.joined(separator: ", ")
  }

  /// The same with equal weekdays in a row taken together: `mon-fri 08:00-18:00, sat-sun closed`.
  public var shortText: String {
    var parts: [(first: Weekday, last: Weekday, text: String)] = []
    for weekday in Weekday.allCases {
      let text = windowText(weekday)
      if parts.last?.text == text {
        parts[parts.count - 1].last = weekday
      } else {
        parts.append((weekday, weekday, text))
      }
    }
    return parts.map { first, last, text in
      let days =
        first == last ? first.abbreviation : "\(first.abbreviation)-\(last.abbreviation)"
      return "\(days) \(text)"
    }.joined(separator: ", ")
  }

  private func windowText(_ weekday: Weekday) -> String {
    let windows = windows(on: weekday).map(\.description).joined(separator: " ")
    return windows.isEmpty ? "closed" : windows
  }
}
