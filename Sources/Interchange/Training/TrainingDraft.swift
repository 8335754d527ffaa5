import Workforce

/// What the files of training gave so far, and what they may refer to.
struct TrainingDraft {
  /// The values.
  var training = TrainingInputs()
  /// Names that other files may refer to; `nil` when some could not be read.
  var courses: NameSet?
  var curricula: NameSet?
  var rooms: NameSet?
  var sessions: NameSet?
  /// Skills that queues or presence rules ask for; `nil` when not known for certain.
  var skills: [String]?
}

/// Names in their order, and quick to look up.
struct NameSet {
  let names: [String]
  private let set: Set<String>

  init(_ names: [String]) {
    self.names = names
    set = Set(names)
  }

  func contains(_ name: String) -> Bool { set.contains(name) }
}

extension FolderContext {
  /// What readers of records need of inputs that were read before.
  init(_ inputs: PlanningInputs) {
    let settings = inputs.settings
    draft = ScenarioDraft(
      settings: settings,
      zone: settings.zone,
      queues: settings.queues.map(\.name),
      sites: settings.sites.map(\.name)
    )
    employeeNames = inputs.employees.map(\.id)
    employees = Dictionary(
      employeeNames.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    sites = Dictionary(inputs.employees.map { ($0.id, $0.site) }) { first, _ in first }
    training = TrainingDraft(
      training: inputs.training,
      courses: NameSet(inputs.training.courses.map(\.name)),
      curricula: NameSet(inputs.training.curricula.map(\.name)),
      rooms: NameSet(inputs.training.rooms.map(\.name)),
      sessions: NameSet(inputs.training.sessions.map(\.id))
    )
  }
}

extension CSVTable {
  /// A name that must be one of `known`; taken as it is when those are not known for certain.
  func member(_ column: CSVColumn, _ what: String, of known: NameSet?) -> String? {
    guard let name = value(column, .text) else { return nil }
    guard let known, !known.contains(name) else { return name }
    report("unknown \(what)", .unknown(what, name, known.names))
    return nil
  }

  /// The same for a column that may be empty: `nil` twice for a name that is not known.
  func optionalMember(_ column: CSVColumn, _ what: String, of known: NameSet?) -> String?? {
    if range(column).isEmpty { return .some(nil) }
    return member(column, what, of: known).map { .some($0) }
  }
}
