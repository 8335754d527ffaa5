import Foundation
import Testing

/// `simulate` with recorded contacts, traces and assumptions.
@Suite struct SimulateTests {
  /// The small scenario's queues, first the calls.
  private func queues(_ place: Workplace) throws -> [String] {
    try place.text("small/scenario.yaml").matches(of: /- name: ([a-z_-]+)\n +channel/)
      .map { String($0.1) }
  }

  private func simulate(_ options: String...) -> [String] {
    ["simulate", "small", "run", "--forecast", "run", "--replications", "4"] + options
  }

  @Test func `replays recorded contacts, traces them and tells how busy people are`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let queue = try #require(try queues(place).first)
      var rows = ["queue,arrived,wait_seconds,outcome,handle_seconds"]
      for minute in 0..<60 {
        let time = "2026-03-03T10:\(minute < 10 ? "0" : "")\(minute):30"
        rows.append("\(queue),\(time),4,answered,120")
      }
      rows.append("\(queue),2026-03-03T10:30:45,9,abandoned,")
      rows.append("\(queue),2026-03-03T10:31:45,,contained,")
      rows.append("\(queue),2026-02-24T10:31,,answered,")
      try place.write("past.csv", rows.joined(separator: "\n") + "\n")
      let result = try await place.succeed(
        simulate("--replay", "past.csv", "--trace", "trace.csv", "--out", "out")
      )
      #expect(
        result.errors == """
          past.csv: note: 1 contact is not of 2026-03-02 to 2026-03-08.
          They are left out.

          """
      )
      #expect(result.output.unwrapped.contains("Tue 3 Mar 61"))
      let trace = try place.text("trace.csv").split(separator: "\n").map(String.init)
      #expect(
        trace[0]
          == "replication,queue,arrived,outcome,wait_seconds,handle_seconds,employee,due,"
          + "work_seconds,segment,arrived_fraction,due_fraction"
      )
      #expect(trace.count == 62)
      #expect(trace.dropFirst().allSatisfy { $0.hasPrefix("1,\(queue),2026-03-03T10:") })
      #expect(trace.contains { $0.contains(",120,E") })
      #expect(try place.names() == ["out", "past.csv", "run", "small", "trace.csv"])
      let occupancy = try place.text("out/occupancy.csv").split(separator: "\n")
      #expect(
        occupancy[0]
          == "employee,date,busy_seconds,deferred_seconds,ready_seconds,occupancy,occupancy_low,occupancy_high"
      )
      #expect(occupancy.dropFirst().allSatisfy { $0.hasPrefix("E00") })
      let busy = occupancy.dropFirst().reduce(0.0) { sum, row in
        sum + (Double(row.split(separator: ",", omittingEmptySubsequences: false)[2]) ?? 0)
      }
      // 60 contacts of 120 s, and the one who left if they were quicker this time.
      #expect((7000...7800).contains(busy))
    }
  }

  @Test func `assumptions change the service and threads do not`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let plain = try await place.succeed(simulate())
      let late = try await place.succeed(simulate("--late", "100/60", "--threads", "1"))
      let again = try await place.succeed(simulate("--late", "100/60", "--threads", "2"))
      #expect(late.output == again.output)
      #expect(late.output != plain.output)
      let retrials = try await place.succeed(simulate("--late", "100/60", "--retrials", "90/5"))
      #expect(retrials.output != late.output)
    }
  }

  @Test func `replications grow until a width is reached`() async throws {
    try await Workplace.with { place in
      try await place.succeed(
        place.plan(with: ["--effort", "1", "--replications", "4", "--half-width", "4"])
      )
      let record = try place.text("run/run.json")
      #expect(record.contains("\"half_width\" : 0.04"))
      #expect(record.contains("\"half_width_reached\" : true"))
      #expect(record.contains("\"first_replications\" : 4"))
      let played = try #require(record.firstMatch(of: /"replications" : ([0-9]+)/)?.1)
      #expect(try place.text("run/certificate.json").contains("\"replications\": \(played)"))
      try await place.succeed(["verify", "run", "--replan"])
      let wide = try await place.succeed(simulate("--half-width", "2"))
      let words = wide.output.unwrapped
      let count = try #require(words.firstMatch(of: /([0-9,]+) replications, seed/)?.1)
      #expect(Int(count.filter { $0 != "," }) ?? 0 > 4)
      #expect(words.contains("The half-width of 2.00 points is reached: the widest interval is ±"))
    }
  }

  @Test func `what cannot be played is explained`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let queue = try #require(try queues(place).first)
      try place.write(
        "past.csv",
        """
        queue,arrived,outcome,handle_seconds
        \(queue)x,2026-03-03T10:00,answered,60
        \(queue),2026-03-03T10:00,lost,60
        \(queue),2026-03-03T10:00,abandoned,60

        """
      )
      let bad = try await place.run(simulate("--replay", "past.csv"))
      #expect(bad.exitCode == 1)
      for line in ["past.csv:2: ", "past.csv:3: ", "past.csv:4: handle_seconds is 60", "3 errors"] {
        #expect(bad.errors.contains(line), "\(bad.errors)")
      }
      #expect(bad.errors.contains("Did you mean '\(queue)'?"))
      let byInterval = try await place.run(simulate("--replay", "small/contacts.csv"))
      #expect(byInterval.exitCode == 1)
      #expect(
        byInterval.errors.unwrapped.contains(
          "small/contacts.csv:1: the file has one row per interval, so single contacts cannot be "
            + "played again. Give one row per contact:"
        )
      )
      try place.write("old.csv", "queue,arrived,outcome\n\(queue),2025-03-03T10:00,answered\n")
      let old = try await place.run(simulate("--replay", "old.csv"))
      #expect(
        old.errors.unwrapped.contains(
          "old.csv: its contacts are of 2025-03-03 to 2025-03-03, none of 2026-03-02 to 2026-03-08, "
            + "the days of the roster. Give the contacts of these days"
        )
      )
      let missing = try await place.run(simulate("--replay", "none.csv"))
      #expect(missing.errors.contains("none.csv: the file is missing."))
      let stranger = try await place.run(simulate("--backlog", "mial=3"))
      #expect(stranger.errors.contains("There is no queue 'mial'."))
      let calls = try await place.run(simulate("--backlog", "\(queue)=3"))
      #expect(calls.errors.contains("The contacts of '\(queue)' cannot lie undone: it is a phone"))
      let folder = try await place.run(simulate("--trace", "small"))
      #expect(folder.errors.contains("small is a folder."))
    }
  }

  @Test(arguments: [
    (["--retrials", "40"], "Write percent/minutes: 40/15 is 40 %, after 15 minutes on average."),
    (["--late", "120/5"], "Write percent/minutes: 40/15 is 40 %, after 15 minutes on average."),
    (
      ["--half-width", "0"], "Write a number of points above 0 and at most 50: 0.5 is ±0.5 points."
    ),
    (["--backlog", "mail"], "Write a queue and a number of items, such as mail=40."),
    (["--trace-replications", "3"], "--trace-replications needs --trace with a file."),
    (["--trace", "t.csv", "--trace-replications", "0"], "Write a number of replications of at"),
    (
      ["--trace", "t.csv", "--trace-replications", "5", "--replications", "4"],
      "--trace-replications is 5, but only 4 replications are played."
    ),
  ])
  func `options out of range are wrong usage`(options: [String], message: String) async throws {
    let result = try await CommandRunner(folder: CommandRunner.packageRoot)
      .run(["simulate", "scenarios/harbour-bank", "none.csv"] + options)
    #expect(result.exitCode == 64)
    #expect(result.errors.unwrapped.contains(message), "\(result.errors)")
  }
}
