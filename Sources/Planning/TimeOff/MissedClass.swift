public import Workforce

/// A class that falls within an absence.
public struct MissedClass: Hashable, Sendable {
  /// The class.
  public var session: ClassSession
  /// What its course is called.
  public var title: String
  /// Whether the person teaches it.
  public var isTaught: Bool
  /// When the person's certificate of the course lapses; `nil` for never, or without any in force.
  public var lapses: LocalDateTime?
  /// Whether a certificate of the course is held when the class begins.
  public var isHeld: Bool
  /// Other classes of the course outside the absence, before the lapse where there is one.
  public var others: [ClassSession]
}

extension MissedClass {
  /// The classes of a person that an absence takes away, by time.
  static func of(_ absence: Absence, _ inputs: PlanningInputs) -> [MissedClass] {
    let person = absence.employee
    let clocks = PersonalClocks(inputs)
    let zone = clocks.zone(of: person)
    let away =
      zone.instant(
        at: absence.from
      )..<max(
        zone.instant(at: absence.from),
        zone.instant(at: absence.until)
      )
    let span = { (session: ClassSession) -> Range<Instant> in
      let zone = session.site.map(inputs.settings.zone(ofSite:)) ?? inputs.settings.zone
      let start = zone.instant(at: session.start)
      return start..<max(start, zone.instant(at: session.end))
    }
    let sessions = inputs.training.sessions
    let own = sessions.filter { session in
      (session.attendees.contains(person) || session.trainer == person)
        && span(session).overlaps(away)
    }
    return own.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { session in
      var missed = MissedClass(session, of: person, inputs)
      let lapses = missed.lapses
      missed.others = sessions.filter { other in
        other.course == session.course && other.id != session.id
          && other.start.date >= absence.from.date.adding(days: -28)
          && !span(other).overlaps(away) && missed.isOpen(other, person, inputs)
          && (lapses.map { other.end <= $0 } ?? true)
      }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
      return missed
    }
  }

  private init(_ session: ClassSession, of person: String, _ inputs: PlanningInputs) {
    let held = inputs.training.certifications.filter {
      $0.employee == person && $0.course == session.course && !$0.isRevoked
        && $0.attained <= session.start.date
    }
    let isForever = held.contains { $0.lapses == nil }
    let last = isForever ? nil : held.compactMap(\.lapses).max()
    self.session = session
    title = inputs.training.titles(on: session.start.date)[session.course]
    isTaught = session.trainer == person
    lapses = last.flatMap { $0 > session.start ? $0 : nil }
    isHeld = isForever || lapses != nil
    others = []
  }

  private func isOpen(_ other: ClassSession, _ person: String, _ inputs: PlanningInputs) -> Bool {
    other.site == nil || other.site == inputs.employees.first { $0.id == person }?.site
  }

  /// The class in lines: what it is, and what to do about it.
  var lines: [String] {
    let course = title == session.course ? title : "\(title) (\(session.course))"
    let end = String(session.end.description.dropFirst(11).prefix(5))
    let what = "Class \(session.id), \(course), \(session.start.description)-\(end), falls within"
    if isTaught { return [what + "; the person teaches it: find another trainer, or move it."] }
    return [what + "; \(certificate)", "  \(elsewhere)"]
  }

  private var certificate: String {
    guard isHeld else { return "no certificate of the course is in force." }
    return lapses.map { "the certificate lapses \($0.secondOfDay == 0 ? "\($0.date)" : "\($0)")." }
      ?? "the certificate never lapses."
  }

  private var elsewhere: String {
    let limit = lapses.map { _ in " before that" } ?? ""
    guard !others.isEmpty else {
      let need = lapses == nil ? "" : ": without one the certificate is not renewed in time"
      return "No other class of it is there\(limit)\(need)."
    }
    let names = others.prefix(3).map { "\($0.id) (\($0.start))" }
    return "Other classes of it\(limit): \(names.joined(separator: ", "))"
      + (others.count > 3 ? " and \(others.count - 3) more." : ".")
  }
}
