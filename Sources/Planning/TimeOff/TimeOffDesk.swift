import Interchange
public import Optimization
import Storage
public import Workforce

/// Takes requests for time off, says what they would do, and decides.
public struct TimeOffDesk: Sendable {
  /// What came of a request or a decision.
  public struct Outcome: Sendable {
    /// The request as it is now.
    public var request: TimeOffRequest
    /// What the absence does; `nil` where nobody is to be away.
    public var answer: TimeOffAnswer?
    /// The entry of the trail; `nil` when nothing was written, since the allowance does not suffice.
    public var mark: AuditMark?
  }

  private let database: CenterDatabase
  private let solver: any LinearSolver

  /// Works on a database; the solver moves deferred work into valleys.
  public init(_ database: CenterDatabase, solver: any LinearSolver) {
    self.database = database
    self.solver = solver
  }

  /// Takes a request and says at once what the absence would do.
  ///
  /// - Parameters:
  ///   - employee: The identifier.
  ///   - from: A date or a local time: the first moment away.
  ///   - until: A date, which counts to its end, or a local time: the first moment back.
  ///   - kind: What it is; `vacation` and `leave` take days from the allowance.
  ///   - today: The date that counts as today; the machine's when left out.
  /// - Returns: The request with its number.
  /// - Throws: ``BadInput`` with everything that is wrong; `ShiftwrightError` when the database refuses.
  public func request(
    _ employee: String,
    from: String,
    until: String,
    kind: String,
    today: LocalDate?
  ) throws -> Outcome {
    let books = try TimeOffBooks(database)
    var problems = TimeOffProblems(books)
    let wish = TimeOffWish(
      employee: employee,
      from: from,
      until: until,
      kind: kind,
      today: today
    )
    guard let absence = problems.absence(wish) else {
      throw BadInput(diagnostics: problems.found)
    }
    let answer = try answer(absence, number: nil, books)
    let (number, mark) = try database.open { store throws(ShiftwrightError) in
      try store.requestTimeOff(
        absence,
        days: answer.days,
        seen: books.head,
        by: database.actor
      )
    }
    let request = TimeOffRequest(number: number, absence: absence, days: answer.days)
    return Outcome(request: request, answer: answer, mark: mark)
  }

  /// Grants a request; the absence is known to every later plan.
  ///
  /// What was refused may be granted later.
  ///
  /// - Parameters:
  ///   - number: The request's number.
  ///   - isOver: Whether it may take more than the allowance.
  ///   - reason: What is said with it.
  /// - Returns: The request and what the absence does; without a mark when the allowance does not suffice.
  /// - Throws: `ShiftwrightError` when there is no such request, or it cannot be granted.
  public func grant(_ number: Int, over isOver: Bool, reason: String?) throws -> Outcome {
    let books = try TimeOffBooks(database)
    var request = try request(number, books, not: .granted)
    var problems = TimeOffProblems(books)
    guard problems.person(request.absence.employee) != nil else {
      throw BadInput(diagnostics: problems.found)
    }
    if let known = books.inputs.absences.first(where: { $0.overlaps(request.absence) }) {
      throw ShiftwrightError(
        "\(known.employee) is away \(AbsenceMoment.text(of: known)) already; nothing was granted.\n"
          + "Refuse the request, and ask for the other days."
      )
    }
    let answer = try answer(request.absence, number: number, books)
    guard isOver || !answer.isShort else { return Outcome(request: request, answer: answer) }
    request.state = .granted
    request.days = answer.days
    request.answer = reason
    return Outcome(request: request, answer: answer, mark: try write(request, books))
  }

  /// Refuses a request, also one that was granted before: the person is not away then.
  ///
  /// - Parameters:
  ///   - number: The request's number.
  ///   - reason: What is said with it.
  /// - Returns: The request.
  /// - Throws: `ShiftwrightError` when there is no such request, or it was refused before.
  public func refuse(_ number: Int, reason: String?) throws -> Outcome {
    let books = try TimeOffBooks(database)
    var request = try request(number, books, not: .refused)
    let isOpen = request.state == .requested
    let answer = isOpen ? try answer(request.absence, number: number, books) : nil
    request.state = .refused
    request.answer = reason
    return Outcome(request: request, answer: answer, mark: try write(request, books))
  }

  /// The requests, by number.
  ///
  /// - Parameters:
  ///   - state: Those of one state; all when left out.
  ///   - employee: Those of one person; all when left out.
  /// - Returns: The requests.
  /// - Throws: `ShiftwrightError` when the database cannot be read, or knows nobody of that identifier.
  public func requests(
    _ state: TimeOffRequest.State?,
    of employee: String?
  ) throws(ShiftwrightError) -> [TimeOffRequest] {
    try database.open { store throws(ShiftwrightError) in
      if let employee { try store.checkKnown(employee) }
      return try store.timeOff().filter { request in
        (state.map { request.state == $0 } ?? true)
          && (employee.map { request.absence.employee == $0 } ?? true)
      }
    }
  }

  /// How a person's year stands, after writing the allowance down where one is given.
  ///
  /// - Parameters:
  ///   - employee: The identifier.
  ///   - year: The year.
  ///   - days: The allowance; fractions are allowed, and nothing is written when it is left out.
  /// - Returns: The year, and the entry of the trail where something was written.
  /// - Throws: ``BadInput`` when there is nobody of that identifier; `ShiftwrightError` when the
  ///   database refuses.
  public func allowance(of employee: String, year: Int, days: Double?) throws -> (
    account: TimeOffAnswer.Account, mark: AuditMark?
  ) {
    let books = try TimeOffBooks(database)
    var problems = TimeOffProblems(books)
    guard let person = problems.person(employee) else {
      throw BadInput(diagnostics: problems.found)
    }
    let (allowance, mark) = try database.open { store throws(ShiftwrightError) in
      var mark: AuditMark?
      if let days {
        mark = try store.setAllowance(days, year: year, of: employee, by: database.actor)
      }
      return (try store.allowances(of: employee)[year], mark)
    }
    return (books.account(of: person, year: year, allowance: allowance), mark)
  }
}

extension TimeOffDesk {
  private func request(_ number: Int, _ books: TimeOffBooks, not state: TimeOffRequest.State)
    throws(ShiftwrightError) -> TimeOffRequest
  {
    guard let request = books.requests.first(where: { $0.number == number }) else {
      throw ShiftwrightError(
        "\(books.path) has no request \(number).\n"
          + "See which there are: shiftwright timeoff list --db \(books.path)"
      )
    }
    guard request.state != state else {
      let by = request.decidedBy.map { " by \($0)" } ?? ""
      let other = state == .granted ? "--refuse takes it back" : "--grant grants it after all"
      throw ShiftwrightError(
        "Request \(number) was \(state.rawValue)\(by) already; nothing was changed.\n\(other)."
      )
    }
    return request
  }

  private func write(_ request: TimeOffRequest, _ books: TimeOffBooks)
    throws(ShiftwrightError) -> AuditMark
  {
    try database.open { store throws(ShiftwrightError) in
      try store.decide(request, seen: books.head, by: database.actor)
    }
  }

  /// What an absence would do.
  private func answer(_ absence: Absence, number: Int?, _ books: TimeOffBooks) throws
    -> TimeOffAnswer
  {
    let finder = ImpactFinder(loaded: books.loaded, solver: solver)
    let (allowances, rosters) = try database.open { store throws(ShiftwrightError) in
      let weeks = books.versions.filter { $0.week.mayTouch(absence) }
      var rosters: [(version: Int, roster: Roster)] = []
      for version in weeks {
        if let roster = try store.roster(version.week, version: version.version) {
          rosters.append((version.version, roster))
        }
      }
      return (try store.allowances(of: absence.employee), rosters)
    }
    let impacts = rosters.map { finder.impact(of: absence, on: $0.roster, version: $0.version) }
    let weeks = ISOWeek.weeks(of: absence)
    let published = Set(impacts.map(\.week))
    let mates = mates(of: absence.employee, books.inputs)
    return TimeOffAnswer(
      absence: absence,
      accounts: books.accounts(absence, number: number, allowances),
      team: mates.team,
      teamSize: mates.people.count + 1,
      colleagues: books.inputs.absences.filter { other in
        mates.people.contains(other.employee) && other.from < absence.until
          && absence.from < other.until
      },
      weeks: impacts.filter { weeks.contains($0.week) || !$0.lost.isEmpty },
      unpublished: weeks.filter { !published.contains($0) },
      classes: MissedClass.of(absence, books.inputs)
    )
  }

  /// The others of a person's team, or of the site where there are no teams.
  private func mates(of employee: String, _ inputs: PlanningInputs) -> (
    team: String, people: Set<String>
  ) {
    guard let person = inputs.employees.first(where: { $0.id == employee }) else { return ("", []) }
    let others = inputs.employees.filter {
      $0.id != employee && $0.site == person.site && $0.team == person.team && !$0.isPlaceholder
    }
    return (person.team, Set(others.map(\.id)))
  }
}

extension ISOWeek {
  /// The weeks that an absence shares time with, ascending.
  static func weeks(of absence: Absence) -> [ISOWeek] {
    let last = ISOWeek(containing: absence.until.adding(minutes: -1).date)
    var weeks = [ISOWeek(containing: absence.from.date)]
    while let week = weeks.last, week < last { weeks.append(week.adding(weeks: 1)) }
    return weeks
  }

  /// Whether a shift of the week may reach into an absence: one of Sunday runs into Monday.
  fileprivate func mayTouch(_ absence: Absence) -> Bool {
    let end = LocalDateTime(date: monday.adding(days: 8), secondOfDay: 0)
    return absence.from < end && LocalDateTime(date: monday, secondOfDay: 0) < absence.until
  }
}
