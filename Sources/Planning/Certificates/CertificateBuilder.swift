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
    let busy = measured.intervals.filter { $0.arrivals > 0 }
    return ServiceCertificate.Queue(
      target: settings.target,
      simulation: measured,
      averageHandleTime: handleTime(expected),
      handleTimeVariation: expected.handleTimeVariation ?? settings.handleTimeVariation,
      patience: expected.patience ?? settings.patience,
      busyIntervals: busy.count,
      intervalsBelowTarget: busy.count { $0.serviceLevel.mean < measured.targetServiceLevel }
    )
  }

  /// The mean over the contacts expected in open intervals.
  private func handleTime(_ expected: QueueForecast) -> Duration? {
    var (contacts, seconds) = (0.0, 0.0)
    for (index, isOpen) in expected.isOpen.enumerated() where isOpen {
      let arrivals = max(0, expected.intervals.mean[index])
      contacts += arrivals
      seconds += arrivals * expected.averageHandleTime[index].inSeconds
    }
    return contacts > 0 ? .seconds(seconds / contacts) : nil
  }
}
