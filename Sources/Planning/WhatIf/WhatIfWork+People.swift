import Workforce

extension WhatIfWork {
  mutating func absence(_ people: WhatIfPeople, _ dates: ClosedRange<LocalDate>, _ kind: String)
    -> String
  {
    noteWeek(dates)
    let first = dates.lowerBound
    let isAway = { (person: Employee, absences: [Absence]) in
      let (start, end) = (Self.midnight(first), Self.midnight(first.adding(days: 1)))
      return absences.contains {
        $0.employee == person.id && $0.from <= start && end <= $0.until
      }
    }
    let known = inputs.absences
    let away = chosen(people, for: "absence \(first)", "employed and there on \(first)") {
      ($0.hired.map { $0 <= first } ?? true) && ($0.leaves.map { first <= $0 } ?? true)
        && (people.amount == .all || !isAway($0, known))
    }
    add(absences: away, dates, kind)
    return "\(Self.people(away.count))\(words(people)) \(away.count == 1 ? "is" : "are") away on "
      + "\(Self.words(dates)) (\(kind))\(away.isEmpty ? "" : ": " + identifiers(away))."
      + lastPresent(away, dates)
  }

  /// Away for all of the days; times at which a person is away already stay as they are.
  private mutating func add(absences away: [Int], _ dates: ClosedRange<LocalDate>, _ kind: String) {
    let start = Self.midnight(dates.lowerBound)
    let end = Self.midnight(dates.upperBound.adding(days: 1))
    for index in away {
      let person = inputs.employees[index].id
      let known = inputs.absences.filter {
        $0.employee == person && $0.from < end && start < $0.until
      }
      .sorted { $0.from < $1.from }
      var from = start
      for absence in known {
        if from < absence.from { add(person, from, absence.from, kind) }
        from = max(from, absence.until)
      }
      if from < end { add(person, from, end, kind) }
    }
  }

  private mutating func add(
    _ person: String,
    _ from: LocalDateTime,
    _ until: LocalDateTime,
    _ kind: String
  ) {
    inputs.absences.append(Absence(employee: person, from: from, until: until, kind: kind))
  }

  private static func midnight(_ date: LocalDate) -> LocalDateTime {
    LocalDateTime(date: date, secondOfDay: 0)
  }

  mutating func close(_ site: String, _ dates: ClosedRange<LocalDate>) -> String {
    noteWeek(dates)
    let all = chosen(WhatIfPeople(site: site), for: "close", "") { _ in true }
    add(absences: all, dates, "site closed")
    return "\(site) is closed on \(Self.words(dates)): none of its \(Self.people(all.count)) works."
      + lastPresent(all, dates)
  }

  /// Names the skills that nobody there has on some of the days, because these people are away.
  private func lastPresent(_ away: [Int], _ dates: ClosedRange<LocalDate>) -> String {
    let ids = Set(away.map { inputs.employees[$0].id })
    let needed = Set(settings.queues.map(\.skill)).sorted()
    let days = (dates.lowerBound.daysSinceEpoch...dates.upperBound.daysSinceEpoch)
      .prefix(Self.mostDaysLookedAt).map { LocalDate(daysSinceEpoch: $0) }
    let lacking = days.map { date in
      let holders = needed.map { skill in
        inputs.employees.filter { isEmployed($0, on: date) && holds($0.id, skill, on: date) }
      }
      return zip(needed, holders).filter { _, holders in
        holders.contains { ids.contains($0.id) } && !holders.contains { isThere($0, on: date) }
      }.map(\.0)
    }
    guard let first = lacking.firstIndex(where: { !$0.isEmpty }) else { return "" }
    let queues = settings.queues.filter { lacking[first].contains($0.skill) }.map(\.name)
    let others = lacking.count { !$0.isEmpty } - 1
    let when = others == 0 ? "" : " and \(others) more \(others == 1 ? "day" : "days")"
    return " On \(days[first])\(when) nobody there has \(lacking[first].joined(separator: ", ")): "
      + "nobody serves \(queues.joined(separator: ", "))."
  }

  /// Days of an absence on which skills are looked at.
  private static let mostDaysLookedAt = 31

  private func isThere(_ person: Employee, on date: LocalDate) -> Bool {
    let (start, end) = (Self.midnight(date), Self.midnight(date.adding(days: 1)))
    return !inputs.absences.contains {
      $0.employee == person.id && $0.from <= start && end <= $0.until
    }
  }

  mutating func leave(_ people: WhatIfPeople, _ day: LocalDate) -> String {
    let gone = chosen(people, for: "leave", "still employed after \(day)") {
      $0.leaves.map { day < $0 } ?? true && $0.hired.map { $0 <= day } ?? true
    }
    for index in gone { inputs.employees[index].leaves = day }
    if let week = applier.week, week.monday.adding(days: 6) <= day {
      notes.append("\(day) is not before the end of \(week): it changes nothing there.")
    }
    return "\(Self.people(gone.count))\(words(people)) \(gone.count == 1 ? "goes" : "go"); the "
      + "last day is \(day)\(gone.isEmpty ? "" : ": " + identifiers(gone))."
      + lastHolders(gone, after: day)
  }

  /// Names the skills that nobody has any more.
  private func lastHolders(_ gone: [Int], after day: LocalDate) -> String {
    let ids = Set(gone.map { inputs.employees[$0].id })
    let next = day.adding(days: 1)
    let needed = Set(settings.queues.map(\.skill)).sorted()
    let lost = needed.filter { skill in
      let holders = inputs.employees.filter { holds($0.id, skill, on: next) }
      return holders.contains { ids.contains($0.id) }
        && !holders.contains { !ids.contains($0.id) && isEmployed($0, on: next) }
    }
    return lost.isEmpty ? "" : Self.nobody(lost, from: next, settings)
  }

  private static func nobody(
    _ skills: [String],
    from date: LocalDate,
    _ settings: ScenarioSettings
  ) -> String {
    let queues = settings.queues.filter { skills.contains($0.skill) }.map(\.name)
    return " From \(date) on nobody has \(skills.joined(separator: ", ")): nobody serves "
      + "\(queues.joined(separator: ", "))."
  }

  mutating func certify(_ people: WhatIfPeople, _ skill: String, _ from: LocalDate?) -> String {
    let before = self
    let chosen = chosen(people, for: "certify \(skill)", "without \(skill)") { person in
      !before.holds(person.id, skill, on: from) && before.isEmployed(person, on: from)
    }
    for index in chosen { grant(skill, to: inputs.employees[index], from) }
    let when = from.map { "from \($0) on" } ?? "already"
    if let from { noteLater(from) }
    return "\(Self.people(chosen.count))\(words(people)) "
      + "\(chosen.count == 1 ? "has" : "have") \(skill) \(when)"
      + "\(chosen.isEmpty ? "" : ": " + identifiers(chosen))."
  }

  /// Gives a skill: by a certificate of the course that grants it, else by itself.
  private mutating func grant(_ skill: String, to person: Employee, _ from: LocalDate?) {
    let course = inputs.training.courses.last { course in
      course.grants.contains { $0.skill == skill }
    }
    guard let course, !person.isPlaceholder else {
      inputs.skills.append(SkillGrant(employee: person.id, skill: skill, from: from))
      return
    }
    let day = from ?? course.from ?? LocalDate(daysSinceEpoch: 0)
    inputs.training.certifications.append(
      Certification(
        employee: person.id,
        course: course.name,
        attained: day,
        from: Self.midnight(day),
        reference: "what-if:\(course.name):\(person.id)"
      )
    )
  }

  mutating func lapse(_ people: WhatIfPeople, _ skill: String, _ on: LocalDate) -> String {
    let before = self
    let day = on.adding(days: -1)
    noteLater(on)
    let chosen = chosen(people, for: "lapse \(skill)", "with \(skill) on \(day)") {
      before.holds($0.id, skill, on: day) && before.isEmployed($0, on: day)
    }
    let ids = Set(chosen.map { inputs.employees[$0].id })
    end(skill, of: ids, on)
    let holders = inputs.employees.filter { person in
      !ids.contains(person.id) && before.isEmployed(person, on: on)
        && before.holds(person.id, skill, on: on)
    }
    let lost = holders.isEmpty && !chosen.isEmpty ? Self.nobody([skill], from: on, settings) : ""
    return "\(Self.people(chosen.count))\(words(people)) \(chosen.count == 1 ? "loses" : "lose") "
      + "\(skill) on \(on)\(chosen.isEmpty ? "" : ": " + identifiers(chosen)).\(lost)"
  }

  private mutating func end(_ skill: String, of ids: Set<String>, _ on: LocalDate) {
    let last = on.adding(days: -1)
    inputs.skills = inputs.skills.compactMap { grant in
      guard ids.contains(grant.employee), grant.skill == skill else { return grant }
      if let from = grant.from, last < from { return nil }
      var ended = grant
      ended.until = min(grant.until ?? last, last)
      return ended
    }
    let courses = Set(
      inputs.training.courses.filter { $0.grants.contains { $0.skill == skill } }.map(\.name)
    )
    for index in inputs.training.certifications.indices {
      let own = inputs.training.certifications[index]
      guard ids.contains(own.employee), courses.contains(own.course) else { continue }
      let moment = Self.midnight(on)
      inputs.training.certifications[index].lapses = own.lapses.map { min($0, moment) } ?? moment
    }
  }
}
