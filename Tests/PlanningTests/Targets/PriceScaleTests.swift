import Foundation
import Testing
import Workforce

@testable import Planning
@testable import Staffing

/// How far a price seems from the one looked for.
@Suite struct PriceScaleTests {
  /// One curve in each of four hours: each person halves what is missed, or all save the same.
  private func scale(halves: Bool, target: Double) throws -> PriceScale {
    let week = try #require(ISOWeek("2026-W10"))
    let zone = try #require(Zone(identifier: "UTC"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 60, zone: zone))
    let curves = (1...4).map { size in
      CoverCurve(
        missed: (0...12).map { people in
          let all = Double(100 * size)
          return halves ? all / pow(2, Double(people)) : all * (1 - Double(people) / 12)
        }
      )
    }
    return PriceScale(
      values: CoverValues(grid: grid, queues: [curves]),
      queue: 0,
      target: try #require(Fraction(target)),
      wage: 20
    )
  }

  @Test(arguments: [0.5, 0.8, 0.9, 0.95])
  func `more surplus is further down, to the doubling that a half asks for`(
    target: Double
  ) throws {
    let scale = try scale(halves: true, target: target)
    let surpluses = stride(from: -0.3, through: 0.04, by: 0.01)
    let distances = surpluses.map { scale.distance(surplus: $0) }
    #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(abs(scale.distance(surplus: 0.0025)) < 0.01)
    // to miss half as much, each interval takes one person more, worth half the contacts
    let half = scale.distance(surplus: (1 - target) / 2) - scale.distance(surplus: 0)
    #expect(abs(half - log(2.0)) < 0.35, "\(half)")
    // 400 contacts of the busiest hour: the first person saves 200, at 20 an hour
    #expect(scale.startPrice >= 20.0 / 200)
  }

  @Test func `where everybody saves the same the surplus alone decides`() throws {
    let scale = try scale(halves: false, target: 0.8)
    #expect(scale.distance(surplus: -0.01) == -log(2.0))
    #expect(scale.distance(surplus: 0.3) > log(7.0))
  }
}
