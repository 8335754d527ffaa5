import Workforce

/// A week with everybody's answers, ready to be asked what can be kept together.
///
/// A class because everybody's answers are kept; one search owns it.
final class WeekDesk {
  let week: FixedWeek
  let frame: WeekFrame
  /// The people who are employed some date of the week, in the order of the inputs.
  let people: [PersonAnswers]
  /// What decides each person's answers, in the order of the people.
  private let grounds: [OwnInputs]
  /// Runs of slots in which some queue is open, cut at midnight, by day.
  let stretches: [(day: Int, slots: Range<Int>)]
  /// Whether each queue is open in each slot.
  let open: [[Bool]]

  /// Lays the week out; people of whom nothing differs from an earlier desk keep their answers.
  ///
  /// - Throws: `ShiftwrightError` when the week cannot be laid out on the roster grid.
  init(_ week: FixedWeek, reusing earlier: WeekDesk? = nil) throws(ShiftwrightError) {
    let settings = week.inputs.settings
    guard
      let grid = TimeGrid(
        week: week.week,
        stepMinutes: settings.rosterSlotMinutes,
        zone: settings.zone
      )
    else { throw ShiftwrightError("The roster slot does not divide the days of the week.") }
    let frame = try WeekFrame(inputs: week.inputs, grid: grid)
    self.week = week
    self.frame = frame
    let parts = OwnInputs.divided(week).filter { Self.isEmployed($0.inputs.employees[0], grid) }
    grounds = parts.map(\.ground)
    var known: [String: (OwnInputs, PersonAnswers)] = [:]
    for (ground, answers) in zip(earlier?.grounds ?? [], earlier?.people ?? []) {
      known[answers.week.person.id] = (ground, answers)
    }
    people = zip(parts, grounds).map { part, ground in
      let person = part.inputs.employees[0]
      if let (before, answers) = known[person.id], before == ground { return answers }
      let own = MemberWeek(person, in: part, frame: frame)
      return PersonAnswers(own, shapes: frame.shapes, slotCount: grid.count)
    }
    open = settings.queues.map { week.inputs.openIntervals(of: $0, on: grid) }
    stretches = PresenceLimits.openStretches(week.inputs, grid).map { slots in
      (grid.day(of: slots.lowerBound), slots)
    }
  }

  private static func isEmployed(_ person: Employee, _ grid: TimeGrid) -> Bool {
    grid.dates.contains { date in
      (person.hired.map { $0 <= date } ?? true) && (person.leaves.map { date <= $0 } ?? true)
    }
  }

  /// Every member of everybody, each once, in the order in which people name them.
  lazy var personal: [WeekMember] = Self.united(people.map(\.week.members))

  /// Members of several lists, each once.
  static func united(_ lists: [[WeekMember]]) -> [WeekMember] {
    var seen: Set<WeekMember> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }

  /// The people whom a rule on presence or an entry of heads can concern, dates of skills left aside.
  func eligible(for rule: AskedHeads) -> [PersonAnswers] {
    people.filter { answers in
      let person = answers.week.person
      guard rule.site.map({ $0 == person.site }) ?? true, rule.scope.speaks(of: person) else {
        return false
      }
      guard let skill = rule.skill else { return true }
      return answers.week.holds(
        skill,
        from: frame.grid.start,
        until: frame.grid.end,
        keeping: []
      )
    }
  }

  /// Whether somebody counts for a rule in a stretch: the skill is held all through it.
  func counts(
    _ answers: PersonAnswers,
    for rule: AskedHeads,
    in stretch: Range<Int>,
    _ active: Set<WeekMember>
  ) -> Bool {
    guard let skill = rule.skill else { return true }
    return answers.week.holds(
      skill,
      from: frame.grid.instant(at: stretch.lowerBound),
      until: frame.grid.instant(at: stretch.upperBound),
      keeping: active
    )
  }
}

/// People given to places of which each person can take some, by augmenting paths.
struct PlaceMatching {
  private let room: [Int]
  private var takers: [[Int]]
  private var choices: [[Int]] = []

  /// Places with room for so many each.
  init(room: [Int]) {
    self.room = room
    takers = room.map { _ in [] }
  }

  /// How many have a place.
  var count: Int { takers.reduce(0) { $0 + $1.count } }

  /// Gives somebody a place; the places that were looked at where there is none.
  mutating func add(_ own: [Int]) -> [Int]? {
    choices.append(own)
    var seen: [Int] = []
    return place(choices.count - 1, &seen) ? nil : seen
  }

  /// Who are in some places, by the order in which they came.
  func takers(of places: [Int]) -> [Int] { places.flatMap { takers[$0] }.sorted() }

  private mutating func place(_ taker: Int, _ seen: inout [Int]) -> Bool {
    for place in choices[taker] where !seen.contains(place) {
      seen.append(place)
      if takers[place].count < room[place] {
        takers[place].append(taker)
        return true
      }
      for position in takers[place].indices where self.place(takers[place][position], &seen) {
        takers[place][position] = taker
        return true
      }
    }
    return false
  }
}
