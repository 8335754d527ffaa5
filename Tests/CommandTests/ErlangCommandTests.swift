import Foundation
import Testing

/// The quick calculator by the built command, against published and independently computed values.
@Suite struct ErlangCommandTests {
  private func run(_ line: String) async throws -> CommandResult {
    let arguments = ["erlang"] + line.split(separator: " ").map(String.init)
    return try await CommandRunner(folder: CommandRunner.packageRoot).start(arguments).result()
  }

  /// The cells of the table's rows, without the arrow; the answer's row apart.
  private func rows(_ output: String) -> (all: [[String]], marked: [[String]]) {
    let lines = output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init).filter { $0 != "s" }
    }
    let isRow = { (cells: [String]) in cells.first.map { $0 == "→" || Int($0) != nil } ?? false }
    let marked = lines.filter { $0.first == "→" }.map { Array($0.dropFirst()) }
    return (lines.filter(isRow).map { $0.filter { $0 != "→" } }, marked)
  }

  /// www.jonesthenet.com, "Erlang uplift": 28 agents.
  @Test func `the published case needs 28 agents`() async throws {
    let result = try await run("--arrivals 250 --per 1h --aht 330s --target 80/30")
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    let (all, marked) = rows(result.output)
    #expect(all.map { $0[0] } == ["25", "26", "27", "28", "29", "30", "31"])
    #expect(marked.map { $0[0] } == ["28"])
    #expect(result.output.contains("Answer        28 agents\n"))
    #expect(result.output.contains("= 22.92 erlangs"))
  }

  @Test(arguments: [nil, 90.0])
  func `the table agrees with the rates' own steady state`(patience: Double?) async throws {
    let option = patience.map { " --patience \(Int($0))s" } ?? ""
    let line = "--arrivals 250 --per 1h --aht 330s --target 80/30 --agents 28" + option
    for cells in rows(try await run(line).output).all {
      let queue = MarkovQueue(
        contacts: 250,
        seconds: 3600,
        handleTime: 330,
        patience: patience,
        agents: try #require(Int(cells[0]))
      )
      let shown = cells.dropFirst().map { Double($0.filter { $0 != "%" }) ?? .nan }
      let left = patience == nil ? [] : [1 - queue.answered]
      let exact = [queue.serviceLevel(within: 30), queue.delayed] + left + [queue.occupancy]
      for (value, exact) in zip([shown[0]] + shown[2...], exact) {
        #expect(abs(value - 100 * exact) < 0.0501, "\(cells) \(exact)")
      }
    }
  }

  @Test func `demands, chat and shrinkage change the answer`() async throws {
    let base = "--arrivals 250 --aht 5m30s --target 80%/30s"
    let capped = try await run(base + " --max-occupancy 75% --shrinkage 0.3")
    #expect(
      capped.output.unwrapped.contains(
        "31 agents, 45 on the roster with 30% shrinkage; the cap on occupancy decides"
      )
    )
    let chat = try await run(base + " --concurrency 2")
    #expect(rows(chat.output).marked.map { $0[0] } == ["14"])
    let left = try await run("--arrivals 250 --aht 330s --max-abandonment 1% --patience 90s")
    let agents = try #require(rows(left.output).marked.first.flatMap { Int($0[0]) })
    for (count, isEnough) in [(agents, true), (agents - 1, false)] {
      let queue = MarkovQueue(
        contacts: 250,
        seconds: 3600,
        handleTime: 330,
        patience: 90,
        agents: count
      )
      #expect((1 - queue.answered <= 0.01) == isEnough)
    }
  }

  @Test func `too few agents without patience wait without end`() async throws {
    let result = try await run("--arrivals 250 --aht 330s --target 80/30 --agents 22")
    let overloaded = result.output.split(separator: "\n").filter { $0.contains("no end") }
    #expect(overloaded.count == 4)
    #expect(overloaded.allSatisfy { $0.contains("0.0%") && $0.hasSuffix("100.0%") })
  }

  @Test func `says everything that is wrong at once`() async throws {
    let result = try await run(
      "--arrivals -5 --per 60 --aht 330 --target 120/30 --patience 90 --max-occupancy 85"
    )
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    for problem in [
      "--arrivals is -5.\nWrite a number above 0.", "--per is 60.\nWrite the unit too: 60s",
      "--aht is 330.\nWrite the unit too: 330s", "--target is '120/30'.\nNo number of agents",
      "--patience is 90.\nWrite the unit too: 90s", "--max-occupancy is 85.\nWrite 85% for 85",
    ] {
      #expect(result.errors.contains(problem), "\(result.errors)")
    }
  }
}
