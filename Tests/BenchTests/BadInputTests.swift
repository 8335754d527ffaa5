import ArgumentParser
import Foundation
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct BadInputTests {
  private static func message(_ body: () throws -> Void) -> String? {
    #expect(throws: ShiftwrightError.self) { try body() }?.message
  }

  private static func reading(_ text: String) throws -> String? {
    try TemporaryFile.with([text]) { paths in
      message { _ = try TeamInstance.read(paths[0]) }?.replacing(paths[0], with: "FILE")
    }
  }

  private static func text(_ change: (inout TeamInstance) -> Void = { _ in }) throws -> String {
    var drawn = try TeamCase.draft(people: 3, .seats)
    change(&drawn)
    return TeamText(drawn).json
  }

  @Test func `a file that is not there`() {
    let message = Self.message { _ = try TeamInstance.read("nowhere/S9.json") }
    #expect(message == "nowhere/S9.json: cannot be read.\nGive a JSON file that is there.")
  }

  @Test func `a file that is not JSON`() throws {
    let expected = "FILE: is not JSON.\nGive a file in the format of the team instances."
    #expect(try Self.reading("hello") == expected)
    #expect(try Self.reading("") == expected)
  }

  @Test func `a field that is missing, empty or of another kind`() throws {
    let good = try Self.text()
    #expect(
      try Self.reading(good.replacing("\"start_step\": 2,\n", with: ""))
        == "FILE: start_step is missing.\nAdd it."
    )
    #expect(
      try Self.reading(good.replacing("\"start_step\": 2", with: "\"start_step\": null"))
        == "FILE: start_step has no value.\nGive one."
    )
    #expect(
      try Self.reading(good.replacing("\"types\": [", with: "\"types\": [\"a\", "))
        == "FILE: agents[0].types[0] is not of the right kind (whole number wanted).\nChange it."
    )
  }

  @Test func `fields that no instance has`() throws {
    let good = try Self.text()
    let bad =
      good
      .replacing("\"ot_budget\"", with: "\"ot_budgets\"")
      .replacing("\"pref_start\"", with: "\"pref_strat\"")
      .replacing("\"min_rest\"", with: "\"pause\"")
    #expect(
      try Self.reading(bad) == """
        FILE: the instance cannot be used.
        - ot_budgets: there is no such field. Did you mean ot_budget?
        - agents[0].pref_strat, and 2 more: there is no such field. Did you mean pref_start?
        - rules.pause: there is no such field. The fields are min_stretch, max_stretch, \
        min_rest, max_start_change and max_consec.
        - ot_budget is missing. Add it.
        Mend what is listed; docs/reference/team-format.md says what each field means.
        """
    )
  }

  @Test func `availability that ends before it begins`() throws {
    let text = try Self.text { $0.agents[1].avail[2] = [60, 20] }
    #expect(
      try Self.reading(text)?.contains(
        "- agents[1].avail[2] is [60, 20]: give the first slot before the last"
      ) == true
    )
  }

  /// Numbers with which nothing can be reckoned are refused before anything is.
  @Test func `numbers out of range`() throws {
    let changes: [(inout TeamInstance) -> Void] = [
      { $0.sessions[0].start = .max }, { $0.sessions[0].len = .max },
      { $0.agents[0].prevEnd = .max }, { $0.costs.underTiers = [[1e300, 1], [1, 2]] },
      { $0.queues[0].req[5] = 3_000_000_000 }, { $0.agents[1].paidMax = .max },
      { $0.otBudget[0] = .max }, { $0.rules.maxStartChange = .max },
      { $0.shiftTypes[0].paid = .max }, { $0.rules.maxConsec = -3 },
      { $0.agents[0].prevConsec = .max }, { $0.agents[0].weekendHist = .max },
      { $0.agents[0].prefStart = [.max, .min] }, { $0.agents[2].otAfter = .max },
      { $0.costs.over = -5 }, { $0.rules.minStretch = -1 }, { $0.agents[0].wage = .infinity },
      { $0.shiftTypes[0].lunchLo = -1 }, { $0.agents[0].avail[0] = [.min, .max] },
    ]
    for (index, change) in changes.enumerated() {
      var drawn = try TeamCase.draft(people: 3, .seats)
      change(&drawn)
      let faults = drawn.faults
      #expect(!faults.isEmpty, "\(index)")
      #expect(faults.allSatisfy { $0.contains(": give ") && $0.contains(" to ") }, "\(faults)")
    }
  }

  @Test func `all faults at once`() throws {
    let text = try Self.text { drawn in
      drawn.agents[0].group = 7
      drawn.agents[0].site = 4
      drawn.agents[1].types = [99]
      drawn.agents[1].avail = [nil]
      drawn.agents[2].tenths = -3
      drawn.agents[2].groupChanges = [TeamInstance.GroupChange(slot: 700, group: 0)]
      drawn.queues[0].req = [1]
      drawn.groups[0].queues = [5]
      drawn.heads = [
        TeamInstance.Heads(site: nil, agents: nil, from: 5, until: 5, least: nil, most: nil)
      ]
    }
    #expect(
      try Self.reading(text) == """
        FILE: the instance cannot be used.
        - queues[0].req has 1 values: give 672
        - groups[0].queues has 5: there is no such queue
        - heads[0] is from 5 until 5: give slots of the week
        - agents[0].group is 7: there is no such group
        - agents[0].site is 4: there is no such site
        - agents[1].types has 99: there is no such shift type
        - agents[1].avail: give first and last slot, or null, for each of 7 days
        - agents[2].tenths is -3: give 0 to 100
        - agents[2].group_changes has slot 700: give 0 to 671
        Mend what is listed; docs/reference/team-format.md says what each field means.
        """
    )
  }

  @Test func `a roster of another instance`() throws {
    let roster = #"{"instance": "S1", "agents": []}"#
    let message = try TemporaryFile.with([Self.text(), roster]) { paths in
      Self.message { _ = try CheckCommand.verdict(instance: paths[0], roster: paths[1]) }?
        .replacing(paths[0], with: "INSTANCE").replacing(paths[1], with: "ROSTER")
    }
    #expect(
      message
        == "ROSTER: the roster is of instance S1, not T3-1.\nGive the roster of INSTANCE."
    )
  }

  @Test func `options out of range, all at once`() {
    let message = Self.message {
      _ = try TeamDraftOptions(seed: 1, people: 0, queues: 13, sites: 0, load: -1)
    }
    #expect(
      message == """
        --people is 0. Give a whole number from 1 to 10000.
        --queues is 13. Give a whole number from 1 to 12.
        --sites is 0. Give a whole number from 1 to 20.
        --load is -1.0. Give a number from 0 to 100.
        """
    )
  }

  private static func team(_ arguments: String...) throws {
    var all = arguments
    if !all.contains("--out") { all += ["--out", "nowhere/R.json"] }
    if !all.contains(where: { $0.hasPrefix("--time-limit") }) { all += ["--time-limit", "1"] }
    try TeamCommand.parse(all).run()
  }

  @Test func `a run says at once that it could not write`() {
    #expect(
      Self.message { try Self.team("S1.json") }
        == "nowhere/R.json: cannot be written.\nGive a file in a folder that is there."
    )
    #expect(
      Self.message { try Self.team("S1.json", "--out", "R.json", "--trace", "nowhere/T.csv") }
        == "nowhere/T.csv: cannot be written.\nGive a file in a folder that is there."
    )
    #expect(
      Self.message { try Self.team("nowhere/S9.json", "--out", "R.json") }
        == "nowhere/S9.json: cannot be read.\nGive a JSON file that is there."
    )
  }

  @Test(arguments: ["0", "-1", "inf", "nan"])
  func `a time limit that is none`(seconds: String) {
    let error = #expect(throws: ValidationError.self) {
      try Self.team("S1.json", "--time-limit=\(seconds)", "--out", "R.json")
    }
    #expect(error?.message.hasSuffix("Give seconds above 0, at most 1000000.") == true)
  }

  @Test func `threads, effort and kind out of range`() throws {
    let text = try Self.text()
    try TemporaryFile.with([text]) { paths in
      #expect(
        Self.message { try Self.team(paths[0], "--out", paths[0] + ".r", "--threads", "65") }
          == "threads is 65.\nGive a whole number from 1 to 64."
      )
      #expect(
        Self.message { try Self.team(paths[0], "--out", paths[0] + ".r", "--effort", "0") }
          == "effort is 0.\nGive a whole number from 1 to 10000."
      )
    }
    let unknown = ["--kind", "nurses", "--seed", "1", "--people", "2", "--out", "T.json"]
    let error = #expect(throws: (any Error).self) { _ = try GenerateCommand.parse(unknown) }
    #expect(error.map { GenerateCommand.message(for: $0).contains("'nurses' is invalid") } == true)
  }

  @Test func `a folder that is not there`() throws {
    let command = try GenerateCommand.parse([
      "--kind", "team", "--seed", "1", "--people", "2", "--out", "nowhere/T.json",
    ])
    #expect(
      Self.message { try command.run() }
        == "nowhere/T.json: cannot be written.\nGive a file in a folder that is there."
    )
  }
}
