import Foundation
import Staffing
import Workforce

/// How far a price seems from the one at which a target is just met, by the curves of the queue.
struct PriceScale {
  private let response: PriceResponse
  private let target: Double
  /// The logarithm of the price looked for: a roster that just fails is of no use, so the aim is a
  /// little above the target.
  private let aim: Double
  /// True where the curves do not tell: everybody saves the same.
  private let isFlat: Bool

  /// Distances are no longer than two of the longest steps.
  private static let longest = 2 * PriceSearch.Bracket.steps.upperBound
  /// Logarithms of prices nearer than this are one price.
  private static let samePrice = 0.05
  /// The surplus at which a step is longest where the curves do not tell.
  private static let largeSurplus = 0.3

  /// Takes a queue's curves, the share that it promises, and the pay of an hour.
  init(values: CoverValues, queue: Int, target: Fraction, wage: Double) {
    response = PriceResponse(values: values, queue: queue, wage: wage)
    self.target = target.value
    aim = response.logPrice(share: target.value + PriceSearch.Bracket.close / 2)
    isFlat =
      response.logPrice(share: (1 + target.value) / 2)
      - response.logPrice(share: target.value - 0.1) < Self.samePrice
  }

  /// The price at which the curves alone meet the target.
  var startPrice: Double { exp(response.logPrice(share: target)) }

  /// How much too high the price is that gave a surplus, on its logarithm; below 0 too low.
  func distance(surplus: Double) -> Double {
    let above = surplus - PriceSearch.Bracket.close / 2
    if isFlat {
      let longest = PriceSearch.Bracket.steps.upperBound
      let length = max(log(2.0), longest * abs(above) / Self.largeSurplus)
      return above < 0 ? -length : length
    }
    let distance = response.logPrice(share: target + surplus) - aim
    return min(Self.longest, max(-Self.longest, distance))
  }
}

extension PriceScale {
  /// How prices and service of each queue go together, by the curves, at a mean wage.
  static func scales(of inputs: PlanningInputs, values: CoverValues) -> [PriceScale] {
    let wages = inputs.employees.compactMap { employee in
      inputs.settings.contract(named: employee.contract)?.wagePerHour
    }
    let wage = wages.isEmpty ? 1 : max(0.01, wages.reduce(0, +) / Double(wages.count))
    return inputs.settings.queues.enumerated().map { index, queue in
      PriceScale(
        values: values,
        queue: index,
        target: queue.target.serviceLevel,
        wage: wage
      )
    }
  }

  /// The prices of a missed contact at which the curves alone meet the targets.
  static func startPrices(of inputs: PlanningInputs, values: CoverValues) -> [Double] {
    zip(scales(of: inputs, values: values), inputs.settings.queues).map {
      $0.startPrice * $1.weight
    }
  }
}
