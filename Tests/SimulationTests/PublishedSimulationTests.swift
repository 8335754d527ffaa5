import Foundation
import Testing
import Workforce

@testable import Simulation

private let referenceFile = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/data/staffing/reference_results.csv").standardized

/// Published intervals by measure.
private func published(_ id: String) throws -> [String: ClosedRange<Double>] {
  let lines = try String(contentsOf: referenceFile, encoding: .utf8).split(separator: "\n")
  var intervals: [String: ClosedRange<Double>] = [:]
  for line in lines where line.hasPrefix(id + ",") {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    let low = try #require(Double(fields[5]))
    let high = try #require(Double(fields[6]))
    intervals[String(fields[3])] = low...high
  }
  return intervals
}

/// Compares intervals of confidence.
private func expectAgreement(
  _ ours: Estimate,
  _ published: ClosedRange<Double>?,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let published = try #require(published, sourceLocation: sourceLocation)
  let message = Comment(rawValue: "\(ours.low)…\(ours.high) against \(published)")
  #expect(published.overlaps(ours.low...ours.high), message, sourceLocation: sourceLocation)
}

/// The mean of a count over replications, with its interval.
private func mean(_ values: [Double]) -> Estimate {
  var sums = RatioSums()
  for value in values { sums.add(value, over: 1) }
  return sums.estimate(replications: values.count, empty: 0)
}

/// M/M/12, 4.2 arrivals and 12 · 0.5 completions a minute, 8 h from empty: 1,000 days published, 400 of ours.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: referenceFile.path),
    "needs the reference results in the folder shared beside the package"
  )
)
struct PublishedSimulationTests {
  private func center(patience: Double?) -> TestCenter {
    TestCenter(.init(perHour: 252, handleSeconds: 120, patience: patience))
      .staffed(by: 12, work: 0..<480)
  }

  @Test(arguments: [1] as [UInt64])
  func `M/M/12 agrees with a published simulation`(seed: UInt64) throws {
    let published = try published("mmc")
    let center = center(patience: nil)
    let result = try center.play(seed: seed, replications: 400, threads: 2)
    let total = result.queues[0].total
    let minutes = Estimate(
      mean: total.averageSpeedOfAnswer.mean / 60,
      halfWidth: total.averageSpeedOfAnswer.halfWidth / 60
    )
    try expectAgreement(total.serviceLevel, published["service_level_20s"])
    try expectAgreement(minutes, published["speed_of_answer_min"])
    try expectAgreement(result.occupancy, published["occupancy"])
    let days = try (0..<400).map {
      try center.tally(seed: seed, replication: $0).total.answeredInTarget
    }
    #expect(abs(mean(days).mean - total.answeredInTarget) < 1e-9)
    try expectAgreement(mean(days), published["contacts_in_target"])
  }

  @Test(arguments: [1] as [UInt64])
  func `M/M/12+M agrees with a published simulation`(seed: UInt64) throws {
    let published = try published("mmc_ab")
    let center = center(patience: 60)
    let result = try center.play(seed: seed, replications: 400, threads: 2)
    let minutes = Estimate(
      mean: result.queues[0].total.averageSpeedOfAnswer.mean / 60,
      halfWidth: result.queues[0].total.averageSpeedOfAnswer.halfWidth / 60
    )
    try expectAgreement(minutes, published["speed_of_answer_min"])
    try expectAgreement(result.occupancy, published["occupancy"])
    let days = try (0..<400).map { try center.tally(seed: seed, replication: $0).total }
    try expectAgreement(mean(days.map(\.abandoned)), published["abandoned_per_day"])
    var served = RatioSums()
    for day in days { served.add(day.answeredInTarget, over: day.arrivals - day.abandoned) }
    let level = served.estimate(replications: days.count, empty: 1)
    try expectAgreement(level, published["service_level_served"])
    var stayed = RatioSums()
    for day in days {
      stayed.add(day.answeredInTarget, over: day.arrivals - day.abandonedInTarget)
    }
    try expectAgreement(
      stayed.estimate(replications: days.count, empty: 1),
      published["service_level_with_abandonment"]
    )
  }
}
