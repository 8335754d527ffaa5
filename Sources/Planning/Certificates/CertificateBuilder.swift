import Interchange
import Workforce

/// Makes the certificate of a week's roster.
struct CertificateBuilder {
  let inputs: PlanningInputs
  let forecast: Forecast
  let simulation: SimulationResult
  let check: CheckReport
  let week: ISOWeek

  /// The certificate; `files` are the inputs, named as in the run folder, and the outputs.
  func certificate(
    objective: Double,
    bound: Double?,
    versions: RunFiles.Versions,
    files: [OutputFile]
  ) -> ServiceCertificate {
    ServiceCertificate(
      week: week,
      grid: simulation.grid,
      queues: inputs.settings.queues.indices.map(queue),
      selfService: forecast.selfService,
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
      patience: expected.patience ?? settings.patience
    )
  }
}
