import Workforce

/// Rules on heads and the seats of sites as limits, each with the people who count in it.
///
/// A rule is cut at midnights and wherever somebody begins or ceases to hold its skill, so that the same
/// people count in all slots of a limit. In a slot inside of which that happens, a least counts those who
/// hold the skill all through, a most those who hold it at all.
struct HeadCrowds {
  /// A limit and who counts in it.
  struct Crowd {
    let limit: HeadLimit
    /// Identifiers.
    let members: Set<String>
  }

  /// The limits, rules first, in the order of the settings.
  private(set) var limits: [Crowd] = []
  private let inputs: PlanningInputs
  private let index: PeopleIndex
  private let grid: TimeGrid

  init(inputs: PlanningInputs, index: PeopleIndex, grid: TimeGrid) {
    self.inputs = inputs
    self.index = index
    self.grid = grid
    let heads = inputs.settings.labor.heads
    let sites = inputs.settings.sites.filter { $0.seats != nil }
    guard !heads.isEmpty || !sites.isEmpty else { return }
    let open = Self.openSlots(inputs, grid)
    for rule in heads { add(rule, open: open) }
    let reachable = Self.reachable(open, longest: longestShift)
    for site in sites {
      let people = inputs.employees.filter { $0.site == site.name }.map(\.id)
      guard let seats = site.seats, seats < people.count else { continue }
      for stretch in stretches(of: reachable) {
        let limit = HeadLimit(slots: stretch, least: 0, most: seats, source: .seats)
        limits.append(Crowd(limit: limit, members: Set(people)))
      }
    }
  }

  /// Whether some queue is open, by slot.
  private static func openSlots(_ inputs: PlanningInputs, _ grid: TimeGrid) -> [Bool] {
    let open = inputs.settings.queues.map { inputs.openIntervals(of: $0, on: grid) }
    return (0..<grid.count).map { slot in open.contains { $0[slot] } }
  }

  /// Slots of the longest shift.
  private var longestShift: Int {
    let minutes = inputs.settings.shiftTemplates.map(\.length.wholeMinutes).max() ?? 0
    return (minutes + grid.stepMinutes - 1) / grid.stepMinutes
  }

  /// Slots in which somebody can be at work: a shift begins and ends in open ones, so that no closed run
  /// as long as the longest shift lies in it.
  private static func reachable(_ open: [Bool], longest: Int) -> [Bool] {
    var reachable = open
    var slot = 0
    while slot < open.count {
      var end = slot
      while end < open.count, !open[end] { end += 1 }
      if slot > 0, end - slot < longest { for inner in slot..<end { reachable[inner] = true } }
      slot = end + 1
    }
    return reachable
  }

  /// Runs of slots that are asked for, cut at midnight.
  private func stretches(of asked: [Bool]) -> [Range<Int>] {
    grid.days.flatMap { day -> [Range<Int>] in
      var found: [Range<Int>] = []
      for slot in day where asked[slot] {
        if let last = found.last, last.upperBound == slot {
          found[found.count - 1] = last.lowerBound..<slot + 1
        } else {
          found.append(slot..<slot + 1)
        }
      }
      return found
    }
  }

  private mutating func add(_ rule: HeadRule, open: [Bool]) {
    let people = inputs.employees.filter { employee in
      (rule.site ?? employee.site) == employee.site && rule.scope.speaks(of: employee)
    }
    let cuts = Set(people.flatMap { edges(of: $0, skill: rule.skill) })
    for stretch in stretches(of: asked(rule, open: open)) {
      var start = stretch.lowerBound
      for slot in stretch
      where slot + 1 == stretch.upperBound || cuts.contains(slot)
        || cuts.contains(slot + 1)
      {
        add(rule, slots: start..<slot + 1, people)
        start = slot + 1
      }
    }
  }

  /// Adds the limits of some slots in which the same people count.
  private mutating func add(_ rule: HeadRule, slots: Range<Int>, _ people: [Employee]) {
    let whole = Set(people.filter { holds($0, rule.skill, slots, all: true) }.map(\.id))
    let some = Set(people.filter { holds($0, rule.skill, slots, all: false) }.map(\.id))
    let price = rule.price.map { $0 * Double(grid.stepMinutes) / 60 }
    let most = rule.most.map { $0 < some.count ? $0 : Int.max } ?? Int.max
    func add(_ members: Set<String>, least: Int, most: Int) {
      guard least > 0 || most < .max else { return }
      let limit = HeadLimit(
        slots: slots,
        least: least,
        most: most,
        price: price,
        source: .heads
      )
      limits.append(Crowd(limit: limit, members: members))
    }
    if whole == some {
      add(whole, least: rule.least, most: most)
    } else {
      add(whole, least: rule.least, most: .max)
      add(some, least: 0, most: most)
    }
  }

  /// Whether a rule asks for heads, by slot.
  private func asked(_ rule: HeadRule, open: [Bool]) -> [Bool] {
    let zone = rule.site.map(inputs.settings.zone(ofSite:)) ?? inputs.settings.zone
    return open.indices.map { slot in
      let local = zone.local(at: grid.instant(at: slot))
      guard rule.from.map({ $0 <= local.date }) ?? true,
        rule.until.map({ local.date <= $0 }) ?? true
      else { return false }
      guard let hours = rule.hours else { return open[slot] }
      return windows(hours, on: local.date).contains {
        $0.start.minutes <= local.minuteOfDay && local.minuteOfDay < $0.endMinutes
      }
        || windows(hours, on: local.date.adding(days: -1)).contains {
          local.minuteOfDay + 1440 < $0.endMinutes
        }
    }
  }

  private func windows(_ hours: OpeningHours, on date: LocalDate) -> [ClockWindow] {
    inputs.operatingWeekday(on: date).map(hours.windows(on:)) ?? []
  }
}

extension HeadCrowds {
  /// Slots that hold a moment from which on somebody may use the skill, or no longer may; a moment between
  /// two slots is that of the later one.
  private func edges(of employee: Employee, skill: String?) -> [Int] {
    guard let skill else { return [] }
    let (first, last) = (grid.instant(at: 0), grid.instant(at: grid.count))
    return moments(of: employee, skill: skill).compactMap { moment in
      first <= moment && moment < last ? grid.index(of: moment) : nil
    }
  }

  private func moments(of employee: Employee, skill: String) -> [Instant] {
    if inputs.hasCertificates {
      return index.spans(of: employee).filter { $0.skill == skill }
        .flatMap { [$0.from, $0.until].compactMap { $0 } }
    }
    let zone = inputs.settings.zone(ofSite: employee.site)
    return index.skills(of: employee).filter { $0.skill == skill }
      .flatMap { [$0.from, $0.until?.adding(days: 1)].compactMap { $0 } }
      .map { zone.startOfDay($0) }
  }

  /// Whether a person may use the skill in all of the time of some slots, or in some of it.
  private func holds(
    _ employee: Employee,
    _ skill: String?,
    _ slots: Range<Int>,
    all: Bool
  ) -> Bool {
    guard let skill else { return true }
    let (start, end) = (grid.instant(at: slots.lowerBound), grid.instant(at: slots.upperBound))
    let inner = moments(of: employee, skill: skill).filter { start < $0 && $0 < end }.sorted()
    let pieces = zip([start] + inner, inner + [end]).filter { $0 < $1 }
    let isHeld = pieces.map { holds(employee, skill, from: $0, until: $1) }
    return all ? isHeld.allSatisfy { $0 } : isHeld.contains(true)
  }

  /// Whether a person may use the skill in a span in which that does not change.
  private func holds(
    _ employee: Employee,
    _ skill: String,
    from start: Instant,
    until end: Instant
  ) -> Bool {
    if inputs.hasCertificates {
      return index.spans(of: employee).allow(skill, from: start, until: end)
    }
    let date = inputs.settings.zone(ofSite: employee.site).local(at: start).date
    return index.skills(of: employee).contains { $0.skill == skill && $0.isHeld(on: date) }
  }
}

extension RuleScope {
  /// Whether all names that are given apply to a person.
  func speaks(of employee: Employee) -> Bool {
    (contracts.isEmpty || contracts.contains(employee.sharedContract))
      && (teams.isEmpty || teams.contains(employee.team))
      && (employees.isEmpty || employees.contains(employee.id))
  }
}
