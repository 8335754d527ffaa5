import Workforce

extension FolderReader {
  /// What the files of training say; nothing where there are none.
  func training(
    _ open: (String) -> (bytes: [UInt8], findings: FileFindings)?,
    _ context: inout FolderContext
  ) -> TrainingInputs {
    let settings = open(TrainingFile.name)
    if let settings {
      TrainingFile.read(settings.bytes, findings: settings.findings, into: &context)
    }
    func needing(_ name: String, _ what: String) -> (bytes: [UInt8], findings: FileFindings)? {
      guard let file = open(name) else { return nil }
      if settings != nil { return file }
      file.findings.report("training.yaml", .needsTraining(what))
      return nil
    }
    var training = context.training?.training ?? .none
    if let file = needing(CertificationsFile.name, "certificates") {
      training.certifications = CertificationsFile.read(
        file.bytes,
        findings: file.findings,
        context
      )
    }
    if let file = needing(SessionsFile.name, "sessions") {
      training.sessions = SessionsFile.read(file.bytes, findings: file.findings, into: &context)
    } else if settings != nil {
      context.training?.sessions = NameSet([])
    }
    if let file = needing(EnrolmentsFile.name, "enrolments") {
      EnrolmentsFile.read(file.bytes, findings: file.findings, context, into: &training)
    }
    if let file = open(MentoringFile.name) {
      training.mentorings = MentoringFile.read(file.bytes, findings: file.findings, context)
    }
    return training
  }

  /// Warns of rules of presence that ask for a skill which nobody has.
  static func warnOfPresence(_ inputs: PlanningInputs, _ findings: FileFindings) {
    let known = Set(
      inputs.skills.map(\.skill) + inputs.training.courses.flatMap { $0.grants.map(\.skill) }
    )
    for rule in inputs.training.presence where !known.contains(rule.skill) {
      findings.report("skill of nobody", severity: .warning, .nobodyHolds(rule.skill))
    }
  }

  /// Warns of rows of `skills.csv` that count for nothing, because a course grants their skill.
  static func warnOfGrants(_ inputs: PlanningInputs, _ findings: FileFindings) {
    let granted = Set(inputs.training.courses.flatMap { $0.grants.map(\.skill) })
    let placeholders = Set(inputs.employees.filter(\.isPlaceholder).map(\.id))
    let idle = inputs.skills.filter {
      granted.contains($0.skill) && !placeholders.contains($0.employee)
    }
    guard !idle.isEmpty else { return }
    let skills = Set(idle.map(\.skill)).sorted()
    findings.report(
      "certified skills",
      severity: .warning,
      .certifiedSkills(idle.count, skills)
    )
  }
}

extension PlanningInputs {
  /// Who has a certificate, in force or not, of a course that grants a skill.
  var certifiedSkills: [(employee: String, skill: String)] {
    let grants = Dictionary(grouping: training.courses, by: \.name).mapValues { versions in
      Set(versions.flatMap { $0.grants.map(\.skill) })
    }
    return training.certifications.filter { !$0.isRevoked }.flatMap { certificate in
      grants[certificate.course, default: []].sorted().map { (certificate.employee, $0) }
    }
  }
}
