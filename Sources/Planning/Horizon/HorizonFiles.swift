import Interchange
import Reporting
import Workforce

/// The files beside the runs of weeks in a row.
struct HorizonFiles {
  /// Their names.
  static let names = ["horizon.html", "horizon.csv", "persons.csv", history, OnCallFile.name]
  private static let history = ScenarioFolder.PeopleTable.history.rawValue

  private let weeks: FigureSheet
  private let people: FigureSheet

  init(_ result: WeeksResult, _ settings: ScenarioSettings) {
    weeks = FigureSheet(result, settings)
    people = FigureSheet(peopleOf: result, settings)
  }

  /// The files; the history goes on with what the weeks hold.
  func files(after scenario: LoadedScenario) -> [OutputFile] {
    [
      OutputFile(name: Self.names[0], text: SheetPage(weeks).html()),
      OutputFile(name: Self.names[1], bytes: SheetFile.csv(weeks)),
      OutputFile(name: Self.names[2], bytes: SheetFile.csv(people)),
    ] + scenario.files.filter { [Self.history, OnCallFile.name].contains($0.name) }
  }
}
