import Workforce

/// How far duals and new searches are apart.
public struct WorthAgreement: Sendable {
  /// How many things were searched again.
  public let count: Int
  /// Share of them whose difference is not larger than the gap.
  public let insideGap: Double
  /// Share of them whose worth by the new search is not above the duals by more than is not proved at
  /// their prices, for a shift not below; no other is possible.
  public let kept: Double
  /// First quartile, median and third quartile of the absolute differences.
  public let differences: [Double]
  /// The same of the differences as a share of the larger of both figures.
  public let shares: [Double]

  /// Compares rows that were searched again; `nil` without any.
  ///
  /// - Parameters:
  ///   - rows: The rows; others are left out.
  ///   - standing: How good the roster is.
  public init?(_ rows: [WorthReport.Row], _ standing: WorthReport.Standing) {
    let (gap, slack) = (standing.gap, standing.objective - standing.dualBound + 1e-3)
    let pairs = rows.compactMap { row in row.resolve.map { (row, $0) } }
    guard !pairs.isEmpty else { return nil }
    count = pairs.count
    let apart = pairs.map { abs($0.1 - $0.0.dual) }
    insideGap = Double(apart.count { $0 <= gap + 1e-6 }) / Double(count)
    let lawful = pairs.count { row, resolve in
      row.kind == .shift
        ? resolve >= row.dual - slack : resolve <= row.dual + slack
    }
    kept = Double(lawful) / Double(count)
    differences = Self.quartiles(apart)
    shares = Self.quartiles(
      zip(pairs, apart).map { pair, apart in
        let larger = max(abs(pair.0.dual), abs(pair.1))
        return larger < 1e-9 ? 0 : apart / larger
      }
    )
  }

  /// Quartiles by linear interpolation between order statistics.
  private static func quartiles(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return [0.25, 0.5, 0.75].map { share in
      let place = share * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
  }
}
