import GRDB
import Workforce

extension TrainingReading {
  private func isWanted(_ alias: String) -> String {
    switch people {
    case .placed: "\(alias).position IS NOT NULL"
    case .all, .one: "\(alias).erasedAt IS NULL"
    }
  }

  /// Pairs both of whom are wanted; of one person, those in which the person is either.
  func mentorings() throws -> [Mentoring] {
    var condition = "\(isWanted("e")) AND \(isWanted("f"))"
    if case .one(let key) = people { condition += " AND \(key) IN (e.key, f.key)" }
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.id, f.id, m.fromDate, m.untilDate FROM mentoring m
        JOIN mentoringPerson a ON a.mentoring = m.key AND a.role = 'mentored'
        JOIN employee e ON e.key = a.employee
        JOIN mentoringPerson b ON b.mentoring = m.key AND b.role = 'mentor'
        JOIN employee f ON f.key = b.employee
        WHERE \(condition) ORDER BY m.key
        """
    )
    var pairs: [Mentoring] = []
    while let row = try cursor.next() {
      pairs.append(
        Mentoring(
          employee: row[0],
          mentor: row[1],
          from: try StoredText.date(row[2]),
          until: try StoredText.date(row[3])
        )
      )
    }
    return pairs
  }

  /// The classes by key, which begins at 0 and has no gaps; of their people, those who are wanted.
  func sessions() throws -> [ClassSession] {
    var sessions: [ClassSession] = []
    let classes = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.id, c.name, s.startLocal, s.endLocal, s.room, s.site, s.seats
        FROM classSession s JOIN course c ON c.key = s.course ORDER BY s.key
        """
    )
    while let row = try classes.next() {
      sessions.append(
        ClassSession(
          id: row[0],
          course: row[1],
          start: try StoredText.time(row[2]),
          end: try StoredText.time(row[3]),
          room: row[4],
          site: row[5],
          seats: row[6]
        )
      )
    }
    try addPeople(to: &sessions)
    return sessions
  }

  private func addPeople(to sessions: inout [ClassSession]) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT p.session, p.role = 'trainer', e.id
        FROM classPerson p JOIN employee e ON e.key = p.employee
        WHERE \(isWanted("e")) ORDER BY p.key
        """
    )
    while let row = try rows.next() {
      let index: Int = row[0]
      guard sessions.indices.contains(index) else { continue }
      if row[1] {
        sessions[index].trainer = row[2]
      } else {
        sessions[index].attendees.append(row[2])
      }
    }
  }

  /// The records that a plan knows of; no courses.
  func inputs(hasCertificates: Bool) throws -> TrainingInputs {
    let (curricula, courses) = try enrolments()
    return TrainingInputs(
      certifications: hasCertificates ? try certifications().all() : [],
      enrolments: curricula,
      courseEnrolments: courses,
      mentorings: try mentorings(),
      sessions: try sessions()
    )
  }
}
