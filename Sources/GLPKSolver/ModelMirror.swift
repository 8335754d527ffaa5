import Optimization

/// What a session's problem holds, column by column, to check changes and points against.
struct ModelMirror {
  /// A row without its terms, which the columns hold.
  struct Row {
    var name: String
    var lower: Double
    var upper: Double
  }

  /// How far a point may miss a bound, a row or a whole number; relative above 1.
  static let tolerance = 1e-6

  let objectiveConstant: Double
  private(set) var columns: [LinearModel.Column] = []
  private(set) var rows: [Row] = []

  /// Starts without rows and columns.
  init(objectiveConstant: Double) { self.objectiveConstant = objectiveConstant }

  /// Whether some variable must be whole.
  var hasIntegers: Bool { columns.contains { $0.variable.isInteger } }

  /// Whether some lower bound lies above its upper bound, so that nothing is feasible.
  var hasCrossedBounds: Bool {
    columns.contains { $0.variable.lower > $0.variable.upper }
      || rows.contains { $0.lower > $0.upper }
  }

  /// The objective at a point.
  func objective(at values: [Double]) -> Double {
    zip(columns, values).reduce(objectiveConstant) { $0 + $1.0.variable.cost * $1.1 }
  }
}

extension ModelMirror {
  /// Appends columns that were accepted.
  mutating func append(_ accepted: [LinearModel.Column]) { columns += accepted }

  /// Appends rows that were accepted and puts their terms into the columns.
  mutating func append(_ accepted: [LinearModel.Constraint]) {
    for row in accepted {
      for term in row.terms {
        columns[term.index].terms.append(
          LinearModel.Term(index: rows.count, coefficient: term.coefficient)
        )
      }
      rows.append(Row(name: row.name, lower: row.lower, upper: row.upper))
    }
  }

  /// Removes the columns with these indices.
  mutating func removeColumns(_ removed: Set<Int>) {
    columns = columns.indices.filter { !removed.contains($0) }.map { columns[$0] }
  }

  /// Changes a variable's bounds and returns them as they are used.
  mutating func setBounds(
    ofVariable index: Int,
    lower: Double,
    upper: Double
  ) throws -> (lower: Double, upper: Double) {
    try checkIndex(index, of: columns.count, "variable")
    var variable = columns[index].variable
    (variable.lower, variable.upper) = (lower, upper)
    try variable.checkNumbers()
    columns[index].variable = variable.withWholeBounds
    return (columns[index].variable.lower, columns[index].variable.upper)
  }

  /// Changes a constraint's bounds.
  mutating func setBounds(ofConstraint index: Int, lower: Double, upper: Double) throws {
    try checkIndex(index, of: rows.count, "constraint")
    try SolverError.checkBounds(lower, upper, "constraint", rows[index].name)
    (rows[index].lower, rows[index].upper) = (lower, upper)
  }

  /// Changes a variable's cost.
  mutating func setCost(ofVariable index: Int, _ cost: Double) throws {
    try checkIndex(index, of: columns.count, "variable")
    var variable = columns[index].variable
    variable.cost = cost
    try variable.checkNumbers()
    columns[index].variable = variable
  }
}

extension ModelMirror {
  /// Columns as they may be added: numbers checked, terms merged, bounds of integers whole.
  func accepted(_ candidates: [LinearModel.Column]) throws -> [LinearModel.Column] {
    var merger = TermMerger(count: rows.count, kind: "constraint")
    return try candidates.map {
      try $0.checkNumbers()
      return LinearModel.Column($0.variable.withWholeBounds, terms: try merger.merged($0.terms))
    }
  }

  /// Rows as they may be added: numbers checked, terms merged.
  func accepted(_ candidates: [LinearModel.Constraint]) throws -> [LinearModel.Constraint] {
    var merger = TermMerger(count: columns.count, kind: "variable")
    return try candidates.map {
      try $0.checkNumbers()
      var row = $0
      row.terms = try merger.merged($0.terms)
      return row
    }
  }

  /// Throws where an index is out of range.
  func checkIndex(_ index: Int, of count: Int, _ kind: String) throws {
    guard (0..<count).contains(index) else { throw SolverError.badIndex(index, count, kind) }
  }
}

extension LinearModel.Variable {
  /// The variable with bounds that GLPK accepts: whole ones where it must be whole.
  fileprivate var withWholeBounds: Self {
    guard isInteger else { return self }
    var whole = self
    whole.lower = (lower - 1e-9).rounded(.up)
    whole.upper = (upper + 1e-9).rounded(.down)
    return whole
  }
}
