import Workforce

extension RecurrenceRule {
  /// The dates on which an event of this rule begins, ascending, up to `last`.
  ///
  /// The start always counts as the first (RFC 5545, §3.3.10). Dates that a month does not have are
  /// passed over. `isAllowed` says whether a date lies within ``until``.
  func dates(
    from start: LocalDate,
    through last: LocalDate,
    isAllowed: (LocalDate) -> Bool
  ) -> [LocalDate] {
    guard start <= last else { return [] }
    var dates = [start]
    var step = 0
    while let first = periodStart(step, from: start), first <= last {
      for date in chosen(candidates(of: first, start)) where date > start {
        let isFull = count.map { dates.count >= $0 } ?? false
        guard date <= last, isAllowed(date), !isFull else { return dates }
        dates.append(date)
      }
      step += 1
    }
    return dates
  }

  /// Whether the rule itself names its start.
  func names(_ start: LocalDate) -> Bool {
    periodStart(0, from: start).map { chosen(candidates(of: $0, start)).contains(start) } ?? false
  }

  /// The first date of the `step`-th day, week, month or year that counts.
  private func periodStart(_ step: Int, from start: LocalDate) -> LocalDate? {
    let (year, month, _) = start.components
    let steps = step * interval
    switch frequency {
    case .daily: return start.adding(days: steps)
    case .weekly:
      let back = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
      return start.adding(days: 7 * steps - back)
    case .monthly:
      let months = year * 12 + month - 1 + steps
      return LocalDate(year: months / 12, month: months % 12 + 1, day: 1)
    case .yearly: return LocalDate(year: year + steps, month: 1, day: 1)
    }
  }

  /// The dates that the rule names in a period, ascending (the table of §3.3.10).
  private func candidates(of first: LocalDate, _ start: LocalDate) -> [LocalDate] {
    switch frequency {
    case .daily:
      return [first].filter { isMonth($0) && isMonthDay($0) && isWeekday($0, in: nil) }
    case .weekly:
      let days = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
      return (0..<7).map(first.adding(days:)).filter { isMonth($0) && days.contains($0.weekday) }
    case .monthly:
      return isMonth(first) ? days(inMonthOf: first, start, weekdaysOf: month(of: first)) : []
    case .yearly: return daysInYear(first, start)
    }
  }

  private func daysInYear(_ first: LocalDate, _ start: LocalDate) -> [LocalDate] {
    let year = first.components.year
    let isByMonth = !months.isEmpty
    guard isByMonth || !monthDays.isEmpty || !weekdays.isEmpty else {
      let (_, month, day) = start.components
      return [LocalDate(year: year, month: month, day: day)].compactMap(\.self)
    }
    let firsts = (1...12).compactMap { LocalDate(year: year, month: $0, day: 1) }
    let whole = first...(firsts[11].adding(days: 30))
    return firsts.filter(isMonth).flatMap { month in
      days(inMonthOf: month, start, weekdaysOf: isByMonth ? self.month(of: month) : whole)
    }
  }

  /// The dates of a month; ordinals of weekdays count within `range`.
  private func days(
    inMonthOf first: LocalDate,
    _ start: LocalDate,
    weekdaysOf range: ClosedRange<LocalDate>
  ) -> [LocalDate] {
    let month = month(of: first)
    let length = month.upperBound.daysSinceEpoch - first.daysSinceEpoch + 1
    let isFree = monthDays.isEmpty && weekdays.isEmpty
    return (0..<length).map(first.adding(days:)).filter { date in
      isFree
        ? date.components.day == start.components.day
        : isMonthDay(date) && isWeekday(date, in: range)
    }
  }

  private func month(of date: LocalDate) -> ClosedRange<LocalDate> {
    let (year, month, day) = date.components
    let first = date.adding(days: 1 - day)
    return first...first.adding(days: LocalDate.days(inMonth: month, of: year) - 1)
  }

  private func isMonth(_ date: LocalDate) -> Bool {
    months.isEmpty || months.contains(date.components.month)
  }

  private func isMonthDay(_ date: LocalDate) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let (year, month, day) = date.components
    let length = LocalDate.days(inMonth: month, of: year)
    return monthDays.contains(day) || monthDays.contains(day - length - 1)
  }

  private func isWeekday(_ date: LocalDate, in range: ClosedRange<LocalDate>?) -> Bool {
    weekdays.isEmpty
      || weekdays.contains { part in
        guard part.weekday == date.weekday else { return false }
        guard part.ordinal != 0, let range else { return part.ordinal == 0 }
        let low = (date.daysSinceEpoch - range.lowerBound.daysSinceEpoch) / 7 + 1
        let high = (range.upperBound.daysSinceEpoch - date.daysSinceEpoch) / 7 + 1
        return part.ordinal == low || part.ordinal == -high
      }
  }

  /// Of a period's dates those at the positions asked for.
  private func chosen(_ dates: [LocalDate]) -> [LocalDate] {
    guard !positions.isEmpty else { return dates }
    return dates.indices.filter { index in
      positions.contains(index + 1) || positions.contains(index - dates.count)
    }.map { dates[$0] }
  }
}
