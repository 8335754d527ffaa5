extension LinearModel {
  /// Throws a `SolverError` where a number is not finite; bounds may be infinite.
  public func checkNumbers() throws {
    guard objectiveConstant.isFinite else {
      throw SolverError.badNumber(objectiveConstant, "the objective constant of", "model", name)
    }
    for variable in variables { try variable.checkNumbers() }
    for constraint in constraints { try constraint.checkNumbers() }
  }
}

extension LinearModel.Variable {
  /// Throws a `SolverError` where a number is not finite; bounds may be infinite.
  public func checkNumbers() throws {
    guard cost.isFinite else { throw SolverError.badNumber(cost, "the cost of", "variable", name) }
    try SolverError.checkBounds(lower, upper, "variable", name)
  }
}

extension LinearModel.Constraint {
  /// Throws a `SolverError` where a number is not finite; bounds may be infinite.
  public func checkNumbers() throws {
    for term in terms where !term.coefficient.isFinite {
      throw SolverError.badNumber(term.coefficient, "a coefficient in", "constraint", name)
    }
    try SolverError.checkBounds(lower, upper, "constraint", name)
  }
}

extension LinearModel.Column {
  /// Throws a `SolverError` where a number is not finite; bounds may be infinite.
  public func checkNumbers() throws {
    try variable.checkNumbers()
    for term in terms where !term.coefficient.isFinite {
      throw SolverError.badNumber(term.coefficient, "a coefficient of", "variable", variable.name)
    }
  }
}

extension SolverError {
  /// Throws where a pair of bounds can't be one: NaN, or infinite on the wrong side.
  public static func checkBounds(
    _ lower: Double,
    _ upper: Double,
    _ kind: String,
    _ name: String
  ) throws {
    if lower.isNaN || lower == .infinity {
      throw badNumber(lower, "the lower bound of", kind, name)
    }
    if upper.isNaN || upper == -.infinity {
      throw badNumber(upper, "the upper bound of", kind, name)
    }
  }

  /// The error for a number that is no number, or infinite where it must not be.
  public static func badNumber(
    _ number: Double,
    _ part: String,
    _ kind: String,
    _ name: String
  ) -> SolverError {
    SolverError(
      .badNumber,
      """
      model: \(part) \(kind) '\(name)' is \(number).
      Give a finite number; only a missing bound may be infinite (lower −inf, upper +inf).
      """
    )
  }
}
