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

  /// One second of handle time, so that all times are multiples of it.
  func value(of measure: String) throws -> Double {
    let unit = Duration.seconds(1)
    let threshold = Duration.seconds(threshold)
    switch model {
    case "B":
      let model = ErlangB(offeredLoad: load)
      return measure == "delay"
        ? model.blockingProbability(agents: agents) : model.admittedShare(agents: agents)
    case "C":
      let model = ErlangC(offeredLoad: load, averageHandleTime: unit)
      if measure == "speed_of_answer" { return model.secondsToAnswer(agents: agents) }
      return try value(of: measure, model, threshold)
    default:
      let patience = Duration.seconds(patience)
      let model = ErlangA(offeredLoad: load, averageHandleTime: unit, patience: patience)
      if measure == "speed_of_answer" { return model.secondsToAnswer(agents: agents) }
      return try value(of: measure, model, threshold)
    }
  }

  private func value(
    of measure: String,
    _ model: some QueueModel,
    _ threshold: Duration
  ) throws -> Double {
    switch measure {
    case "delay": model.delayProbability(agents: agents)
    case "service_level": model.serviceLevel(agents: agents, within: threshold)
    case "missed": model.missedShare(agents: agents, within: threshold)
    case "abandonment": model.abandonmentShare(agents: agents)
    case "occupancy": model.occupancy(agents: agents)
    default: try #require(nil as Double?, "no measure is called \(measure)")
    }
  }
}

@Suite struct ErlangTableTests {
  @Test func `agrees with values of arbitrary precision`() throws {
    let rows = try ErlangRow.rows()
    #expect(rows.count >= 200)
    for row in rows {
      for (name, exact) in row.measures {
        let value = try row.value(of: name)
        let message = Comment(rawValue: "\(row.testDescription) \(name): \(value), not \(exact)")
        if exact < 1e-290 {
          #expect(value >= 0 && value <= 1e-290, message)
        } else {
          #expect(abs(value - exact) <= 1e-9 * exact, message)
        }
      }
    }
  }
}
