import Workforce

/// The stages of one person, from enrolments and curricula.
struct StageFacts: Sendable {
  private struct Days {
    let from: LocalDate
    let until: LocalDate
    let stage: Curriculum.Stage
  }

  private let days: [Days]

  /// Takes the person's enrolments in file order.
  init(_ enrolments: [CurriculumEnrolment], _ curricula: [Curriculum]) {
    var days: [Days] = []
    for (place, enrolment) in enrolments.enumerated() {
      guard let curriculum = Self.version(enrolment, curricula) else { continue }
      // the next enrolment, by first day and then by row, ends this one
      let next = enrolments.enumerated().filter {
        ($0.element.from, $0.offset) > (enrolment.from, place)
      }.map(\.element.from).min()
      var from = enrolment.from
      for stage in curriculum.stages {
        let until = Self.end(of: stage, from: from)
        days.append(Days(from: from, until: next.map { min($0, until) } ?? until, stage: stage))
        from = until
      }
    }
    self.days = days
  }

  /// The stage on a date; `nil` for somebody in service.
  func stage(on date: LocalDate) -> Curriculum.Stage? {
    days.first { $0.from <= date && date < $0.until }?.stage
  }

  /// Tenths of a person that somebody counts for on a date.
  func tenths(on date: LocalDate) -> Int { stage(on: date)?.tenths ?? 10 }

  /// Of the versions that have begun by the enrolment the one that began last, else the first.
  private static func version(
    _ enrolment: CurriculumEnrolment,
    _ curricula: [Curriculum]
  ) -> Curriculum? {
    let named = curricula.filter { $0.name == enrolment.curriculum }
    var last: Curriculum?
    for version in named {
      guard let from = version.from else {
        last = last ?? version
        continue
      }
      guard from <= enrolment.from else { continue }
      if last?.from.map({ $0 < from }) ?? true { last = version }
    }
    return last ?? named.first
  }

  private static func end(of stage: Curriculum.Stage, from: LocalDate) -> LocalDate {
    guard case .months(let count) = stage.length else {
      guard case .days(let count) = stage.length else { return from }
      return from.adding(days: count)
    }
    // month by month to the first of the month, then on to the day, if the month has it
    let day = from.components.day
    var first = from.adding(days: 1 - day)
    for _ in 0..<count { first = nextFirst(first) }
    return min(first.adding(days: day - 1), nextFirst(first))
  }

  private static func nextFirst(_ first: LocalDate) -> LocalDate {
    var date = first.adding(days: 28)
    while date.components.day != 1 { date = date.adding(days: 1) }
    return date
  }
}
