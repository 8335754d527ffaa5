import Foundation

/// Integration of smooth functions over short stretches, with 16 nodes: exact for polynomials up
/// to degree 31.
enum GaussLegendre {
  /// The positive nodes in (0, 1) and their weights.
  struct Rule: Sendable {
    var nodes: [Double]
    var weights: [Double]
  }

  /// The rule with 16 nodes; the others mirror these eight.
  static let rule = makeRule(count: 16)

  /// Nodes as roots of the Legendre polynomial by Newton's method, weights from its derivative.
  private static func makeRule(count: Int) -> Rule {
    var rule = Rule(nodes: [], weights: [])
    for index in 1...count / 2 {
      var node = cos(.pi * (Double(index) - 0.25) / (Double(count) + 0.5))
      for _ in 0..<20 {
        let (value, slope) = legendre(count, at: node)
        node -= value / slope
      }
      let slope = legendre(count, at: node).slope
      rule.nodes.append(node)
      rule.weights.append(2 / ((1 - node * node) * slope * slope))
    }
    return rule
  }

  /// A Legendre polynomial and its slope, by the three-term recursion.
  private static func legendre(_ degree: Int, at x: Double) -> (value: Double, slope: Double) {
    var before = 1.0
    var value = x
    for index in 2...degree {
      let k = Double(index)
      (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k)
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }
}
