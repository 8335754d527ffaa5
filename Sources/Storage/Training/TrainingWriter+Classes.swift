import GRDB
public import Workforce

/// The rows of a table that have no reference, by what makes them; read when the first is asked for.
struct KnownRows<Key: Hashable> {
  private let sql: String
  private let key: (Row) -> Key
  private var keys: Set<Key>?

  init(_ sql: String, _ key: @escaping (Row) -> Key) {
    self.sql = sql
    self.key = key
  }

  /// Notes a key; false when it was there.
  mutating func insert(_ new: Key, _ db: Database) throws -> Bool {
    var known = try keys ?? read(db)
    keys = nil
    defer { keys = known }
    return known.insert(new).inserted
  }

  private func read(_ db: Database) throws -> Set<Key> {
    var keys: Set<Key> = []
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { keys.insert(key(row)) }
    return keys
  }
}

/// What makes an enrolment.
struct EnrolmentKey: Hashable {
  var employee: Int64
  var curriculum: String?
  var course: Int64?
  var session: Int64?
  var cohort: String
  var from: String
}

extension KnownRows<EnrolmentKey> {
  static var enrolments: Self {
    Self("SELECT employee, curriculum, course, session, cohort, fromDate FROM enrolment") { row in
      EnrolmentKey(
        employee: row[0],
        curriculum: row[1],
        course: row[2],
        session: row[3],
        cohort: row[4],
        from: row[5]
      )
    }
  }
}

/// What makes a pair.
struct PairKey: Hashable {
  var employee: Int64
  var mentor: Int64
  var from: String
  var until: String
}

extension KnownRows<PairKey> {
  static var pairs: Self {
    Self(
      """
      SELECT a.employee, b.employee, m.fromDate, m.untilDate FROM mentoring m
      JOIN mentoringPerson a ON a.mentoring = m.key AND a.role = 'mentored'
      JOIN mentoringPerson b ON b.mentoring = m.key AND b.role = 'mentor'
      """
    ) { PairKey(employee: $0[0], mentor: $0[1], from: $0[2], until: $0[3]) }
  }
}

extension TrainingWriter {
  /// Adds a class; to one on record, attendees and a trainer where it had none.
  public func add(_ session: ClassSession) throws -> Recorded {
    let course = try key(ofCourse: session.course)
    guard let key = sessions[session.id] else {
      let key = Int64(sessions.count)
      _ = try insert(
        .classSession,
        "key, entry, id, course, startLocal, endLocal, room, site, seats",
        [
          key, entry, session.id, course, session.start.description, session.end.description,
          session.room, session.site, session.seats,
        ]
      )
      sessions[session.id] = key
      try add(session.trainer.map { [$0] } ?? [], as: "trainer", to: key)
      try add(session.attendees, as: "attendee", to: key)
      return .added
    }
    return try addPeople(of: session, course, to: key)
  }

  private func addPeople(of session: ClassSession, _ course: Int64, to key: Int64) throws
    -> Recorded
  {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT course, startLocal, endLocal, room, site, seats FROM classSession WHERE key = ?
        """,
      arguments: [key]
    )
    guard let row, row[0] as Int64 == course, row[1] as String == session.start.description,
      row[2] as String == session.end.description, row[3] as String? == session.room,
      row[4] as String? == session.site, row[5] as Int == session.seats
    else { return Self.otherClass(session.id, "another content") }
    let trainers = try people(of: key, "trainer")
    let attendees = try people(of: key, "attendee")
    guard trainers.isEmpty || trainers == session.trainer.map({ [$0] }) ?? [] else {
      return Self.otherClass(session.id, "another trainer")
    }
    guard Set(session.attendees).isSuperset(of: attendees) else {
      return Self.otherClass(session.id, "people who are not among these attendees")
    }
    let new = session.attendees.filter { !attendees.contains($0) }
    let trainer = trainers.isEmpty ? session.trainer.map { [$0] } ?? [] : []
    try add(trainer, as: "trainer", to: key)
    try add(new, as: "attendee", to: key)
    return new.isEmpty && trainer.isEmpty ? .known : .added
  }

  private func people(of session: Int64, _ role: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT e.id FROM classPerson p JOIN employee e ON e.key = p.employee
        WHERE p.session = ? AND p.role = ? ORDER BY p.key
        """,
      arguments: [session, role]
    )
  }

  private func add(_ names: [String], as role: String, to session: Int64) throws {
    for name in names {
      let employee = try key(ofEmployee: name)
      _ = try insert(
        .classPerson,
        "entry, session, employee, role",
        [entry, session, employee, role],
        of: employee
      )
    }
  }

  private static func otherClass(_ id: String, _ what: String) -> Recorded {
    .refused(
      "class '\(id)' is on record with \(what).",
      "A class on record only gains people: give a changed one an identifier of its own."
    )
  }

  /// Puts somebody on a curriculum.
  public func add(_ enrolment: CurriculumEnrolment) throws -> Recorded {
    try add(
      EnrolmentKey(
        employee: key(ofEmployee: enrolment.employee),
        curriculum: enrolment.curriculum,
        cohort: enrolment.cohort,
        from: enrolment.from.description
      )
    )
  }

  /// Puts somebody on a course.
  public func add(_ enrolment: CourseEnrolment) throws -> Recorded {
    try add(
      EnrolmentKey(
        employee: key(ofEmployee: enrolment.employee),
        course: key(ofCourse: enrolment.course),
        session: enrolment.session.map(key(ofSession:)),
        cohort: enrolment.cohort,
        from: enrolment.from.description
      )
    )
  }

  private func add(_ key: EnrolmentKey) throws -> Recorded {
    guard try knownEnrolments.insert(key, db) else { return .known }
    _ = try insert(
      .enrolment,
      "entry, employee, curriculum, course, session, cohort, fromDate",
      [entry, key.employee, key.curriculum, key.course, key.session, key.cohort, key.from],
      of: key.employee
    )
    return .added
  }

  /// Has somebody look after somebody.
  public func add(_ pair: Mentoring) throws -> Recorded {
    let employee = try key(ofEmployee: pair.employee)
    let mentor = try key(ofEmployee: pair.mentor)
    let days = (pair.from.description, pair.until.description)
    let key = PairKey(employee: employee, mentor: mentor, from: days.0, until: days.1)
    guard try knownPairs.insert(key, db) else { return .known }
    _ = try insert(.mentoring, "entry, fromDate, untilDate", [entry, days.0, days.1])
    let mentoring = db.lastInsertedRowID
    for (person, role) in [(employee, "mentored"), (mentor, "mentor")] {
      _ = try insert(
        .mentoringPerson,
        "entry, mentoring, employee, role",
        [entry, mentoring, person, role],
        of: person
      )
    }
    return .added
  }
}
