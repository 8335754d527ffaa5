import Workforce

/// Answers what one person can do in a week with some members in force, each question once.
///
/// A class because the answers are kept; one search owns it.
final class PersonAnswers {
  let week: MemberWeek
  private let own: Set<WeekMember>
  private let shapes: [ShiftShape]
  private let slotCount: Int
  private var weeks: [Set<WeekMember>: Numbers?] = [:]
  private var legal: [Set<WeekMember>: Bool] = [:]
  private var reaches: [Question: [Bool]] = [:]
  private var moments: [Question: Bool] = [:]
  private var least: [Question: Double?] = [:]

  /// A person's numbers with the training in the shifts.
  struct Numbers {
    let employee: RosterEmployee
    let agendas: [Agenda]
    /// Per date: the queues that may be served then.
    let queues: [[Int]]
  }

  /// What can be asked.
  private struct Question: Hashable {
    enum Kind: Hashable {
      case present(Int?)
      case away(Int?)
      case works(queue: Int, slot: Int?)
      case attends(Int)
      case overtime
      case pay
    }
    let kind: Kind
    let active: Set<WeekMember>
  }

  init(_ week: MemberWeek, shapes: [ShiftShape], slotCount: Int) {
    self.week = week
    own = Set(week.members)
    self.shapes = shapes
    self.slotCount = slotCount
  }

  /// The person's numbers with the members of some set in force.
  func numbers(_ active: Set<WeekMember>) -> Numbers? {
    let key = active.intersection(own)
    if let known = weeks[key] { return known }
    let made = week.numbers(keeping: key).map {
      Numbers(employee: $0.employee, agendas: $0.agendas, queues: week.queues(keeping: key))
    }
    weeks[key] = .some(made)
    return made
  }

  /// Whether there is a legal week.
  func hasWeek(_ active: Set<WeekMember>) -> Bool {
    let key = active.intersection(own)
    if let known = legal[key] { return known }
    let found = best(key) { _, _ in 0 } != nil
    legal[key] = found
    return found
  }

  /// Whether some legal week has the person at work or in a break in a slot.
  func isPresent(in slot: Int, _ active: Set<WeekMember>) -> Bool {
    let question = Question(kind: .present(slot), active: active.intersection(own))
    return moment(question) { [shapes] _, option in
      option.start <= slot && slot < option.start + shapes[option.shape].length
    }
  }

  /// Whether some legal week has the person without a shift in a slot.
  func isAway(in slot: Int, _ active: Set<WeekMember>) -> Bool {
    let question = Question(kind: .away(slot), active: active.intersection(own))
    if let known = moments[question] { return known }
    let week = best(question.active) { [shapes] _, option in
      option.start <= slot && slot < option.start + shapes[option.shape].length ? 1 : 0
    }
    let found = week.map { $0.reducedCost < 0.5 } ?? true
    moments[question] = found
    return found
  }

  /// Whether some legal week has the person at work for a queue in a slot, clear of breaks and training.
  func works(for queue: Int, in slot: Int, _ active: Set<WeekMember>) -> Bool {
    let question = Question(
      kind: .works(queue: queue, slot: slot),
      active: active.intersection(own)
    )
    guard let numbers = numbers(active) else { return false }
    return moment(question) { [shapes] day, option in
      numbers.queues[day].contains(queue)
        && Self.works(option, in: slot, shapes: shapes, agendas: numbers.agendas)
    }
  }

  /// Whether some legal week holds a class in which the person takes a seat.
  func attends(_ session: Int, _ active: Set<WeekMember>) -> Bool {
    let question = Question(kind: .attends(session), active: active.intersection(own))
    guard let numbers = numbers(active) else { return false }
    return moment(question) { _, option in
      option.agenda >= 0 && numbers.agendas[option.agenda].seated.contains(session)
    }
  }

  private func moment(_ question: Question, _ counts: (Int, ShiftOption) -> Bool) -> Bool {
    if let known = moments[question] { return known }
    let found = best(question.active) { counts($0, $1) ? -1 : 0 }.map { $0.reducedCost < -0.5 }
    moments[question] = found ?? false
    return found ?? false
  }

  /// The fewest minutes of overtime of a legal week; `nil` without one.
  func leastOvertime(_ active: Set<WeekMember>) -> Double? {
    let question = Question(kind: .overtime, active: active.intersection(own))
    if let known = least[question] { return known }
    let found = numbers(active).flatMap { numbers in
      var pricer = TourPricer(unpriced: numbers.employee, shapes: shapes)
      return pricer.cheapest(overtimePrice: 1)?.reducedCost
    }
    least[question] = .some(found)
    return found
  }

  /// The least pay of a legal week at a premium for overtime; `nil` without one.
  func leastPay(premium: Double, _ active: Set<WeekMember>) -> Double? {
    let question = Question(kind: .pay, active: active.intersection(own))
    if let known = least[question] { return known }
    let found = numbers(active).flatMap { numbers in
      var pricer = TourPricer(
        employee: numbers.employee,
        shapes: shapes,
        prices: .none(dayCount: numbers.employee.days.count),
        costs: numbers.employee.days.map { $0.options.map(\.pay) }
      )
      let perMinute = numbers.employee.wagePerMinute * premium
      return pricer.cheapest(overtimePrice: perMinute)?.reducedCost
    }
    least[question] = .some(found)
    return found
  }

  /// The week with the smallest sum of values of its shifts.
  func best(
    _ active: Set<WeekMember>,
    value: (Int, ShiftOption) -> Double
  ) -> TourPricer.Week? {
    guard let numbers = numbers(active) else { return nil }
    var pricer = TourPricer(
      employee: numbers.employee,
      shapes: shapes,
      prices: .none(dayCount: numbers.employee.days.count),
      costs: numbers.employee.days.enumerated().map { day, own in
        own.options.map { value(day, $0) }
      }
    )
    return pricer.cheapest()
  }
}

extension PersonAnswers {
  /// The slots in which some legal week has the person present.
  func presence(_ active: Set<WeekMember>) -> [Bool] {
    let question = Question(kind: .present(nil), active: active.intersection(own))
    return reach(question) { [shapes] _, option in
      Array(option.start..<option.start + shapes[option.shape].length)
    }
  }

  /// The slots in which some legal week has the person without a shift; all without a legal week.
  func absence(_ active: Set<WeekMember>) -> [Bool] {
    let question = Question(kind: .away(nil), active: active.intersection(own))
    if let known = reaches[question] { return known }
    var forced = Set(0..<slotCount)
    // weeks that are clear of as many slots as they can, until one is clear of none
    while !forced.isEmpty, let numbers = numbers(question.active) {
      let slots = { [shapes] (option: ShiftOption) in
        (option.start..<option.start + shapes[option.shape].length).filter(forced.contains)
      }
      guard let week = best(question.active, value: { Double(slots($1).count) }) else {
        forced = []
        break
      }
      let options = week.shifts.map { numbers.employee.days[$0.day].options[$0.option] }
      let left = Set(options.flatMap(slots))
      if left.count == forced.count { break }
      forced = left
    }
    if numbers(question.active) == nil { forced = [] }
    let away = (0..<slotCount).map { !forced.contains($0) }
    reaches[question] = away
    return away
  }

  /// The slots in which some legal week has the person at work for a queue.
  func work(for queue: Int, _ active: Set<WeekMember>) -> [Bool] {
    let question = Question(kind: .works(queue: queue, slot: nil), active: active.intersection(own))
    guard let numbers = numbers(active) else { return .init(repeating: false, count: slotCount) }
    var known: [[Int]: [Int]] = [:]
    return reach(question) { [shapes] day, option in
      guard numbers.queues[day].contains(queue) else { return [] }
      let key = [option.shape, option.agenda, option.agenda < 0 ? 0 : option.start]
      if let offsets = known[key] { return offsets.map { $0 + option.start } }
      let slots = option.start..<option.start + shapes[option.shape].length
      let workable = slots.filter {
        Self.works(option, in: $0, shapes: shapes, agendas: numbers.agendas)
      }
      known[key] = workable.map { $0 - option.start }
      return workable
    }
  }

  /// Asks for weeks that cover most slots not yet covered until one covers none.
  private func reach(_ question: Question, _ slots: (Int, ShiftOption) -> [Int]) -> [Bool] {
    if let known = reaches[question] { return known }
    var covered = [Bool](repeating: false, count: slotCount)
    if let numbers = numbers(question.active) {
      let held = numbers.employee.days.enumerated().map { day, own in
        own.options.map { option in slots(day, option).filter { $0 < slotCount } }
      }
      var pricer: TourPricer
      repeat {
        pricer = TourPricer(
          employee: numbers.employee,
          shapes: shapes,
          prices: .none(dayCount: numbers.employee.days.count),
          costs: held.map { $0.map { own in -Double(own.count { !covered[$0] }) } }
        )
        guard let week = pricer.cheapest(), week.reducedCost < -0.5 else { break }
        for shift in week.shifts {
          for slot in held[shift.day][shift.option] { covered[slot] = true }
        }
      } while true
    }
    reaches[question] = covered
    return covered
  }

  /// Whether a shift can be at work in a slot: some place of its breaks is clear of it.
  static func works(
    _ option: ShiftOption,
    in slot: Int,
    shapes: [ShiftShape],
    agendas: [Agenda]
  ) -> Bool {
    let shape = shapes[option.shape]
    guard option.start <= slot, slot < option.start + shape.length else { return false }
    let holes = option.agenda < 0 ? [] : agendas[option.agenda].holes
    guard !holes.contains(where: { $0.contains(slot) }) else { return false }
    let before = holes.filter { $0.upperBound <= slot }
    let after = holes.filter { $0.lowerBound > slot }
    return shape.canHoldBreaks(outside: before + [slot..<slot + 1] + after, start: option.start)
  }
}
