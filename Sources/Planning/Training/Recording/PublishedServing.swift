import Storage
import Training
import Workforce

/// Finds the published shifts in which a person serves queues that only a certificate allows.
struct PublishedServing {
  /// More weeks than this are not looked at.
  static let mostWeeks = 12

  /// A shift with the queues that the person may not serve without the certificate.
  struct Stretch: Hashable {
    var shift: Shift
    var queues: [String]
  }

  /// A published week with such shifts.
  struct Week {
    var week: ISOWeek
    var version: Int
    var zone: Zone
    var stretches: [Stretch]
  }

  private let skills: [String: String]
  private let with: SkillHolding
  private let without: SkillHolding
  private let certificate: Certification

  /// - Parameters:
  ///   - certificate: The certificate, whether it was taken back or not.
  ///   - held: All certificates of the person.
  ///   - inputs: People, skills and courses.
  init(_ certificate: Certification, held: [Certification], _ inputs: PlanningInputs) {
    var own = inputs
    own.employees.removeAll { $0.id != certificate.employee }
    own.skills.removeAll { $0.employee != certificate.employee }
    let holding = { (isRevoked: Bool) -> SkillHolding in
      own.training.certifications = held.map { other in
        var same = other
        if other.reference == certificate.reference { same.isRevoked = isRevoked }
        return same
      }
      return SkillHolding(own)
    }
    with = holding(false)
    without = holding(true)
    skills = Dictionary(inputs.settings.queues.map { ($0.name, $0.skill) }) { first, _ in first }
    self.certificate = certificate
  }

  /// Whether the certificate can have a say in a week: days of grace are at most some months.
  func mayCount(in week: ISOWeek) -> Bool {
    let end = week.monday.adding(days: 8)
    let last = certificate.lapses?.date.adding(days: 400)
    return certificate.from.date < end && (last.map { week.monday <= $0 } ?? true)
  }

  /// The shifts of a published roster; `nil` when there are none.
  func week(_ roster: Roster, version: Int) -> Week? {
    guard let tour = roster.tours.first(where: { $0.employee == certificate.employee }) else {
      return nil
    }
    let stretches = tour.shifts.compactMap { shift -> Stretch? in
      let queues = shift.queues.filter { skills[$0].map { isLost($0, in: shift) } ?? false }
      return queues.isEmpty ? nil : Stretch(shift: shift, queues: queues)
    }
    guard !stretches.isEmpty else { return nil }
    return Week(
      week: roster.week,
      version: version,
      zone: roster.zone(of: tour),
      stretches: stretches
    )
  }

  /// Whether the skill is held in full over the shift with the certificate alone.
  private func isLost(_ skill: String, in shift: Shift) -> Bool {
    [shift.start, Instant(secondsSinceEpoch: shift.end.secondsSinceEpoch - 1)].contains { moment in
      with.holds(certificate.employee, skill, at: moment) == .full
        && without.holds(certificate.employee, skill, at: moment) != .full
    }
  }
}

extension TrainingRecorder {
  /// What published weeks count on a certificate that holds no longer, and what to do about them, to
  /// follow a sentence; nothing when there is none.
  func published(
    restingOn certificate: Certification,
    _ held: [Certification],
    _ inputs: PlanningInputs
  ) throws -> String {
    let serving = PublishedServing(certificate, held: held, inputs)
    let (weeks, isMore) = try database.open { store throws(ShiftwrightError) in
      let versions = try store.rosterVersions().filter {
        $0.state == .published && serving.mayCount(in: $0.week)
      }
      var weeks: [PublishedServing.Week] = []
      for version in versions.suffix(PublishedServing.mostWeeks) {
        let roster = try store.roster(version.week, version: version.version)
        if let week = roster.flatMap({ serving.week($0, version: version.version) }) {
          weeks.append(week)
        }
      }
      return (weeks, versions.count > PublishedServing.mostWeeks)
    }
    guard !weeks.isEmpty else { return "" }
    var lines = ["Published weeks in which \(certificate.employee) serves queues that ask for it:"]
    for week in weeks { lines += [week.line] + week.repairLines(certificate, database.path) }
    if isMore {
      lines.append("Only the last \(PublishedServing.mostWeeks) published weeks were looked at.")
    }
    return lines.map { "\n" + $0 }.joined()
  }
}

extension PublishedServing.Week {
  /// The shifts with their queues.
  fileprivate var line: String {
    let shifts = stretches.map { stretch in
      let ends = [stretch.shift.start, stretch.shift.end].map {
        String(zone.local(at: $0).description.dropFirst(11).prefix(5))
      }
      return "\(stretch.shift.date) \(ends.joined(separator: "-")) "
        + stretch.queues.joined(separator: "+")
    }
    return "\(week), version \(version): \(shifts.joined(separator: ", "))."
  }

  /// How to take the person off them.
  fileprivate func repairLines(_ certificate: Certification, _ database: String) -> [String] {
    guard let first = stretches.first, let last = stretches.last else { return [] }
    let absence = Absence(
      employee: certificate.employee,
      from: LocalDateTime(date: first.shift.date, secondOfDay: 0),
      until: LocalDateTime(date: last.shift.date.adding(days: 1), secondOfDay: 0),
      kind: "uncertified"
    )
    return TimeOffAnswer(
      absence: absence,
      accounts: [],
      team: "",
      teamSize: 1,
      colleagues: [],
      weeks: [
        WeekImpact(
          week: week,
          version: version,
          zone: zone,
          gridZone: zone,
          lost: stretches.map(\.shift),
          broken: [],
          gaps: []
        )
      ],
      unpublished: []
    ).repairLines(database)
  }
}
