import Interchange
import Reporting
import Workforce

extension LoadedScenario {
  /// The scenario after a week was worked as its roster says: `history.csv` holds the week's shifts in place of
  /// what it had from the week's Monday on.
  ///
  /// The files are read anew, as those of a run's inputs are.
  ///
  /// - Parameters:
  ///   - roster: The week's roster.
  ///   - onCall: The week's duties on call, which `oncall.csv` holds likewise.
  /// - Returns: The scenario of the week after.
  /// - Throws: ``BadInput`` where the files cannot be read with these shifts.
  func after(_ roster: Roster, onCall: [OnCallTurn] = []) throws -> LoadedScenario {
    let paid = PaidTime(inputs)
    var people = inputs.people
    people.pastDuties.removeAll { $0.start.date >= roster.week.monday }
    for tour in roster.tours {
      let zone = roster.zone(of: tour)
      people.pastDuties += tour.shifts.map { shift in
        PastDuty(
          employee: tour.employee,
          start: zone.local(at: shift.start),
          end: zone.local(at: shift.end),
          paid: .minutes(paid.minutes(of: shift, for: tour.employee))
        )
      }
    }
    let before = inputs.pastOnCall.filter { $0.start.date < roster.week.monday }
    var files = placing(
      OutputFile(
        name: ScenarioFolder.PeopleTable.history.rawValue,
        bytes: ScenarioFolder.text(of: .history, people)
      ),
      in: self.files.filter { $0.name != RosterFile.startName }
    )
    if !onCall.isEmpty || before.count < inputs.pastOnCall.count {
      let bytes = OnCallFile.text(before + onCall)
      files = placing(OutputFile(name: OnCallFile.name, bytes: bytes), in: files)
    }
    return try LoadedScenario(files: files)
  }

  /// The files with one in the place of that of its name, or where it belongs.
  func placing(_ file: OutputFile, in all: [OutputFile]) -> [OutputFile] {
    var files = all
    if let known = files.firstIndex(where: { $0.name == file.name }) {
      files[known] = file
    } else {
      let names = ScenarioFolder.fileNames
      let later = names.drop { $0 != file.name }
      files.insert(
        file,
        at: files.firstIndex { later.contains($0.name) || !names.contains($0.name) } ?? files.count
      )
    }
    return files
  }
}
