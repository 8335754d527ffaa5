public import Optimization

/// A week's staffing without names: how many people of each kind, and how many of them begin which
/// shift on which day, so that every slot has the agents it needs.
///
/// A linear program. People of a kind share skills and a contract, whose weekly hours and days they
/// keep on average; rest and single persons' wishes are not seen, so that no roster with names needs
/// fewer people. Breaks are a mean: at work counts the share of a shift that is not a break.
public struct WeekProgram: Sendable {
  /// A shift of a day.
  public struct Shift: Hashable, Sendable {
    /// Position of the day, 0…6.
    public var day: Int
    /// Paid hours.
    public var paidHours: Double
    /// Agents that one person is, per slot; only slots with some.
    public var presence: [Presence]

    /// Makes a shift.
    public init(day: Int, paidHours: Double, presence: [Presence]) {
      self.day = day
      self.paidHours = paidHours
      self.presence = presence
    }
  }

  /// A slot of a shift.
  public struct Presence: Hashable, Sendable {
    /// The slot.
    public var slot: Int
    /// Share of the slot at work.
    public var share: Double

    /// Makes it.
    public init(slot: Int, share: Double) {
      self.slot = slot
      self.share = share
    }
  }

  /// People with the same skills and the same contract.
  public struct Kind: Hashable, Sendable {
    /// Their skills, as positions.
    public var skills: [Int]
    /// Their share of all people.
    public var share: Double
    /// Paid hours of one in a week.
    public var hours: ClosedRange<Double>
    /// Working days of one in a week.
    public var days: ClosedRange<Double>
    /// The shifts that they can work, as positions.
    public var shifts: [Int]

    /// Makes a kind.
    public init(
      skills: [Int],
      share: Double,
      hours: ClosedRange<Double>,
      days: ClosedRange<Double>,
      shifts: [Int]
    ) {
      self.skills = skills
      self.share = share
      self.hours = hours
      self.days = days
      self.shifts = shifts
    }
  }

  /// What a week takes.
  public struct Staffing: Hashable, Sendable {
    /// People of all kinds.
    public var people: Double
    /// Their paid hours.
    public var paidHours: Double
    /// Agent-hours that are needed and not there.
    public var uncoveredHours: Double
    /// People at work per slot, those on breaks left out.
    public var present: [Double]
  }

  /// Whether people are counted or given.
  public enum Question: Hashable, Sendable {
    /// The fewest people who cover everything that their shifts can.
    case fewestPeople
    /// What so many people cannot cover.
    case leastUncovered(people: Double)
  }

  /// Agents needed per skill and slot.
  public var need: [[Double]]
  /// Length of a slot.
  public var slotHours: Double
  /// The shifts.
  public var shifts: [Shift]
  /// The kinds of people; their shares add up to 1.
  public var kinds: [Kind]

  /// Makes a program.
  public init(need: [[Double]], slotHours: Double, shifts: [Shift], kinds: [Kind]) {
    self.need = need
    self.slotHours = slotHours
    self.shifts = shifts
    self.kinds = kinds
  }

  /// Answers a question.
  ///
  /// - Returns: The week's staffing; `nil` when the solver ends without an optimum.
  /// - Throws: `SolverError` when the solver cannot carry it out.
  public func staffing(_ question: Question, by solver: any LinearSolver) throws -> Staffing? {
    let draft = WeekModel(self, question)
    let solution = try solver.solveRelaxation(draft.model)
    guard solution.termination == .optimal else { return nil }
    return Staffing(
      people: solution.values[draft.people],
      paidHours: draft.begun.reduce(0) {
        $0 + solution.values[$1.variable] * shifts[$1.shift].paidHours
      },
      uncoveredHours: draft.uncovered.reduce(0) { $0 + solution.values[$1] } * slotHours,
      present: draft.begun.reduce(into: Array(repeating: 0, count: need.first?.count ?? 0)) {
        for presence in shifts[$1.shift].presence {
          $0[presence.slot] += presence.share * max(0, solution.values[$1.variable])
        }
      }
    )
  }
}

/// The program as a model.
private struct WeekModel {
  let week: WeekProgram
  private(set) var model = LinearModel("week without names")
  private(set) var people = 0
  private(set) var begun: [(kind: Int, shift: Int, variable: Int)] = []
  private(set) var uncovered: [Int] = []

  init(_ week: WeekProgram, _ question: WeekProgram.Question) {
    self.week = week
    // an agent-hour that nobody covers costs far more than the people who could
    let price = 1000.0
    switch question {
    case .fewestPeople:
      people = model.addVariable("people", cost: 1)
    case .leastUncovered(let count):
      people = model.addVariable("people", lower: count, upper: count)
    }
    addShifts()
    addCover(price)
  }

  private mutating func addShifts() {
    for (index, kind) in week.kinds.enumerated() {
      var hours: [LinearModel.Term] = []
      var days: [LinearModel.Term] = []
      var byDay = [[LinearModel.Term]](repeating: [], count: 7)
      for shift in kind.shifts {
        let variable = model.addVariable("kind \(index + 1) on shift \(shift + 1)")
        begun.append((index, shift, variable))
        hours.append(LinearModel.Term(index: variable, coefficient: week.shifts[shift].paidHours))
        days.append(LinearModel.Term(index: variable, coefficient: 1))
        byDay[week.shifts[shift].day].append(LinearModel.Term(index: variable, coefficient: 1))
      }
      limit("hours of kind \(index + 1)", hours, kind.hours, share: kind.share)
      limit("days of kind \(index + 1)", days, kind.days, share: kind.share)
      for (day, terms) in byDay.enumerated() where !terms.isEmpty {
        limit("kind \(index + 1), day \(day + 1)", terms, 0...1, share: kind.share)
      }
    }
  }

  /// A total of a kind between so much and so much for each of its people.
  private mutating func limit(
    _ name: String,
    _ terms: [LinearModel.Term],
    _ range: ClosedRange<Double>,
    share: Double
  ) {
    let people = people
    let own = { (each: Double) in
      LinearModel.Term(index: people, coefficient: -each * share)
    }
    model.addConstraint(
      "\(name), at most",
      lower: -.infinity,
      upper: 0,
      terms: terms + [own(range.upperBound)]
    )
    guard range.lowerBound > 0 else { return }
    model.addConstraint(
      "\(name), at least",
      lower: 0,
      upper: .infinity,
      terms: terms + [own(range.lowerBound)]
    )
  }

  /// People of each kind at work in each slot.
  private func presence(_ slots: Int) -> [[[LinearModel.Term]]] {
    var present = week.kinds.map { _ in [[LinearModel.Term]](repeating: [], count: slots) }
    for entry in begun {
      for presence in week.shifts[entry.shift].presence {
        present[entry.kind][presence.slot].append(
          LinearModel.Term(index: entry.variable, coefficient: presence.share)
        )
      }
    }
    return present
  }

  /// People at work in a slot serve the skills that they hold.
  private mutating func addCover(_ price: Double) {
    let slots = week.need.first?.count ?? 0
    let present = presence(slots)
    let sets = Dictionary(grouping: week.kinds.indices) { week.kinds[$0].skills }
    let known = sets.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for slot in 0..<slots where week.need.contains(where: { $0[slot] > 0 }) {
      var serving = week.need.map { _ in [LinearModel.Term]() }
      for set in known {
        let asked = set.filter { week.need[$0][slot] > 0 }
        guard !asked.isEmpty else { continue }
        let there = (sets[set] ?? []).flatMap { present[$0][slot] }
        let used = asked.map { skill in
          let variable = model.addVariable("\(set) serving \(skill + 1), slot \(slot + 1)")
          serving[skill].append(LinearModel.Term(index: variable, coefficient: 1))
          return LinearModel.Term(index: variable, coefficient: 1)
        }
        model.addConstraint(
          "\(set) at work, slot \(slot + 1)",
          lower: -.infinity,
          upper: 0,
          terms: used
            + there.map { LinearModel.Term(index: $0.index, coefficient: -$0.coefficient) }
        )
      }
      for skill in week.need.indices where week.need[skill][slot] > 0 {
        let missing = model.addVariable("missing \(skill + 1), slot \(slot + 1)", cost: price)
        uncovered.append(missing)
        model.addConstraint(
          "need \(skill + 1), slot \(slot + 1)",
          lower: week.need[skill][slot],
          upper: .infinity,
          terms: serving[skill] + [LinearModel.Term(index: missing, coefficient: 1)]
        )
      }
    }
  }
}
