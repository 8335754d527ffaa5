import Workforce

/// The classes after which people first sat for their certificates: of a course, a week and a site.
struct SampleClasses {
  private static let seats = 12

  private struct Key: Hashable, Comparable {
    var course: String
    var week: ISOWeek
    var site: String

    static func < (left: Key, right: Key) -> Bool {
      (left.week, left.course, left.site) < (right.week, right.course, right.site)
    }
  }

  /// The classes, by week, course and site.
  let sessions: [ClassSession]
  /// The class of a certificate, by the certificate's reference.
  let names: [String: String]

  /// Whoever was hired after the class, sat without one.
  init(_ certifications: [Certification], _ employees: [Employee], _ courses: [Course]) {
    let people = Dictionary(employees.map { ($0.id, $0) }) { first, _ in first }
    var groups: [Key: [String]] = [:]
    for certificate in certifications {
      guard let person = people[certificate.employee] else { continue }
      // the first attempt is at most two weeks before the pass
      let week = ISOWeek(containing: certificate.attained.adding(days: -14)).adding(weeks: -1)
      guard person.hired.map({ $0 <= week.monday }) ?? true else { continue }
      groups[Key(course: certificate.course, week: week, site: person.site), default: []]
        .append(certificate.reference)
    }
    var sessions: [ClassSession] = []
    var names: [String: String] = [:]
    for key in groups.keys.sorted() {
      guard let place = courses.firstIndex(where: { $0.name == key.course }) else { continue }
      let references = groups[key, default: []]
      let trainers = courses[place].trainers.filter { people[$0]?.site == key.site }
      for number in 0...(references.count - 1) / Self.seats {
        let session = Self.session(key, courses[place], place, number, trainers)
        for reference in references.dropFirst(number * Self.seats).prefix(Self.seats) {
          names[reference] = session.id
        }
        sessions.append(session)
      }
    }
    self.sessions = sessions
    self.names = names
  }

  private static func session(
    _ key: Key,
    _ course: Course,
    _ place: Int,
    _ number: Int,
    _ trainers: [String]
  ) -> ClassSession {
    let date = key.week.monday.adding(days: (place + number) % 5)
    let start = LocalDateTime(date: date, secondOfDay: place / 5 % 2 == 0 ? 32_400 : 48_600)
    let turn = key.week.monday.daysSinceEpoch / 7 + number + place
    return ClassSession(
      id: "\(key.course)-\(key.week)-\(key.site)-\(number + 1)",
      course: key.course,
      start: start,
      end: start.adding(minutes: course.lengthMinutes),
      site: key.site,
      trainer: trainers.isEmpty ? nil : trainers[turn % trainers.count],
      seats: seats
    )
  }
}
