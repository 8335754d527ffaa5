import Workforce

/// The courses of a scenario, ready to be asked for the version of a date.
struct CourseBook: Sendable {
  private let versions: [[Course]]

  init(_ courses: [Course]) {
    var versions: [[Course]] = []
    for course in courses {
      if let place = versions.firstIndex(where: { $0[0].name == course.name }) {
        versions[place].append(course)
      } else {
        versions.append([course])
      }
    }
    self.versions = versions
  }

  var isEmpty: Bool { versions.isEmpty }

  /// Each course as it is on a date: of the versions that have begun the one that began last; the
  /// first of all where none has.
  func courses(on date: LocalDate) -> [Course] {
    versions.map { versions in
      var current: Course?
      for version in versions {
        let begun = version.from.map { $0 <= date } ?? true
        let (own, other) = (version.from, current?.from)
        let isLater = other.map { other in own.map { other < $0 } ?? false } ?? (own != nil)
        if begun, current == nil || isLater { current = version }
      }
      return current ?? versions[0]
    }
  }
}

/// What a person's certificates and grants allow, from the raw records.
struct HeldCertificates: Sendable {
  /// How far a skill may be used.
  enum Extent: Int, Comparable {
    /// Not at all.
    case none
    /// Beside somebody who holds it in full.
    case beside
    /// Freely.
    case free

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let isPlaceholder: Bool
  let grants: [SkillGrant]
  /// Certificates that were not taken back.
  let certificates: [Certification]
  let book: CourseBook
  let zone: Zone

  /// What everybody holds; nothing where there are no courses.
  static func byEmployee(_ inputs: PlanningInputs) -> [String: HeldCertificates] {
    let book = CourseBook(inputs.training.courses)
    if book.isEmpty { return [:] }
    let grants = Dictionary(grouping: inputs.skills, by: \.employee)
    let certificates = Dictionary(
      grouping: inputs.training.certifications.filter { !$0.isRevoked },
      by: \.employee
    )
    let pairs = inputs.employees.map { employee in
      let held = HeldCertificates(
        isPlaceholder: employee.isPlaceholder,
        grants: grants[employee.id, default: []],
        certificates: certificates[employee.id, default: []],
        book: book,
        zone: inputs.settings.zone(ofSite: employee.site)
      )
      return (employee.id, held)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// True when only a certificate gives the skill on a date.
  func isGranted(_ skill: String, on date: LocalDate) -> Bool {
    !isPlaceholder
      && book.courses(on: date).contains { course in
        course.grants.contains { $0.skill == skill }
      }
  }

  /// How far the skill may be used at a moment.
  func extent(of skill: String, at moment: Instant) -> Extent {
    let date = zone.local(at: moment).date
    if isPlaceholder { return grantedExtent(of: skill, on: date) }
    let guards = book.courses(on: date).filter { $0.isGuarding(skill) }
    return guards.reduce(basis(of: skill, at: moment)) { extent, course in
      min(extent, self.extent(ofCourse: course.name, at: moment))
    }
  }

  /// What must come into force before the skill may be used, for messages.
  func wanting(_ skill: String, at moment: Instant) -> String {
    let courses = book.courses(on: zone.local(at: moment).date)
    if basis(of: skill, at: moment) == .none {
      return courses.filter { course in course.grants.contains { $0.skill == skill } }
        .map(\.name).joined(separator: " or ")
    }
    return courses.filter {
      $0.isGuarding(skill) && extent(ofCourse: $0.name, at: moment) == .none
    }.map(\.name).joined(separator: " and ")
  }

  /// The skill before any course that guards it: by certificates where a course grants it, else by
  /// `skills.csv`.
  func basis(of skill: String, at moment: Instant) -> Extent {
    let date = zone.local(at: moment).date
    let granting = book.courses(on: date).filter { course in
      course.grants.contains { $0.skill == skill }
    }
    if granting.isEmpty { return grantedExtent(of: skill, on: date) }
    return granting.map { extent(ofCourse: $0.name, at: moment) }.max() ?? .none
  }

  private func grantedExtent(of skill: String, on date: LocalDate) -> Extent {
    grants.contains { $0.skill == skill && $0.isHeld(on: date) } ? .free : .none
  }

  private func extent(ofCourse name: String, at moment: Instant) -> Extent {
    certificates.filter { $0.course == name }.map { extent(of: $0, at: moment) }.max() ?? .none
  }

  private func extent(of certificate: Certification, at moment: Instant) -> Extent {
    if moment < zone.instant(at: certificate.from) { return .none }
    guard let lapse = certificate.lapses, zone.instant(at: lapse) <= moment else { return .free }
    guard moment < graceEnd(of: certificate, lapse) else { return .none }
    switch grace(of: certificate, lapse).mode {
    case .none: return .none
    case .supervised: return .beside
    case .full: return .free
    }
  }

  private func grace(of certificate: Certification, _ lapse: LocalDateTime) -> Course.Grace {
    book.courses(on: lapse.date).first { $0.name == certificate.course }?.grace ?? Course.Grace()
  }

  private func graceEnd(of certificate: Certification, _ lapse: LocalDateTime) -> Instant {
    zone.startOfDay(lapse.date.adding(days: grace(of: certificate, lapse).days))
  }

  /// The stretches from `start` to `end` in which nothing changes.
  func pieces(from start: Instant, until end: Instant) -> [(start: Instant, end: Instant)] {
    var cuts = certificates.flatMap { certificate -> [Instant] in
      let from = zone.instant(at: certificate.from)
      guard let lapse = certificate.lapses else { return [from] }
      return [from, zone.instant(at: lapse), graceEnd(of: certificate, lapse)]
    }
    var midnight = zone.startOfDay(zone.local(at: start).date.adding(days: 1))
    while midnight < end {
      cuts.append(midnight)
      midnight = zone.startOfDay(zone.local(at: midnight).date.adding(days: 1))
    }
    let inside = Set(cuts.filter { start < $0 && $0 < end }).sorted()
    return zip([start] + inside, inside + [end]).map { (start: $0, end: $1) }
  }
}

extension Course {
  /// True when the skill may be used only with this course's certificate besides.
  fileprivate func isGuarding(_ skill: String) -> Bool {
    guards.contains("all") || guards.contains(skill)
  }
}
