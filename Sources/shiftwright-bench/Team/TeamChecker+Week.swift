/// One agent's week as the checker sees it.
struct TeamWeek {
  var errors: [String] = []
  var parts = TeamVerdict.Parts()
  /// Paid slots above the agent's limit.
  var overtime = 0
  /// Sessions attended.
  var sessions: [Int] = []
  /// Slots of the week in which the agent handles contacts.
  var work: [Int] = []
  /// Slots of the week in which the agent is present.
  var presence: [Int] = []
}

extension TeamChecker {
  /// Looks at one agent's shifts, ascending by day.
  func week(_ shifts: [TeamRoster.Shift], of agent: TeamInstance.Agent) -> TeamWeek {
    var week = TeamWeek()
    checkTotals(shifts, of: agent, &week)
    for shift in shifts { check(shift, of: agent, &week) }
    checkSequence(shifts, of: agent, &week)
    if (agent.training != nil) != (week.sessions.count == 1) || week.sessions.count > 1 {
      week.errors.append("\(week.sessions.count) training sessions")
    }
    let worked = Double(shifts.count { $0.day == 5 || $0.day == 6 })
    let history = Double(agent.weekendHist)
    week.parts.weekend =
      instance.costs.weekendSq * (worked * worked + 2 * worked * history)
    return week
  }

  private func checkTotals(
    _ shifts: [TeamRoster.Shift],
    of agent: TeamInstance.Agent,
    _ week: inout TeamWeek
  ) {
    let paid = shifts.reduce(0) { sum, shift in
      instance.shiftTypes.indices.contains(shift.type)
        ? sum + instance.shiftTypes[shift.type].paid : sum
    }
    if shifts.count < agent.daysMin || shifts.count > agent.daysMax {
      week.errors.append("\(shifts.count) days, \(agent.daysMin) to \(agent.daysMax) allowed")
    }
    if paid < agent.paidMin || paid > agent.paidMax {
      week.errors.append("\(paid) paid slots, \(agent.paidMin) to \(agent.paidMax) allowed")
    }
    week.overtime = max(0, paid - agent.otAfter)
    week.parts.pay = agent.wage * Double(paid)
    week.parts.overtime = agent.wage * instance.costs.otPremium * Double(week.overtime)
  }

  /// Days in a row, rest and changes of the start.
  private func checkSequence(
    _ shifts: [TeamRoster.Shift],
    of agent: TeamInstance.Agent,
    _ week: inout TeamWeek
  ) {
    var run = agent.prevConsec
    var before: (day: Int, start: Int, end: Int) = (-1, 0, agent.prevEnd)
    var isAfterHistory = agent.prevEnd > -900
    for shift in shifts where instance.shiftTypes.indices.contains(shift.type) {
      let start = shift.day * Self.daySlots + shift.start
      if shift.day == before.day { week.errors.append("two shifts on day \(shift.day)") }
      run = shift.day == before.day + 1 ? run + 1 : 1
      if run > instance.rules.maxConsec {
        week.errors.append("\(run) days in a row on day \(shift.day)")
      }
      if shift.day == before.day + 1, before.day >= 0 || isAfterHistory,
        start - before.end < instance.rules.minRest
      {
        week.errors.append("rest of \(start - before.end) slots before day \(shift.day)")
      }
      if shift.day == before.day + 1, before.day >= 0 {
        let change = abs(shift.start - before.start)
        if change > instance.rules.maxStartChange {
          week.errors.append("start changes by \(change) slots on day \(shift.day)")
        }
        week.parts.stability += instance.costs.stabilityPerSlot * Double(change)
      }
      before = (shift.day, shift.start, start + instance.shiftTypes[shift.type].presence)
      isAfterHistory = false
    }
  }

  /// One shift: place, breaks, training, wishes and the slots that it takes.
  func check(
    _ shift: TeamRoster.Shift,
    of agent: TeamInstance.Agent,
    _ week: inout TeamWeek
  ) {
    guard (0..<Self.dayCount).contains(shift.day), agent.types.contains(shift.type),
      instance.shiftTypes.indices.contains(shift.type)
    else {
      week.errors.append("day \(shift.day), shift type \(shift.type) is not the agent's")
      return
    }
    let type = instance.shiftTypes[shift.type]
    checkPlace(shift, type, of: agent, &week)
    guard shift.breaks.count == type.pauses.count else {
      week.errors.append("\(shift.breaks.count) breaks on day \(shift.day)")
      return
    }
    checkBreaks(shift, type, &week)
    let pauses = zip(shift.breaks, type.pauses).map { $0..<$0 + $1 }
    let training = checkTraining(shift, type, pauses, of: agent, &week)
    let begin = shift.day * Self.daySlots + shift.start
    for offset in 0..<type.presence {
      let slot = begin + offset
      guard (0..<Self.slotCount).contains(slot) else { continue }
      week.presence.append(slot)
      if !training.contains(offset), !pauses.contains(where: { $0.contains(offset) }) {
        week.work.append(slot)
      }
    }
  }

  private func checkPlace(
    _ shift: TeamRoster.Shift,
    _ type: TeamInstance.ShapeType,
    of agent: TeamInstance.Agent,
    _ week: inout TeamWeek
  ) {
    let (start, end) = (shift.start, shift.start + type.presence)
    if start % instance.startStep != 0 || start < 0 || start >= Self.daySlots {
      week.errors.append("start \(start) on day \(shift.day) is not on the grid")
    }
    guard let window = agent.avail[shift.day] else {
      week.errors.append("not available on day \(shift.day)")
      return
    }
    if start < window[0] || end > window[1] {
      week.errors.append("outside the available hours on day \(shift.day)")
    }
    let closes = instance.open[1]
    if start < instance.open[0] || (end > closes && closes < Self.daySlots) {
      week.errors.append("outside the opening hours on day \(shift.day)")
    }
    if let band = agent.prefStart {
      let distance = Double(max(0, band[0] - start, start - band[1]))
      week.parts.preferredStart += instance.costs.startDevPerSlot * distance
    }
    if agent.prefOff.contains(shift.day) { week.parts.dayOff += instance.costs.prefOff }
  }

  private func checkBreaks(
    _ shift: TeamRoster.Shift,
    _ type: TeamInstance.ShapeType,
    _ week: inout TeamWeek
  ) {
    let rules = instance.rules
    var from = 0
    for (offset, length) in zip(shift.breaks + [type.presence], type.pauses + [0]) {
      if offset - from < rules.minStretch || offset - from > rules.maxStretch {
        week.errors.append("\(offset - from) slots without a break on day \(shift.day)")
      }
      let earliest = type.lunchLo ?? 0
      if length == 2, offset < earliest || offset > type.lunchHi ?? type.presence {
        week.errors.append("lunch at \(offset) on day \(shift.day)")
      }
      from = offset + length
    }
  }

  /// The offsets that a session takes from the shift.
  private func checkTraining(
    _ shift: TeamRoster.Shift,
    _ type: TeamInstance.ShapeType,
    _ pauses: [Range<Int>],
    of agent: TeamInstance.Agent,
    _ week: inout TeamWeek
  ) -> Range<Int> {
    guard let id = shift.training else { return 0..<0 }
    guard let session = instance.sessions.first(where: { $0.id == id }) else {
      week.errors.append("training session \(id) is unknown")
      return 0..<0
    }
    if agent.training?.contains(id) != true || session.day != shift.day {
      week.errors.append("training session \(id) is not offered on day \(shift.day)")
    }
    let offset = session.start - shift.start
    let taken = offset..<offset + session.len
    if taken.lowerBound < 0 || taken.upperBound > type.presence
      || pauses.contains(where: { $0.overlaps(taken) })
    {
      week.errors.append("training session \(id) is not within the work of day \(shift.day)")
    }
    week.sessions.append(id)
    return taken
  }
}
