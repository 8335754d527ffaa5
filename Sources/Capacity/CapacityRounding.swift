import Optimization

/// Whole numbers near a solution in fractions: the start of the search.
///
/// People are rounded along the months, so that their sum stays near the fractions' sum; classes
/// are what their seats ask for. The best of several roundings is kept, each with the agents spread
/// anew by the linear program.
struct CapacityRounding {
  let model: CapacityModel
  let session: any SolverSession
  let limits: SolveLimits

  /// Where in a step of one person the rounding goes up.
  private static let shifts = [0.5, 0.3, 0.7, 0.15, 0.85, 0.999, 0]

  /// The cheapest rounding, as values of all variables; `nil` when none keeps all limits.
  func best() -> [Double]? {
    let relaxed = session.solveRelaxation(limits)
    guard relaxed.termination == .optimal else { return nil }
    var best: (objective: Double, values: [Double])?
    for shift in Self.shifts {
      guard let found = fixed(rounded(relaxed.values, shift)) else { continue }
      if best.map({ found.objective < $0.objective - 1e-9 }) ?? true { best = found }
    }
    release()
    return best?.values
  }

  private var wholeNumbers: [Int] {
    model.model.variables.indices.filter { model.model.variables[$0].isInteger }
  }

  /// The linear program with the whole numbers given; `nil` when they break a limit.
  private func fixed(_ whole: [Int: Double]) -> (objective: Double, values: [Double])? {
    for variable in wholeNumbers {
      let value = whole[variable] ?? 0
      session.setBounds(ofVariable: variable, lower: value, upper: value)
    }
    let solution = session.solveRelaxation(limits)
    return solution.termination == .optimal ? (solution.objective, solution.values) : nil
  }

  private func release() {
    for variable in wholeNumbers {
      let own = model.model.variables[variable]
      session.setBounds(ofVariable: variable, lower: own.lower, upper: own.upper)
    }
  }

  private func rounded(_ values: [Double], _ shift: Double) -> [Int: Double] {
    var whole: [Int: Double] = [:]
    let people = model.hires + model.moves.map { $0.map { $0 } } + model.renewed
    for variables in people {
      var (sum, given) = (0.0, 0.0)
      for variable in variables.compactMap(\.self) {
        sum += values[variable]
        let count = max(0, (sum + shift + 1e-9).rounded(.down) - given)
        whole[variable] = min(count, model.model.variables[variable].upper)
        given += whole[variable] ?? 0
      }
    }
    for (course, variables) in model.classes.enumerated() {
      for (month, variable) in variables.enumerated() {
        let sitting = model.sitting(course, month).reduce(0) { $0 + (whole[$1] ?? 0) }
        let classes = (sitting / Double(model.problem.courses[course].seats)).rounded(.up)
        whole[variable] = min(classes, model.model.variables[variable].upper)
      }
    }
    return whole
  }
}

extension CapacityModel {
  /// The variables of people who sit in classes of a kind in a month.
  func sitting(_ course: Int, _ month: Int) -> [Int] {
    zip(problem.positions, hires).filter { $0.0.course == course }.compactMap { $0.1[month] }
      + zip(problem.routes, moves).filter { $0.0.course == course }.map { $0.1[month] }
      + zip(problem.renewals, renewed).filter { $0.0.course == course }.compactMap { $0.1[month] }
  }
}
