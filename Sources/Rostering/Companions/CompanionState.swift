import Workforce

/// A roster, and how far its trainees have the companions that their stages ask for.
struct CompanionState: Sendable {
  let rules: CompanionRules
  /// The roster.
  private(set) var roster: RosterState
  /// Per circle: people at work in each slot, breaks included.
  private var present: [[Int]]

  init(_ rules: CompanionRules, _ roster: RosterState) {
    self.rules = rules
    self.roster = roster
    let slots = roster.problem.slotCount + roster.problem.longestShape + 1
    present = rules.circles.map { _ in [Int](repeating: 0, count: slots) }
    for employee in roster.tours.indices { count(employee, 1) }
  }

  var problem: RosterProblem { roster.problem }
  var tours: [PlannedTour] { roster.tours }

  /// Slots of the week and of shifts that run past it.
  var slotCount: Int { problem.slotCount + problem.longestShape + 1 }

  /// Gives a person another week.
  mutating func replace(_ employee: Int, with tour: PlannedTour) {
    count(employee, -1)
    roster.replace(employee, with: tour)
    count(employee, 1)
  }

  /// Readies the cover for prices.
  mutating func refresh() { roster.cover.refresh() }

  private mutating func count(_ employee: Int, _ sign: Int) {
    for circle in rules.circlesOf[employee] {
      for shift in roster.tours[employee].shifts {
        for slot in problem.span(of: shift) { present[circle][slot] += sign }
      }
    }
  }

  /// What is missing of a person's companions.
  struct Missing: Hashable {
    /// Slots at work without anybody of the circle.
    var alone = 0
    /// Slots that mentors should cover and do not.
    var mentored = 0

    var total: Int { alone + mentored }
  }

  /// What is missing of a trainee's companions, all shifts together.
  func missing(of trainee: Int) -> Missing {
    var missing = Missing()
    for shift in tours[trainee].shifts {
      guard let duty = rules.duties[trainee][shift.day] else { continue }
      let span = problem.span(of: shift)
      if let circle = duty.circle {
        missing.alone += span.count { present[circle][$0] == 0 }
      }
      guard duty.millionths > 0 else { continue }
      let sums = attendance(of: duty.mentors)
      let covered = sums[span.upperBound] - sums[span.lowerBound]
      missing.mentored += max(0, duty.need(of: span.count) - covered)
    }
    return missing
  }

  /// The same for several people.
  func missing(of trainees: [Int]) -> Int { trainees.reduce(0) { $0 + missing(of: $1).total } }

  /// Trainees whose companions a person's week can change, the person included.
  func concerned(by person: Int) -> [Int] {
    let wards = rules.circlesOf[person].flatMap { rules.wards[$0].map(\.trainee) }
    let own = rules.duties[person].isEmpty ? [] : [person]
    return Set(wards + rules.pupils[person] + own).sorted()
  }

  /// Sums up to each slot of the slots in which nobody of a circle is at work, somebody's own week
  /// not counted.
  func loneliness(of circle: Int, without person: Int? = nil) -> [Int] {
    var counts = present[circle]
    if let person, rules.circlesOf[person].contains(circle) {
      for shift in tours[person].shifts {
        for slot in problem.span(of: shift) { counts[slot] -= 1 }
      }
    }
    return counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 == 0 ? 1 : 0)) }
  }

  /// Sums up to each slot of the slots in which one of some people is at work.
  func attendance(of people: [Int], without person: Int? = nil) -> [Int] {
    var isThere = [Bool](repeating: false, count: slotCount)
    for other in people where other != person {
      for shift in tours[other].shifts {
        for slot in problem.span(of: shift) { isThere[slot] = true }
      }
    }
    return isThere.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 ? 1 : 0)) }
  }
}

extension RosterProblem {
  /// The slots from a shift's start to its end, breaks included, past the week's end too.
  func span(of shift: PlannedShift) -> Range<Int> {
    shift.start..<shift.start + shapes[shift.shape].length
  }

  /// The same for a shift that could be worked.
  func span(of option: ShiftOption) -> Range<Int> {
    option.start..<option.start + shapes[option.shape].length
  }
}
