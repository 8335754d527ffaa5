import Workforce

/// Gives trainees of a finished roster weeks beside their companions.
///
/// One person after another gets the week that misses least, and of those the cheapest, with all
/// others fixed; no step breaks a limit that was kept. Where that is not enough, a trainee and a
/// companion move together, unless told to stop. Rosters in which nobody misses a companion stay as they are.
struct CompanionPass {
  /// Most companions that are asked to move for one trainee.
  private static let mostHelpers = 12
  /// Mentors and companions for whom all working days of a trainee are tried.
  private static let mostThorough = 2
  /// Most weeks tried together with a companion's.
  private static let mostTries = 1000
  /// People looked at again for each that moved.
  private static let polishedPerMove = 40

  private(set) var state: CompanionState
  /// A published roster, whose breaks stay where shifts do; `nil` for a plan from nothing.
  private let published: RepairCells?
  private let originals: [PlannedTour]
  private let seed: UInt64
  private let stop: StopSignal
  private var responses = 0
  private var tries = 0

  init(
    rules: CompanionRules,
    roster: RosterState,
    published: RepairCells? = nil,
    seed: UInt64,
    stop: StopSignal = StopSignal()
  ) {
    state = CompanionState(rules, roster)
    originals = roster.tours
    self.published = published
    self.seed = seed
    self.stop = stop
  }

  private var trainees: [Int] { state.rules.trainees }

  /// People whose weeks are others now.
  private var moved: [Int] {
    originals.indices.filter { originals[$0].shifts != state.tours[$0].shifts }
  }

  /// Moves people; says what was done, `nil` where nothing was missing.
  mutating func run() -> String? {
    let before = trainees.filter { isMissing($0) }
    guard !before.isEmpty else { return nil }
    for _ in 0..<3 {
      for trainee in trainees where isMissing(trainee) { _ = improve(trainee) }
    }
    for trainee in trainees where !stop.isStopped && isMissing(trainee) { join(trainee) }
    if published == nil { polish() }
    let left = trainees.count { isMissing($0) }
    let people = { (count: Int) in count == 1 ? "1 person" : "\(count) people" }
    return "\(people(before.count)) without companions moved beside them: \(responses) exact best "
      + "responses, \(people(moved.count)) with other weeks; "
      + (left == 0 ? "nobody is left" : "\(people(left)) left")
  }

  private func isMissing(_ trainee: Int) -> Bool { state.missing(of: trainee).total > 0 }

  /// What may not get worse, in this order.
  private func score(_ trainees: [Int]) -> (penalty: Double, missing: Int, objective: Double) {
    (state.roster.use.penalty, state.missing(of: trainees), state.roster.objective)
  }

  /// Whether a roster is better than another at companions, or cheaper, and keeps all limits.
  private func isBetter(
    _ new: (penalty: Double, missing: Int, objective: Double),
    than old: (penalty: Double, missing: Int, objective: Double)
  ) -> Bool {
    guard new.penalty <= old.penalty else { return false }
    if new.missing != old.missing { return new.missing < old.missing }
    return old.objective - new.objective > 1e-6
  }

  /// Gives one person the best week with all others fixed; true when it changed.
  private mutating func improve(_ person: Int) -> Bool {
    responses += 1
    state.refresh()
    let slots = state.slotsMissing(by: person)
    guard let week = state.response(of: person, slots: slots) else { return false }
    let current = state.tours[person]
    let kept = keepingBreaks(week, of: person)
    guard kept.shifts != current.shifts else { return false }
    let concerned = state.concerned(by: person)
    let before = score(concerned)
    state.replace(person, with: kept)
    if isBetter(score(concerned), than: before) { return true }
    state.replace(person, with: current)
    return false
  }

  /// The week with the published breaks of shifts that stay.
  private func keepingBreaks(_ tour: PlannedTour, of person: Int) -> PlannedTour {
    guard let published else { return tour }
    var tour = tour
    for (index, shift) in tour.shifts.enumerated() {
      guard let cell = published.rows[person][shift.day].published, cell.start == shift.start,
        cell.shape == shift.shape
      else { continue }
      tour.shifts[index] = shift.pausing(at: cell.pauses)
    }
    return tour
  }
}

extension CompanionPass {
  /// Moves a trainee and a companion together.
  private mutating func join(_ trainee: Int) {
    let helpers = helpers(of: trainee)
    for helper in helpers {
      state.refresh()
      let open = state.slotsMissing(by: trainee, helpedBy: helper)
      let starts = [nil, originals[trainee], state.response(of: trainee, slots: open)]
      for (position, week) in starts.enumerated() where position == 0 || week != nil {
        attempt(trainee, week, helper)
        if !isMissing(trainee) { return }
      }
    }
    for helper in helpers.prefix(Self.mostThorough) {
      tryWorkingDays(trainee, helper)
      if !isMissing(trainee) { return }
    }
  }

  /// Mentors first, then people of the circles of dates on which the trainee is alone.
  private func helpers(of trainee: Int) -> [Int] {
    let duties = state.rules.duties[trainee].compactMap(\.self)
    let missing = state.missing(of: trainee)
    let mentors = missing.mentored > 0 ? duties.flatMap(\.mentors) : []
    let circles = missing.alone > 0 ? duties.compactMap(\.circle) : []
    var helpers: [Int] = []
    let both = duties.flatMap(\.mentors).filter { person in
      !Set(circles).isDisjoint(with: state.rules.circlesOf[person])
    }
    for person in both + mentors + circles.flatMap({ state.rules.circles[$0] })
    where !helpers.contains(person) && helpers.count < Self.mostHelpers {
      helpers.append(person)
    }
    return helpers
  }

  /// Puts a trainee into a week, then companion and trainee answer each other; taken back unless it
  /// is better at the end.
  private mutating func attempt(_ trainee: Int, _ week: PlannedTour?, _ helper: Int) {
    tries += 1
    let people = Set([trainee] + state.concerned(by: helper) + state.concerned(by: trainee))
      .sorted()
    let before = score(people)
    let old = (state.tours[trainee], state.tours[helper])
    if let week { state.replace(trainee, with: keepingBreaks(week, of: trainee)) }
    for _ in 0..<3 {
      let isChanged = (improve(helper), improve(trainee))
      if !isChanged.0, !isChanged.1 { break }
    }
    guard !isBetter(score(people), than: before) else { return }
    state.replace(trainee, with: old.0)
    state.replace(helper, with: old.1)
  }

  /// Tries all working days on which the helper could be beside the trainee.
  private mutating func tryWorkingDays(_ trainee: Int, _ helper: Int) {
    let numbers = state.problem.employees[trainee]
    let open = state.slotsMissing(by: trainee, helpedBy: helper)
    let days = zip(numbers.days, open).map { day, slots in
      EmployeeDay(
        group: day.group,
        options: zip(day.options, slots).filter { $1 == 0 }.map(\.0)
      )
    }
    let counts = Set(
      (0..<numbers.totals.count).filter { numbers.totals.shiftsNeeded[$0] == 0 }
        .map { numbers.totals.days[$0] }
    )
    for pattern in 0..<(1 << days.count) where tries < Self.mostTries && !stop.isStopped {
      let works = days.indices.map { pattern & (1 << $0) != 0 }
      guard counts.contains(pattern.nonzeroBitCount), numbers.sequence.accepts(works),
        zip(works, days).allSatisfy({ !$0 || !$1.options.isEmpty })
      else { continue }
      var only = numbers
      only.days = zip(works, days).map {
        $0 ? $1 : EmployeeDay(group: $1.group, options: [])
      }
      only.sequence = SequenceAutomaton(numbers.sequence, workingOn: works)
      let free = only.days.map { $0.options.map { _ in 0 } }
      state.refresh()
      guard let week = state.response(of: trainee, slots: free, only: only) else { continue }
      attempt(trainee, week, helper)
      if !isMissing(trainee) { return }
    }
  }

  /// Others take over what the moved people leave, as far as companions allow.
  private mutating func polish() {
    let moved = moved.count
    guard moved > 0, !stop.isStopped else { return }
    var order = Array(originals.indices)
    var random = RandomStream(seed: seed, name: "companions")
    for _ in 0..<2 {
      random.shuffle(&order)
      var gained = false
      for person in order.prefix(Self.polishedPerMove * moved) where improve(person) {
        gained = true
      }
      if !gained { return }
    }
  }
}

extension CompanionPass {
  /// The trainees whose companions are missing still, with the rules in words.
  var unaccompanied: [ImpossibleEmployee] {
    trainees.compactMap { trainee in
      let missing = state.missing(of: trainee)
      guard missing.total > 0 else { return nil }
      let duties = state.rules.duties[trainee].compactMap(\.self)
      var sentences: [String] = []
      if missing.alone > 0 {
        sentences.append(
          "\(CompanionRules.neverAlone): in \(stages(duties) { $0.circle != nil }); alone for "
            + "\(words(missing.alone)) of the week"
        )
      }
      if missing.mentored > 0 {
        let mentors = Set(duties.flatMap(\.mentors)).sorted().map {
          state.problem.employees[$0].id
        }
        let who =
          mentors.isEmpty ? "no mentor has a possible week" : mentors.joined(separator: ", ")
        sentences.append(
          "\(CompanionRules.mentorOverlap): in \(stages(duties) { $0.millionths > 0 }) (\(who)); "
            + "\(words(missing.mentored)) too little"
        )
      }
      return ImpossibleEmployee(
        employee: state.problem.employees[trainee].id,
        conflict: sentences
      )
    }
  }

  private func stages(
    _ duties: [CompanionRules.Duty],
    where isMeant: (CompanionRules.Duty) -> Bool
  ) -> String {
    var names: [String] = []
    for duty in duties where isMeant(duty) && !names.contains(duty.stage) {
      names.append(duty.stage)
    }
    return names.map { "stage \($0)" }.joined(separator: ", ")
  }

  private func words(_ slots: Int) -> String {
    let minutes = slots * state.problem.grid.stepMinutes
    let parts = [
      minutes / 60 > 0 ? "\(minutes / 60) h" : nil, minutes % 60 > 0 ? "\(minutes % 60) min" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
