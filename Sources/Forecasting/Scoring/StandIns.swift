import Foundation
public import Workforce

public enum ForecastMethods {
  public static let all: [any Forecaster] = [WeeklyNaive(), WeekdayMean()]
  public static func forecaster(for method: ForecastMethod) -> any Forecaster {
    all.first { $0.method == method } ?? WeekdayMean()
  }
}

public struct BandedForecaster: Forecaster {
  let base: any Forecaster
  public init(_ forecaster: any Forecaster) { base = forecaster }
  public var method: ForecastMethod { base.method }
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    var result = base.forecast(targets, after: past, calendar: calendar)
    for index in result.days.indices where result.days[index].spread == nil {
      let roots = result.days[index].means.map { max(0, $0 ?? 0).squareRoot() }
      result.days[index].spread = RootSpread(
        roots: roots,
        loadings: [roots],
        scoreCovariance: [[0.003]],
        leftoverVariance: 0.01,
        leftoverLength: 4
      )
    }
    return result
  }
}

extension RootSpread {
  public func day() -> Quantiles { quantiles(of: roots.indices) }
  public func quantiles(of cells: Range<Int>) -> Quantiles {
    let square = cells.reduce(0.0) { $0 + roots[$1] * roots[$1] }
    guard square > 0 else { return Quantiles(mean: 0, low95: 0, low80: 0, high80: 0, high95: 0) }
    let total = square.squareRoot()
    var variance = 0.0
    for first in cells {
      for second in cells {
        let decay = exp(-Double(abs(first - second)) / leftoverLength)
        variance += roots[first] * roots[second] / square * leftoverVariance * decay
      }
    }
    let load = loadings.map { l in cells.reduce(0.0) { $0 + l[$1] * roots[$1] / total } }
    for first in load.indices {
      for second in load.indices {
        variance += load[first] * load[second] * scoreCovariance[first][second]
      }
    }
    let points = [-1.959963984540054, -1.2815515655446004, 1.2815515655446004, 1.959963984540054]
    let edges = points.map { point -> Double in
      let edge = max(0, total + point * (variance + 0.25).squareRoot())
      return max(0, edge * edge - 0.25)
    }
    return Quantiles(
      mean: square + variance,
      low95: edges[0],
      low80: edges[1],
      high80: edges[2],
      high95: edges[3]
    )
  }
}
