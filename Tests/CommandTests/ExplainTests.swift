import Foundation
import Testing

/// `staff --explain`: every number that it states, recomputed from the files it names.
@Suite struct ExplainTests {
  private struct Row {
    var cells: [String: String]
    var line: Int
  }

  /// The row of a queue and interval in a CSV file without quotes.
  private func row(_ text: String, _ queue: String, _ start: String) throws -> Row {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let index = try #require(lines.firstIndex { $0[0] == queue && $0[1].hasPrefix(start) })
    let cells = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[index]))
    return Row(cells: cells, line: index + 1)
  }

  @Test(arguments: ["phone_general", "phone_cards"])
  func `states inputs, formula and neighbors`(queue: String) async throws {
    try await Workplace.with { place in
      let staff = ["staff", "small", "--week", Workplace.week, "--out", "need"]
      try await place.succeed(staff)
      let result = try await place.succeed([
        "staff", "small", "--forecast", "need", "--explain", queue, "2026-03-03T10:44",
      ])
      let text = result.output.unwrapped
      let expected = try row(try place.text("need/forecast.csv"), queue, "2026-03-03T10:30")
      let need = try row(try place.text("need/requirement.csv"), queue, "2026-03-03T10:30")
      let agents = try #require(Int(need.cells["agents"] ?? ""))
      let rostered = try #require(Int(need.cells["rostered"] ?? ""))
      #expect(text.hasPrefix("\(queue), Tuesday 3 March 2026, 10:30–11:00: \(agents) agent"))
      #expect(text.contains("needed, \(rostered) on the roster."))
      #expect(text.contains("need/forecast.csv:\(expected.line)"))

      let contacts = try #require(Double(expected.cells["arrivals"] ?? ""))
      let seconds = try #require(Double(expected.cells["aht_seconds"] ?? ""))
      let shown = try #require(text.firstMatch(of: /Contacts ([0-9.]+) expected in 30 min/))
      #expect(abs(try #require(Double(shown.1)) - contacts) <= 0.005)
      let load = try #require(text.firstMatch(of: /= ([0-9.]+) erlangs/))
      #expect(abs(try #require(Double(load.1)) - contacts * seconds / 1800) <= 0.0005)

      // Settings stand on the lines that are named.
      let lines = try place.text("small/scenario.yaml").split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      let named = text.matches(of: /small\/scenario\.yaml:([0-9]+), ([a-z_]+)/)
      #expect(named.map { String($0.2) }.contains("service_level"))
      #expect(named.map { String($0.2) }.contains("shrinkage"))
      for match in named {
        #expect(lines[try #require(Int(match.1)) - 1].contains(match.2 + ":"))
      }
      try checkNeighbors(text, seconds, agents)
    }
  }

  /// The service at n − 1, n and n + 1 agents: that of a steady queue, solved from its rates, whose
  /// load is near the one in hand.
  ///
  /// The line taken over moves that load; `StaffingTests` judges by how much, against exact chains.
  /// Here the load is found from the share delayed, and the other measures must be those of it.
  private func checkNeighbors(
    _ text: String,
    _ seconds: Double,
    _ agents: Int
  ) throws {
    let load = try #require(text.firstMatch(of: /([0-9.]+) erlangs on average/))
    let inHand = try #require(Double(load.1))
    let patience = text.firstMatch(of: /Patience ([0-9.,]+) s on average/)
    let target = try #require(text.firstMatch(of: /Target ([0-9.]+)% answered within ([0-9]+) s/))
    let threshold = try #require(Double(target.2))
    let pattern =
      #/
      (→\ )?([0-9]+)\ (?:[0-9]+\ )?([0-9.]+)%\ [0-9.]+\ s
      \ ([0-9.]+)%\ (?:([0-9.]+)%\ )?([0-9.]+)%
      /#
    let rows = text.matches(of: pattern)
    let shown = rows.compactMap { Int($0.2) }
    #expect(shown == (max(1, agents - 1)...agents + 1).map { $0 })
    #expect(rows.filter { $0.1 != nil }.map { Int($0.2) } == [agents])
    for row in rows {
      let agents = try #require(Int(row.2))
      let delayed = try #require(Double(row.4))
      let steady = { (load: Double) in
        MarkovQueue(
          contacts: load * 1800 / seconds,
          seconds: 1800,
          handleTime: seconds,
          patience: patience.flatMap { Double($0.1) },
          agents: agents
        )
      }
      var (low, high) = (inHand / 2, inHand * 2)
      for _ in 0..<40 {
        let middle = (low + high) / 2
        if 100 * steady(middle).delayed < delayed { low = middle } else { high = middle }
      }
      let queue = steady(high)
      #expect(abs(high / inHand - 1) < 0.05, "\(high) for \(inHand) erlangs")
      let level = try #require(Double(row.3))
      #expect(abs(level - 100 * queue.serviceLevel(within: threshold)) < 0.2)
      #expect(abs((Double(row.6) ?? .nan) - 100 * queue.occupancy) < 0.2)
    }
    // the number is the fewest: one less misses
    let levels = rows.compactMap { Double($0.3) }
    #expect(levels == levels.sorted())
    let promised = try #require(Double(target.1))
    if text.contains("The service level decides"), rows.count == 3 {
      #expect(levels[0] < promised && levels[1] >= promised)
    }
  }

  @Test func `takes one text or two, and the week from the moment`() async throws {
    try await Workplace.with { place in
      let two = try await place.succeed([
        "staff", "small", "--explain", "phone_general", "2026-03-03T10:30",
      ])
      let one = try await place.succeed([
        "staff", "small", "--week", Workplace.week, "--explain", "phone_general 2026-03-03T10:30",
      ])
      #expect(one.output == two.output)
      #expect(one.output.contains("forecast now by "))
      let closed = try await place.succeed([
        "staff", "small", "--explain", "phone_general", "2026-03-03T03:00",
      ])
      #expect(
        closed.output.unwrapped == "phone_general, Tuesday 3 March 2026, 03:00–03:30: nobody is "
          + "needed, because the queue is closed."
      )
    }
  }

  @Test func `says what there is instead`() async throws {
    try await Workplace.with { place in
      let result = try await place.run([
        "staff", "small", "--week", Workplace.week, "--explain", "phone_generl", "2026-03-20T10:30",
      ])
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("unknown queue 'phone_generl'.\nDid you mean"))
      #expect(result.errors.contains("2026-03-20T10:30 is not in the forecast"))
      #expect(result.errors.contains("2 errors. Nothing was written."))
    }
  }
}
