import Workforce

extension WhatIfReader {
  /// Which people a change is about.
  func people(_ map: YAMLMap) -> WhatIfPeople {
    var people = WhatIfPeople(
      employees: names("employees", in: map, "employee", inputs.employees.map(\.id)),
      team: name("team", in: map, "team", teams),
      site: name("site", in: map, "site", settings.sites.map(\.name)),
      contract: name("contract", in: map, "contract", settings.contracts.map(\.name)),
      holding: name("holding", in: map, "skill", skills)
    )
    if map.has("count"), map.has("share") {
      map.report("both", at: "share", .notBoth("share", "count", map.subject))
    }
    if let count = map.optional("count", .wholeNumber(0...1_000_000)) {
      people.amount = .count(count)
    } else if let share = map.optional("share", .share) {
      people.amount = .share(share)
    }
    if Set(people.employees).count < people.employees.count {
      map.report("employees", at: "employees", .namedTwice(map.subject))
    }
    return people
  }

  func absence(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("absence", item, keys: WhatIfKeys.people + ["from", "until", "kind"])
    else { return nil }
    let people = people(map)
    let kind = map.optional("kind", .text) ?? "sick"
    return dates(map).map { .absence(people, dates: $0, kind: kind) }
  }

  func leave(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("leave", item, keys: WhatIfKeys.people + ["last_day"]) else { return nil }
    let people = people(map)
    guard let day = map.required("last_day", .date) else { return nil }
    for id in people.employees {
      let hired = inputs.employees.first { $0.id == id }?.hired
      if let hired, day < hired {
        map.report("last day", at: "last_day", .leavesBeforeHired(id, hired, day))
      }
    }
    return .leave(people, lastDay: day)
  }

  /// A skill that people get or lose.
  func skill(_ item: YAMLMap, _ kind: String) -> WhatIfChange? {
    let day = kind == "lapse" ? "on" : "from"
    guard let map = body(kind, item, keys: WhatIfKeys.people + ["skill", day]) else { return nil }
    let people = people(map)
    let skill = required("skill", in: map, "skill", skills)
    if kind == "lapse" {
      let on = map.required("on", .date)
      guard let skill, let on else { return nil }
      return .lapse(people, skill: skill, on: on)
    }
    return skill.map { .certify(people, skill: $0, from: map.optional("from", .date)) }
  }

  func contract(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("contract", item, keys: WhatIfKeys.people + ["to"]) else { return nil }
    let people = people(map)
    guard let to = required("to", in: map, "contract", settings.contracts.map(\.name)) else {
      return nil
    }
    if people.contract == to { map.report("itself", at: "to", .sameContract(to)) }
    return .contract(people, to: to)
  }

  func hire(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("hire", item, keys: WhatIfKeys.hire) else { return nil }
    let count = map.required("count", .wholeNumber(0...10_000))
    let hired = names("skills", in: map, "skill", skills)
    if hired.isEmpty {
      map.report("skills", at: "skills", .missingKey("skills", map.subject, accepted: "skills"))
    }
    let level = map.optional("level", .text)
    let levels = settings.proficiency.levels.map(\.name)
    if let level, !levels.contains(level) {
      map.report("unknown level", at: "level", .unknownLevel(level, levels))
    }
    guard let count else { return nil }
    return .hire(
      WhatIfHire(
        count: count,
        skills: hired,
        level: level,
        contract: name("contract", in: map, "contract", settings.contracts.map(\.name)),
        site: name("site", in: map, "site", settings.sites.map(\.name)),
        team: map.optional("team", .text) ?? "",
        start: map.optional("start", .date)
      )
    )
  }

  func close(_ item: YAMLMap) -> WhatIfChange? {
    guard let map = body("close", item, keys: ["site", "from", "until"]) else { return nil }
    let site = required("site", in: map, "site", settings.sites.map(\.name))
    guard let dates = dates(map), let site else { return nil }
    return .close(site: site, dates: dates)
  }
}
