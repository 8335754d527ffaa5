import Training
import Workforce

/// The classes that could be held, with what they are in the scenario.
struct PlacementDraft {
  /// A class that could be held, or one that is there.
  struct Offer: Sendable {
    var course: Course
    var start: LocalDateTime
    var end: LocalDateTime
    var from: Instant
    var until: Instant
    /// The site of its room; `nil` for a class without one.
    var site: String?
    /// The class that is there already.
    var given: ClassSession?
    var rooms: [Room]?
    /// Identifiers; `nil` for somebody from outside.
    var trainers: [String]?
    /// True where trainers are asked for and none is free.
    var lacksTrainer: Bool { trainers?.isEmpty ?? false }
    /// True where rooms are asked for and none is free.
    var lacksRoom: Bool { rooms?.isEmpty ?? false }
  }

  private let inputs: PlanningInputs
  private let horizon: PlacementHorizon
  private let times: WorkTimes
  private let positions: [String: Int]
  /// Times at which people sit or teach already, by identifier.
  let busy: [String: [(from: Instant, until: Instant)]]
  let roomBusy: [String: [(from: Instant, until: Instant)]]

  init(_ inputs: PlanningInputs, _ horizon: PlacementHorizon, _ times: WorkTimes) {
    self.inputs = inputs
    self.horizon = horizon
    self.times = times
    positions = Dictionary(
      inputs.employees.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    var people: [String: [(from: Instant, until: Instant)]] = [:]
    var rooms: [String: [(from: Instant, until: Instant)]] = [:]
    for session in inputs.training.sessions {
      let zone = Self.zone(of: session.room, inputs)
      let span = (from: zone.instant(at: session.start), until: zone.instant(at: session.end))
      for person in session.attendees + (session.trainer.map { [$0] } ?? []) {
        people[person, default: []].append(span)
      }
      if let room = session.room { rooms[room, default: []].append(span) }
    }
    busy = people
    roomBusy = rooms
  }

  /// The clock of a room's site, else of the scenario.
  static func zone(of room: String?, _ inputs: PlanningInputs) -> Zone {
    let site = room.flatMap { name in inputs.training.rooms.first { $0.name == name }?.site }
    return site.map(inputs.settings.zone(ofSite:)) ?? inputs.settings.zone
  }

  /// The classes of the horizon that are there, then those that could be added, in order.
  func offers(of courses: [String]) -> [Offer] {
    let given = inputs.training.sessions.compactMap { offer($0, among: courses) }
    guard let placement = inputs.training.placement else { return given }
    var added: [Offer] = []
    for name in courses {
      for date in horizon.dates {
        guard let course = inputs.training.course(name, on: date) else { continue }
        for site in sites(of: course) {
          added += offers(course, on: date, at: site, hours: placement.hours)
        }
      }
    }
    return given + added
  }

  private func offer(_ session: ClassSession, among courses: [String]) -> Offer? {
    let zone = Self.zone(of: session.room, inputs)
    let from = zone.instant(at: session.start)
    guard courses.contains(session.course), horizon.start <= from, from < horizon.end,
      let course = inputs.training.course(session.course, on: session.start.date)
    else { return nil }
    return Offer(
      course: course,
      start: session.start,
      end: session.end,
      from: from,
      until: zone.instant(at: session.end),
      site: session.site,
      given: session
    )
  }

  /// The sites at which a course has rooms; one place without a site where it needs none.
  private func sites(of course: Course) -> [String?] {
    guard let rooms = rooms(of: course) else { return [nil] }
    var seen: Set<String> = []
    return rooms.map(\.site).filter { seen.insert($0).inserted }.map { .some($0) }
  }

  private func rooms(of course: Course) -> [Room]? {
    guard course.mode != .online, !inputs.training.rooms.isEmpty else { return nil }
    guard !course.rooms.isEmpty else { return inputs.training.rooms }
    return inputs.training.rooms.filter { course.rooms.contains($0.name) }
  }

  private func offers(
    _ course: Course,
    on date: LocalDate,
    at site: String?,
    hours: ClockWindow
  ) -> [Offer] {
    let zone = site.map(inputs.settings.zone(ofSite:)) ?? inputs.settings.zone
    let step = inputs.settings.shiftStartMinutes
    let first = (hours.start.minutes + step - 1) / step * step
    let last = hours.endMinutes - course.lengthMinutes
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: step).compactMap { minute in
      let start = LocalDateTime(date: date, secondOfDay: minute * 60)
      guard case .unique(let from) = zone.resolve(start) else { return nil }
      let until = from.adding(minutes: course.lengthMinutes)
      guard times.isAnyOpen(from, until), until <= horizon.end else { return nil }
      let span = (from: from, until: until)
      return Offer(
        course: course,
        start: start,
        end: zone.local(at: until),
        from: from,
        until: until,
        site: site,
        rooms: rooms(of: course)?.filter { room in
          room.site == site && !Self.overlaps(roomBusy[room.name], span)
        },
        trainers: trainers(of: course, at: site, span)
      )
    }
  }

  /// Who can teach a class; `nil` for somebody from outside.
  private func trainers(
    of course: Course,
    at site: String?,
    _ span: (from: Instant, until: Instant)
  ) -> [String]? {
    guard !course.trainers.isEmpty else { return nil }
    return course.trainers.filter { canTeach($0, at: site, span) }
  }

  /// Whether somebody is there and free to teach; a guest always is.
  func canTeach(_ trainer: String, at site: String?, _ span: (from: Instant, until: Instant))
    -> Bool
  {
    if trainer == PlacementChange.guest { return true }
    guard let person = positions[trainer], !Self.overlaps(busy[trainer], span) else {
      return false
    }
    let isThere =
      site == nil || inputs.settings.sites.count < 2 || inputs.employees[person].site == site
    return isThere && times.canAttend(person, from: span.from, until: span.until)
  }

  static func overlaps(
    _ spans: [(from: Instant, until: Instant)]?,
    _ span: (from: Instant, until: Instant)
  ) -> Bool {
    (spans ?? []).contains { $0.from < span.until && span.from < $0.until }
  }
}
