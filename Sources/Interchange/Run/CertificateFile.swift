public import Workforce

/// `certificate.json` of a run folder.
public enum CertificateFile {
  /// The file's name.
  public static let name = "certificate.json"

  /// The text: one line per queue's week, day and interval, one per file.
  public static func json(_ certificate: ServiceCertificate) -> String {
    let root = JSONText.object(
      [
        ("week", .string(certificate.week.description)),
        ("verdict", .string(certificate.isMet ? "met" : "missed")),
        ("definition", .string(definition(certificate))),
        ("target_period", .string(period(certificate).rawValue)),
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
      ] + selfService(certificate) + [
        (
          "files",
          .list(
            certificate.files.map {
              .object([("file", .string($0.name)), ("sha256", .string($0.sha256))])
            }
          )
        )
      ]
    )
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
      ("verdict", .string(verdict(simulation))),
      ("target", target(queue)),
      ("judgments", .list(simulation.judgments.map { judgment($0, grid) })),
      ("assumptions", assumptions(queue)),
      (
        "intervals_below_target",
        .object([
          ("count", .number(simulation.intervalsBelowTarget.count)),
          ("of", .number(simulation.busyIntervals.count)),
        ])
      ),
      ("occupancy", .number(simulation.occupancy.mean)),
      ("total", measures(simulation.total, from: certificate.week.description)),
      ("days", .list(days)),
      ("intervals", .list(intervals)),
    ])
  }

  private static func verdict(_ queue: QueueSimulation) -> String {
    switch queue.verdict {
    case .met: "met"
    case .notJudged: TargetVerdict.notJudged.rawValue
    case .missed, .unproven: "missed"
    }
  }

  private static func measures(_ measures: ServiceMeasures, from start: String) -> JSONText {
    .object([
      ("start", .string(start)),
      ("arrivals", .number(measures.arrivals)),
      ("service_level", .number(measures.serviceLevel.mean)),
      ("low", .number(measures.serviceLevel.shareLow)),
      ("high", .number(measures.serviceLevel.shareHigh)),
      ("speed_of_answer_seconds", .number(measures.averageSpeedOfAnswer.mean)),
      ("abandoned", .number(measures.abandoned)),
      ("abandoned_in_time", .number(measures.abandonedInTarget)),
    ])
  }

  private static func period(_ certificate: ServiceCertificate) -> TargetPeriod {
    certificate.queues.first?.simulation.period ?? .week
  }

  private static func judgment(_ judgment: TargetJudgment, _ grid: TimeGrid) -> JSONText {
    let day = judgment.day.map { JSONText.string(grid.dates[$0].description) }
    let (low, high) = judgment.limits
    return .object([
      ("demand", .string(BindingTarget(judgment.demand).rawValue)),
      ("promised", .number(judgment.demand.bound)),
      ("measured", .number(judgment.measured.mean)),
      ("low", .number(low)),
      ("high", .number(high)),
      ("worst_day", day ?? .word("null")),
      ("intervals_below", .number(judgment.intervalsBelow.count)),
      ("verdict", .string(judgment.verdict.rawValue)),
    ])
  }
}
