import Interchange
import Workforce

/// Where the inputs of one interval's need stand: files with their lines, or how they were made.
struct ExplainedPlaces {
  let files: [OutputFile]
  /// The scenario's folder, as it was given.
  let scenario: String
  /// The forecast's file or folder, where it was read from one.
  let forecastFile: String?
  let grid: TimeGrid
  let index: Int

  /// The places of everything that a queue's need comes from.
  func sources(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ mix: HandleTimeMix?
  ) -> RequirementExplanation.Sources {
    RequirementExplanation.Sources(
      arrivals: arrivals(queue.name, expected),
      handleTime: handleTime(queue.name, expected),
      variation: expected.handleTimeVariation == nil
        ? setting(queue.name, ["handle_time_variation"]) : measured(queue.name, "aht_variation"),
      earlier: row(queue.name).map { "\($0) and the rows of \(queue.name) before it" }
        ?? "forecast now by \(expected.method.rawValue)",
      patience: expected.patience == nil
        ? setting(queue.name, ["patience_seconds"]) : measured(queue.name, "patience_seconds"),
      target: setting(queue.name, ["target"]),
      demands: queue.target.demands.map { setting(queue.name, Self.keys(of: $0, queue)) },
      concurrency: setting(queue.name, ["concurrency"]),
      slowdown: setting(queue.name, ["slowdown"]),
      proficiency: mix.map { proficiency(queue.name, $0) } ?? "",
      shrinkage: setting(queue.name, ["shrinkage"])
    )
  }

  /// The recorded contacts.
  var history: String { "measured from \(scenario)/contacts.csv" }

  /// Expected contacts of a queue.
  func arrivals(_ queue: String, _ expected: QueueForecast) -> String {
    let changed = expected.modelMean == nil ? "" : ", then changed by \(scenario)/overrides.csv"
    return row(queue) ?? "forecast now by \(expected.method.rawValue)\(changed)"
  }

  private func handleTime(_ queue: String, _ expected: QueueForecast) -> String {
    if let row = row(queue) { return row }
    return expected.handleTimes == nil
      ? setting(queue, ["aht_seconds"]) : "forecast now from \(scenario)/contacts.csv"
  }

  /// A number that stands in every row of the days, or was measured now.
  private func measured(_ queue: String, _ column: String) -> String {
    guard let forecastFile else { return history }
    let date = grid.dates[grid.day(of: index)]
    let row = InputLines.forecastDayRow(in: forecastFile, queue: queue, date: date)
    return "\(row ?? ForecastFile.names[1]), \(column)"
  }

  /// The row of the forecast's file; `nil` without one.
  private func row(_ queue: String) -> String? {
    forecastFile.flatMap { file in
      InputLines.forecastRow(
        in: file,
        queue: queue,
        start: grid.instant(at: index),
        zone: grid.zone
      )
    }
  }

  private func proficiency(_ queue: String, _ mix: HandleTimeMix) -> String {
    let levels = mix.groups.compactMap(\.level).map { "levels.\($0).factor" }
    let tenure = mix.groups.compactMap(\.tenure).sorted { $0.belowMonths < $1.belowMonths }
      .flatMap { ["tenure.\($0.belowMonths).below_months", "tenure.\($0.belowMonths).factor"] }
    let keys = (levels + tenure).reduce(into: [String]()) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
    let factors = keys.isEmpty ? [] : [setting(queue, keys)]
    return (factors + ["\(scenario)/employees.csv", "\(scenario)/skills.csv"])
      .joined(separator: "; ")
  }

  /// The keys of the scenario at which the numbers of a demand stand.
  private static func keys(of demand: ServiceDemand, _ queue: QueueSettings) -> [String] {
    switch demand {
    case .serviceLevel:
      queue.channel == .deferred
        ? ["share_in_time"] : ["service_level", "within_seconds", "definition"]
    case .speedOfAnswer: ["speed_of_answer_seconds"]
    case .abandonment: ["maximum_abandonment"]
    case .occupancy: ["maximum_occupancy"]
    case .intervalFloor: ["interval_floor", "within_seconds", "definition"]
    case .minimumAgents: ["minimum_agents"]
    }
  }

  /// Where keys of a queue stand in the scenario, those of one line together; those that are absent
  /// are left out while one is there.
  func setting(_ queue: String, _ keys: [String]) -> String {
    let bytes = files.first { $0.name == "scenario.yaml" }?.bytes ?? []
    let lines = InputLines(scenario: bytes, queue: queue)
    var places: [(line: Int, names: [String])] = []
    for key in keys {
      guard let line = lines.line(of: key) else { continue }
      let name = key.split(separator: ".").last.map(String.init) ?? key
      if let known = places.firstIndex(where: { $0.line == line }) {
        if !places[known].names.contains(name) { places[known].names.append(name) }
      } else {
        places.append((line, [name]))
      }
    }
    guard !places.isEmpty else { return "\(keys[0]) is not in scenario.yaml" }
    return places.map {
      "\(scenario)/scenario.yaml:\($0.line), \($0.names.joined(separator: ", "))"
    }
    .joined(separator: "; ")
  }

  /// The contacts of a channel without people, which no file of a forecast holds.
  func contacts(of channel: SelfServiceSettings, _ expected: SelfServiceForecast) -> String {
    guard let method = expected.method else { return setting(channel.name, ["daily_arrivals"]) }
    return "forecast now by \(method.rawValue)"
  }

  /// One of a channel's spills.
  func spill(_ number: Int, of channel: SelfServiceSettings) -> String {
    setting(
      channel.name,
      ["share", "delay_seconds", "aht_factor"].map { "spills.\(number).\($0)" }
    )
  }

  /// Where the items stand that one queue hands on to the next, and so on.
  func handed(from queue: String, _ expected: QueueForecast, through path: [String]) -> String {
    ([arrivals(queue, expected)] + path.map { setting($0, ["follows", "follows.share"]) })
      .joined(separator: "; ")
  }
}
