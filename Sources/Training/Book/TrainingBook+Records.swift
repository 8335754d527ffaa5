public import Workforce

extension TrainingBook {
  /// Puts the records of a scenario together.
  ///
  /// Entries that a correction replaces are left out, and so are entries of people whom the inputs
  /// do not name. The certificates move from the inputs into the book.
  ///
  /// - Parameters:
  ///   - inputs: People, courses, classes and certificates.
  ///   - records: The assessments, corrections among them.
  public init(inputs: PlanningInputs, records: TrainingRecords) {
    var people: [Employee] = []
    var positions: [String: Int] = [:]
    for employee in inputs.employees where positions[employee.id] == nil {
      positions[employee.id] = people.count
      people.append(employee)
    }
    var courses = NameTable(inputs.training.courseNames)
    var sessions = NameTable(inputs.training.sessions.map(\.id))
    let attempts = Self.attempts(records.assessments, positions, &courses, &sessions)
    var certificates = people.map { _ in [Certificate]() }
    for certificate in inputs.training.certifications {
      guard let person = positions[certificate.employee] else { continue }
      let course = UInt16(clamping: courses.position(of: certificate.course))
      certificates[person].append(Certificate(certificate, course: course))
    }
    var rules = inputs
    rules.training.certifications = []
    self.init(
      inputs: rules,
      courses: courses.names,
      sessions: sessions.names,
      people: people,
      attempts: attempts,
      certificates: certificates
    )
  }

  private static func attempts(
    _ assessments: [AssessmentAttempt],
    _ positions: [String: Int],
    _ courses: inout NameTable,
    _ sessions: inout NameTable
  ) -> [[Attempt]] {
    let effective = assessments.effective
    var entries = Array(repeating: [(attempt: Attempt, row: Int)](), count: positions.count)
    for (row, entry) in effective.enumerated() {
      guard let person = positions[entry.employee] else { continue }
      let attempt = Attempt(
        sat: entry.sat.bookMinutes,
        session: entry.session.map { Int32(sessions.position(of: $0)) } ?? -1,
        course: UInt16(clamping: courses.position(of: entry.course)),
        number: UInt16(clamping: entry.attempt),
        isPassed: entry.isPassed
      )
      entries[person].append((attempt, row))
    }
    return entries.map { own in
      own.sorted { first, second in
        let (a, b) = (first.attempt, second.attempt)
        if a.course != b.course { return a.course < b.course }
        if a.sat != b.sat { return a.sat < b.sat }
        if a.number != b.number { return a.number < b.number }
        let (left, right) = (effective[first.row], effective[second.row])
        return (left.reference, left.source) < (right.reference, right.source)
      }.map(\.attempt)
    }
  }
}

extension TrainingBook {
  /// Where people stand, by identifier.
  var positions: [String: Int] {
    Dictionary(
      people.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

extension TrainingBook.Certificate {
  init(_ certificate: Certification, course: UInt16) {
    self.init(
      attained: Int32(clamping: certificate.attained.daysSinceEpoch),
      from: certificate.from.bookMinutes,
      lapses: certificate.lapses?.bookMinutes ?? Self.never,
      course: course,
      isRevoked: certificate.isRevoked
    )
  }
}

extension LocalDateTime {
  /// Minutes on the clock face since 1970, as a book counts.
  var bookMinutes: Int32 { Int32(clamping: date.daysSinceEpoch * 1440 + minuteOfDay) }

  /// The time of so many minutes on the clock face since 1970.
  init(bookMinutes: Int32) {
    self.init(date: LocalDate(daysSinceEpoch: 0), secondOfDay: Int(bookMinutes) * 60)
  }
}

extension LocalDate {
  /// The minutes on the clock face of its midnight.
  var bookMinutes: Int32 { Int32(clamping: daysSinceEpoch * 1440) }
}

/// Names with their positions; a new name gets the next one.
struct NameTable {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]

  init(_ names: [String] = []) {
    for name in names { _ = position(of: name) }
  }

  mutating func position(of name: String) -> Int {
    if let position = positions[name] { return position }
    positions[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The position of a name that may be absent.
  func known(_ name: String) -> Int? { positions[name] }
}
