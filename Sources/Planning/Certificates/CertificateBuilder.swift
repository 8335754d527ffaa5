import Interchange
import Workforce

/// Makes the certificate of a week's roster.
struct CertificateBuilder {
  let inputs: PlanningInputs
  let forecast: Forecast
  let simulation: SimulationResult
  let check: CheckReport
  let roster: Roster

  /// The certificate; `files` are the inputs, named as in the run folder, and the outputs.
  func certificate(
    objective: Double,
    bound: Double?,
    versions: RunFiles.Versions,
    files: [OutputFile]
  ) -> ServiceCertificate {
    ServiceCertificate(
      week: roster.week,
      grid: simulation.grid,
      queues: inputs.settings.queues.indices.map(queue),
      selfService: forecast.selfService,
      unknownChannels: unknownChannels,
      absence: inputs.settings.shrinkage,
      seed: simulation.seed,
      replications: simulation.replications,
      objective: objective,
      bound: bound,
      checkedRules: check.rules.count,
      violations: check.violations.count,
      versions: ["shiftwright \(versions.shiftwright)", versions.solver],
      files: files.map { ServiceCertificate.File(name: $0.name, sha256: $0.sha256) }
    )
  }

  private func queue(_ index: Int) -> ServiceCertificate.Queue {
    let settings = inputs.settings.queues[index]
    let expected = forecast.queues[index]
    let measured = simulation.queues[index]
    return ServiceCertificate.Queue(
      target: settings.target,
      simulation: measured,
      averageHandleTime: expected.meanHandleTime,
      handleTimeVariation: expected.handleTimeVariation ?? settings.handleTimeVariation,
      patience: expected.patience ?? settings.patience,
      channel: settings.channel,
      dueHours: settings.dueHours,
      concurrency: settings.concurrency,
      slowdown: settings.slowdown,
      proficiency: ProficiencyMean(inputs: inputs, roster: roster).factor(of: settings),
      forecastMethod: expected.method,
      pastError: expected.pastError
    )
  }

  private var unknownChannels: [String] {
    let known = Set(forecast.selfService.map(\.name))
    return inputs.settings.selfService.map(\.name).filter { !known.contains($0) }
  }
}
