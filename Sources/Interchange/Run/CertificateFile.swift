public import Workforce

/// `certificate.json` of a run folder.
public enum CertificateFile {
  /// The file's name.
  public static let name = "certificate.json"

  /// The text: one line per queue's week, day and interval, one per file.
  public static func json(_ certificate: ServiceCertificate) -> String {
    let root = JSONText.object([
      ("week", .string(certificate.week.description)),
      ("verdict", .string(certificate.isMet ? "met" : "missed")),
      ("definition", .string("contacts answered within the threshold ÷ contacts offered")),
      ("versions", .list(certificate.versions.map(JSONText.string))),
      ("optimizer", optimizer(certificate)),
      (
        "check",
        .object([
          ("rules", .number(certificate.checkedRules)),
          ("violations", .number(certificate.violations)),
        ])
      ),
      (
        "simulation",
        .object([
          ("seed", .string(String(certificate.seed))),
          ("replications", .number(certificate.replications)),
          ("absence", .number(certificate.absence.value)),
        ])
      ),
      ("queues", .list(certificate.queues.map { queue($0, certificate) })),
      (
        "files",
        .list(
          certificate.files.map {
            .object([("file", .string($0.name)), ("sha256", .string($0.sha256))])
          }
        )
      ),
    ])
    return root.text() + "\n"
  }

  private static func optimizer(_ certificate: ServiceCertificate) -> JSONText {
    .object([
      ("objective", .number(certificate.objective)),
      ("bound", .optional(certificate.bound)),
      ("gap", .optional(certificate.gap)),
    ])
  }

  private static func queue(
    _ queue: ServiceCertificate.Queue,
    _ certificate: ServiceCertificate
  ) -> JSONText {
    let grid = certificate.grid
    let simulation = queue.simulation
    let days = zip(grid.dates, simulation.days).filter { $1.arrivals > 0 }
      .map { measures($1, from: $0.description) }
    let intervals = simulation.intervals.enumerated().filter { $1.arrivals > 0 }.map {
      measures($1, from: grid.zone.text(of: grid.instant(at: $0)))
    }
    return .object([
      ("queue", .string(simulation.queue)),
      ("verdict", .string(simulation.meetsTarget ? "met" : "missed")),
      (
        "target",
        .object([
          ("service_level", .number(queue.target.serviceLevel.value)),
          ("within_seconds", .number(queue.target.threshold.inSeconds)),
        ])
      ),
      (
        "assumptions",
        .object([
          ("aht_seconds", .optional(queue.averageHandleTime?.inSeconds)),
          ("handle_time_variation", .number(queue.handleTimeVariation)),
          ("patience_seconds", .optional(queue.patience?.inSeconds)),
        ])
      ),
      (
        "intervals_below_target",
        .object([
          ("count", .number(simulation.intervalsBelowTarget.count)),
          ("of", .number(simulation.busyIntervals.count)),
        ])
      ),
      ("total", measures(simulation.total, from: certificate.week.description)),
      ("days", .list(days)),
      ("intervals", .list(intervals)),
    ])
  }

  private static func measures(_ measures: ServiceMeasures, from start: String) -> JSONText {
    .object([
      ("start", .string(start)),
      ("arrivals", .number(measures.arrivals)),
      ("service_level", .number(measures.serviceLevel.mean)),
      ("low", .number(max(0, measures.serviceLevel.low))),
      ("high", .number(min(1, measures.serviceLevel.high))),
      ("speed_of_answer_seconds", .number(measures.averageSpeedOfAnswer.mean)),
      ("abandoned", .number(measures.abandoned)),
    ])
  }
}
