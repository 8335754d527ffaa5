/// Prices at which a bound was certified.
struct BoundPrices: Hashable, Sendable {
  /// ρ by cell.
  let marginals: [Double]
  /// β of a minute of overtime by site.
  let overtime: [Double]
}
