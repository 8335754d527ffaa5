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
      (
        "target",
        target(queue.target)
      ),
      ("judgments", .list(simulation.judgments.map { judgment($0, grid) })),
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

  /// Channels without people, where the forecast has some.
  private static func selfService(_ certificate: ServiceCertificate) -> [(String, JSONText)] {
    guard !certificate.selfService.isEmpty else { return [] }
    return [("self_service", .list(certificate.selfService.map(channel)))]
  }

  private static func channel(_ channel: SelfServiceForecast) -> JSONText {
    let spills = channel.spilled.map { spill in
      JSONText.object([
        ("queue", .string(spill.queue)),
        ("in_open_hours", .number(spill.arrivals.reduce(0, +))),
        ("lost_in_closed_hours", .number(spill.lost)),
      ])
    }
    let verdict = channel.meetsTarget.map { $0 ? "met" : "missed" } ?? "not judged"
    return .object([
      ("queue", .string(channel.name)),
      ("contacts", .number(channel.arrivals.reduce(0, +))),
      ("contacts_source", .string(channel.method?.rawValue ?? "daily_arrivals")),
      ("contained", .number(channel.contained.reduce(0, +))),
      ("share_contained", .optional(channel.useShare)),
      ("share_source", .string(channel.isContainmentRecorded ? "history" : "containment")),
      ("use_target", .optional(channel.useTarget?.value)),
      ("verdict", .string(verdict)),
      ("spills_are_in_queue_history", .word(channel.isSpillRecorded ? "true" : "false")),
      ("spilled", .list(spills)),
    ])
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

  /// What a service level is, where all queues mean the same by it.
  private static func definition(_ certificate: ServiceCertificate) -> String {
    let first = certificate.queues.first?.target.definition ?? .offered
    guard certificate.queues.allSatisfy({ $0.target.definition == first }) else {
      return "see the target of each queue"
    }
    return switch first {
    case .offered: "contacts answered within the threshold ÷ contacts offered"
    case .offeredLessEarlyAbandons:
      "contacts answered within the threshold ÷ (contacts offered − left within the threshold)"
    case .answered: "contacts answered within the threshold ÷ contacts answered"
    }
  }

  /// What was promised; what was not is left out.
  private static func target(_ target: ServiceTarget) -> JSONText {
    let optional: [(String, Double?)] = [
      ("speed_of_answer_seconds", target.averageSpeedOfAnswer?.inSeconds),
      ("maximum_abandonment", target.maximumAbandonment?.value),
      ("maximum_occupancy", target.maximumOccupancy?.value),
      ("interval_floor", target.intervalFloor?.value),
      ("minimum_agents", target.minimumAgents > 0 ? Double(target.minimumAgents) : nil),
    ]
    return .object(
      [
        ("service_level", .number(target.serviceLevel.value)),
        ("within_seconds", .number(target.threshold.inSeconds)),
        ("definition", .string(target.definition.rawValue)),
      ] + optional.compactMap { name, value in value.map { (name, .number($0)) } }
    )
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
