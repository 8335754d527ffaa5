import Workforce

/// The courses of a scenario, ready to be asked for the versions of a date.
struct CourseBook: Sendable {
  private let versions: [String: [Course]]
  /// The dates on which a version begins, ascending, and the courses before and from each on.
  private let changes: [LocalDate]
  private let current: [[Course]]

  init(_ courses: [Course]) {
    let versions = Dictionary(grouping: courses, by: \.name)
    let changes = Set(courses.compactMap(\.from)).sorted()
    let names = Set(courses.map(\.name)).sorted()
    let dates = [changes.first?.adding(days: -1) ?? LocalDate(daysSinceEpoch: 0)] + changes
    self.versions = versions
    self.changes = changes
    current = dates.map { date in
      names.compactMap { Self.version(versions[$0, default: []], on: date) }
    }
  }

  var isEmpty: Bool { versions.isEmpty }

  /// Each course as it is on a date, by name.
  func courses(on date: LocalDate) -> [Course] { current[changes.count { $0 <= date }] }

  /// The days of grace of a course on a date.
  func grace(of course: String, on date: LocalDate) -> Course.Grace {
    Self.version(versions[course, default: []], on: date)?.grace ?? Course.Grace()
  }

  /// Of the versions that have begun the one that began last; the first of all where none has.
  private static func version(_ versions: [Course], on date: LocalDate) -> Course? {
    var last: Course?
    for version in versions where version.from.map({ $0 <= date }) ?? true {
      guard let before = last?.from else {
        if last == nil || version.from != nil { last = version }
        continue
      }
      if let from = version.from, before < from { last = version }
    }
    return last ?? versions.first
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

  /// A certificate with its moments.
  private struct Term {
    let from: Instant
    let lapses: Instant?
    /// The first moment after the days of grace.
    let graceEnd: Instant?
    let grace: Extent

    init(_ certificate: Certification, _ book: CourseBook, _ zone: Zone) {
      from = zone.instant(at: certificate.from)
      lapses = certificate.lapses.map(zone.instant(at:))
      let lapse = certificate.lapses?.date
      let rule = lapse.map { book.grace(of: certificate.course, on: $0) } ?? Course.Grace()
      graceEnd = lapse.map { zone.startOfDay($0.adding(days: rule.days)) }
      grace = rule.mode == .none ? .none : rule.mode == .supervised ? .beside : .free
    }

    func extent(at moment: Instant) -> Extent {
      if moment < from { return .none }
      guard let lapses, let graceEnd, lapses <= moment else { return .free }
      return moment < graceEnd ? grace : .none
    }
  }

  let zone: Zone
  private let isPlaceholder: Bool
  private let grants: [SkillGrant]
  private let book: CourseBook
  private let terms: [String: [Term]]
  /// The moments at which a certificate begins, lapses or ends its grace, ascending.
  private let cuts: [Instant]

  /// Takes a person's rows; certificates that were taken back are not among them.
  init(
    _ employee: Employee,
    grants: [SkillGrant],
    certificates: [Certification],
    book: CourseBook,
    zone: Zone
  ) {
    self.zone = zone
    self.grants = grants
    self.book = book
    isPlaceholder = employee.isPlaceholder
    let pairs = certificates.map { ($0.course, Term($0, book, zone)) }
    terms = Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    cuts = Set(
      pairs.flatMap { [$0.1.from] + [$0.1.lapses, $0.1.graceEnd].compactMap(\.self) }
    ).sorted()
  }

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
        employee,
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

  /// True when the skill may be used freely through the whole of a stretch.
  func isFree(_ skill: String, from start: Instant, until end: Instant) -> Bool {
    pieces(from: start, until: end).allSatisfy { extent(of: skill, at: $0.start) == .free }
  }

  /// True when the person could use the skill on a date if all that they ever attained were in
  /// force.
  func couldUse(_ skill: String, on date: LocalDate) -> Bool {
    if isPlaceholder { return false }
    let courses = book.courses(on: date)
    let granting = courses.filter { course in course.grants.contains { $0.skill == skill } }
    let isGiven =
      granting.isEmpty
      ? grantedExtent(of: skill, on: date) == .free : granting.contains { terms[$0.name] != nil }
    return isGiven && courses.allSatisfy { !$0.isGuarding(skill) || terms[$0.name] != nil }
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
    terms[name, default: []].map { $0.extent(at: moment) }.max() ?? .none
  }

  /// The stretches from `start` to `end` in which nothing changes.
  func pieces(from start: Instant, until end: Instant) -> [(start: Instant, end: Instant)] {
    var cuts = self.cuts.filter { start < $0 && $0 < end }
    var midnight = zone.startOfDay(zone.local(at: start).date.adding(days: 1))
    while midnight < end {
      cuts.append(midnight)
      midnight = zone.startOfDay(zone.local(at: midnight).date.adding(days: 1))
    }
    let inside = Set(cuts).sorted()
    return zip([start] + inside, inside + [end]).map { (start: $0, end: $1) }
  }
}

extension Course {
  /// True when the skill may be used only with this course's certificate besides.
  fileprivate func isGuarding(_ skill: String) -> Bool {
    guards.contains("all") || guards.contains(skill)
  }
}
