import Workforce

/// What the CSV files of a scenario may refer to.
struct FolderContext {
  /// The settings as far as they could be read; `nil` when there are none.
  var draft: ScenarioDraft?
  /// The employees' positions by identifier; `nil` when the file could not be read.
  var employees: [String: Int]?
  /// The identifiers, in file order.
  var employeeNames: [String] = []
  /// The sites of employees, as far as they could be read.
  var sites: [String: String] = [:]
  /// The teams of employees; `nil` when the file could not be read.
  var teams: [String]?
  /// What the files of training gave so far; `nil` when there is none, or it could not be read.
  var training: TrainingDraft?

  /// The zone whose clock a person lives by; `nil` when it cannot be told.
  func zone(of employee: String?) -> Zone? {
    guard let draft, let zone = draft.zone else { return nil }
    return employee.flatMap { sites[$0] }.map(draft.settings.zone(ofSite:)) ?? zone
  }
}

extension CSVTable {
  /// A name that must be one of `known`; taken as it is when those are not known for certain.
  func reference(_ column: CSVColumn, _ what: String, _ known: [String]?) -> String? {
    guard let name = value(column, .text) else { return nil }
    guard let known, !known.contains(name) else { return name }
    report("unknown \(what)", .unknown(what, name, known))
    return nil
  }

  /// An employee's identifier.
  func employee(_ column: CSVColumn, _ context: FolderContext) -> String? {
    guard let name = value(column, .text) else { return nil }
    guard let employees = context.employees, employees[name] == nil else { return name }
    report("unknown employee", .unknown("employee", name, context.employeeNames))
    return nil
  }
}
