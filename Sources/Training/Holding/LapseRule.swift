public import Workforce

/// When certificates lapse.
public enum LapseRule {
  /// The first day on which a certificate holds no longer; `nil` when it always will.
  ///
  /// - Parameters:
  ///   - validity: How long the course's certificates hold.
  ///   - attained: The day of the pass.
  ///   - previous: The day on which the certificate that it renews lapses; `nil` for none.
  ///   - renewalWindowDays: Days before a lapse in which a pass counts from the lapse on.
  /// - Returns: The day; for a yearly date, a pass within the window before it is good for the
  ///   year after.
  public static func lapse(
    of validity: Course.Validity,
    attained: LocalDate,
    previous: LocalDate? = nil,
    renewalWindowDays: Int = 0
  ) -> LocalDate? {
    let isRenewal =
      previous.map { attained < $0 && $0.adding(days: -renewalWindowDays) <= attained } ?? false
    let base = isRenewal ? previous ?? attained : attained
    switch validity {
    case .unlimited: return nil
    case .months(let count): return date(base, plusMonths: count)
    case .until(let month, let day):
      let next = yearlyLapse(after: base, month, day)
      let isNear = !isRenewal && next.adding(days: -renewalWindowDays) <= attained
      return isNear ? yearlyLapse(after: next, month, day) : next
    }
  }

  /// The same day so many months later; where the month is too short, the first of the next.
  public static func date(_ date: LocalDate, plusMonths count: Int) -> LocalDate {
    let (year, month, day) = date.components
    let index = year * 12 + month - 1 + count
    let (laterYear, laterMonth) = (index / 12, index % 12 + 1)
    if let same = LocalDate(year: laterYear, month: laterMonth, day: day) { return same }
    let next = (index + 1) / 12
    return LocalDate(year: next, month: (index + 1) % 12 + 1, day: 1)
      ?? date.adding(days: 31 * count)
  }

  /// The certificate of a passed attempt; `nil` for one that was not passed.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - course: The version of its course on that day.
  ///   - previous: The person's certificate that lapses last; `nil` for none.
  ///   - reference: The number of the new one.
  /// - Returns: A certificate that holds from the attempt on.
  public static func certification(
    for attempt: AssessmentAttempt,
    course: Course,
    previous: Certification? = nil,
    reference: String
  ) -> Certification? {
    guard attempt.isPassed else { return nil }
    let lapse = lapse(
      of: course.validity,
      attained: attempt.sat.date,
      previous: previous?.lapses?.date,
      renewalWindowDays: course.renewalWindowDays
    )
    return Certification(
      employee: attempt.employee,
      course: attempt.course,
      attained: attempt.sat.date,
      from: attempt.sat,
      lapses: lapse.map { LocalDateTime(date: $0, secondOfDay: 0) },
      reference: reference
    )
  }

  /// The first day after a yearly date, the first that lies after `date`.
  private static func yearlyLapse(after date: LocalDate, _ month: Int, _ day: Int) -> LocalDate {
    var year = date.components.year
    while true {
      let last = min(day, LocalDate.days(inMonth: month, of: year))
      let end = LocalDate(year: year, month: month, day: last) ?? date
      if end.adding(days: 1) > date || year >= 9998 { return end.adding(days: 1) }
      year += 1
    }
  }
}
