public import Interchange
import Reporting
public import Workforce

extension ScorecardResult {
  /// The names of the files that a scorecard has.
  public static let fileNames = [
    "scorecard.json", "tickets.csv", "scorecard.html",
  ]

  /// All files.
  public func files() -> [OutputFile] {
    [
      OutputFile(name: "scorecard.json", bytes: ScorecardFile.json(self)),
      OutputFile(
        name: "tickets.csv",
        bytes: ScorecardFile.tickets(self) { ScorecardReport.criterion(of: $0) }
      ),
      OutputFile(name: "scorecard.html", text: ScorecardReport(self).html()),
    ]
  }
}
