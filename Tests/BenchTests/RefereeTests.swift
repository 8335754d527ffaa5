import Foundation
import Testing
import Workforce

@testable import shiftwright_bench

/// The checker against the benchmark's own, on right and on broken rosters.
@Suite struct RefereeTests {
  /// Whether the machine has Python, which the benchmark's own checker is written in.
  private static let hasPython =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/python3")
    }

  /// Folder of the team instances beside the package; `nil` where it or Python is absent.
  static let folder: URL? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let folder = root.appending(path: "shared/data/rostering/team")
    let exists = FileManager.default.fileExists(atPath: folder.appending(path: "check.py").path)
    return exists && hasPython ? folder : nil
  }()

  private struct Said: Decodable {
    let feasible: Bool
    let objective: Double
    let parts: [String: Double]
  }

  /// Calls the benchmark's checker on pairs of files; `nil` in place of what it cannot read.
  private static func said(_ pairs: [(String, String)], folder: URL) throws -> [Said?] {
    let program = """
      import sys, json
      sys.dont_write_bytecode = True
      sys.path.insert(0, sys.argv[1])
      from check import check
      for i in range(2, len(sys.argv), 2):
          try:
              print(json.dumps(check(*[json.load(open(f)) for f in sys.argv[i:i + 2]])))
          except Exception:
              print('null')
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "-c", program, folder.path] + pairs.flatMap { [$0.0, $0.1] }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try String(decoding: output, as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Said?.self, from: Data($0.utf8))
    }
  }

  @Test(.enabled(if: folder != nil, "the shared team instances, or Python, are absent"))
  func `confirms a quick roster of S1`() throws {
    let folder = try #require(Self.folder)
    let path = folder.appending(path: "S1.json").path
    let over = StopSignal(deadline: .now - .seconds(1))
    let planned = try TeamCase(TeamInstance.read(path), stop: over)
    planned.expectClean()
    let text = String(decoding: try planned.bytes(), as: UTF8.self)
    let all = try TemporaryFile.with([text]) { try Self.said([(path, $0[0])], folder: folder) }
    let said = try #require(all.first ?? nil)
    #expect(said.feasible)
    #expect(abs(said.objective - planned.verdict.objective) < 1e-4)
    let shown = try JSONDecoder().decode(Said.self, from: Data(planned.verdict.json().utf8))
    #expect(shown.feasible && abs(shown.objective - said.objective) < 2e-4)
    #expect(shown.parts.keys.sorted() == said.parts.keys.sorted())
    for (name, value) in said.parts { #expect(abs((shown.parts[name] ?? -1) - value) < 0.011) }
  }

  /// Drawn instances and rosters with one random change each.
  @Test(
    .enabled(if: folder != nil, "the shared team instances, or Python, are absent"),
    arguments: 1...3
  )
  func `says the same of broken rosters`(seed: UInt64) throws {
    let folder = try #require(Self.folder)
    let drawn = try TeamCase.draft(
      people: 12,
      seed: seed,
      queues: 3,
      sites: 2,
      aroundTheClock: seed == 2,
      .seats
    )
    let planned = try TeamCase(drawn, stop: StopSignal(deadline: .now - .seconds(1)))
    var random = RandomStream(seed: seed, name: "broken rosters")
    let rosters = (0..<24).map { index in
      index == 0 ? planned.roster : Self.broken(planned.roster, drawn, &random)
    }
    let texts = try rosters.map { String(decoding: try $0.json(), as: UTF8.self) }
    let said = try TemporaryFile.with([TeamText(drawn).json] + texts) { paths in
      try Self.said(paths.dropFirst().map { (paths[0], $0) }, folder: folder)
    }
    #expect(said.count == rosters.count)
    for (roster, said) in zip(rosters, said) {
      guard let said else { continue }
      let verdict = TeamChecker(instance: drawn).verdict(on: roster)
      #expect(said.feasible == verdict.isFeasible, "\(verdict.errors)")
      if said.feasible { #expect(abs(said.objective - verdict.objective) < 1e-4) }
    }
    let broken = said.count { $0.map { !$0.feasible } ?? false }
    #expect(broken > 5)
  }

  private static func broken(
    _ roster: TeamRoster,
    _ instance: TeamInstance,
    _ random: inout RandomStream
  ) -> TeamRoster {
    let working = roster.agents.indices.filter { !roster.agents[$0].shifts.isEmpty }
    let agent = working[random.below(working.count)]
    let position = random.below(roster.agents[agent].shifts.count)
    var shifts = roster.agents[agent].shifts
    let old = shifts[position]
    var breaks = old.breaks
    var (day, type, start, training) = (old.day, old.type, old.start, old.training)
    switch random.below(7) {
    case 0: day = random.below(7)
    case 1: start += 2 * (random.below(9) - 4)
    case 2: type = random.below(5)
    case 3: breaks[random.below(breaks.count)] += random.below(5) - 2
    case 4: training = training == nil ? random.below(instance.sessions.count) : nil
    case 5: start += 1
    default: breaks = breaks.map { $0 + 3 }
    }
    shifts[position] = TeamRoster.Shift(
      day: day,
      type: type,
      start: start,
      breaks: breaks,
      training: training
    )
    if random.below(6) == 0 { shifts.remove(at: position) }
    var agents = roster.agents
    agents[agent] = TeamRoster.Agent(id: agents[agent].id, shifts: shifts)
    return TeamRoster(instance: roster.instance, agents: agents)
  }
}
