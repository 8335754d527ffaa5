import Workforce
import Yams

extension ScenarioReader {
  func readHeads(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    guard map.has("heads") else { return }
    let items = named("heads", "head rule", keys: ScenarioKeys.head, in: map)
    let number = TextValue<Int>.wholeNumber(0...100_000)
    for (name, item) in items.maps {
      let (least, most) = (item.optional("least", number), item.optional("most", number))
      if !item.has("least"), !item.has("most"), !item.hasUnknownKey {
        item.report("no bound", at: "name", .noBound(item.subject))
      }
      if let least, let most, most < least {
        item.report("bounds", at: "most", .boundOrder(item.subject))
      }
      let dates = dates(item)
      let scope = scope(item, &draft)
      let skill = item.optional("skill", .text)
      let site = site(item, draft)
      note(item, scope, skill: skill, site: site, in: &draft)
      draft.settings.labor.heads.append(
        HeadRule(
          name: name,
          skill: skill,
          site: site,
          scope: scope,
          hours: item.has("hours") ? hours(item) : nil,
          least: least ?? 0,
          most: most,
          price: item.optional("price", .number(above: 0)),
          from: dates.from,
          until: dates.until
        )
      )
    }
  }

  private func hours(_ map: YAMLMap) -> OpeningHours {
    weekHours(map, key: "hours", subject: "the hours of \(map.subject)")
  }

  private func site(_ map: YAMLMap, _ draft: ScenarioDraft) -> String? {
    guard let name = map.optional("site", .text) else { return nil }
    guard let sites = draft.sites, !sites.contains(name) else { return name }
    map.report("unknown site", at: "site", .unknown("site", name, sites))
    return nil
  }

  private func note(
    _ map: YAMLMap,
    _ scope: RuleScope,
    skill: String? = nil,
    site: String? = nil,
    in draft: inout ScenarioDraft
  ) {
    let line = map.line(of: skill == nil ? "name" : "skill")
    draft.labor.scopes.append(
      StatedScope(subject: map.subject, scope: scope, skill: skill, site: site, line: line)
    )
  }

  func readMeetings(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    guard map.has("meetings") else { return }
    let slot = draft.settings.rosterSlotMinutes
    for (name, item) in named("meetings", "meeting", keys: ScenarioKeys.meeting, in: map).maps {
      let length = item.required("minutes", .minutes)
      let window = item.required("hours", .window)
      if let length, length.wholeMinutes % slot != 0 {
        let minutes = length.wholeMinutes
        item.report("slot multiple", at: "minutes", .length(item.subject, minutes, slot: slot))
      }
      if let length, let window {
        let room = window.endMinutes - window.start.minutes
        if room < length.wholeMinutes {
          item.report("meeting window", at: "hours", .meetingWindow(item.subject, window, length))
        }
      }
      if !item.has("weekdays") { _ = item.required("weekdays", .text("a list of weekdays")) }
      let scope = scope(item, &draft)
      note(item, scope, in: &draft)
      let weekdays = weekdays(item, "weekdays")
      let attendance = item.optional("who", .attendance) ?? .atWork
      guard let length, let window else { continue }
      draft.settings.labor.meetings.append(
        Meeting(
          name: name,
          scope: scope,
          length: length,
          weekdays: weekdays,
          hours: window,
          attendance: attendance
        )
      )
    }
  }

  func readDuties(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    guard map.has("on_call") else { return }
    for (name, item) in named("on_call", "on-call duty", keys: ScenarioKeys.onCall, in: map).maps {
      let scope = scope(item, &draft)
      let skill = item.required("skill", .text)
      note(item, scope, skill: skill, in: &draft)
      let limit =
        item.has("most_per_weeks")
        ? item.map("most_per_weeks", keys: ScenarioKeys.mostPerWeeks) : nil
      draft.settings.labor.onCall.append(
        OnCallDuty(
          name: name,
          skill: skill ?? "",
          scope: scope,
          hours: hours(item),
          most: limit?.required("most", .wholeNumber(0...366)),
          weeks: limit?.required("weeks", .wholeNumber(1...52)) ?? 4,
          rest: item.optional("rest_hours", .hoursOfWeek) ?? .zero,
          allowance: item.optional("allowance", .number(atLeast: 0)) ?? 0
        )
      )
    }
  }

  func readRotations(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    guard map.has("rotations") else { return }
    let known = draft.labor.kinds.map { ["off", "any"] + $0 }
    let items = named("rotations", "rotation", keys: ScenarioKeys.rotation, in: map)
    for (name, item) in items.maps {
      if !item.has("pattern") {
        _ = item.required("pattern", .text("a list of off, any and kinds"))
      }
      let pattern = names(item, "pattern", "shift kind", known).map {
        (word: String) -> Rotation.Position in
        switch word {
        case "off": .off
        case "any": .anyShift
        default: .kind(word)
        }
      }
      let anchor = item.required("anchor", .date)
      let price = item.optional("price", .number(above: 0))
      guard let anchor else { continue }
      draft.settings.labor.rotations.append(
        Rotation(name: name, pattern: pattern, anchor: anchor, price: price)
      )
    }
    draft.rotations = items.names
  }
}

extension TextValue where Value == Meeting.Attendance {
  fileprivate static var attendance: Self { words }
}
