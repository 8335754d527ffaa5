/// A certificate that somebody attained.
public struct Certification: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The course's name.
  public var course: String
  /// The day of the pass.
  public var attained: LocalDate
  /// The first moment at which it holds, on the clock of the person's site.
  public var from: LocalDateTime
  /// The first moment at which it holds no longer; `nil` for never.
  public var lapses: LocalDateTime?
  /// Its number in the records; unique.
  public var reference: String
  /// True when it was taken back.
  public var isRevoked: Bool
  /// Why it was taken back; `nil` where nobody said.
  public var revocationReason: String?

  /// Makes a certificate.
  public init(
    employee: String,
    course: String,
    attained: LocalDate,
    from: LocalDateTime,
    lapses: LocalDateTime? = nil,
    reference: String,
    isRevoked: Bool = false,
    revocationReason: String? = nil
  ) {
    self.employee = employee
    self.course = course
    self.attained = attained
    self.from = from
    self.lapses = lapses
    self.reference = reference
    self.isRevoked = isRevoked
    self.revocationReason = revocationReason
  }
}

/// Somebody who is put on a curriculum.
public struct CurriculumEnrolment: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The curriculum's name.
  public var curriculum: String
  /// The group with which the person began; may be empty.
  public var cohort: String
  /// First day of the first stage.
  public var from: LocalDate

  /// Makes an enrolment.
  public init(employee: String, curriculum: String, cohort: String = "", from: LocalDate) {
    self.employee = employee
    self.curriculum = curriculum
    self.cohort = cohort
    self.from = from
  }
}

/// Who looks after whom.
public struct Mentoring: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The mentor's identifier.
  public var mentor: String
  /// First day.
  public var from: LocalDate
  /// Last day.
  public var until: LocalDate

  /// Makes a pair.
  public init(employee: String, mentor: String, from: LocalDate, until: LocalDate) {
    self.employee = employee
    self.mentor = mentor
    self.from = from
    self.until = until
  }
}

/// A class: a course at a time.
public struct ClassSession: Hashable, Sendable {
  /// The identifier that files use.
  public var id: String
  /// The course's name.
  public var course: String
  /// The first moment, on the wall clock of the room's site, else of the scenario.
  public var start: LocalDateTime
  /// The first moment after it.
  public var end: LocalDateTime
  /// The room's name; `nil` for none.
  public var room: String?
  /// The only site whose people can attend; `nil` for all.
  public var site: String?
  /// Who teaches it, by identifier; `nil` for somebody from outside.
  public var trainer: String?
  /// People who can attend, above 0.
  public var seats: Int
  /// Who attends, by identifier: each attends exactly one of the week's sessions of the course
  /// that list them.
  public var attendees: [String]
  /// True where only those attend who have a shift on the date: a meeting.
  public var isForThoseAtWork = false

  /// Makes a class.
  public init(
    id: String,
    course: String,
    start: LocalDateTime,
    end: LocalDateTime,
    room: String? = nil,
    site: String? = nil,
    trainer: String? = nil,
    seats: Int,
    attendees: [String] = []
  ) {
    self.id = id
    self.course = course
    self.start = start
    self.end = end
    self.room = room
    self.site = site
    self.trainer = trainer
    self.seats = seats
    self.attendees = attendees
  }
}

/// A room for classes.
public struct Room: Hashable, Sendable {
  /// The name that files use.
  public var name: String
  /// The site in which it is.
  public var site: String
  /// People who can sit in it, above 0.
  public var seats: Int

  /// Makes a room.
  public init(name: String, site: String, seats: Int) {
    self.name = name
    self.site = site
    self.seats = seats
  }
}

/// How many holders of a skill must be present whenever a queue is open.
public struct PresenceRule: Hashable, Sendable {
  /// The skill's name.
  public var skill: String
  /// The only site for which it holds; `nil` for the center as a whole.
  public var site: String?
  /// Holders present at least, above 0.
  public var least: Int

  /// Makes a rule.
  public init(skill: String, site: String? = nil, least: Int) {
    self.skill = skill
    self.site = site
    self.least = least
  }
}
