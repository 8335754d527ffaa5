public import Interchange
import Workforce

/// The files of a placement.
public enum PlacementFiles {
  /// Their names.
  public static let names = [
    "sessions.csv", "placement.csv", "unplaced.csv", "by_hand_sessions.csv", "roster.csv",
    "service.csv",
  ]

  /// The files.
  ///
  /// - Parameters:
  ///   - result: The placement.
  ///   - mayShowResults: Whether whoever asks may see chances of people, which follow from their
  ///     results.
  /// - Returns: Those of the classes, also without rows; those of a roster where one was given.
  public static func files(
    of result: PlacementResult,
    mayShowResults: Bool
  ) -> [OutputFile] {
    [
      OutputFile(name: names[0], bytes: SessionTable.bytes(result.sessions)),
      placement(result, mayShowResults),
      unplaced(result),
      OutputFile(name: names[3], bytes: SessionTable.bytes(result.byHand.sessions)),
    ] + rosterFiles(result)
  }

  private static func rosterFiles(_ result: PlacementResult) -> [OutputFile] {
    guard let roster = result.roster else { return [] }
    let files = [OutputFile(name: names[4], bytes: Array(RosterFile.csv(roster).utf8))]
    guard let service = result.service else { return files }
    let rows = service.rows.map { row in
      let levels = [row.levels.without, row.levels.byHand, row.levels.placed]
      return [row.queue]
        + (levels.flatMap { [$0.mean, $0.shareLow, $0.shareHigh] }
        + [
          row.difference.mean, row.difference.low,
          row.difference.high,
        ])
        .map { figure($0, 6) }
    }
    let names = ["without", "by_hand", "placed", "difference"]
    let header = ["queue"] + names.flatMap { [$0, $0 + "_low", $0 + "_high"] }
    let bytes = PlainTable.bytes(header: header, rows: rows)
    return files + [OutputFile(name: Self.names[5], bytes: bytes)]
  }

  private static func placement(_ result: PlacementResult, _ mayShowResults: Bool) -> OutputFile {
    let rows = result.placed.map { row in
      [
        row.employee, row.course, row.session, row.by.description, String(row.daysLeft),
        mayShowResults ? figure(row.passProbability, 3) : "", figure(row.cost, 2),
      ]
    }
    return OutputFile(
      name: names[1],
      bytes: PlainTable.bytes(
        header: [
          "employee", "course", "session", "by", "days_left", "pass_probability", "cost",
        ],
        rows: rows
      )
    )
  }

  private static func unplaced(_ result: PlacementResult) -> OutputFile {
    let rows = result.unplaced.map { row in
      [
        row.employee, row.course, row.by.description, row.isNeeded ? "yes" : "no",
        row.isNeeded ? row.reason.rawValue : "not needed yet", row.help,
      ]
    }
    return OutputFile(
      name: names[2],
      bytes: PlainTable.bytes(
        header: ["employee", "course", "by", "needed", "reason", "help"],
        rows: rows
      )
    )
  }

  /// A number with so many decimals.
  static func figure(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "" }
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let whole = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    let rest = String(whole % scale)
    return "\(sign)\(whole / scale)."
      + String(repeating: "0", count: max(0, places - rest.count)) + rest
  }
}
