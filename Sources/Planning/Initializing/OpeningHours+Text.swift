import Workforce

extension OpeningHours {
  /// Each weekday with its windows: `mon 08:00-18:00, …, sun closed`.
  var text: String {
    Weekday.allCases.map { weekday in
      let windows = windows(on: weekday).map(\.description).joined(separator: " ")
      return weekday.abbreviation + " " + (windows.isEmpty ? "closed" : windows)
    }.joined(separator: ", ")
  }
}
