import Foundation
import Testing
import Workforce

@testable import Staffing

private let referenceFile = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/data/staffing/reference_results.csv").standardized

private func publishedValues() throws -> [String: Double] {
  let lines = try String(contentsOf: referenceFile, encoding: .utf8).split(separator: "\n")
  var values: [String: Double] = [:]
  for line in lines where line.hasPrefix("erlangc") || line.hasPrefix("uplift") {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    values["\(fields[0]) \(fields[3])"] = Double(fields[4])
  }
  return values
}

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: referenceFile.path),
    "needs the reference results in the folder shared beside the package"
  )
)
struct ReferenceResultsTests {
  let model = ErlangC(
    arrivals: 100,
    over: .minutes(30),
    averageHandleTime: .seconds(180)
  )

  @Test(arguments: [13, 14, 15])
  func `agrees with published Erlang C values`(agents: Int) throws {
    let published = try publishedValues()
    let level = try #require(published["erlangc_\(agents) service_level"])
    let delay = try #require(published["erlangc_\(agents) waiting_probability"])
    #expect(abs(model.serviceLevel(agents: agents, within: .seconds(20)) - level) < 1e-12)
    #expect(abs(model.delayProbability(agents: agents) - delay) < 1e-12)
    if let occupancy = published["erlangc_\(agents) occupancy"] {
      #expect(abs(model.occupancy(agents: agents) - occupancy) < 1e-12)
    }
  }

  @Test func `agrees with the published head-counts`() throws {
    let published = try publishedValues()
    let positions = try #require(published["erlangc_14 positions_with_shrinkage"])
    var queue = TestQueue(arrivals: 100, handleTime: .seconds(180))
    queue.maximumOccupancy = 0.85
    queue.shrinkage = 0.3
    let first = try queue.requirement()
    #expect(first.agents == 14)
    #expect(first.rostered == Int(positions))

    let required = try #require(published["uplift_250 agents_required"])
    var uplift = TestQueue(arrivals: 125, handleTime: .seconds(330))
    uplift.threshold = .seconds(30)
    #expect(try uplift.requirement().agents == Int(required))
  }
}
