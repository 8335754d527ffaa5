import Workforce

/// Writes `training.yaml`: keys in the documented order, one course, room or stage per line.
struct TrainingText {
  private let training: TrainingInputs

  init(_ training: TrainingInputs) { self.training = training }

  /// True when there is nothing to write.
  var isEmpty: Bool {
    training.courses.isEmpty && training.rooms.isEmpty && training.curricula.isEmpty
      && training.presence.isEmpty && training.placement == nil
  }

  /// The file's text.
  var text: String {
    let blocks = [
      block("courses", training.courses.map(course)),
      block("rooms", training.rooms.map(room)),
      training.curricula.isEmpty
        ? "" : "curricula:\n" + training.curricula.map(curriculum).joined(),
      block("presence", training.presence.map(presence)),
      training.placement.map(placement) ?? "",
    ]
    return "# Training. Every key is explained in docs/reference/training-formats.md.\n"
      + blocks.joined()
  }

  private func block(_ key: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\(key):\n" + items.map { "  - \($0)\n" }.joined()
  }

  private func course(_ course: Course) -> String {
    YAMLText.flow([
      ("name", YAMLText.text(course.name)),
      ("from", course.from?.description),
      ("title", course.title == course.name ? nil : YAMLText.text(course.title)),
      ("mode", course.mode.rawValue),
      ("length_minutes", String(course.lengthMinutes)),
      ("seats", course.seats.map(String.init)),
      ("pass_mark", YAMLText.share(course.passMark.value)),
      ("validity", Self.validity(course.validity)),
      ("renewal_window_days", Self.unlessZero(course.renewalWindowDays)),
      ("grace", Self.grace(course.grace)),
      ("grants", Self.list(course.grants.map(Self.grant))),
      ("guards", Self.list(course.guards.map(YAMLText.text))),
      ("prerequisites", Self.list(course.prerequisites.map(YAMLText.text))),
      ("trainers", Self.list(course.trainers.map(YAMLText.text))),
      ("rooms", Self.list(course.rooms.map(YAMLText.text))),
      ("compliance", course.isCompliance ? "yes" : nil),
    ])
  }

  private func room(_ room: Room) -> String {
    YAMLText.flow([
      ("name", YAMLText.text(room.name)), ("site", YAMLText.text(room.site)),
      ("seats", String(room.seats)),
    ])
  }

  private func curriculum(_ curriculum: Curriculum) -> String {
    let drills = curriculum.inService.map { drill in
      YAMLText.flow([
        ("course", YAMLText.text(drill.course)), ("every_months", String(drill.everyMonths)),
      ])
    }
    return "  - name: \(YAMLText.text(curriculum.name))\n"
      + (curriculum.from.map { "    from: \($0)\n" } ?? "")
      + (curriculum.teams.isEmpty
        ? "" : "    teams: \(YAMLText.flow(curriculum.teams.map(YAMLText.text)))\n")
      + (curriculum.stages.isEmpty
        ? ""
        : "    stages:\n" + curriculum.stages.map { "      - \(Self.stage($0))\n" }.joined())
      + (drills.isEmpty ? "" : "    in_service: \(YAMLText.flow(drills))\n")
  }

  private static func stage(_ stage: Curriculum.Stage) -> String {
    var (days, months): (String?, String?) = (nil, nil)
    switch stage.length {
    case .days(let count): days = String(count)
    case .months(let count): months = String(count)
    }
    return YAMLText.flow([
      ("name", YAMLText.text(stage.name)),
      ("length_days", days),
      ("length_months", months),
      ("courses", list(stage.courses.map(YAMLText.text))),
      ("counts", stage.tenths == 10 ? nil : YAMLText.number(Double(stage.tenths) / 10)),
      ("level", stage.level.map(YAMLText.text)),
      ("never_alone", stage.isNeverAlone ? "yes" : nil),
      ("mentor_share", stage.mentorShare == .zero ? nil : YAMLText.share(stage.mentorShare.value)),
    ])
  }

  private func presence(_ rule: PresenceRule) -> String {
    YAMLText.flow([
      ("skill", YAMLText.text(rule.skill)), ("site", rule.site.map(YAMLText.text)),
      ("least", String(rule.least)),
    ])
  }

  private func placement(_ placement: TrainingInputs.Placement) -> String {
    let pairs: [(key: String, value: String?)] = [
      ("hours", YAMLText.quoted(placement.hours.description)),
      ("sessions_per_week", String(placement.sessionsPerWeek)),
    ]
    return "placement: \(YAMLText.flow(pairs))\n"
  }

  private static func validity(_ validity: Course.Validity) -> String? {
    switch validity {
    case .unlimited: return nil
    case .months(let count): return YAMLText.flow([("months", String(count))])
    case .until(let month, let day):
      let date = LocalDate(year: 2024, month: month, day: day)?.description ?? ""
      return YAMLText.flow([("until", YAMLText.quoted(String(date.dropFirst(5))))])
    }
  }

  private static func grace(_ grace: Course.Grace) -> String? {
    if grace == Course.Grace() { return nil }
    return YAMLText.flow([("days", String(grace.days)), ("mode", grace.mode.rawValue)])
  }

  private static func grant(_ grant: Course.Grant) -> String {
    YAMLText.flow([
      ("skill", YAMLText.text(grant.skill)), ("level", grant.level.map(YAMLText.text)),
    ])
  }

  private static func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : YAMLText.flow(items)
  }

  private static func unlessZero(_ value: Int) -> String? { value == 0 ? nil : String(value) }
}
