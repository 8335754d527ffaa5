import Foundation
import TestSupport
import Testing
import Training
import Workforce

@Suite struct EffectTests {
  private typealias Make = ScenarioFixtures

  @Test func `quantiles of one and two degrees have closed forms, others are in tables`() {
    for share in [0.55, 0.75, 0.9, 0.975, 0.999] {
      let one = StudentQuantile.value(at: share, degrees: 1)
      #expect(abs(one / tan(.pi * (share - 0.5)) - 1) < 1e-9)
      let two = StudentQuantile.value(at: share, degrees: 2)
      let closed = (2 * share - 1) / (2 * share * (1 - share)).squareRoot()
      #expect(abs(two / closed - 1) < 1e-9)
    }
    // Abramowitz & Stegun, table 26.10.
    for (degrees, value) in [(5.0, 2.571), (10.0, 2.228), (30.0, 2.042), (120.0, 1.980)] {
      #expect(abs(StudentQuantile.value(at: 0.975, degrees: degrees) - value) < 6e-4)
    }
    #expect(abs(StudentQuantile.value(at: 0.025, degrees: 10) + 2.228139) < 1e-6)
  }

  /// The density integrated by Simpson's rule up to the quantile gives the share back.
  @Test(arguments: [1.5, 2.7, 7.3, 18.6, 250.25])
  func `degrees need not be whole`(degrees: Double) {
    let share = 0.975
    let end = StudentQuantile.value(at: share, degrees: degrees)
    let power = -(degrees + 1) / 2
    let density = { (t: Double) -> Double in pow(1 + t * t / degrees, power) }
    let gammas: Double = lgamma((degrees + 1) / 2) - lgamma(degrees / 2)
    let constant = exp(gammas - 0.5 * log(degrees * .pi))
    let strips = 4000
    var sum = 0.0
    for index in 0...strips {
      let isEnd = index == 0 || index == strips
      let weight: Double = isEnd ? 1 : index % 2 == 1 ? 4 : 2
      sum += weight * density(end * Double(index) / Double(strips))
    }
    let integral = constant * sum * end / Double(strips) / 3
    #expect(abs(0.5 + integral - share) < 1e-8)
  }

  /// SciPy 1.17, `ttest_ind(a, b, equal_var=False).confidence_interval()`.
  @Test func `Welch's interval is that of SciPy`() throws {
    let change = WelchDifference.difference([1, 2, 3, 4, 6], [2, 2, 5, 9, 11, 13])
    #expect(abs(change.mean + 3.8) < 1e-12)
    #expect(abs(try #require(change.low) + 8.782644264013769) < 1e-9)
    #expect(abs(try #require(change.high) - 1.1826442640137698) < 1e-9)
  }

  /// People whose handle time falls by `effect` after the course, all by `drift` as time goes by.
  private static func records(
    effect: Double,
    drift: Double,
    trained: Int,
    others: Int,
    seed: UInt64
  ) -> (
    entries: [DifferenceInDifferences.Trained], groups: [String: [String]],
    records: [PerformanceRecord]
  ) {
    var stream = RandomStream(seed: seed, name: "effect")
    let first = Make.date("2026-01-01")
    let colleagues = (0..<others).map { "c\($0)" }
    var records: [PerformanceRecord] = []
    var entries: [DifferenceInDifferences.Trained] = []
    for number in 0..<(trained + others) {
      let id = number < trained ? "t\(number)" : "c\(number - trained)"
      let date = first.adding(days: 40 + stream.below(20))
      let own = 300 + 30 * stream.normal()
      if number < trained {
        entries.append(
          DifferenceInDifferences.Trained(employee: id, date: date, group: "all")
        )
      }
      for day in 0..<120 {
        let today = first.adding(days: day)
        let mean =
          own + drift * Double(day) + (number < trained && date < today ? effect : 0)
          + 20 * stream.normal()
        records.append(
          PerformanceRecord(
            employee: id,
            date: today,
            measure: .handleTime,
            cases: Double(20 + stream.below(20)),
            mean: mean
          )
        )
      }
    }
    return (entries, ["all": colleagues], records)
  }

  private static func analysis(
    _ made: (
      entries: [DifferenceInDifferences.Trained], groups: [String: [String]],
      records: [PerformanceRecord]
    )
  ) -> DifferenceInDifferences {
    DifferenceInDifferences(made.entries, groups: made.groups, records: made.records)
  }

  /// Of 24 made worlds about 23 hold the truth; fewer than 19 happen once in 1,000 times.
  @Test func `intervals hold the true effect, whatever the drift`() throws {
    var held = 0
    for seed in 0..<24 as Range<UInt64> {
      let made = Self.records(effect: -15, drift: 0.3, trained: 12, others: 15, seed: seed)
      let analysis = Self.analysis(made)
      let estimate = try #require(analysis.effect(on: .handleTime))
      let low = try #require(estimate.effect.low)
      let high = try #require(estimate.effect.high)
      if low <= -15, -15 <= high { held += 1 }
      #expect(abs(estimate.effect.mean + 15) < 12)
    }
    #expect(held >= 19)
  }

  @Test func `warns where it cannot be told`() throws {
    let few = Self.records(effect: -15, drift: 0, trained: 4, others: 30, seed: 1)
    let found = Self.analysis(few).effect(on: .handleTime)
    #expect(try #require(found).warnings.contains(.tooFew(trained: 4, others: 30)))
    let drift = Self.records(effect: 0, drift: 2, trained: 12, others: 12, seed: 2)
    let moved = Self.analysis(drift)
      .effect(on: .handleTime)
    let warnings = try #require(moved).warnings
    #expect(warnings == [.othersChanged, .trendBefore])
    var mixed = Self.records(effect: 0, drift: 0, trained: 12, others: 12, seed: 3)
    mixed.entries[0].otherCourses = [mixed.entries[0].date.adding(days: 10)]
    mixed.entries[1].otherCourses = [mixed.entries[1].date.adding(days: 100)]
    let both = Self.analysis(mixed)
      .effect(on: .handleTime)
    #expect(try #require(both).warnings.contains(.otherCourse(people: 1)))
    #expect(
      Self.analysis(mixed).effect(on: .quality) == nil
    )
  }

  @Test func `colleagues who are trained within the days count on neither side`() throws {
    let made = Self.records(effect: 0, drift: 0, trained: 12, others: 12, seed: 4)
    var entries = [made.entries[0], made.entries[1]]
    entries[0].group = "few"
    entries[1].group = "none"
    let lone = DifferenceInDifferences(
      entries,
      groups: ["few": ["t0", "t1", "c0"]],
      records: made.records
    )
    #expect(try #require(lone.effect(on: .handleTime)).others == 1)
  }

  @Test func `means are weighted by cases`() throws {
    let date = Make.date("2026-02-01")
    let record = { (day: Int, cases: Double, mean: Double) in
      PerformanceRecord(
        employee: "ada",
        date: date.adding(days: day),
        measure: .satisfaction,
        cases: cases,
        mean: mean
      )
    }
    let analysis = DifferenceInDifferences(
      [DifferenceInDifferences.Trained(employee: "ada", date: date, group: "")],
      groups: [:],
      records: [
        record(-29, 1, 0), record(-28, 30, 0.5), record(-1, 10, 0.9), record(0, 5, 0),
        record(7, 5, 0), record(8, 10, 0.8), record(35, 10, 0.6), record(36, 10, 0),
      ]
    )
    let estimate = try #require(analysis.effect(on: .satisfaction))
    #expect(abs(estimate.before - 0.6) < 1e-12)
    #expect(abs(estimate.after - 0.7) < 1e-12)
    #expect(estimate.effect.low == nil)
  }
}
