/// Something that reads as a sum of variables: a variable or an expression.
public protocol LinearSum {
  /// The sum as an expression.
  var expression: LinearExpression { get }
}

/// A variable of a model, as it is written in expressions.
public struct DecisionVariable: LinearSum, Hashable, Sendable {
  /// The index of the variable in its model.
  public let index: Int

  /// Names the variable with an index.
  public init(index: Int) { self.index = index }

  /// The variable with coefficient 1.
  public var expression: LinearExpression {
    LinearExpression(terms: [LinearModel.Term(index: index, coefficient: 1)])
  }
}

/// A sum of variables with coefficients and a constant.
public struct LinearExpression: LinearSum, Hashable, Sendable {
  /// The variables with their coefficients.
  public var terms: [LinearModel.Term]
  /// The part that no variable changes.
  public var constant: Double

  /// Makes an expression; without arguments it is zero.
  public init(terms: [LinearModel.Term] = [], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// Adds up sums.
  public init(summing parts: some Sequence<some LinearSum>) {
    self.init()
    for part in parts { self += part }
  }

  /// The expression itself.
  public var expression: LinearExpression { self }

  /// Adds a sum to an expression.
  public static func += (sum: inout LinearExpression, other: some LinearSum) {
    let other = other.expression
    sum.terms += other.terms
    sum.constant += other.constant
  }

  /// Subtracts a sum from an expression.
  public static func -= (sum: inout LinearExpression, other: some LinearSum) {
    sum += -1 * other
  }
}

extension LinearSum {
  /// Adds two sums.
  public static func + (left: Self, right: some LinearSum) -> LinearExpression {
    var sum = left.expression
    sum += right
    return sum
  }

  /// Subtracts a sum from another.
  public static func - (left: Self, right: some LinearSum) -> LinearExpression {
    left + (-1 * right)
  }

  /// Adds a constant to a sum.
  public static func + (left: Self, right: Double) -> LinearExpression {
    left + LinearExpression(constant: right)
  }

  /// Subtracts a constant from a sum.
  public static func - (left: Self, right: Double) -> LinearExpression {
    left + LinearExpression(constant: -right)
  }

  /// Multiplies a sum by a number.
  public static func * (factor: Double, sum: Self) -> LinearExpression {
    let sum = sum.expression
    return LinearExpression(
      terms: sum.terms.map {
        LinearModel.Term(index: $0.index, coefficient: factor * $0.coefficient)
      },
      constant: factor * sum.constant
    )
  }
}

extension LinearModel {
  /// What a constraint demands of an expression.
  public enum Demand: Hashable, Sendable {
    /// At least this much.
    case atLeast(Double)
    /// At most this much.
    case atMost(Double)
    /// Exactly this much.
    case exactly(Double)
    /// No less than the first and no more than the second number.
    case between(Double, Double)

    /// The least and the greatest value.
    var bounds: (lower: Double, upper: Double) {
      switch self {
      case .atLeast(let least): (least, .infinity)
      case .atMost(let most): (-.infinity, most)
      case .exactly(let value): (value, value)
      case .between(let least, let most): (least, most)
      }
    }
  }

  /// Appends a variable to write expressions with.
  public mutating func variable(
    _ name: String,
    lower: Double = 0,
    upper: Double = .infinity,
    cost: Double = 0,
    isInteger: Bool = false
  ) -> DecisionVariable {
    DecisionVariable(
      index: addVariable(name, lower: lower, upper: upper, cost: cost, isInteger: isInteger)
    )
  }

  /// Appends a constraint on an expression and returns its index.
  @discardableResult
  public mutating func require(
    _ name: String,
    _ sum: some LinearSum,
    _ demand: Demand
  ) -> Int {
    let sum = sum.expression
    let (lower, upper) = demand.bounds
    return addConstraint(
      name,
      lower: lower - sum.constant,
      upper: upper - sum.constant,
      terms: sum.terms
    )
  }

  /// Adds an expression to the objective.
  public mutating func addCost(_ sum: some LinearSum) {
    let sum = sum.expression
    objectiveConstant += sum.constant
    for term in sum.terms { addCost(term.coefficient, ofVariable: term.index) }
  }
}
