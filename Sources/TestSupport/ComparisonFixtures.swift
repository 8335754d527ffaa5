public import Workforce

/// Comparisons of what-ifs with figures made up for tests.
public enum ComparisonFixtures {
  /// A run of one queue.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - point: What a grid sets.
  ///   - pay: Pay of the week; paid hours are a tenth of it.
  ///   - service: The share in time of the week and of every day but Sunday, on which nobody calls.
  ///   - isBase: Whether it is the scenario as it is.
  /// - Returns: The run.
  public static func run(
    _ name: String,
    point: [String] = [],
    pay: Double,
    service: Double,
    isBase: Bool = false
  ) -> WhatIfResult {
    WhatIfResult(
      name: name,
      question: "",
      words: [],
      point: point,
      costs: RosterCosts(pay: pay),
      bound: pay,
      requiredHours: 100,
      people: WhatIfResult.People(
        rostered: 5,
        paidHours: pay / 10,
        overtimeHours: 0,
        daysOffGranted: 0,
        daysOffWished: 0,
        startsGranted: 0,
        startsWished: 0,
        weekendSpread: 0,
        violations: 0,
        unrostered: [],
        affected: []
      ),
      queues: [queue(service, isBase: isBase)],
      payCap: nil,
      isCutShort: false,
      hasOwnPrices: false
    )
  }

  private static func queue(_ service: Double, isBase: Bool) -> WhatIfResult.Queue {
    let week = Estimate(mean: service, halfWidth: 0.01)
    let difference = Estimate(mean: service - 0.8, halfWidth: 0.02)
    let days = (0..<7).map { $0 < 6 }
    return WhatIfResult.Queue(
      queue: "phone",
      target: 0.8,
      threshold: .seconds(30),
      meetsTarget: service >= 0.8,
      serviceLevel: week,
      difference: isBase ? nil : difference,
      waitDifference: nil,
      abandonmentDifference: nil,
      days: days.map { $0 ? week : nil },
      dayDifferences: isBase ? [] : days.map { $0 ? difference : nil },
      arrivals: 600,
      peakNeed: 4
    )
  }

  /// A comparison of 2026-W10; the base pays 1000 for 80 %.
  public static func comparison(axes: [String], variants: [WhatIfResult]) -> WhatIfComparison {
    WhatIfComparison(
      center: "Center",
      week: ScenarioFixtures.week,
      currency: "GBP",
      seed: 1,
      effort: 1,
      replications: 10,
      isWarm: false,
      axes: axes,
      base: run("base", pay: 1000, service: 0.8, isBase: true),
      variants: variants
    )
  }

  /// A grid of two axes; pay and service both grow with the sum of the places, service the less.
  public static func grid(rows: Int, columns: Int) -> WhatIfComparison {
    let variants = (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let (volume, target) = ("0.\(row + 1)", "\(80 + column)/30")
        let place = Double(row * columns + column + 1)
        // every third point is beaten by the one before it
        let isBeaten = (row * columns + column) % 3 == 2
        return run(
          "volume-0_\(row + 1)+target-\(80 + column)-30",
          point: [volume, target],
          pay: 1000 + 10 * place,
          service: 0.8 + 0.15 * (place - (isBeaten ? 1.5 : 0)) / Double(rows * columns)
        )
      }
    }
    return comparison(axes: ["volume", "target"], variants: variants)
  }
}
