import Workforce
import Yams

extension ChangesReader {
  /// Reads what is expected now; gives the files that it names.
  func readForecast(
    _ map: YAMLMap,
    into request: inout ChangeRequest
  ) -> [(kind: FileKind, path: String, line: Int)] {
    guard map.has("forecast"), let forecast = map.map("forecast", keys: ChangesFile.forecastKeys)
    else { return [] }
    if !ChangesFile.forecastKeys.contains(where: forecast.has) {
      map.report("forecast", at: "forecast", .noForecast)
    }
    for (index, node) in forecast.optionalList("overrides").enumerated() {
      let subject = "override \(index + 1)"
      guard let item = self.map(node, subject, keys: ChangesFile.overrideKeys),
        let override = override(item)
      else { continue }
      request.overrides.append(override)
    }
    return file(.forecast, "file", in: forecast, such: "new/forecast.csv")
      + file(.intraday, "intraday", in: forecast, such: "today/intraday.csv")
  }

  /// The path that a key gives.
  func file(
    _ kind: FileKind,
    _ key: String,
    in map: YAMLMap,
    such example: String
  ) -> [(kind: FileKind, path: String, line: Int)] {
    map.optional(key, .text("a path, such as \(example)"))
      .map { [(kind, $0, map.line(of: key))] } ?? []
  }

  private func override(_ item: YAMLMap) -> ForecastOverride? {
    let queue = queue(item)
    let from = moment("from", in: item, isEnd: false)
    let until = moment("to", in: item, isEnd: true)
    let change = change(item)
    let reason = item.required("reason", .text("why, in a few words"))
    guard let queue, let from, let until, let change, let reason else { return nil }
    guard from < until else {
      let given = { (key: String) in item.node(key)?.scalar?.string ?? "" }
      item.report("to before from", at: "to", .toBeforeFrom(given("from"), given("to")))
      return nil
    }
    let first = LocalDateTime(date: week.monday, secondOfDay: 0)
    let end = LocalDateTime(date: week.adding(weeks: 1).monday, secondOfDay: 0)
    if from < first || end < until {
      item.report("outside the week", at: "from", .overrideOutsideWeek(from, until, week))
    }
    return ForecastOverride(
      queue: queue == OverridesFile.allQueues ? nil : queue,
      from: from,
      until: until,
      change: change,
      reason: reason
    )
  }

  private func queue(_ item: YAMLMap) -> String? {
    guard let name = item.required("queue", .text) else { return nil }
    let known = inputs.settings.queues.map(\.name)
    guard name != OverridesFile.allQueues, !known.contains(name) else { return name }
    item.report("unknown queue", at: "queue", .unknown("queue", name, known))
    return nil
  }

  private func change(_ item: YAMLMap) -> ForecastOverride.Change? {
    let number = TextValue<Double>.number(atLeast: 0)
    switch (item.has("factor"), item.has("value")) {
    case (true, false): return item.required("factor", number).map { .factor($0) }
    case (false, true): return item.required("value", number).map { .value($0) }
    case (false, false):
      item.report("change", at: "queue", .noChange(item.subject))
    case (true, true):
      item.report("change", at: "value", .bothChanges(item.subject))
    }
    return nil
  }
}
