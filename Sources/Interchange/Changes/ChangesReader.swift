import Workforce
import Yams

/// Reads what has changed since a roster was published and reports everything that is wrong.
struct ChangesReader {
  /// What a file that the changes name holds.
  enum FileKind: String {
    case forecast
    case intraday = "day"
    case requirement
  }

  /// The request, and the files that it names.
  struct Outcome {
    var request: ChangeRequest
    var files: [(kind: FileKind, path: String, line: Int)] = []
  }

  let inputs: PlanningInputs
  let week: ISOWeek
  let findings: FileFindings

  /// What the file holds; `nil` when it is no YAML mapping.
  func read(_ bytes: [UInt8]) -> Outcome? {
    guard !Self.isBlank(bytes) else {
      findings.report("empty file", line: 1, .emptyChanges)
      return nil
    }
    guard let root = YAMLFile.compose(bytes, findings: findings),
      let map = YAMLMap(root, subject: "", keys: ChangesFile.keys, findings: findings)
    else { return nil }
    var request = ChangeRequest(prices: prices(map))
    request.now = now(map)
    request.absences = absences(map)
    readLocks(map, into: &request)
    readFree(map, into: &request)
    let forecast = readForecast(map, into: &request)
    let need = file(.requirement, "requirement", in: map, such: "new/requirement.csv")
    return Outcome(request: request, files: forecast + need)
  }

  /// Whether there is nothing but blanks and comments.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).allSatisfy { line in
      line.first { !$0.isWhitespace && $0 != "\u{FEFF}" }.map { $0 == "#" } ?? true
    }
  }

  private func prices(_ map: YAMLMap) -> ChangeRequest.Prices {
    var prices = ChangeRequest.Prices.standard(inputs.settings.costs)
    guard map.has("prices"), let map = map.map("prices", keys: ChangesFile.priceKeys) else {
      return prices
    }
    let price = TextValue<Double>.number(atLeast: 0)
    prices.changedShift = map.optional("changed_shift", price) ?? prices.changedShift
    prices.changedStartPerHour =
      map.optional("changed_start_per_hour", price) ?? prices.changedStartPerHour
    return prices
  }

  private func now(_ map: YAMLMap) -> LocalDateTime? {
    guard let now = map.optional("now", .localTime) else { return nil }
    if let problem = times.skippedProblem(now, "now") {
      map.report("skipped time", at: "now", problem)
    }
    let end = LocalDateTime(date: week.adding(weeks: 1).monday, secondOfDay: 0)
    if now >= end { map.report("now", at: "now", .nowAfterWeek(now, week)) }
    return now
  }

  private func absences(_ map: YAMLMap) -> [Absence] {
    var read: [(absence: Absence, line: Int)] = []
    for (index, node) in map.optionalList("absences").enumerated() {
      let subject = "absence \(index + 1)"
      guard let item = self.map(node, subject, keys: ChangesFile.absenceKeys),
        let absence = absence(item)
      else { continue }
      let earlier = read.first {
        $0.absence.employee == absence.employee && $0.absence.from < absence.until
          && absence.from < $0.absence.until
      }
      if let earlier {
        findings.report(
          "overlapping absences",
          line: item.line,
          .overlappingAbsences(absence, earlier.absence, line: earlier.line)
        )
      }
      read.append((absence, item.line))
    }
    return read.map(\.absence)
  }

  private func absence(_ item: YAMLMap) -> Absence? {
    let employee = employee(item)
    let from = moment("from", of: employee, in: item, isEnd: false)
    let ending = item.has("until") ? moment("until", of: employee, in: item, isEnd: true) : nil
    let kind = item.required("kind", .text("a kind, such as sick, leave or training"))
    guard let employee, let from, let kind, !item.has("until") || ending != nil else { return nil }
    let until = ending ?? LocalDateTime(date: from.date.adding(days: 1), secondOfDay: 0)
    guard from < until else {
      let given = { (key: String) in item.node(key)?.scalar?.string ?? "" }
      item.report("until before from", at: "until", .untilBeforeFrom(given("from"), given("until")))
      return nil
    }
    let first = LocalDateTime(date: week.monday, secondOfDay: 0)
    let end = LocalDateTime(date: week.adding(weeks: 1).monday, secondOfDay: 0)
    if until <= first || end <= from {
      item.report("outside the week", at: "from", .outsideWeek(from, until, week))
    }
    return Absence(employee: employee, from: from, until: until, kind: kind)
  }

  private func readLocks(_ map: YAMLMap, into request: inout ChangeRequest) {
    guard map.has("locks"), let locks = map.map("locks", keys: ChangesFile.lockKeys) else { return }
    request.lockedEmployees = employees(locks)
    request.lockedDates = dates(locks)
    for (index, node) in locks.optionalList("cells").enumerated() {
      guard let item = self.map(node, "locked cell \(index + 1)", keys: ChangesFile.cellKeys)
      else { continue }
      let employee = employee(item)
      guard let date = item.required("date", .date) else { continue }
      report(date, line: item.line(of: "date"))
      guard let employee else { continue }
      request.lockedCells.append(ChangeRequest.Cell(employee: employee, date: date))
    }
  }

  private func readFree(_ map: YAMLMap, into request: inout ChangeRequest) {
    guard map.has("free"), let free = map.map("free", keys: ChangesFile.freeKeys) else { return }
    for key in ChangesFile.freeKeys where free.has(key) { _ = free.list(key) }
    if free.has("employees") { request.freeEmployees = employees(free) }
    if free.has("dates") { request.freeDates = dates(free) }
  }
}

extension ChangesReader {
  var times: LocalTimes { LocalTimes(zone: inputs.settings.zone) }

  private func times(of employee: String?) -> LocalTimes {
    inputs.employees.first { $0.id == employee }
      .map { LocalTimes(zone: inputs.settings.zone(ofSite: $0.site)) } ?? times
  }

  func map(_ node: Node, _ subject: String, keys: [String]) -> YAMLMap? {
    YAMLMap(node, subject: subject, keys: keys, findings: findings)
  }

  /// A date (as the end: its last moment) or a local time that exists, on the clock of a person or
  /// of the scenario.
  func moment(
    _ key: String,
    of employee: String? = nil,
    in map: YAMLMap,
    isEnd: Bool
  ) -> LocalDateTime? {
    let reader = TextValue<LocalDateTime>(
      accepted: "a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM",
      read: { text in
        LocalDate(text).map {
          LocalDateTime(date: $0.adding(days: isEnd ? 1 : 0), secondOfDay: 0)
        } ?? LocalDateTime(text)
      },
      hint: TextValue<LocalDate>.date.hint
    )
    guard let local = map.required(key, reader) else { return nil }
    guard local.secondOfDay > 0,
      let problem = times(of: employee).skippedProblem(local, map.label(key))
    else {
      return local
    }
    map.report("skipped time", at: key, problem)
    return nil
  }

  /// The person of an entry.
  private func employee(_ map: YAMLMap) -> String? {
    guard let name = map.required("employee", .text) else { return nil }
    return isKnown(name, line: map.line(of: "employee")) ? name : nil
  }

  private func isKnown(_ employee: String, line: Int) -> Bool {
    let known = inputs.employees.map(\.id)
    guard !known.contains(employee) else { return true }
    findings.report("unknown employee", line: line, .unknown("employee", employee, known))
    return false
  }

  private func employees(_ map: YAMLMap) -> [String] {
    scalars("employees", in: map, .text).filter { isKnown($0.value, line: $0.line) }.map(\.value)
  }

  private func dates(_ map: YAMLMap) -> [LocalDate] {
    scalars("dates", in: map, .date).map { date, line in
      report(date, line: line)
      return date
    }
  }

  /// Reports a date that is not in the roster's week.
  private func report(_ date: LocalDate, line: Int) {
    guard ISOWeek(containing: date) != week else { return }
    findings.report("not in the week", line: line, .dateOutsideWeek(date, week))
  }

  /// The plain values of a list, with their lines.
  private func scalars<Value>(
    _ key: String,
    in map: YAMLMap,
    _ reader: TextValue<Value>
  ) -> [(value: Value, line: Int)] {
    map.optionalList(key).enumerated().compactMap { index, node in
      let line = node.mark?.line ?? map.line(of: key)
      let label = "item \(index + 1) of \(map.label(key))"
      guard let text = node.scalar?.string else {
        findings.report(
          "shape",
          line: line,
          .notScalar(label, node.kind, accepted: reader.accepted)
        )
        return nil
      }
      guard let value = reader.read(text) else {
        findings.report("value", line: line, reader.problem(label, given: text))
        return nil
      }
      return (value, line)
    }
  }
}
