public import Workforce

/// Random people, courses and certificates whose moments lie close together, over clocks that
/// change in odd ways.
public enum RandomTraining {
  /// Zones of every kind: clocks that skip midnight, repeat it, or change by half an hour.
  public static let zones = [
    "UTC", "Europe/London", "America/New_York", "Africa/Cairo", "Asia/Beirut", "America/Nuuk",
    "Atlantic/Azores", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia",
    "America/Santiago",
  ]

  /// The skills that inputs have.
  public static let skills = ["phone", "chat", "cards"]

  /// Inputs of a seed: one person per zone, and one open position.
  public static func inputs(seed: UInt64) -> PlanningInputs {
    var stream = RandomStream(seed: seed, name: "training")
    var people = zones.map { zone in
      Employee(id: "of \(zone)", name: "", site: zone, contract: "contract")
    }
    people.append(
      Employee(id: "open", name: "", site: zones[1], contract: "contract", isPlaceholder: true)
    )
    var inputs = ScenarioFixtures.inputs(
      people: people,
      queues: skills.map { ScenarioFixtures.queue($0) }
    )
    inputs.settings.sites = zones.map { Site(name: $0, zone: ScenarioFixtures.zone($0)) }
    inputs.skills = people.flatMap { person in
      skills.compactMap { skill in
        stream.below(3) == 0 ? nil : grant(person.id, skill, &stream)
      }
    }
    inputs.training.courses = courses(&stream)
    inputs.training.certifications = people.flatMap { person in
      (0..<9).map { number in certification(person.id, number, inputs.training, &stream) }
    }
    return inputs
  }

  /// A moment at which something may just have changed, or any other.
  public static func moment(_ inputs: PlanningInputs, _ stream: inout RandomStream) -> Instant {
    let zone = inputs.settings.zone(ofSite: zones[stream.below(zones.count)])
    let date = date(&stream)
    let change = changes[stream.below(changes.count)]
    let day = stream.below(3) == 0 ? ScenarioFixtures.date(change) : date
    let start = zone.startOfDay(day).secondsSinceEpoch
    switch stream.below(4) {
    case 0: return Instant(secondsSinceEpoch: start - 60)
    case 1: return Instant(secondsSinceEpoch: start)
    default: return Instant(secondsSinceEpoch: start + 60 * stream.below(1560))
    }
  }

  /// Days around which some of the clocks change, and a leap day.
  private static let changes = [
    "2024-02-29", "2024-03-10", "2024-03-30", "2024-03-31", "2024-04-07", "2024-04-26",
    "2024-09-08", "2024-10-06", "2024-10-27", "2024-10-31", "2024-11-03",
  ]

  private static func date(_ stream: inout RandomStream) -> LocalDate {
    ScenarioFixtures.date("2024-01-01").adding(days: stream.below(366))
  }

  private static func grant(_ person: String, _ skill: String, _ stream: inout RandomStream)
    -> SkillGrant
  {
    let (first, second) = (date(&stream), date(&stream))
    return SkillGrant(
      employee: person,
      skill: skill,
      from: stream.below(2) == 0 ? nil : min(first, second),
      until: stream.below(2) == 0 ? nil : max(first, second)
    )
  }

  private static func courses(_ stream: inout RandomStream) -> [Course] {
    ["a", "b", "c"].flatMap { name -> [Course] in
      let first = stream.below(2) == 0 ? nil : date(&stream)
      let second = (first ?? date(&stream)).adding(days: 1 + stream.below(100))
      return [first, second].prefix(1 + stream.below(2)).map { from in
        Course(
          name: name,
          from: from,
          lengthMinutes: 60,
          passMark: ScenarioFixtures.share(0.8),
          grace: Course.Grace(
            days: stream.below(40),
            mode: Course.Grace.Mode.allCases[stream.below(3)]
          ),
          grants: stream.below(2) == 0 ? [] : [Course.Grant(skill: skills[stream.below(3)])],
          guards: [[], [], ["all"], [skills[stream.below(3)]]][stream.below(4)]
        )
      }
    }
  }

  private static func certification(
    _ person: String,
    _ number: Int,
    _ training: TrainingInputs,
    _ stream: inout RandomStream
  ) -> Certification {
    let pick = { (stream: inout RandomStream) in
      stream.below(2) == 0
        ? ScenarioFixtures.date(changes[stream.below(changes.count)]) : date(&stream)
    }
    let (first, second) = (pick(&stream), pick(&stream))
    let time = { (stream: inout RandomStream) in
      stream.below(3) > 0 ? 0 : 60 * stream.below(1440)
    }
    let from = LocalDateTime(date: min(first, second), secondOfDay: time(&stream))
    let end = LocalDateTime(date: max(first, second).adding(days: 1), secondOfDay: time(&stream))
    return Certification(
      employee: person,
      course: ["a", "b", "c"][number % 3],
      attained: from.date,
      from: from,
      lapses: stream.below(8) == 0 ? nil : end,
      reference: "\(person) \(number)",
      isRevoked: stream.below(6) == 0
    )
  }
}
