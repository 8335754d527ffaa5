public import Optimization

/// A capacity problem as an integer program.
///
/// Minimizes what is spent and the price of what is missing. Doing nothing is always a solution:
/// missing agents and heads beyond the contract mix are priced, all else is a limit on what is done.
/// `docs/concepts/capacity.md` states it; the numbers of its rows are those of the comments here.
public struct CapacityModel: Sendable {
  /// The program.
  public private(set) var model = LinearModel("capacity")
  let problem: CapacityProblem
  let factors: CapacityFactors
  /// Variables: people who start, per position and month; `nil` before anybody can.
  private(set) var hires: [[Int?]] = []
  /// Classes per kind and month.
  private(set) var classes: [[Int]] = []
  /// People on a route per month.
  private(set) var moves: [[Int]] = []
  /// People who renew per month; `nil` outside the window.
  private(set) var renewed: [[Int?]] = []
  /// Agents of a set that serve a skill, per set, skill and month; `nil` where it is not held.
  private(set) var serving: [[[Int?]]] = []
  /// Missing agents per skill, month and case of the need.
  private(set) var missing: [[[Int]]] = []
  /// Heads beyond the mix, per bound and month.
  private(set) var outside: [[Int]] = []

  /// Writes the program of a problem.
  public init(_ problem: CapacityProblem) {
    self.problem = problem
    factors = CapacityFactors(problem)
    addDecisions()
    addAgents()
    addSeats()
    addSupply()
    addNeed()
    addSources()
    addMix()
    addBudget()
  }

  private var months: Range<Int> { 0..<problem.months }

  private mutating func addDecisions() {
    for index in problem.positions.indices { hires.append(startVariables(index)) }
    for course in problem.courses {
      classes.append(
        months.map {
          model.addVariable(
            "classes \(course.name), month \($0 + 1)",
            upper: Double(course.perMonth),
            cost: course.cost,
            isInteger: true
          )
        }
      )
    }
    for route in problem.routes {
      let course = problem.courses[route.course]
      moves.append(
        months.map {
          model.addVariable(
            "sent from \(name(route.from)) to \(name(route.to)), month \($0 + 1)",
            upper: Double(course.seats * course.perMonth),
            isInteger: true
          )
        }
      )
    }
    for renewal in problem.renewals { renewed.append(renewalVariables(renewal)) }
  }

  private mutating func startVariables(_ index: Int) -> [Int?] {
    let position = problem.positions[index]
    return months.map { month in
      guard month >= position.earliest else { return nil }
      let pay = (0..<problem.months - month).reduce(0.0) {
        $0 + factors.there[index][$1] * position.monthlyPay
      }
      return model.addVariable(
        "hires \(position.name), month \(month + 1)",
        upper: Double(position.mostPerMonth),
        cost: position.recruiting + pay,
        isInteger: true
      )
    }
  }

  private mutating func renewalVariables(_ renewal: CapacityProblem.Renewal) -> [Int?] {
    months.map { month in
      guard renewal.window.contains(month) else { return nil }
      return model.addVariable(
        "renewed \(renewal.name), month \(month + 1)",
        upper: Double(renewal.count),
        isInteger: true
      )
    }
  }

  private func name(_ set: Int) -> String {
    problem.sets[set].map { problem.skills[$0] }.joined(separator: "+")
  }

  private mutating func addAgents() {
    for set in problem.sets.indices {
      serving.append(
        problem.skills.indices.map { skill in
          months.map { month in
            guard problem.sets[set].contains(skill) else { return nil }
            return model.addVariable(
              "\(name(set)) serving \(problem.skills[skill]), month \(month + 1)"
            )
          }
        }
      )
    }
    for (skill, needs) in problem.need.enumerated() {
      missing.append(
        needs.enumerated().map { month, band in
          zip(["low", "middle", "high"], band.cases).map { name, part in
            model.addVariable(
              "missing \(problem.skills[skill]), month \(month + 1), \(name) need",
              upper: max(0, part.agents),
              cost: part.weight * problem.prices.missing
            )
          }
        }
      )
    }
  }

  /// (1) Nobody sits without a seat, and (2) each renews at most once.
  private mutating func addSeats() {
    var sitting = problem.courses.map { _ in months.map { _ in [LinearModel.Term]() } }
    let add = { (course: Int, variables: [Int?]) in
      for (month, variable) in variables.enumerated() {
        guard let variable else { continue }
        sitting[course][month].append(LinearModel.Term(index: variable, coefficient: 1))
      }
    }
    for (position, variables) in zip(problem.positions, hires) { add(position.course, variables) }
    for (route, variables) in zip(problem.routes, moves) { add(route.course, variables) }
    for (renewal, variables) in zip(problem.renewals, renewed) { add(renewal.course, variables) }
    for (index, course) in problem.courses.enumerated() {
      for month in months where !sitting[index][month].isEmpty {
        let seats = LinearModel.Term(
          index: classes[index][month],
          coefficient: -Double(course.seats)
        )
        model.addConstraint(
          "seats \(course.name), month \(month + 1)",
          lower: -.infinity,
          upper: 0,
          terms: sitting[index][month] + [seats]
        )
      }
    }
    for (renewal, variables) in zip(problem.renewals, renewed) {
      model.addConstraint(
        "people of \(renewal.name)",
        lower: -.infinity,
        upper: Double(renewal.count),
        terms: variables.compactMap(\.self).map { LinearModel.Term(index: $0, coefficient: 1) }
      )
    }
  }
}

extension CapacityModel {
  /// What decisions add to a set in a month; of hires only those `hiredFor` months or longer there.
  private func added(hiredFor least: Int = 0, before: Bool = false) -> [[[LinearModel.Term]]] {
    var terms = problem.sets.map { _ in months.map { _ in [LinearModel.Term]() } }
    for (index, position) in problem.positions.enumerated() {
      for (start, variable) in hires[index].enumerated() {
        guard let variable else { continue }
        for month in start..<problem.months where month - start >= least {
          let agents = factors.hired[index][month - start]
          guard agents > 0 else { continue }
          terms[position.set][month].append(
            LinearModel.Term(index: variable, coefficient: agents)
          )
        }
      }
    }
    let add = { (changes: [CapacityFactors.Term], variable: Int, sitting: Int) in
      for change in changes where !before || change.month > sitting {
        terms[change.set][change.month].append(
          LinearModel.Term(index: variable, coefficient: change.agents)
        )
      }
    }
    for (index, variables) in moves.enumerated() {
      for (month, variable) in variables.enumerated() {
        add(factors.terms(route: index, sitting: month), variable, month)
      }
    }
    for (index, variables) in renewed.enumerated() {
      for (month, variable) in variables.enumerated() {
        guard let variable else { continue }
        add(factors.terms(renewal: index, sitting: month), variable, month)
      }
    }
    return terms
  }

  /// (3) The agents of a set serve one skill at a time.
  private mutating func addSupply() {
    let added = added()
    for set in problem.sets.indices {
      for month in months {
        let used = serving[set].compactMap { $0[month] }.map {
          LinearModel.Term(index: $0, coefficient: 1)
        }
        let come = added[set][month].map {
          LinearModel.Term(index: $0.index, coefficient: -$0.coefficient)
        }
        model.addConstraint(
          "agents \(name(set)), month \(month + 1)",
          lower: -.infinity,
          upper: factors.agents[set][month],
          terms: used + come
        )
      }
    }
  }

  /// (4) What serves and what is missing make up the need, in each of its cases.
  private mutating func addNeed() {
    for (skill, needs) in problem.need.enumerated() {
      for (month, band) in needs.enumerated() {
        let served = serving.compactMap { $0[skill][month] }.map {
          LinearModel.Term(index: $0, coefficient: 1)
        }
        for (variable, part) in zip(missing[skill][month], band.cases) {
          model.addConstraint(
            "need \(problem.skills[skill]), month \(month + 1)",
            lower: part.agents,
            upper: .infinity,
            terms: served + [LinearModel.Term(index: variable, coefficient: 1)]
          )
        }
      }
    }
  }

  /// (5) Only people who are past the pipeline are sent on routes.
  private mutating func addSources() {
    guard !problem.routes.isEmpty else { return }
    let ready = added(hiredFor: problem.pipeline.wholeMonths, before: true)
    for set in problem.sets.indices where problem.routes.contains(where: { $0.from == set }) {
      for month in months {
        let sent = problem.routes.indices.filter { problem.routes[$0].from == set }.map {
          LinearModel.Term(index: moves[$0][month], coefficient: problem.routes[$0].weight)
        }
        let come = ready[set][month].map {
          LinearModel.Term(index: $0.index, coefficient: -$0.coefficient)
        }
        model.addConstraint(
          "people to send from \(name(set)), month \(month + 1)",
          lower: -.infinity,
          upper: factors.agents[set][month],
          terms: sent + come
        )
      }
    }
  }

  /// (6) Contracts keep their shares, or heads beyond them are paid for.
  private mutating func addMix() {
    for bound in problem.mix {
      let name = problem.contracts[bound.contract]
      var variables: [Int] = []
      for month in months {
        let all = factors.heads.reduce(0) { $0 + $1[month] }
        let own = factors.heads[bound.contract][month]
        let beyond = model.addVariable(
          "\(name) beyond the mix, month \(month + 1)",
          cost: problem.prices.mix
        )
        variables.append(beyond)
        for (share, sign, word) in [(bound.most, 1.0, "most"), (bound.least, -1.0, "least")] {
          let terms = headTerms(month).map { contract, term in
            let part = (contract == bound.contract ? 1 : 0) - share
            return LinearModel.Term(index: term.index, coefficient: sign * part * term.coefficient)
          }
          model.addConstraint(
            "\(word) \(name), month \(month + 1)",
            lower: -.infinity,
            upper: sign * (share * all - own),
            terms: terms + [LinearModel.Term(index: beyond, coefficient: -1)]
          )
        }
      }
      outside.append(variables)
    }
  }

  /// Heads that hires come to in a month, with the contract.
  private func headTerms(_ month: Int) -> [(Int, LinearModel.Term)] {
    problem.positions.indices.flatMap { index in
      (0...month).compactMap { start in
        hires[index][start].map {
          (
            problem.positions[index].contract,
            LinearModel.Term(index: $0, coefficient: factors.there[index][month - start])
          )
        }
      }
    }
  }

  /// (7) What is spent keeps to the budget.
  private mutating func addBudget() {
    if let most = problem.budget.month {
      for month in months {
        model.addConstraint(
          "budget, month \(month + 1)",
          lower: -.infinity,
          upper: most,
          terms: spending(month)
        )
      }
    }
    if let most = problem.budget.total {
      model.addConstraint(
        "budget",
        lower: -.infinity,
        upper: most,
        terms: hires.joined().compactMap(\.self).map(costTerm) + classes.joined().map(costTerm)
      )
    }
  }

  private func costTerm(_ variable: Int) -> LinearModel.Term {
    LinearModel.Term(index: variable, coefficient: model.variables[variable].cost)
  }

  private func spending(_ month: Int) -> [LinearModel.Term] {
    let people = problem.positions.indices.flatMap { index in
      (0...month).compactMap { start -> LinearModel.Term? in
        guard let variable = hires[index][start] else { return nil }
        let position = problem.positions[index]
        let pay = factors.there[index][month - start] * position.monthlyPay
        return LinearModel.Term(
          index: variable,
          coefficient: pay + (start == month ? position.recruiting : 0)
        )
      }
    }
    return people + classes.map { costTerm($0[month]) }
  }
}
