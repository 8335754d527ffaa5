import Foundation
import Rostering
import Workforce

/// Members of conflicts, demands and changes in words.
struct MemberWords {
  private let week: FixedWeek

  init(_ week: FixedWeek) { self.week = week }

  private var settings: ScenarioSettings { week.inputs.settings }

  /// What a conflict is about, of all its people.
  func demand(_ conflict: WeekConflict) -> String {
    guard !conflict.others.isEmpty, case .week(let name) = conflict.demand else {
      return demand(conflict.demand)
    }
    let all = [name] + conflict.others
    let shown = all.count > 4 ? all.prefix(3) + ["\(all.count - 3) others"] : all[...]
    return shown.dropLast().joined(separator: ", ") + " and \(shown.last ?? "") have no legal week"
  }

  /// What asks for what.
  func demand(_ demand: WeekDemand) -> String {
    switch demand {
    case .week(let name): "\(name) has no legal week"
    case .presence(let rule, let from, let until):
      "Fewer than \(holders(rule)) can be present on \(span(from, until))"
    case .presenceTogether(let rule, let days):
      "\(capital(holders(rule))) cannot be present all through \(dates(days))"
    case .tooMany(let limit, let from, let until):
      "Too many \(crowd(limit)) must be at work on \(span(from, until))"
    case .agents(let queues, let from, let until):
      "Too few people can work for \(queues.map { settings.queues[$0].name }.joined(separator: " and ")) on "
        + span(from, until)
    case .seats(let people, let sessions):
      "\(people.joined(separator: ", ")) cannot all sit in \(sessions.joined(separator: ", "))"
    case .overtime(let site, let least):
      "The people of \(site) have at least \(hours(Double(least) / 60)) of overtime together"
    case .pay(let least):
      "No roster costs less than \(Int(least.rounded(.up))) \(settings.currency) in pay"
    }
  }

  /// A member; of a person where the demand is about one.
  func member(_ member: WeekMember, of person: String?) -> String {
    switch member {
    case .contract(let name, let limit):
      (person.map { "\($0)'s " } ?? "the ") + words(limit, name)
        + (person == nil ? " of contract \(name)" : "")
    case .rule(let position): rules.entry(position)
    case .rotation(let position): rules.place(position)
    case .employment(let name): employment(name)
    case .availability(let name): "\(name)'s hours of availability"
    case .absence(let position): absence(position)
    case .lock(let position): "the lock of \(lock(position))"
    case .skill(let position): skill(week.inputs.skills[position])
    case .certificate(let name, let skill): "\(name)'s certificates for \(skill)"
    case .attendance(let name, let course):
      "\(name)'s \(meeting(course) ?? "class of \(course)")"
    case .presence(let rule, let day):
      "the presence of \(holders(rule)) on \(date(week.week.dates[day]))"
    case .most(let limit): "the \(most(limit))"
    case .minimumAgents(let queue, let day):
      "the \(settings.queues[queue].target.minimumAgents) agents at least of "
        + "\(settings.queues[queue].name) on \(date(week.week.dates[day]))"
    case .seats(let id): "the \(seats(id)) seats of class \(id)"
    case .overtimeBudget(let site): "the overtime budget of \(site)"
    case .maximumPay: "the most pay of the week"
    }
  }

  private func words(_ limit: ContractLimit, _ name: String) -> String {
    guard let contract = settings.contract(named: name) else { return limit.rawValue }
    let rules = contract.rules
    return switch limit {
    case .minimumRest: "rest of \(hours(rules.minimumRest.inHours))"
    case .consecutiveDays: "most \(rules.maximumConsecutiveDays) days in a row"
    case .startChange:
      "change of start of at most \(hours(rules.maximumStartChange?.inHours ?? 24))"
    case .shiftWindow: "shift window \(contract.shiftWindow?.description ?? "")"
    case .leastHours: "least \(hours(contract.minimumWeeklyHours.inHours)) a week"
    case .mostHours: "most \(hours(contract.maximumWeeklyHours.inHours)) a week"
    case .fewestDays: "fewest \(contract.minimumDays) working days"
    case .mostDays: "most \(contract.maximumDays) working days"
    }
  }

  private func employment(_ name: String) -> String {
    let person = week.inputs.employees.first { $0.id == name }
    let from = person?.hired.map { " from \($0)" } ?? ""
    let until = person?.leaves.map { " until \($0)" } ?? ""
    return "\(name)'s employment\(from)\(until)"
  }

  private func absence(_ position: Int) -> String {
    let absence = week.inputs.absences[position]
    return "\(absence.employee)'s absence (\(absence.kind)) from \(moment(absence.from)) until "
      + moment(absence.until)
  }

  private func lock(_ position: Int) -> String {
    let lock = week.locks[position]
    return "\(lock.employee) on \(date(lock.date)) " + Self.words(lock.kind)
  }

  private static func words(_ kind: RosterLock.Kind) -> String {
    switch kind {
    case .off: "off"
    case .shift: "at work"
    case .times(let start, _): "at \(clock(start))"
    }
  }

  private func skill(_ grant: SkillGrant) -> String {
    let from = grant.from.map { " from \($0)" } ?? ""
    let until = grant.until.map { " until \($0)" } ?? ""
    return "\(grant.employee)'s skill \(grant.skill)\(from)\(until)"
  }

  private func holders(_ rule: Int) -> String {
    let rule = week.asked(rule)
    let site = rule.site.map { " at \($0)" } ?? ""
    let name = rule.name.map { " (\($0))" } ?? ""
    let skill = rule.skill.map { "\(rule.least == 1 ? "holder" : "holders") of \($0)" }
    return "\(rule.least) \(skill ?? (rule.least == 1 ? "person" : "people"))\(site)\(name)"
  }

  /// A meeting that is a class; `nil` for a course.
  private func meeting(_ course: String) -> String? {
    week.meeting(course).map {
      "meeting \(settings.labor.meetings[$0.position].name) on \(date($0.date))"
    }
  }

  private func crowd(_ limit: MostHeads) -> String {
    switch limit {
    case .site(let name): "people of \(name)"
    case .heads(let position): "people meant by \(settings.labor.heads[position].name)"
    }
  }

  private func most(_ limit: MostHeads) -> String {
    let most = week.most(limit) ?? 0
    return switch limit {
    case .site(let name): "\(most) seats of \(name)"
    case .heads(let position): "most \(most) people of \(settings.labor.heads[position].name)"
    }
  }

  private var rules: RuleWords { RuleWords(week) }

  private func seats(_ id: String) -> Int {
    week.inputs.training.sessions.first { $0.id == id }?.seats ?? 0
  }
}

extension MemberWords {
  /// A change as something to do.
  func change(_ change: WeekChange) -> String {
    switch change {
    case .contract(let name, let limit, let value, let only):
      return contract(name, limit, value, only)
    case .shiftWindow(let name, let window, let only):
      return "let shifts of \(only ?? "contract \(name)") lie within "
        + (window?.description ?? "any time")
    case .rule(let position, let rule, let only):
      return rules.change(position, to: rule, only: only)
    case .rotation(let position): return "free \(rules.place(position)) this week"
    case .employment(let name): return "employ \(name) all the week"
    case .availability(let name, let date):
      return "have \(name) available at any time of " + (date.map { self.date($0) } ?? "the week")
    case .absence(let position, let from, let until):
      let absence = week.inputs.absences[position]
      guard let from, let until else { return "take \(self.absence(position)) away" }
      return from == absence.from
        ? "end \(self.absence(position)) by \(moment(until))"
        : "begin \(self.absence(position)) on \(moment(from))"
    case .lock(let position, let start):
      return start.map { "move the lock of \(lock(position)) to \($0)" }
        ?? "free the lock of \(lock(position))"
    case .skill(let position):
      let grant = week.inputs.skills[position]
      return "have \(grant.employee) hold \(grant.skill) all the week"
    case .certificate(let name, let skill):
      return "have \(name)'s certificates for \(skill) in force all the week"
    case .attendance(let name, let course):
      return meeting(course).map { "leave \(name) out of the \($0)" }
        ?? "take \(name) off the class of \(course)"
    default: return limit(change)
    }
  }

  private func limit(_ change: WeekChange) -> String {
    switch change {
    case .presence(let rule, let least):
      "ask for \(least) instead of \(holders(rule))"
    case .most(let limit, let most): "have room for \(most) instead of the \(self.most(limit))"
    case .minimumAgents(let queue, let least):
      "ask for \(least) agents at least for \(settings.queues[queue].name) instead of "
        + "\(settings.queues[queue].target.minimumAgents)"
    case .seats(let id, let seats): "give class \(id) \(seats) seats instead of \(self.seats(id))"
    case .overtimeBudget(let site, let hours): "give \(site) \(self.hours(hours)) of overtime"
    case .maximumPay(let most): "let the week cost \(Int(most)) \(settings.currency) in pay"
    default: ""
    }
  }

  private func contract(
    _ name: String,
    _ limit: ContractLimit,
    _ value: Double,
    _ only: String?
  ) -> String {
    let whom = only ?? "everybody of contract \(name)"
    let number = Int(value)
    let had = words(limit, name)
    return switch limit {
    case .minimumRest: "let \(whom) rest \(hours(value)) instead of the \(had)"
    case .consecutiveDays: "let \(whom) work \(number) days in a row instead of the \(had)"
    case .startChange: "let the start of \(whom) change by \(hours(value)) instead of the \(had)"
    case .shiftWindow: ""
    case .leastHours: "let \(whom) work \(hours(value)) instead of the \(had)"
    case .mostHours: "let \(whom) work up to \(hours(value)) instead of the \(had)"
    case .fewestDays: "let \(whom) come on \(number) days instead of the \(had)"
    case .mostDays: "let \(whom) work on \(number) days instead of the \(had)"
    }
  }

  /// `Tue 3 Mar`.
  func date(_ date: LocalDate) -> String { "\(date.weekday.abbreviation.capitalized) \(date)" }

  private func dates(_ days: [Int]) -> String {
    days.map { date(week.week.dates[$0]) }.joined(separator: ", ")
  }

  private func moment(_ moment: LocalDateTime) -> String {
    moment.secondOfDay == 0 ? date(moment.date) : "\(date(moment.date)) \(Self.clock(moment))"
  }

  private func span(_ from: Instant, _ until: Instant) -> String {
    let (start, end) = (settings.zone.local(at: from), settings.zone.local(at: until))
    let last = end.secondOfDay == 0 ? "24:00" : Self.clock(end)
    return "\(date(start.date)) \(Self.clock(start))–\(last)"
  }

  private static func clock(_ moment: LocalDateTime) -> String {
    ClockTime(minutes: moment.minuteOfDay)?.description ?? ""
  }

  private func hours(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value)) h" : "\((value * 100).rounded() / 100) h"
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
