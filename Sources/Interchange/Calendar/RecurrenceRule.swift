import Workforce

/// On which dates an event repeats (RFC 5545, §3.3.10), as far as calendars of days use it.
struct RecurrenceRule {
  enum Frequency: String, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, and which of them in the month or year: 0 each, −1 the last.
  struct WeekdayPart: Equatable {
    var ordinal: Int
    var weekday: Weekday
  }

  var frequency: Frequency
  var interval = 1
  var count: Int?
  var until: ICalendarTime?
  var months: [Int] = []
  var monthDays: [Int] = []
  var weekdays: [WeekdayPart] = []
  var positions: [Int] = []
  var weekStart = Weekday.monday

  /// Reads a rule; throws what is wrong with it.
  init(_ text: String) throws(ReportedProblem) {
    frequency = .yearly
    var names: [String] = []
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).uppercased() }
      guard pair.count == 2 else { throw ReportedProblem(.rulePart(String(part))) }
      guard !names.contains(pair[0]) else { throw ReportedProblem(.rulePartTwice(pair[0])) }
      names.append(pair[0])
      try read(pair[0], pair[1])
    }
    guard names.contains("FREQ") else { throw ReportedProblem(.ruleWithoutFrequency(text)) }
    try check(names)
  }

  private mutating func read(_ name: String, _ value: String) throws(ReportedProblem) {
    switch name {
    case "FREQ":
      guard let frequency = Frequency(rawValue: value) else {
        throw ReportedProblem(.ruleFrequency(value))
      }
      self.frequency = frequency
    case "INTERVAL": interval = try Self.number(name, value, 1...1000)
    case "COUNT": count = try Self.number(name, value, 1...100_000)
    case "UNTIL":
      guard let time = ICalendarTime(value) else {
        throw ReportedProblem(.ruleValue(name, value, accepted: ICalendarTime.accepted))
      }
      until = time
    case "BYMONTH": months = try Self.numbers(name, value, 1...12)
    case "BYMONTHDAY": monthDays = try Self.numbers(name, value, 1...31, orNegative: true)
    case "BYSETPOS": positions = try Self.numbers(name, value, 1...366, orNegative: true)
    case "BYDAY": weekdays = try Self.weekdays(value)
    case "WKST": weekStart = try Self.weekday(name, value[...])
    default: throw ReportedProblem(.ruleUnsupported(name))
    }
  }

  /// Combinations that the standard forbids or leaves without meaning.
  private func check(_ names: [String]) throws(ReportedProblem) {
    if count != nil, until != nil { throw ReportedProblem(.ruleCountAndUntil) }
    let isOrdinal = weekdays.contains { $0.ordinal != 0 }
    if isOrdinal, frequency == .weekly || frequency == .daily {
      throw ReportedProblem(.ruleOrdinal(frequency.rawValue))
    }
    if frequency == .weekly, !monthDays.isEmpty { throw ReportedProblem(.ruleWeeklyMonthDay) }
    if !positions.isEmpty, months.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
      throw ReportedProblem(.rulePositionAlone)
    }
  }

  private static func number(_ name: String, _ value: String, _ range: ClosedRange<Int>)
    throws(ReportedProblem) -> Int
  {
    guard let number = Int(value), range.contains(number) else {
      let accepted = "a whole number, \(range.lowerBound) to \(range.upperBound)"
      throw ReportedProblem(.ruleValue(name, value, accepted: accepted))
    }
    return number
  }

  private static func numbers(
    _ name: String,
    _ value: String,
    _ range: ClosedRange<Int>,
    orNegative: Bool = false
  ) throws(ReportedProblem) -> [Int] {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { number in
      range.contains(number) || (orNegative && range.contains(0 &- number))
    }
    guard numbers.count == parts.count else {
      let accepted =
        "whole numbers, \(range.lowerBound) to \(range.upperBound)"
        + (orNegative ? " or the same below zero, counted from the end" : "")
      throw ReportedProblem(.ruleValue(name, value, accepted: accepted))
    }
    return numbers.sorted()
  }

  private static func weekdays(_ value: String) throws(ReportedProblem) -> [WeekdayPart] {
    var parts: [WeekdayPart] = []
    for part in value.split(separator: ",", omittingEmptySubsequences: false) {
      let weekday = try weekday("BYDAY", part.suffix(2), given: value)
      let digits = part.dropLast(2)
      let ordinal = digits.isEmpty ? 0 : Int(digits)
      guard let ordinal, digits.isEmpty || (ordinal != 0 && ordinal.magnitude <= 53) else {
        throw ReportedProblem(.ruleValue("BYDAY", value, accepted: Self.weekdayText))
      }
      parts.append(WeekdayPart(ordinal: ordinal, weekday: weekday))
    }
    return parts
  }

  private static let weekdayText = "weekdays such as MO, 1MO (the first) or -1FR (the last)"

  private static func weekday(_ name: String, _ text: Substring, given: String? = nil)
    throws(ReportedProblem) -> Weekday
  {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard let index = names.firstIndex(of: String(text)) else {
      let accepted = name == "BYDAY" ? weekdayText : "a weekday: MO, TU, WE, TH, FR, SA or SU"
      throw ReportedProblem(.ruleValue(name, given ?? String(text), accepted: accepted))
    }
    return Weekday.allCases[index]
  }
}
