import Foundation
import Testing
import Workforce

@testable import Interchange

/// `capacity.yaml`; every text is pinned whole: where, what, and what to do next.
@Suite struct CapacityFileTests {
  private func load(
    _ text: String,
    contracts: [String] = []
  ) throws -> Loaded<CapacityAssumptions> {
    var inputs = try #require(ScenarioTexts.load(ScenarioTexts.files).value)
    for name in contracts {
      var contract = inputs.settings.contracts[0]
      contract.name = name
      inputs.settings.contracts.append(contract)
    }
    return CapacityFile.load(Array(text.utf8), named: "capacity.yaml", inputs: inputs)
  }

  private static let everything = """
    demand:
      yearly_growth: 0.06
      yearly_spread: 0.05
      queues:
        - {queue: chat, yearly_growth: -0.1}
    attrition:
      monthly: 0.018
      newcomers: 0.04
      contracts:
        - {contract: full_time, monthly: 0.01}
    absence: 0.11
    hiring:
      lead_months: 3
      cost: 3200
      most_per_month: 6
      on_costs: 0.22
      positions:
        - {contract: full_time, skills: [general, writing]}
    pipeline:
      - {name: practice, weeks: 4, pass_rate: 0.9}
      - {name: mentor, months: 6, counts: [0.5, 0.75, 1]}
    classes: {seats: 8, per_month: 2, cost: 2400}
    cross_training:
      - {skill: writing, from: [general], hours: 40, pass_rate: 0.85, seats: 6, per_month: 1, cost: 900}
    contract_mix:
      - {contract: full_time, least: 0.2, most: 1}
    budget: {per_month: 100000, total: 5000000}
    missing_month: 9000
    """

  @Test func `reads everything`() throws {
    let loaded = try load(Self.everything)
    #expect(loaded.diagnostics.map(\.description) == [])
    let read = try #require(loaded.value)
    #expect(read.demand.queueGrowth == [CapacityAssumptions.Named("chat", -0.1)])
    #expect(read.attrition.contracts == [CapacityAssumptions.Named("full_time", 0.01)])
    #expect(read.hiring.positions.map(\.skills) == [["general", "writing"]])
    #expect(read.pipeline.map(\.counts) == [[0], [0.5, 0.75, 1]])
    // four weeks of 365.25 days a year
    #expect(abs(read.pipeline[0].months - 28 * 12 / 365.25) < 1e-12)
    #expect(read.crossTraining.first?.classes.seats == 6)
    #expect(read.totalBudget == 5_000_000)
  }

  @Test func `sums of shares are told without digits made up, stages have one name each`() throws {
    let loaded = try load(
      """
      pipeline: [{name: practice, weeks: 4}, {name: mentor, months: 6}, {name: practice, weeks: 1}]
      cross_training: [{skill: writing, course: none}]
      contract_mix:
        - {contract: full_time, least: 0.7}
        - {contract: part_time, least: 0.6}
      """,
      contracts: ["part_time"]
    )
    let told = loaded.diagnostics.map { "\($0.line ?? 0): \($0.message) \($0.suggestion)" }
    #expect(
      told == [
        "1: a second stage is named 'practice' (the first is in line 1). Rename one.",
        "2: unknown course 'none'. There are no courses: take it out, or add it first.",
        "3: the least shares of contracts add up to 1.3, more than 1. Lower some of them.",
      ]
    )
  }

  @Test func `every key is described`() throws {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
    let page = try String(
      contentsOf: root.appending(path: "docs/reference/capacity-format.md"),
      encoding: .utf8
    )
    let keys =
      CapacityFile.keys + CapacityFile.demandKeys + CapacityFile.attritionKeys
      + CapacityFile.hiringKeys + CapacityFile.stageKeys + CapacityFile.classKeys
      + CapacityFile.crossKeys + CapacityFile.mixKeys + CapacityFile.budgetKeys
    for key in keys { #expect(page.contains(key), "\(key) is not described") }
  }

  @Test func `says everything that is wrong at once`() throws {
    let loaded = try load(
      """
      demand:
        yearly_growth: 6%
        queues: [{queue: chats, yearly_growth: 0.1}]
      atrition: {monthly: 0.02}
      absence: 2
      hiring:
        lead_months: 30
        positions: [{contract: fulltime, skills: []}]
      pipeline:
        - {name: practice, weeks: 4, months: 1, counts: [0.5, many]}
      cross_training:
        - {skill: writing, from: [writing]}
      contract_mix:
        - {contract: full_time, least: 0.6, most: 0.5}
      """
    )
    #expect(loaded.value == nil)
    #expect(
      loaded.diagnostics.map(\.description)
        == [
          "capacity.yaml:2: yearly_growth of demand is '6%'.\nWrite a share: 5% is 0.05.",
          """
          capacity.yaml:3: unknown queue 'chats'.
          Did you mean 'chat'? The queues are: phone, chat.
          """,
          """
          capacity.yaml:4: unknown key 'atrition'.
          Did you mean 'attrition'? The keys are: demand, attrition, absence, hiring, pipeline, \
          classes, cross_training, contract_mix, budget, missing_month.
          """,
          """
          capacity.yaml:5: absence is 2.
          Write a share between 0 and 1: write 0.02.
          """,
          "capacity.yaml:7: lead_months of hiring is 30.\nWrite a whole number from 0 to 24.",
          """
          capacity.yaml:8: unknown contract 'fulltime'.
          Did you mean 'full_time'? The contracts are: full_time.
          """,
          "capacity.yaml:8: skills of position 1 is an empty list.\nWrite at least one item.",
          "capacity.yaml:10: stage 1 needs either weeks or months.\nWrite one of them, above 0.",
          """
          capacity.yaml:10: item 2 of counts of stage 1 is 'many'.
          Write a share between 0 and 1.
          """,
          """
          capacity.yaml:12: people who learn 'writing' cannot need it before.
          Take it out of from.
          """,
          """
          capacity.yaml:14: the least share 0.6 is above the greatest, 0.5.
          Write least no larger than most.
          """,
          """
          capacity.yaml:13: the greatest shares of all contracts add up to 0.5, less than 1.
          Raise some of them, or leave a contract out, which leaves it free.
          """,
        ].sorted { line($0) < line($1) }
    )
  }

  private func line(_ text: String) -> Int {
    Int(text.split(separator: ":").dropFirst().first ?? "") ?? 0
  }

  @Test func `the same name twice is told with both lines`() throws {
    let loaded = try load(
      """
      attrition:
        contracts:
          - {contract: full_time, monthly: 0.01}
          - {contract: full_time, monthly: 0.02}
      """
    )
    #expect(
      loaded.diagnostics.map(\.description) == [
        """
        capacity.yaml:4: the contract 'full_time' stands here twice (first in line 3).
        Take one of the entries out.
        """
      ]
    )
  }
}
