import Capacity
import Interchange
import Training
import Workforce

extension CapacityResult {
  /// Everything as facts and tables.
  var sheet: FigureSheet {
    sheet([monthTable, allSkillsTable, actionTable, assumptionTable])
  }

  /// A table as a CSV file has it.
  func csv(_ table: FigureTable) -> [UInt8] { SheetFile.csv(sheet([table])) }

  private func sheet(_ tables: [FigureTable]) -> FigureSheet {
    FigureSheet(
      kind: "capacity",
      title: "Capacity plan",
      context: inputs.settings.name,
      lead: "",
      facts: facts,
      tables: tables
    )
  }

  private static func table(
    _ name: String,
    _ title: String,
    _ columns: [String],
    _ rows: [[FigureTable.Cell]]
  ) -> FigureTable {
    FigureTable(
      name: name,
      title: title,
      columns: columns.map { FigureTable.Column($0, $0) },
      rows: rows.map { FigureTable.Row($0) }
    )
  }

  /// One row per month and skill; heads are full-time people at work.
  var monthTable: FigureTable {
    Self.table(
      "months",
      "Need, people and chance",
      [
        "month", "skill", "need_p10", "need_p50", "need_p90", "heads_p10", "heads_p25",
        "heads_p50", "heads_p75", "heads_p90", "heads_p50_if_nothing", "missing_mean",
        "heads_for_target",
        "probability", "probability_low95", "probability_high95", "probability_if_nothing",
        "enough", "hires", "trained", "renewed",
      ],
      months.indices.flatMap { month in problem.skills.indices.map { cells($0, month) } }
    )
  }

  private func cells(_ skill: Int, _ month: Int) -> [FigureTable.Cell] {
    let plan = played.plan
    let nothing = played.nothing
    let chance = plan.met[skill][month]
    let heads =
      plan.need[skill][month] + plan.agents[skill][month]
      + [nothing.agents[skill][month][2], plan.missing[skill][month]]
    let target = weeks[month].curves[skill].agents(at: 0)
    let goal: FigureTable.Cell =
      target.isFinite ? .number((target * 100).rounded() / 100, places: 2) : .none
    let shares = [
      chance.share, chance.interval.low, chance.interval.high, nothing.met[skill][month].share,
      plan.enough[skill][month].share,
    ]
    let people = [Action.Kind.hire, .train, .renew].map {
      FigureTable.Cell.count(self.people($0, skill: skill, month: month))
    }
    return [.text(months[month].description), .text(problem.skills[skill])]
      + heads.map { .number(($0 * 100).rounded() / 100, places: 2) }
      + [goal] + shares.map { .share($0) }
      + people
  }

  private var allSkillsTable: FigureTable {
    Self.table(
      "all_skills",
      "Chance that the targets of all skills are met",
      [
        "month", "probability", "probability_low95", "probability_high95", "probability_if_nothing",
      ],
      months.indices.map { month in
        let chance = played.plan.allMet[month]
        return [
          .text(months[month].description), .share(chance.share), .share(chance.interval.low),
          .share(chance.interval.high), .share(played.nothing.allMet[month].share),
        ]
      }
    )
  }

  /// One row per thing to do.
  var actionTable: FigureTable {
    Self.table(
      "actions",
      "What to do",
      ["begin", "month", "action", "what", "number", "cost"],
      actions.map {
        [
          .text($0.begin.description), .text($0.month.description), .text($0.kind.rawValue),
          .text($0.what), .count($0.count), .number(($0.cost * 100).rounded() / 100, places: 2),
        ]
      }
    )
  }

  private var assumptionTable: FigureTable {
    Self.table(
      "assumptions",
      "Assumptions",
      ["what", "value", "from"],
      notes.map { [.text($0.name), .text($0.text), .text($0.source)] }
    )
  }

  private var facts: [FigureSheet.Fact] {
    let money = [
      ("recruiting", solution.cost.recruiting), ("classes", solution.cost.classes),
      ("pay", solution.cost.pay), ("objective", solution.objective), ("bound", solution.bound),
    ].map { FigureSheet.Fact($0.0, PlacementFiles.figure($0.1, 2)) }
    return money + [
      FigureSheet.Fact("gap", PlacementFiles.figure(solution.gap, 6)),
      FigureSheet.Fact("nodes", String(solution.nodes)),
      FigureSheet.Fact("stopped_by_clock", solution.stoppedByClock ? "yes" : "no"),
    ]
  }
}
