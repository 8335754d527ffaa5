public import Interchange
public import Reporting
import Workforce

/// The files of a report on worth.
public enum WorthFiles {
  /// Their names.
  public static let names = ["worth.csv", "worth.html"]

  private static let columns = [
    "kind", "what", "from", "until", "dual", "resolve", "difference", "unit", "marginal", "cover",
    "bound_difference", "proved_low", "proved_high", "inside_gap", "contacts_dual",
    "contacts_resolve", "agent_hours_dual", "agent_hours_resolve", "pay_hours_dual",
    "pay_hours_resolve",
  ]

  /// The table and the page.
  public static func files(of report: WorthReport) -> [OutputFile] {
    [
      OutputFile(
        name: names[0],
        bytes: PlainTable.bytes(header: columns, rows: report.rows.map { fields($0, report) })
      ),
      OutputFile(name: names[1], text: report.html()),
    ]
  }

  private static func fields(_ row: WorthReport.Row, _ report: WorthReport) -> [String] {
    let money = { (value: Double?) in value.map { PlacementFiles.figure($0, 4) } ?? "" }
    let time = { (moment: Instant?) in moment.map(report.grid.zone.text(of:)) ?? "" }
    let contacts = { (value: Double?) -> String in
      guard let value, let price = row.contactPrice else { return "" }
      return money(value / price)
    }
    let inside = row.difference.map { abs($0) <= report.standing.gap + 1e-6 ? "yes" : "no" }
    return [
      row.kind.rawValue, row.what, time(row.from), time(row.until), money(row.dual),
      money(row.resolve), money(row.difference), report.currency, money(row.marginal),
      money(row.cover),
      money(row.boundDifference), money(row.proved?.lowerBound), money(row.proved?.upperBound),
      inside ?? "", contacts(row.dual), contacts(row.resolve),
      money(report.agentHours(row.dual)), money(row.resolve.flatMap(report.agentHours)),
      money(report.payHours(row.dual)), money(row.resolve.flatMap(report.payHours)),
    ]
  }
}
