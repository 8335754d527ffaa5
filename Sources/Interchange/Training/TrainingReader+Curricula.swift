import Workforce
import Yams

extension TrainingReader {
  func readCurricula(_ map: YAMLMap, into draft: inout TrainingDraft) {
    let items = versions("curricula", "curriculum", keys: TrainingKeys.curriculum, in: map)
    for item in items.maps {
      // whoever has drills only needs no stages
      let nodes =
        item.map.has("in_service")
        ? item.map.optionalList("stages") : item.map.list("stages") ?? []
      let stages = nodes.enumerated().compactMap { index, node in
        stage(node, index, of: item.map, draft.courses?.names)
      }
      draft.training.curricula.append(
        Curriculum(
          name: item.name,
          from: item.from,
          teams: names(item.map, "teams", "team", context.teams, severity: .warning),
          stages: stages,
          inService: recurring(item.map, draft.courses?.names)
        )
      )
    }
    draft.curricula = items.isComplete ? NameSet(items.maps.map(\.name)) : nil
  }

  private func stage(_ node: Node, _ index: Int, of parent: YAMLMap, _ courses: [String]?)
    -> Curriculum.Stage?
  {
    let name = node.mapping?["name"]?.string ?? ""
    let subject = "stage \(name.isEmpty ? "\(index + 1)" : "'\(name)'") of \(parent.subject)"
    guard let map = YAMLMap(node, subject: subject, keys: TrainingKeys.stage, findings: findings)
    else { return nil }
    let levels = context.draft?.settings.proficiency.levels.map(\.name)
    let level = map.optional("level", .text)
    if let level, let levels, !levels.contains(level) {
      map.report("unknown level", at: "level", .unknownLevel(level, levels))
    }
    let stageName = map.required("name", .text)
    let length = length(map)
    let given = names(map, "courses", "course", courses)
    guard let stageName, let length else { return nil }
    return Curriculum.Stage(
      name: stageName,
      length: length,
      courses: given,
      tenths: map.optional("counts", .tenths) ?? 10,
      level: level,
      isNeverAlone: map.optional("never_alone", .flag) ?? false,
      mentorShare: map.optional("mentor_share", .share) ?? .zero
    )
  }

  private func length(_ map: YAMLMap) -> Curriculum.Stage.Length? {
    let days = map.optional("length_days", .wholeNumber(1...3660))
    let months = map.optional("length_months", .wholeNumber(1...120))
    if map.has("length_days") == map.has("length_months") {
      map.report("stage length", at: "name", .stageLength(map.subject))
      return nil
    }
    return days.map(Curriculum.Stage.Length.days) ?? months.map(Curriculum.Stage.Length.months)
  }

  private func recurring(_ map: YAMLMap, _ courses: [String]?) -> [Curriculum.Recurring] {
    map.optionalList("in_service").enumerated().compactMap { index, node in
      let subject = "in_service item \(index + 1) of \(map.subject)"
      guard
        let item = YAMLMap(node, subject: subject, keys: TrainingKeys.recurring, findings: findings)
      else { return nil }
      let course = reference(item, "course", "course", courses, isNeeded: true)
      let months = item.required("every_months", .wholeNumber(1...120))
      guard let course, let months else { return nil }
      return Curriculum.Recurring(course: course, everyMonths: months)
    }
  }
}

extension TextValue where Value == Int {
  /// A share of a person in tenths.
  static var tenths: Self {
    Self(accepted: "a share in tenths: 0, 0.1, 0.2 and so on to 1") { text in
      guard let number = Numbers.number(text), number >= 0, number <= 1 else { return nil }
      let tenths = (number * 10).rounded()
      return abs(tenths - number * 10) < 1e-9 ? Int(tenths) : nil
    }
  }
}
