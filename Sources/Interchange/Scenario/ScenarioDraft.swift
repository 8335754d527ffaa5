import Workforce

/// What `scenario.yaml` gave, as far as it could be read.
struct ScenarioDraft {
  /// The settings; parts that could not be read hold stand-ins.
  var settings: ScenarioSettings
  /// The zone; `nil` when it could not be read.
  var zone: Zone?
  /// Names that other files may refer to; `nil` when some could not be read.
  var queues: [String]?
  /// Names that contacts may have: queues and self-service channels.
  var histories: [String]?
  var skills: [String]?
  var sites: [String]?
  var contracts: [String]?
  var rotations: [String]? = []
  /// Contracts and templates without a finding of their own.
  var soundContracts: [ContractSettings] = []
  var soundTemplates: [ShiftTemplate] = []
  /// What of labor rules waits for the people.
  var labor = LaborDraft()
}

extension ScenarioDraft {
  /// What readers of contacts need of settings that were read before.
  init(contactsOf settings: ScenarioSettings) {
    let names = settings.queues.map(\.name)
    self.init(settings: settings, zone: settings.zone, queues: names, histories: names)
  }
}
