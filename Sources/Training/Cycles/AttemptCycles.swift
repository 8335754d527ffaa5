public import Workforce

/// Attempts put together to cycles.
///
/// A new cycle begins after a pass, or when a certificate of the course lapsed since the attempt
/// before. Both times stand on the clock of the person's site, so nothing is converted.
public struct AttemptCycles: Sendable {
  /// Whose attempts they are.
  public let book: TrainingBook
  /// The cycles, by person, course and time.
  public let cycles: [AttemptCycle]
  /// Names of the groups with which people began.
  public let cohorts: [String]
  /// Identifiers of those who taught.
  public let trainers: [String]

  /// Puts the attempts of a book together, in time linear in them.
  ///
  /// - Parameters:
  ///   - book: The attempts and certificates.
  ///   - last: The last day whose attempts count; all when left out.
  public init(_ book: TrainingBook, through last: LocalDate? = nil) {
    var maker = CycleMaker(book)
    let end = last.map { $0.adding(days: 1).bookMinutes } ?? Int32.max
    for person in book.people.indices { maker.add(person, before: end) }
    self.book = book
    cycles = maker.cycles
    cohorts = maker.cohorts.names
    trainers = maker.trainers.names
  }

  /// The cycles of people who failed twice or more since their last pass or lapse, and did not pass.
  public var failedTwice: [AttemptCycle] {
    cycles.indices.filter { index in
      let cycle = cycles[index]
      guard !cycle.isPassed, cycle.attempts >= 2 else { return false }
      guard index + 1 < cycles.count else { return true }
      let next = cycles[index + 1]
      return next.person != cycle.person || next.course != cycle.course
    }.map { cycles[$0] }
  }
}

/// Goes through the people of a book.
private struct CycleMaker {
  let book: TrainingBook
  /// Per class of the book: who taught it, or -1.
  private let teaching: [Int32]
  /// Per person: from which day on which group, ascending.
  private let groups: [Int: [(from: Int, cohort: Int32)]]
  private(set) var cycles: [AttemptCycle] = []
  private(set) var cohorts: NameTable
  private(set) var trainers: NameTable

  init(_ book: TrainingBook) {
    self.book = book
    let training = book.inputs.training
    var trainers = NameTable()
    let taught = Dictionary(training.sessions.map { ($0.id, $0.trainer) }) { first, _ in first }
    teaching = book.sessions.map { id in
      (taught[id] ?? nil).map { Int32(trainers.position(of: $0)) } ?? -1
    }
    self.trainers = trainers
    var cohorts = NameTable()
    let people = book.positions
    let all =
      training.enrolments.map { ($0.employee, $0.from, $0.cohort) }
      + training.courseEnrolments.map { ($0.employee, $0.from, $0.cohort) }
    var groups: [Int: [(from: Int, cohort: Int32)]] = [:]
    for (employee, from, cohort) in all where !cohort.isEmpty {
      guard let person = people[employee] else { continue }
      let position = Int32(cohorts.position(of: cohort))
      groups[person, default: []].append((from.daysSinceEpoch, position))
    }
    // Of the same day the later row counts; the order of equal days must not be left to chance.
    self.groups = groups.mapValues { own in
      own.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
        .map(\.element)
    }
    self.cohorts = cohorts
  }

  /// Adds the cycles of a person from attempts before a moment.
  mutating func add(_ person: Int, before end: Int32) {
    let first = cycles.count
    var last: Int32 = 0
    for attempt in book.attempts[person] where attempt.sat < end {
      let open = cycles.count - 1
      let isSame = open >= first && cycles[open].course == attempt.course && !cycles[open].isPassed
      if isSame, !hasLapse(person, attempt.course, after: last, through: attempt.sat) {
        cycles[open].attempts += cycles[open].attempts < .max ? 1 : 0
        cycles[open].isPassed = attempt.isPassed
      } else {
        cycles.append(cycle(person, attempt))
      }
      last = attempt.sat
    }
  }

  private func hasLapse(_ person: Int, _ course: UInt16, after first: Int32, through last: Int32)
    -> Bool
  {
    book.certificates[person].contains { certificate in
      certificate.course == course && !certificate.isRevoked && first < certificate.lapses
        && certificate.lapses <= last && certificate.lapses != TrainingBook.Certificate.never
    }
  }

  private mutating func cycle(_ person: Int, _ attempt: TrainingBook.Attempt) -> AttemptCycle {
    let day = attempt.sat >= 0 ? attempt.sat / 1440 : (attempt.sat - 1439) / 1440
    return AttemptCycle(
      person: Int32(person),
      began: day,
      cohort: cohort(of: person, on: Int(day)),
      trainer: attempt.session >= 0 ? teaching[Int(attempt.session)] : -1,
      course: attempt.course,
      attempts: 1,
      isPassedFirst: attempt.isPassed,
      isPassed: attempt.isPassed
    )
  }

  /// The group of the latest enrolment up to a day, else the quarter of hiring.
  private mutating func cohort(of person: Int, on day: Int) -> Int32 {
    if let own = groups[person]?.last(where: { $0.from <= day }) { return own.cohort }
    return Int32(cohorts.position(of: book.people[person].hired?.quarter ?? ""))
  }
}
