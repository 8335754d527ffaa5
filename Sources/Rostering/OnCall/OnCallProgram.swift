import Optimization
import Workforce

/// The assignment of duties as an integer program.
///
/// For each duty d: Σ_p x(d,p) + u(d) = 1, u at a price above all others. For each person and each moment at
/// which a duty begins: Σ x of the duties that run then ≤ 1; for each person and kind of duty with a most: Σ x ≤
/// most − past ones. The squares: Σ_d x(d,p) = Σ_k y(p,k), where the k-th duty of a person with h past
/// ones costs (h + k)² − (h + k − 1)².
struct OnCallProgram {
  /// Past duties of people by position.
  struct Past {
    /// All of the last weeks.
    var all: [Int]
    /// Of each duty's own weeks, by its name.
    var ofDuty: [String: [Int: Int]] = [:]

    init(people: Int) { all = [Int](repeating: 0, count: people) }
  }

  private let slots: [OnCallSlot]
  private let eligible: [[Int]]
  private let past: Past
  private var model = LinearModel("on call")
  /// Variables of each duty, in the order of its people.
  private var variables: [[Int]] = []

  init(_ slots: [OnCallSlot], _ eligible: [[Int]], past: Past) {
    self.slots = slots
    self.eligible = eligible
    self.past = past
  }

  /// Who takes each duty, by position.
  mutating func solve(_ solver: any LinearSolver) throws -> [Int?] {
    addDuties()
    let people = Set(eligible.joined()).sorted()
    let fewest = people.map { past.all[$0] }.min() ?? 0
    for person in people {
      addNumbers(of: person, before: past.all[person] - fewest)
      addMosts(of: person)
      addOverlaps(of: person)
    }
    let solution = try solver.solve(model)
    guard solution.termination.hasSolution else {
      throw ShiftwrightError(
        "The duties on call were not given to people: the program of \(slots.count) duties did not end.\n"
          + "Plan again; report it with the scenario if it stays so."
      )
    }
    return zip(variables, eligible).map { own, people in
      zip(own, people).first { solution.values[$0.0] > 0.5 }?.1
    }
  }

  /// More than any sum of squares can differ by.
  private var unfilledPrice: Double {
    let most = (past.all.max() ?? 0) - (past.all.min() ?? 0) + slots.count
    return Double((2 * most + 1) * slots.count + 1)
  }

  private mutating func addDuties() {
    for (position, slot) in slots.enumerated() {
      let name = "\(slot.duty.name) \(slot.start) \(position)"
      let own = eligible[position].map { person in
        model.addVariable("\(name) by \(person)", lower: 0, upper: 1, isInteger: true)
      }
      let nobody = model.addVariable(
        "\(name) by nobody",
        lower: 0,
        upper: 1,
        cost: unfilledPrice
      )
      model.addConstraint(name, lower: 1, upper: 1, terms: terms(own + [nobody]))
      variables.append(own)
    }
  }

  /// The variables of a person in duties that fulfil a condition.
  private func own(_ person: Int, where isMeant: (OnCallSlot) -> Bool) -> [Int] {
    slots.indices.compactMap { position in
      guard isMeant(slots[position]),
        let place = eligible[position].firstIndex(of: person)
      else { return nil }
      return variables[position][place]
    }
  }

  private mutating func addNumbers(of person: Int, before: Int) {
    let all = own(person) { _ in true }
    let steps = all.indices.map { step in
      model.addVariable(
        "duty \(step + 1) of \(person)",
        lower: 0,
        upper: 1,
        cost: Double(2 * (before + step) + 1)
      )
    }
    let counted = steps.map { LinearModel.Term(index: $0, coefficient: -1) }
    model.addConstraint(
      "duties of \(person)",
      lower: 0,
      upper: 0,
      terms: terms(all) + counted
    )
  }

  private mutating func addMosts(of person: Int) {
    var seen: Set<String> = []
    for slot in slots where seen.insert(slot.duty.name).inserted {
      guard let most = slot.duty.most else { continue }
      let left = max(0, most - (past.ofDuty[slot.duty.name]?[person] ?? 0))
      let own = own(person) { $0.duty.name == slot.duty.name }
      guard own.count > left else { continue }
      model.addConstraint(
        "most \(slot.duty.name) of \(person)",
        lower: -.infinity,
        upper: Double(left),
        terms: terms(own)
      )
    }
  }

  private mutating func addOverlaps(of person: Int) {
    for (position, slot) in slots.enumerated() {
      let own = own(person) { $0.from <= slot.from && slot.from < $0.until }
      guard own.count > 1 else { continue }
      model.addConstraint(
        "one duty of \(person) at \(position)",
        lower: -.infinity,
        upper: 1,
        terms: terms(own)
      )
    }
  }

  private func terms(_ variables: [Int]) -> [LinearModel.Term] {
    variables.map { LinearModel.Term(index: $0, coefficient: 1) }
  }
}
