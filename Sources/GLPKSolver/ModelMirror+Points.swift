import Foundation
import Optimization

/// What became of a point that was offered as a solution.
enum OfferedPoint {
  /// It is one; integer variables are exactly whole.
  case accepted([Double])
  /// It is none, because of this.
  case refused(String)

  /// The values of an accepted point.
  var values: [Double]? {
    if case .accepted(let values) = self { values } else { nil }
  }

  /// Why it was refused.
  var refusal: String? {
    if case .refused(let reason) = self { reason } else { nil }
  }
}

extension ModelMirror {
  /// Checks a point against bounds, integrality and rows.
  func checked(_ point: [Double]) -> OfferedPoint {
    guard point.count == columns.count else {
      return .refused("it has \(point.count) values for \(columns.count) variables")
    }
    var values = point
    for (index, column) in columns.enumerated() {
      if let reason = settle(&values[index], column.variable) { return .refused(reason) }
    }
    if let reason = brokenRow(at: values) { return .refused(reason) }
    return .accepted(values)
  }

  /// Rounds a value where it must be whole and says what is wrong with it, if anything.
  private func settle(_ value: inout Double, _ variable: LinearModel.Variable) -> String? {
    guard value.isFinite else { return "variable '\(variable.name)' is \(value)" }
    if variable.isInteger {
      let whole = value.rounded()
      guard abs(value - whole) <= Self.tolerance else {
        return "variable '\(variable.name)' is \(value), which is not whole"
      }
      value = whole
    }
    return Self.miss(value, variable.lower, variable.upper).map { miss in
      "variable '\(variable.name)' is \(value), which is \(miss)"
    }
  }

  /// The first row that a point breaks.
  private func brokenRow(at values: [Double]) -> String? {
    var sums = Array(repeating: 0.0, count: rows.count)
    for (column, value) in zip(columns, values) where value != 0 {
      for term in column.terms { sums[term.index] += term.coefficient * value }
    }
    for (row, sum) in zip(rows, sums) {
      if let miss = Self.miss(sum, row.lower, row.upper) {
        return "constraint '\(row.name)' is \(sum), which is \(miss)"
      }
    }
    return nil
  }

  /// How a value misses its bounds, or nil.
  private static func miss(_ value: Double, _ lower: Double, _ upper: Double) -> String? {
    if value < lower - tolerance * max(1, abs(lower)) { return "below \(lower)" }
    if value > upper + tolerance * max(1, abs(upper)) { return "above \(upper)" }
    return nil
  }
}
