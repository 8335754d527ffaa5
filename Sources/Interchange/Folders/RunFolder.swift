/// The names of the files that a run writes.
public enum RunFolder {
  /// Files and folders at the top of a run folder.
  public static let fileNames = [
    "roster.csv", "roster.json", ForecastFile.names[0], ForecastFile.names[1],
    RequirementFile.name, CoverageFile.name, SimulationFile.name, "certificate.json", "run.json",
    "report.html", "master.lp", RosterChangesFile.name, OnCallFile.name, "inputs",
  ]
}
