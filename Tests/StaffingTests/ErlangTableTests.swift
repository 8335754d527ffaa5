import Foundation
import Testing
import Workforce

@testable import Staffing

/// A row of `scripts/reference/erlang_table.csv`, computed with 360 digits by the script beside it.
private struct ErlangRow: Sendable, CustomTestStringConvertible {
  var model: String
  var agents: Int
  var load: Double
  var patience: Double
  var threshold: Double
  /// Measures by the header's names; those that do not exist are left out.
  var measures: [(name: String, value: Double)]

  var testDescription: String { "\(model) n=\(agents) a=\(load) p=\(patience) T=\(threshold)" }

  static func rows() throws -> [ErlangRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scripts/reference/erlang_table.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    return try lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let measures = try zip(header, fields).dropFirst(5).filter { !$1.isEmpty }
        .map { (name: $0, value: try #require(Double($1))) }
      return ErlangRow(
        model: fields[0],
        agents: try #require(Int(fields[1])),
        load: try #require(Double(fields[2])),
        patience: try #require(Double(fields[3])),
        threshold: try #require(Double(fields[4])),
        measures: measures
      )
    }
  }

  /// The measures by our models, with a handle time in seconds; all times are multiples of it.
  func values(handleTime: Double) -> [String: Double] {
    let unit = Duration.seconds(handleTime)
    let threshold = Duration.seconds(threshold * handleTime)
    switch model {
    case "B":
      let model = ErlangB(offeredLoad: load)
      return [
        "delay": model.blockingProbability(agents: agents),
        "prompt": model.admittedShare(agents: agents),
      ]
    case "C":
      let model = ErlangC(offeredLoad: load, averageHandleTime: unit)
      return named(model.measures(agents: agents, within: threshold), handleTime)
    default:
      let patience = Duration.seconds(patience * handleTime)
      let model = ErlangA(offeredLoad: load, averageHandleTime: unit, patience: patience)
      return named(model.measures(agents: agents, within: threshold), handleTime)
    }
  }

  private func named(_ measures: QueueMeasures, _ handleTime: Double) -> [String: Double] {
    [
      "delay": measures.delayProbability,
      "service_level": measures.serviceLevel,
      "missed": measures.missedShare,
      "speed_of_answer": measures.secondsToAnswer / handleTime,
      "abandonment": measures.abandonmentShare,
      "occupancy": measures.occupancy,
    ]
  }
}

@Suite struct ErlangTableTests {
  @Test(arguments: [1.0, 5, 180, 7200])
  func `agrees with values of arbitrary precision`(handleTime: Double) throws {
    for row in try ErlangRow.rows() {
      let values = row.values(handleTime: handleTime)
      for (name, exact) in row.measures {
        let value = try #require(values[name], "no measure is called \(name)")
        let message = Comment(rawValue: "\(row.testDescription) \(name): \(value), not \(exact)")
        if exact < 1e-290 {
          #expect(value >= 0 && value <= 1e-290, message)
        } else {
          #expect(abs(value - exact) <= 1e-9 * exact, message)
        }
      }
    }
  }

  @Test func `the table reaches as far as the promise`() throws {
    let rows = try ErlangRow.rows()
    #expect(rows.count >= 200)
    for model in ["B", "C", "A"] {
      let own = rows.filter { $0.model == model }
      #expect(own.map(\.agents).min() == 1 && own.map(\.agents).max() == 10_000)
      #expect(own.map(\.load).max() == 10_000)
    }
    let patiences = rows.filter { $0.model == "A" }.map(\.patience)
    // One second of patience to two hours of handling, up to a patience of a thousand years to five
    // seconds; a patience without end is Erlang C.
    #expect(patiences.min().map { $0 <= 1.0 / 7200 } == true)
    #expect(patiences.max().map { $0 >= 1000 * 365.25 * 86_400 / 5 } == true)
  }

  /// The two ways to the measures of Erlang A share nothing but the odds of Erlang B.
  @Test(arguments: 0..<40)
  func `sums and integrals agree`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "sums and integrals")
    var compared = 0
    for _ in 0..<25 {
      let servers = 1 + stream.below(300)
      let model = ErlangA(
        offeredLoad: Double(servers) * (0.3 + stream.unit()),
        averageHandleTime: .seconds(5 * pow(1440, stream.unit())),
        patience: .seconds(pow(3600, stream.unit()))
      )
      let limit = 0.001 * pow(5000, stream.unit())
      guard let sums = model.summedMeasures(servers: servers, limit: limit) else { continue }
      compared += 1
      let integrals = model.integratedMeasures(servers: servers, limit: limit)
      for (name, path) in measures {
        let (first, second) = (sums[keyPath: path], integrals[keyPath: path])
        let isEqual = abs(first - second) <= 1e-9 * second || max(first, second) < 1e-290
        #expect(isEqual, "\(model) \(servers) \(limit) \(name): \(first), \(second)")
      }
    }
    #expect(compared >= 10)
  }

  private let measures: [(String, KeyPath<QueueMeasures, Double>)] = [
    ("delay", \.delayProbability), ("service level", \.serviceLevel), ("missed", \.missedShare),
    ("wait", \.secondsToAnswer), ("abandonment", \.abandonmentShare), ("occupancy", \.occupancy),
    ("late", \.lateShare), ("answered", \.answeredShare),
  ]
}
