public import Workforce

/// Who may use which skill when, from the raw records by looking at one minute after another.
///
/// Knows nothing of moments of local times: it watches the wall clock until it shows them.
public struct BruteForceHolding {
  private let inputs: PlanningInputs

  /// Takes the records.
  public init(_ inputs: PlanningInputs) { self.inputs = inputs }

  /// 0 for not at all, 1 for supervised, 2 for in full.
  public func holding(_ employee: String, _ skill: String, at moment: Instant) -> Int {
    guard let person = inputs.employees.first(where: { $0.id == employee }) else { return 0 }
    let zone = inputs.settings.zone(ofSite: person.site)
    let today = zone.local(at: moment).date
    var extent = 0
    for row in inputs.skills where row.employee == employee && row.skill == skill {
      if let from = row.from, today < from { continue }
      if let until = row.until, until < today { continue }
      extent = 2
    }
    if person.isPlaceholder { return extent }
    let courses = names.map { version(of: $0, on: today) }
    let granting = courses.filter { course in course.grants.contains { $0.skill == skill } }
    if !granting.isEmpty {
      extent = 0
      for course in granting {
        extent = max(extent, self.extent(employee, course.name, zone, moment))
      }
    }
    for course in courses where course.guards.contains(skill) || course.guards.contains("all") {
      extent = min(extent, self.extent(employee, course.name, zone, moment))
    }
    return extent
  }

  private var names: [String] { Set(inputs.training.courses.map(\.name)).sorted() }

  private func version(of name: String, on date: LocalDate) -> Course {
    let versions = inputs.training.courses.filter { $0.name == name }
    var found = versions[0]
    for version in versions.sorted(by: Self.beginsBefore) where (version.from ?? date) <= date {
      found = version
    }
    return found
  }

  private static func beginsBefore(_ first: Course, _ second: Course) -> Bool {
    guard let late = second.from else { return false }
    guard let early = first.from else { return true }
    return early < late
  }

  private func extent(_ employee: String, _ course: String, _ zone: Zone, _ moment: Instant) -> Int
  {
    var extent = 0
    for certificate in inputs.training.certifications
    where certificate.employee == employee && certificate.course == course && !certificate.isRevoked
    {
      guard hasCome(certificate.from, zone, moment) else { continue }
      guard let lapse = certificate.lapses, hasCome(lapse, zone, moment) else { return 2 }
      let grace = version(of: course, on: lapse.date).grace
      var last = lapse.date
      for _ in 0..<grace.days { last = last.adding(days: 1) }
      let end = LocalDateTime(date: last, secondOfDay: 0)
      guard !hasCome(end, zone, moment) else { continue }
      extent = max(extent, grace.mode == .full ? 2 : grace.mode == .supervised ? 1 : 0)
    }
    return extent
  }

  /// Whether the wall clock has shown a time, or one after it, by a moment.
  private func hasCome(_ local: LocalDateTime, _ zone: Zone, _ moment: Instant) -> Bool {
    let face = local.date.daysSinceEpoch * 86_400 + local.secondOfDay
    if moment.secondsSinceEpoch < face - 2 * 86_400 { return false }
    if moment.secondsSinceEpoch > face + 2 * 86_400 { return true }
    let around = [-2, -1, 0, 1, 2].map { days in
      zone.offsetSeconds(at: Instant(secondsSinceEpoch: face + days * 86_400))
    }
    var minute = face - (around.max() ?? 0) - 7200
    while minute <= moment.secondsSinceEpoch {
      if zone.local(at: Instant(secondsSinceEpoch: minute)) >= local { return true }
      minute += 60
    }
    return false
  }
}
