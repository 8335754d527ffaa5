import Workforce

/// What the plan takes for granted.
struct AssumptionsSection {
  var report: PlanReport

  private var settings: ScenarioSettings { report.inputs.settings }

  var markup: Markup {
    section(
      "assumptions",
      "Assumptions",
      lead: .none,
      [queues, definitions(entries), DataTable(hygiene: report.forecast.hygiene).markup]
    )
  }

  private var queues: Markup {
    let columns: [TableColumn] = [
      .text("Queue"), .text("Channel"), .text("Target"), .text("Most occupancy"),
      .text("Mean handle time"), .text("Patience"), .sentence("Forecast"), .number("Past error"),
      .number("Days vary by"),
    ]
    let rows = zip(settings.queues, report.forecast.queues).map { queue, forecast -> [Markup] in
      let target = queue.target
      return [
        "<b>\(queue.name)</b>", "\(channel(queue))",
        "\(wishes(target))",
        "\(target.maximumOccupancy.map { percent($0.value, places: 0) } ?? "no limit")",
        "\(words(forecast.meanHandleTime ?? forecast.averageHandleTime.first ?? .zero))",
        "\(patience(queue, forecast))",
        "\(forecast.method.words)", "\(forecast.pastError.map { percent($0) } ?? "–")",
        "±\(percent(max(0, forecast.dayVariation).squareRoot()))",
      ]
    }
    return table("Assumptions by queue", columns, rows)
  }

  /// All that is promised but the cap on occupancy, which has a column of its own.
  private func wishes(_ target: ServiceTarget) -> Markup {
    let others = target.demands.dropFirst().filter { BindingTarget($0) != .occupancy }
    let rest = others.map { ", \($0.text)" }.joined()
    return "<span class=\"nowrap\">\(target.inWords)</span>\(rest)"
  }

  /// The mean patience, estimated from the history where that tells.
  private func patience(_ queue: QueueSettings, _ forecast: QueueForecast) -> String {
    if let found = forecast.patience { return "\(words(found)) on average, as in the history" }
    return queue.patience.map { "\(words($0)) on average" } ?? "contacts do not give up"
  }

  private func channel(_ queue: QueueSettings) -> String {
    if queue.channel == .deferred {
      let hours = queue.dueHours == .service ? "service" : "clock"
      let source = queue.follows.map {
        ", \(percent($0.share.value, places: 0)) of what \($0.queue) has done"
      }
      return "deferred, due in \(words(queue.target.threshold)) of \(hours) hours\(source ?? "")"
    }
    let slower =
      queue.slowdown > 0 ? ", each further one \(percent(queue.slowdown, places: 0)) slower" : ""
    return queue.concurrency > 1
      ? "\(queue.channel.rawValue), \(queue.concurrency) at once\(slower)" : queue.channel.rawValue
  }

  private var entries: [(name: String, text: Markup)] {
    [
      ("Service level", serviceLevel),
      ("Handle times", handleTimes),
      ("Clock", "Local time of \(settings.zone.identifier)."),
      ("Grids", grids),
      ("Shrinkage", shrinkage),
      ("People", people),
      ("Simulation", simulation),
    ]
  }

  private var serviceLevel: Markup {
    let only = settings.queues.first?.target.definition ?? .offered
    if settings.queues.allSatisfy({ $0.target.definition == only }) {
      return "\(only.sentence); over several intervals the ratio of the sums."
    }
    let parts = settings.queues.map { "\($0.name): \($0.target.definition.sentence)." }
    return "\(parts.joined(separator: " ")) Over several intervals the ratio of the sums."
  }

  private var handleTimes: Markup {
    let parts = zip(settings.queues, report.forecast.queues).map { queue, forecast -> String in
      let variation = forecast.handleTimeVariation ?? queue.handleTimeVariation
      let source = forecast.handleTimeVariation == nil ? "setting" : "history"
      let shares = (forecast.containment ?? []).map(\.value)
      let contained =
        shares.isEmpty
        ? ""
        : ", self-service keeps \(percent(shares.reduce(0, +) / Double(shares.count)))"
      return "\(queue.name) ±\(percent(variation.squareRoot(), places: 0)) (\(source))\(contained)"
    }
    let whose =
      settings.proficiency.isEven
      ? "those of the staff who worked, proficiency and tenure included"
      : "those of somebody of proficiency factor 1: what was recorded is divided by the mean factor of "
        + "those who held the skill"
    return """
      Means are \(whose). Single contacts \
      vary by: \(parts.joined(separator: "; ")).
      """
  }

  private var grids: Markup {
    """
    Planning intervals of \(words(.minutes(settings.intervalMinutes))), roster slots of \
    \(words(.minutes(settings.rosterSlotMinutes))), shifts start every \
    \(words(.minutes(settings.shiftStartMinutes))).
    """
  }

  private var shrinkage: Markup {
    """
    \(percent(settings.shrinkage.value)) of time at work is lost to what the roster does not \
    hold, such as sickness and lateness.
    """
  }

  private var people: Markup {
    let people = report.inputs.employees
    let placeholders = people.count(where: \.isPlaceholder)
    let dates = report.week.dates
    let absent = Set(
      report.inputs.absences.filter { absence in dates.contains { absence.touches($0) } }
        .map(\.employee)
    )
    return """
      \(counted(people.count, "employee", "employees"))\
      \(placeholders > 0 ? ", \(grouped(placeholders)) of them placeholders" : ""); \
      \(counted(absent.count, "has", "have")) known absences in this week.
      """
  }

  private var simulation: Markup {
    """
    \(counted(report.simulation.replications, "replication", "replications")), seed \
    \(String(report.simulation.seed)); breaks and shift ends wait for the contact in hand. \
    Intervals hold with 95% confidence.\
    \(report.simulation.widthSentence.map { " \($0)" } ?? "")
    """
  }
}

extension Absence {
  /// Whether the absence touches a date.
  fileprivate func touches(_ date: LocalDate) -> Bool {
    overlaps(
      LocalDateTime(date: date, secondOfDay: 0),
      LocalDateTime(date: date.adding(days: 1), secondOfDay: 0)
    )
  }
}
