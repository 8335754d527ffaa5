public import Interchange
public import Reporting
import Workforce

extension CliffResult {
  /// The names of the files.
  public static let fileNames = ["cliff.csv", "renewals.csv", "cliff.html"]

  /// The files.
  public func files() -> [OutputFile] {
    [
      OutputFile(name: Self.fileNames[0], bytes: table),
      OutputFile(name: Self.fileNames[1], bytes: renewalTable),
      OutputFile(name: Self.fileNames[2], text: report.html()),
    ]
  }

  private var table: [UInt8] {
    let rows = weeks.flatMap { week in
      zip(inputs.settings.queues, week.queues).map { settings, queue in
        let skill = week.skills.first { $0.skill == settings.skill }
        let heads = [skill?.without, skill?.with, skill?.planned, skill?.need].map {
          $0.map { PlacementFiles.figure($0, 2) } ?? ""
        }
        let service = [queue.without, queue.with, queue.planned].flatMap { estimate in
          [estimate?.mean, estimate?.shareLow, estimate?.shareHigh].map {
            $0.map { PlacementFiles.figure($0, 4) } ?? ""
          }
        }
        return [week.week.description, queue.queue, settings.skill] + heads + service
      }
    }
    let measures = ["without", "with", "plan"].flatMap { name in
      ["service_\(name)", "service_\(name)_low95", "service_\(name)_high95"]
    }
    return PlainTable.bytes(
      header: ["week", "queue", "skill", "heads_without", "heads_with", "heads_plan", "heads_need"]
        + measures,
      rows: rows
    )
  }

  private var renewalTable: [UInt8] {
    PlainTable.bytes(
      header: ["employee", "course", "week", "lapses", "cost"],
      rows: renewals.map { renewal in
        [
          renewal.employee, renewal.course, renewal.week.description, renewal.lapses.description,
          PlacementFiles.figure(renewal.cost, 2),
        ]
      }
    )
  }

  /// The page and the terminal's text.
  public var report: CliffReport {
    CliffReport(
      title: inputs.settings.name,
      currency: inputs.settings.currency,
      weeks: weeks.map(\.week),
      skills: (weeks.first?.skills ?? []).indices.map { index in
        CliffReport.Heads(
          skill: weeks[0].skills[index].skill,
          parts: parts(index),
          without: weeks.map { $0.skills[index].without },
          with: weeks.map { $0.skills[index].with },
          planned: weeks.map { $0.skills[index].planned },
          need: weeks.map { $0.skills[index].need }
        )
      },
      queues: inputs.settings.queues.indices.map { index in
        CliffReport.Service(
          queue: inputs.settings.queues[index].name,
          target: inputs.settings.queues[index].target.serviceLevel.value,
          without: weeks.map { $0.queues[index].without },
          with: weeks.map { $0.queues[index].with },
          planned: weeks.map { $0.queues[index].planned }
        )
      },
      plan: CliffReport.Plan(
        lapsing: lapsing,
        obliged: obliged.map { ($0.course, $0.people) },
        renewals: renewals.count,
        classes: classes,
        cost: cost,
        gap: gap,
        margin: margin,
        short: short.map {
          "\($0.week), \($0.skill): \(PlacementFiles.figure($0.heads, 1)) heads short"
        },
        remedies: remedies,
        rows: renewalRows
      ),
      unplayed: unplayed
    )
  }

  /// The skills of a set: the last entry is all skills together where there are several.
  private func parts(_ index: Int) -> [String] {
    let names = weeks.first?.skills.map(\.skill) ?? []
    let before = Array(names.prefix(index))
    return before.count > 1 && before.joined(separator: " + ") == names[index] ? before : []
  }

  private var renewalRows: [CliffReport.Renewals] {
    let grouped = Dictionary(grouping: renewals) { [$0.week.description, $0.course] }
    let keys = grouped.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return keys.compactMap { key in
      guard let group = grouped[key], let first = group.first else { return nil }
      return CliffReport.Renewals(
        week: first.week,
        course: first.course,
        title: inputs.training.titles(on: first.week.monday)[first.course],
        employees: group.map(\.employee).sorted()
      )
    }
  }
}
