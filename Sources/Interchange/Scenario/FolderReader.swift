import Workforce

/// Reads the files of a scenario in the order in which they refer to each other.
struct FolderReader {
  /// The folder's path, for findings; empty when there is none.
  let folder: String
  /// Whether rule sets may be missing.
  var isPartial = false
  /// Gives a file's bytes; `nil` when it is absent, after a report if it must be there.
  let bytes: (String, FileFindings) -> [UInt8]?

  func read() -> Loaded<PlanningInputs> {
    let all = ScenarioFolder.fileNames.map { name in
      (name: name, findings: FileFindings(file: folder.isEmpty ? name : "\(folder)/\(name)"))
    }
    let findings = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.findings) })
    let open = { (name: String) -> (bytes: [UInt8], findings: FileFindings)? in
      guard let file = findings[name] else { return nil }
      return bytes(name, file).map { ($0, file) }
    }
    var context = FolderContext()
    let shelf = RuleSetShelf(isPartial: isPartial) { name in
      let file = FileFindings(file: folder.isEmpty ? name : "\(folder)/\(name)")
      return (bytes(name, file), file)
    }
    context.draft = open("scenario.yaml").flatMap {
      ScenarioReader(findings: $0.findings, ruleSets: shelf).read($0.bytes)
    }
    let employees =
      open(EmployeesFile.name).map {
        EmployeesFile.read($0.bytes, findings: $0.findings, into: &context)
      } ?? []
    if context.employees != nil {
      context.teams = Set(employees.map(\.team).filter { !$0.isEmpty }).sorted()
    }
    let training = training(open, &context)
    var inputs = inputs(open, context, employees)
    inputs?.training = training
    readRosterTables(open, context, into: &inputs)
    let files = all.prefix(1).map(\.findings) + shelf.findings + all.dropFirst().map(\.findings)
    if let inputs, let settingsFile = findings["scenario.yaml"] {
      LaborCheck(inputs, context).report(to: settingsFile)
      if files.allSatisfy({ $0.errorCount == 0 }) { Self.warn(inputs, findings) }
    }
    return Loaded(inputs, diagnostics: files.flatMap(\.diagnostics))
  }

  /// Warns of what a sound scenario may still have meant otherwise.
  private static func warn(_ inputs: PlanningInputs, _ findings: [String: FileFindings]) {
    if let employees = findings[EmployeesFile.name], let settings = findings["scenario.yaml"] {
      warn(inputs, employees: employees, settings: settings)
    }
    if let skills = findings[SkillsFile.name] { warnOfGrants(inputs, skills) }
    if let training = findings[TrainingFile.name] { warnOfPresence(inputs, training) }
  }

  /// Locks, places in rotations, ledgers and past duties on call.
  private func readRosterTables(
    _ open: (String) -> (bytes: [UInt8], findings: FileFindings)?,
    _ context: FolderContext,
    into inputs: inout PlanningInputs?
  ) {
    let locks = open(LocksFile.name).map {
      LocksFile.read($0.bytes, findings: $0.findings, context)
    }
    let places = open(RotationsFile.name).map {
      RotationsFile.read($0.bytes, findings: $0.findings, context)
    }
    let ledger = open(LedgerFile.name).map {
      LedgerFile.read($0.bytes, findings: $0.findings, context, inputs?.pastDuties ?? [])
    }
    let onCall = open(OnCallFile.name).map {
      OnCallFile.read($0.bytes, findings: $0.findings, context)
    }
    let meetings = open(MeetingsFile.name).map {
      MeetingsFile.read($0.bytes, findings: $0.findings, context)
    }
    inputs?.pastOnCall = onCall ?? []
    inputs?.meetingTimes = meetings ?? []
    inputs?.locks = locks ?? []
    inputs?.rotationPlaces = places ?? []
    inputs?.ledger = ledger ?? []
  }

  private func inputs(
    _ open: (String) -> (bytes: [UInt8], findings: FileFindings)?,
    _ context: FolderContext,
    _ employees: [Employee]
  ) -> PlanningInputs? {
    let history = open(ContactsFile.name).map {
      ContactsFile.read($0.bytes, findings: $0.findings, context)
    }
    let calendar = calendar(open, history ?? [], context)
    let overrides = open(OverridesFile.name).map {
      OverridesFile.read($0.bytes, findings: $0.findings, context)
    }
    let skills = open(SkillsFile.name).map {
      SkillsFile.read($0.bytes, findings: $0.findings, context)
    }
    let availability = open(AvailabilityFile.name).map {
      AvailabilityFile.read($0.bytes, findings: $0.findings, context)
    }
    let absences = open(AbsencesFile.name).map {
      AbsencesFile.read($0.bytes, findings: $0.findings, context)
    }
    let preferences = open(PreferencesFile.name).map {
      PreferencesFile.read($0.bytes, findings: $0.findings, context)
    }
    let duties = open(HistoryFile.name).map {
      HistoryFile.read($0.bytes, findings: $0.findings, context)
    }
    guard let settings = context.draft?.settings else { return nil }
    return PlanningInputs(
      settings: settings,
      history: history ?? [],
      calendar: calendar,
      overrides: overrides ?? [],
      employees: employees,
      skills: skills ?? [],
      availability: availability ?? [],
      absences: absences ?? [],
      preferences: preferences ?? [],
      pastDuties: duties ?? []
    )
  }

  /// The entries of the two calendar files.
  private func calendar(
    _ open: (String) -> (bytes: [UInt8], findings: FileFindings)?,
    _ history: [QueueHistory],
    _ context: FolderContext
  ) -> [CalendarEntry] {
    let table = open(CalendarFile.name).map {
      CalendarFile.read($0.bytes, findings: $0.findings)
    }
    guard let file = open(ICalendarFile.name) else { return table ?? [] }
    let starts = history.flatMap { [$0.records.first, $0.records.last].compactMap { $0?.start } }
    var years = CalendarLoader.allYears
    if let zone = context.draft?.zone, let first = starts.min(), let last = starts.max() {
      let dates = zone.local(at: first).date...zone.local(at: last).date
      years = CalendarLoader.years(spannedBy: dates)
    }
    let events = ICalendarFile.read(
      file.bytes,
      findings: file.findings,
      years: years,
      zone: context.draft?.zone
    )
    return CalendarMerge(table: table ?? [], events: events).entries(file.findings)
  }

  /// Warns of people without skills and of queues without people.
  private static func warn(
    _ inputs: PlanningInputs,
    employees: FileFindings,
    settings: FileFindings
  ) {
    let certified = inputs.certifiedSkills
    let skilled = Set(inputs.skills.map(\.employee) + certified.map(\.employee))
    for employee in inputs.employees where !skilled.contains(employee.id) {
      employees.report("no skill", severity: .warning, .noSkill(employee.id))
    }
    let held = Set(inputs.skills.map(\.skill) + certified.map(\.skill))
    let chats = inputs.settings.queues.filter { $0.channel == .chat && held.contains($0.skill) }
    let isOnlyChat = !chats.isEmpty && held.isSubset(of: chats.map(\.skill))
    for queue in inputs.settings.queues where !held.contains(queue.skill) {
      settings.report(
        "no server",
        severity: .warning,
        queue.channel == .phone && isOnlyChat
          ? .onlyChatServers(queue.name, skill: queue.skill, chats.map(\.name))
          : .noServer(queue.name, skill: queue.skill)
      )
    }
  }
}
