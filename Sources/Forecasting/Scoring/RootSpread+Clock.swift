import Foundation

extension RootSpread {
  /// The spread over other intervals, each a copy of the one at the given position, all counts
  /// multiplied by `factor`.
  ///
  /// Roots take the factor's root, so that the Poisson part of the band fits the new counts.
  func rearranged(_ cells: [Int], factor: Double) -> RootSpread {
    let scale = factor.squareRoot()
    var result = self
    result.roots = cells.map { roots[$0] * scale }
    result.loadings = loadings.map { loading in cells.map { loading[$0] * scale } }
    result.leftoverVariance = leftoverVariance * factor
    return result
  }
}
