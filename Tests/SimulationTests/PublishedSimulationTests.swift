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
    // from the end: some rows quote commas in the third field
    let end = fields.count
    let low = try #require(Double(fields[end - 4]))
    let high = try #require(Double(fields[end - 3]))
    intervals[String(fields[end - 6])] = low...high
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
    let days = try center.tallies(seed: seed, count: 400).map(\.total.answeredInTarget)
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
    let days = try center.tallies(seed: seed, count: 400).map(\.total)
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

  /// 13 hours from 4 to 8 people; one busyness a day; a tenth of the callers has no patience.
  @Test(arguments: [1] as [UInt64])
  func `a day of changing rates agrees with a published simulation`(seed: UInt64) throws {
    let published = try published("callcc")
    var queue = TestCenter.Queue(handleSeconds: 100, patience: 1000, dayVariation: 0.1)
    queue.profile = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60]
    queue.balking = 0.1
    let days = try TestCenter(queue)
      .staffed(levels: [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4])
      .tallies(seed: seed, count: 1000).map(\.total)
    try expectAgreement(mean(days.map(\.arrivals)), published["arrivals_per_day"])
    let waits = days.map { ($0.waitSeconds + $0.abandonedWaitSeconds) / 1660 }
    try expectAgreement(mean(waits), published["mean_wait_s"])
    let good = days.map { ($0.answeredInTarget + $0.abandonedInTarget) / 1660 }
    try expectAgreement(mean(good), published["prop_wait_lt_20s"])
    try expectAgreement(mean(days.map { $0.abandoned / 1660 }), published["prop_lost"])
  }

  /// Three types of calls, two groups of people that share the second type, one busyness a day for
  /// all, handle times and patience that change every two hours.
  @Test(arguments: [1] as [UInt64])
  func `three types and two groups agree with a published simulation`(seed: UInt64) throws {
    let published = try published("simple_msk")
    let rates = [[4.2, 5.3, 3.2], [5.1, 4.3, 4.8], [6.3, 5.2, 4.8]]
    let hourly = { (values: [Double]) in values.flatMap { [$0, $0] } }
    var center = TestCenter()
    for (type, perMinute) in rates.enumerated() {
      var queue = TestCenter.Queue(name: "type\(type)")
      queue.profile = hourly(perMinute.map { 60 * $0 })
      queue.handleProfile = hourly([120, 100, 150])
      queue.patienceProfile = hourly([200, 150, 300])
      center.queues.append(queue)
    }
    center.queues[1].preferredTeams = [["type0", "type1"]]
    center.sharedVariation = 1 / 28.7
    let levels = [[12, 18, 9], [15, 20, 11]]
    for (group, queues) in [["type0", "type1"], ["type1", "type2"]].enumerated() {
      let agents = levels[group].flatMap { [$0, $0] }
      center = center.staffed(levels: agents, queues: queues)
    }
    let days = try center.tallies(seed: seed, count: 500)
    let totals = days.map(\.total)
    try expectAgreement(
      ratio(totals) { ($0.answeredInTarget, $0.arrivals - $0.abandonedInTarget) },
      published["service_level_20s"]
    )
    try expectAgreement(mean(totals.map { $0.arrivals - $0.abandoned }), published["served"])
    try expectAgreement(mean(totals.map(\.abandoned)), published["abandoned"])
    // The published day ends with the last contact; our 9 people stay until midnight.
    let occupancy = ratio(days) { day in
      let group = day.shifts.prefix(18)
      let busy = group.reduce(0) { $0 + $1.busySeconds }
      return (busy, group.reduce(busy) { $0 + $1.idleSeconds } - 9 * (86_400 - day.lastEnd))
    }
    try expectAgreement(occupancy, published["occupancy"])
  }
}
