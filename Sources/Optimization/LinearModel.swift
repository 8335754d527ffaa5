/// A linear or mixed-integer model to be minimized, as a value.
///
/// Minimize `objectiveConstant` + Σ costⱼ·xⱼ with row lower ≤ Σ aᵢⱼ·xⱼ ≤ row upper and
/// lower ≤ x ≤ upper. Bounds may be infinite; every other number must be finite when the model is
/// solved. Terms with the same index add up.
public struct LinearModel: Hashable, Sendable {
  /// The name of the model, for its text form.
  public var name: String
  /// The part of the objective that no variable changes.
  public var objectiveConstant = 0.0
  /// The variables in the order they were added.
  public private(set) var variables: [Variable] = []
  /// The constraints in the order they were added.
  public private(set) var constraints: [Constraint] = []

  /// Makes an empty model.
  public init(_ name: String = "model") { self.name = name }

  /// Appends a variable and returns its index.
  @discardableResult
  public mutating func addVariable(
    _ name: String,
    lower: Double = 0,
    upper: Double = .infinity,
    cost: Double = 0,
    isInteger: Bool = false
  ) -> Int {
    variables.append(
      Variable(name: name, lower: lower, upper: upper, cost: cost, isInteger: isInteger)
    )
    return variables.count - 1
  }

  /// Appends a constraint and returns its index.
  ///
  /// The terms must name variables of this model.
  @discardableResult
  public mutating func addConstraint(
    _ name: String,
    lower: Double,
    upper: Double,
    terms: [Term]
  ) -> Int {
    precondition(
      terms.allSatisfy { variables.indices.contains($0.index) },
      "a constraint names a variable that the model does not have"
    )
    constraints.append(Constraint(name: name, lower: lower, upper: upper, terms: terms))
    return constraints.count - 1
  }

  /// Adds to the cost of a variable.
  public mutating func addCost(_ cost: Double, ofVariable index: Int) {
    variables[index].cost += cost
  }

  /// Changes the bounds of a variable.
  public mutating func setBounds(ofVariable index: Int, lower: Double, upper: Double) {
    variables[index].lower = lower
    variables[index].upper = upper
  }

  /// Changes the bounds of a constraint.
  public mutating func setBounds(ofConstraint index: Int, lower: Double, upper: Double) {
    constraints[index].lower = lower
    constraints[index].upper = upper
  }

  /// The objective at a point with one value per variable.
  public func objective(at values: [Double]) -> Double {
    zip(variables, values).reduce(objectiveConstant) { $0 + $1.0.cost * $1.1 }
  }
}

extension LinearModel {
  /// A decision with bounds and a cost per unit.
  public struct Variable: Hashable, Sendable {
    /// What the variable decides.
    public var name: String
    /// The least value, possibly −∞.
    public var lower: Double
    /// The greatest value, possibly +∞.
    public var upper: Double
    /// The cost per unit in the objective.
    public var cost: Double
    /// Whether only whole numbers are allowed.
    public var isInteger: Bool

    /// Makes a variable.
    public init(
      name: String,
      lower: Double = 0,
      upper: Double = .infinity,
      cost: Double = 0,
      isInteger: Bool = false
    ) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.cost = cost
      self.isInteger = isInteger
    }
  }

  /// A coefficient and the index of what it multiplies: a variable or, in a column, a constraint.
  public struct Term: Hashable, Sendable {
    /// The index of a variable or of a constraint, by context.
    public var index: Int
    /// The coefficient.
    public var coefficient: Double

    /// Makes a term.
    public init(index: Int, coefficient: Double) {
      self.index = index
      self.coefficient = coefficient
    }
  }

  /// A row: lower ≤ Σ terms ≤ upper.
  public struct Constraint: Hashable, Sendable {
    /// What the constraint demands.
    public var name: String
    /// The least sum, possibly −∞.
    public var lower: Double
    /// The greatest sum, possibly +∞.
    public var upper: Double
    /// The terms, whose indices name variables.
    public var terms: [Term]

    /// Makes a constraint.
    public init(name: String, lower: Double, upper: Double, terms: [Term]) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.terms = terms
    }
  }

  /// A variable together with its coefficients in the constraints, to be added to a session.
  public struct Column: Hashable, Sendable {
    /// The variable itself.
    public var variable: Variable
    /// Its coefficients, whose indices name constraints.
    public var terms: [Term]

    /// Makes a column.
    public init(_ variable: Variable, terms: [Term]) {
      self.variable = variable
      self.terms = terms
    }
  }
}
