import Training
import Workforce

/// Somebody who needs a seat at a course.
struct PlacementSeeker: Sendable {
  /// Position among the employees.
  var person: Int
  var employee: String
  var course: String
  /// The moment by which it must be had, on the clock of the person's site.
  var by: LocalDateTime
  /// The last moment at which a class may end.
  var deadline: Instant
  /// The moment of the lapse; `nil` where nothing lapses.
  var lapse: Instant?
  /// First day on which a pass loses no days.
  var earliest: LocalDate
  /// The first day of the renewal window; `nil` where there is none.
  var windowFrom: LocalDate?
  /// True for somebody who must be placed within the horizon.
  var isNeeded: Bool
  /// True when the certificate has lapsed already.
  var isOverdue: Bool
  /// Chance of a pass at the first attempt.
  var chance: Double
}

/// Finds who needs which course within a horizon.
struct PlacementSeekers {
  private let inputs: PlanningInputs
  private let horizon: PlacementHorizon
  private let chances: PassChances
  private let positions: [String: Int]
  private let seats: [[String]: [Seat]]

  /// A seat in a class on record.
  private struct Seat {
    var date: LocalDate
    var end: LocalDateTime
  }

  init(_ inputs: PlanningInputs, _ horizon: PlacementHorizon, _ chances: PassChances) {
    self.inputs = inputs
    self.horizon = horizon
    self.chances = chances
    positions = Dictionary(
      inputs.employees.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    var seats: [[String]: [Seat]] = [:]
    for session in inputs.training.sessions {
      let seat = Seat(date: session.start.date, end: session.end)
      for person in session.attendees { seats[[person, session.course], default: []].append(seat) }
    }
    self.seats = seats
  }

  /// Everybody, by time, person and course; those who sit in a class in time already are left out.
  func seekers() -> [PlacementSeeker] {
    let due = dueList.compactMap(seeker)
    let known = Set(due.map { [$0.employee, $0.course] })
    let enrolled = inputs.training.courseEnrolments.compactMap(seeker)
    var seen: Set<[String]> = known
    let further = enrolled.filter { seen.insert([$0.employee, $0.course]).inserted }
    return (due + further).filter { !isSeated($0) }
      .sorted { ($0.by, $0.employee, $0.course) < ($1.by, $1.employee, $1.course) }
  }

  /// Whether a class on record in time seats somebody: one within the weeks, or an earlier one whose
  /// result is not known yet.
  private func isSeated(_ seeker: PlacementSeeker) -> Bool {
    let first = horizon.dates[0]
    let own = seats[[seeker.employee, seeker.course]] ?? []
    return own.contains { seat in
      if first <= seat.date {
        return seat.date <= horizon.dates[horizon.dates.count - 1] || seat.end <= seeker.by
      }
      guard seat.end <= seeker.by, let earliest = seeker.windowFrom, earliest <= seat.date
      else { return false }
      return !chances.hasResult(of: seeker.employee, at: seeker.course, since: seat.date)
    }
  }

  /// How many days before they are due drills and first certificates may be sat.
  private static let leadDays = 28

  /// What falls due: the only place that asks the due list.
  private var dueList: [TrainingDue] {
    let windows = max(Self.leadDays, inputs.training.courses.map(\.renewalWindowDays).max() ?? 0)
    let book = TrainingBook(inputs: inputs, records: .none)
    return TrainingDueList(book, on: horizon.dates[0])
      .due(until: horizon.dates[horizon.dates.count - 1].adding(days: windows + 1))
  }

  private func seeker(_ due: TrainingDue) -> PlacementSeeker? {
    guard let person = positions[due.employee],
      let course = inputs.training.course(due.course, on: due.by.date)
    else { return nil }
    let employee = inputs.employees[person]
    if let leaves = employee.leaves, leaves < due.by.date { return nil }
    let zone = inputs.settings.zone(ofSite: employee.site)
    let moment = zone.instant(at: due.by)
    let isNeeded = moment <= horizon.end
    let isRenewal = due.kind == .renewal
    let window = isRenewal ? course.renewalWindowDays : Self.leadDays
    let isEarly = due.kind != .first && window > 0
    let earliest = isEarly ? due.by.date.adding(days: -window) : horizon.dates[0]
    guard isNeeded || window > 0,
      isNeeded || due.by.date.adding(days: -window) <= horizon.dates[horizon.dates.count - 1]
    else { return nil }
    guard earliest <= horizon.dates[horizon.dates.count - 1] else { return nil }
    let isOverdue = moment <= horizon.start
    return PlacementSeeker(
      person: person,
      employee: due.employee,
      course: due.course,
      by: due.by,
      deadline: isOverdue ? horizon.end : moment,
      lapse: moment,
      earliest: earliest,
      windowFrom: isEarly ? earliest : nil,
      isNeeded: isNeeded,
      isOverdue: isOverdue,
      chance: chances.chance(of: due.employee, at: due.course)
    )
  }

  private func seeker(_ enrolment: CourseEnrolment) -> PlacementSeeker? {
    let last = horizon.dates[horizon.dates.count - 1]
    guard enrolment.session == nil, enrolment.from <= last,
      let person = positions[enrolment.employee]
    else { return nil }
    let isDone = inputs.training.certifications.contains {
      $0.employee == enrolment.employee && $0.course == enrolment.course && !$0.isRevoked
        && enrolment.from <= $0.attained
    }
    guard !isDone else { return nil }
    let zone = inputs.settings.zone(ofSite: inputs.employees[person].site)
    return PlacementSeeker(
      person: person,
      employee: enrolment.employee,
      course: enrolment.course,
      by: zone.local(at: horizon.end),
      deadline: horizon.end,
      lapse: nil,
      earliest: enrolment.from,
      isNeeded: true,
      isOverdue: false,
      chance: chances.chance(of: enrolment.employee, at: enrolment.course)
    )
  }
}
