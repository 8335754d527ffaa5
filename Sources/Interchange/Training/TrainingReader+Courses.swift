import Workforce
import Yams

extension TrainingReader {
  func readCourses(_ map: YAMLMap, into draft: inout TrainingDraft) {
    let items = versions("courses", "course", keys: TrainingKeys.course, in: map)
    let names = items.maps.map(\.name)
    let known = items.isComplete ? names : nil
    for item in items.maps {
      let before = findings.errorCount
      let course = course(item.map, item.name, from: item.from, draft, known: known)
      if findings.errorCount == before { draft.training.courses.append(course) }
    }
    draft.courses = items.isComplete ? NameSet(names) : nil
    if items.isComplete { reportCircle(draft.training.courses, items.maps.map(\.map), names) }
  }

  /// A course; with stand-ins for what could not be read.
  private func course(
    _ map: YAMLMap,
    _ name: String,
    from: LocalDate?,
    _ draft: TrainingDraft,
    known: [String]?
  ) -> Course {
    let modes = TextValue<Course.Mode>.words
    let length = map.required("length_minutes", .wholeNumber(1...100_000))
    let mark = map.required("pass_mark", .share)
    return Course(
      name: name,
      from: from,
      title: map.optional("title", .text),
      mode: map.optional("mode", modes) ?? .classroom,
      lengthMinutes: length ?? 1,
      seats: map.optional("seats", .wholeNumber(1...10_000)),
      passMark: mark ?? .zero,
      validity: validity(map),
      renewalWindowDays: map.optional("renewal_window_days", .wholeNumber(0...3660)) ?? 0,
      grace: grace(map),
      grants: grants(map, draft),
      guards: names(map, "guards", "skill", draft.skills.map { $0 + ["all"] }),
      prerequisites: names(map, "prerequisites", "course", known),
      trainers: names(
        map,
        "trainers",
        "employee",
        context.employees == nil ? nil : context.employeeNames
      ),
      rooms: names(map, "rooms", "room", draft.rooms?.names),
      isCompliance: map.optional("compliance", .flag) ?? false
    )
  }

  private func validity(_ map: YAMLMap) -> Course.Validity {
    guard map.has("validity"), let item = map.map("validity", keys: TrainingKeys.validity) else {
      return .unlimited
    }
    let months = item.optional("months", .wholeNumber(1...1200))
    let until = item.optional("until", .yearlyDate)
    if item.has("months") == item.has("until") {
      map.report("validity", at: "validity", .validity(map.subject))
    }
    if let months { return .months(months) }
    return until ?? .unlimited
  }

  private func grace(_ map: YAMLMap) -> Course.Grace {
    guard map.has("grace"), let item = map.map("grace", keys: TrainingKeys.grace) else {
      return Course.Grace()
    }
    let modes = TextValue<Course.Grace.Mode>.words
    return Course.Grace(
      days: item.required("days", .wholeNumber(0...3660)) ?? 0,
      mode: item.required("mode", modes) ?? .none
    )
  }

  private func grants(_ map: YAMLMap, _ draft: TrainingDraft) -> [Course.Grant] {
    let levels = context.draft?.settings.proficiency.levels.map(\.name)
    return map.optionalList("grants").enumerated().compactMap { index, node in
      let subject = "grant \(index + 1) of \(map.subject)"
      guard
        let item = YAMLMap(node, subject: subject, keys: TrainingKeys.grant, findings: findings)
      else { return nil }
      let level = item.optional("level", .text)
      if let level, let levels, !levels.contains(level) {
        item.report("unknown level", at: "level", .unknownLevel(level, levels))
      }
      return reference(item, "skill", "skill", draft.skills, isNeeded: true).map {
        Course.Grant(skill: $0, level: level)
      }
    }
  }

  /// Reports the first course that needs itself before itself.
  private func reportCircle(_ courses: [Course], _ maps: [YAMLMap], _ names: [String]) {
    for (name, map) in zip(names, maps) {
      var reached: Set<String> = []
      var open = [name]
      while let next = open.popLast() {
        let needed = courses.filter { $0.name == next }.flatMap(\.prerequisites)
        if needed.contains(name) {
          map.report("circle", at: "prerequisites", .prerequisiteCircle(name))
          return
        }
        open += needed.filter { reached.insert($0).inserted }
      }
    }
  }
}

extension TextValue where Value == Course.Validity {
  /// A day of every year, `12-31`.
  static var yearlyDate: Self {
    Self(accepted: "a day of the year as \"MM-DD\", such as \"12-31\"") { text in
      guard text.utf8.count == 5, let date = LocalDate("2024-" + text) else { return nil }
      let (_, month, day) = date.components
      return .until(month: month, day: day)
    }
  }
}
