public import Workforce

/// `requirement.csv` of a run folder.
public enum RequirementFile {
  /// The file's name.
  public static let name = "requirement.csv"

  static let columns = [
    "queue", "interval_start", "offered_load", "agents", "rostered", "service_level",
    "occupancy", "binding_target",
  ]

  /// One row per queue and interval.
  public static func csv(_ requirement: Requirement) -> String {
    let grid = requirement.grid
    var csv = CSVText(header: columns)
    for queue in requirement.queues {
      for (index, need) in queue.intervals.enumerated() {
        csv.append([
          queue.queue, grid.zone.text(of: grid.instant(at: index)),
          Numbers.text(need.offeredLoad), String(need.agents), String(need.rostered),
          Numbers.text(need.serviceLevel), Numbers.text(need.occupancy),
          need.bindingTarget.rawValue,
        ])
      }
    }
    return csv.text
  }

  /// Reads the file; the week is that of the first row, the intervals are the scenario's.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The scenario that the requirement belongs to.
  /// - Returns: The requirement, or everything that is wrong with the file.
  public static func load(_ path: String, inputs: PlanningInputs) -> Loaded<Requirement> {
    let findings = FileFindings(file: path)
    let bytes = InputFile.bytes(path, findings: findings, missing: .missingRunFile)
    let requirement = bytes.flatMap { read($0, inputs, findings) }
    return Loaded(requirement, diagnostics: findings.diagnostics)
  }

  private static func read(_ bytes: [UInt8], _ inputs: PlanningInputs, _ findings: FileFindings)
    -> Requirement?
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return nil }
    var rows = WeekRows(inputs: inputs, findings: findings)
    let column = columns.map(table.column)
    var needs: [[IntervalRequirement]] = []
    while table.next() {
      let spot = rows.interval(table, queue: column[0], start: column[1])
      let need = need(table, column)
      if needs.isEmpty, let grid = rows.grid {
        let none = Array(repeating: Self.none, count: grid.count)
        needs = Array(repeating: none, count: inputs.settings.queues.count)
      }
      if let spot, let need { needs[spot.queue][spot.place] = need }
    }
    rows.reportMissing()
    return rows.grid.map { grid in
      Requirement(
        grid: grid,
        queues: zip(inputs.settings.queues, needs).map {
          QueueRequirement(queue: $0.name, intervals: $1)
        }
      )
    }
  }

  private static let none = IntervalRequirement(
    agents: 0,
    rostered: 0,
    offeredLoad: 0,
    serviceLevel: 1,
    occupancy: 0,
    bindingTarget: .none
  )

  private static func need(_ table: CSVTable, _ column: [CSVColumn]) -> IntervalRequirement? {
    let load = table.value(column[2], .number(atLeast: 0))
    let agents = table.value(column[3], .wholeNumber(0...1_000_000))
    let rostered = table.value(column[4], .wholeNumber(0...1_000_000))
    let level = table.value(column[5], .share)
    let occupancy = table.value(column[6], .share)
    let target = table.value(column[7], .bindingTarget)
    guard let load, let agents, let rostered, let level, let occupancy, let target else {
      return nil
    }
    return IntervalRequirement(
      agents: agents,
      rostered: rostered,
      offeredLoad: load,
      serviceLevel: level.value,
      occupancy: occupancy.value,
      bindingTarget: target
    )
  }
}

extension TextValue where Value == BindingTarget {
  static var bindingTarget: Self {
    words
  }
}
