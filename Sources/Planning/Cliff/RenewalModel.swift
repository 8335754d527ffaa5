import Optimization

/// The integer program of the cheapest renewal plan; see docs/concepts/training.md, "The cliff".
struct RenewalModel {
  private let problem: RenewalProblem
  private(set) var model = LinearModel("renewals")
  private var renewed: [Int] = []
  private var sitting: [[[Int]]] = []
  private var classes: [[Int]] = []
  private var short: [Int] = []

  init(_ problem: RenewalProblem) {
    self.problem = problem
    addPeople()
    addClasses()
    addHeads()
  }

  private func term(_ index: Int, _ coefficient: Double = 1) -> LinearModel.Term {
    LinearModel.Term(index: index, coefficient: coefficient)
  }

  /// (1) Who is renewed sits once for each course.
  private mutating func addPeople() {
    for (index, group) in problem.groups.enumerated() {
      let count = Double(group.people.count)
      let chosen = model.addVariable("R\(index)", upper: count, isInteger: true)
      renewed.append(chosen)
      var own: [[Int]] = []
      for (place, item) in group.items.enumerated() {
        let weeks = item.weeks.map { choice in
          model.addVariable(
            "x\(index) \(place) \(choice.week)",
            upper: count,
            cost: choice.cost,
            isInteger: true
          )
        }
        model.addConstraint(
          "sits \(index) \(place)",
          lower: 0,
          upper: 0,
          terms: weeks.map { term($0) } + [term(chosen, -1)]
        )
        own.append(weeks)
      }
      sitting.append(own)
    }
  }

  /// (2) No more people than seats, no more classes than a week may hold.
  private mutating func addClasses() {
    for (course, limits) in problem.courses.enumerated() {
      let own = limits.classesLeft.enumerated().map { week, most in
        model.addVariable(
          "y\(course) \(week)",
          upper: Double(most),
          cost: limits.classCost,
          isInteger: true
        )
      }
      for week in own.indices {
        var terms: [LinearModel.Term] = []
        for (group, weeks) in zip(problem.groups, sitting) {
          for (item, variables) in zip(group.items, weeks) where item.course == course {
            for (choice, variable) in zip(item.weeks, variables) where choice.week == week {
              terms.append(term(variable))
            }
          }
        }
        guard !terms.isEmpty else { continue }
        model.addConstraint(
          "seats \(course) \(week)",
          lower: -.infinity,
          upper: Double(limits.freeSeats[week]),
          terms: terms + [term(own[week], -Double(limits.seats))]
        )
      }
      classes.append(own)
    }
  }

  /// (3) Enough heads, or a priced shortfall.
  private mutating func addHeads() {
    for need in problem.needed {
      let missing = model.addVariable(
        "short \(need.skill) \(need.week)",
        upper: need.heads,
        cost: problem.shortPrice
      )
      let terms = zip(problem.groups, renewed).flatMap { group, variable in
        group.gains.filter { $0.skill == need.skill && $0.week == need.week && $0.heads > 0 }
          .map { term(variable, $0.heads) }
      }
      model.addConstraint(
        "heads \(need.skill) \(need.week)",
        lower: need.heads,
        upper: .infinity,
        terms: terms + [term(missing)]
      )
      short.append(missing)
    }
  }

  /// Solves it.
  func solved(by solver: any LinearSolver, milliseconds: Int) throws -> RenewalChoice? {
    let limits = SolveLimits(
      simplexIterations: 400_000,
      branchAndBoundNodes: 20_000,
      guardMilliseconds: milliseconds,
      relativeGap: 0.001
    )
    let nobody = model.variables.indices.map { index in
      short.firstIndex(of: index).map { problem.needed[$0].heads } ?? 0
    }
    let solution = try solver.withSession(model) { session in
      session.solveInteger(limits, incumbent: nobody, improve: nil)
    }
    guard solution.termination.hasSolution else { return nil }
    let whole = { (variable: Int) in Int(solution.values[variable].rounded()) }
    let missing = zip(problem.needed, short).compactMap { need, variable in
      solution.values[variable] > 1e-6
        ? RenewalProblem.Heads(
          skill: need.skill,
          week: need.week,
          heads: solution.values[variable]
        ) : nil
    }
    let fines = missing.reduce(0) { $0 + $1.heads * problem.shortPrice }
    let size = max(abs(solution.objective), 1e-9)
    return RenewalChoice(
      renewed: renewed.map(whole),
      sitting: sitting.map { $0.map { $0.map(whole) } },
      classes: classes.map { $0.map(whole) },
      short: missing,
      cost: solution.objective - fines,
      gap: max(0, solution.objective - solution.bound) / size
    )
  }
}
