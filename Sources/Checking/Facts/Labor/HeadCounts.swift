import Workforce

/// How many of some people are at work in each roster slot, breaks and training included.
struct HeadCounts {
  /// A slot, or several side by side, with too few or too many.
  struct Miss {
    var start: Instant
    var end: Instant
    /// The number that is furthest from what is allowed.
    var heads: Int
    /// By how much.
    var missed: Int

    /// `from 2026-03-02 08:00 until 2026-03-02 10:00`.
    func words(_ zone: Zone) -> String {
      let times = [start, end].map { zone.local(at: $0).description.replacing("T", with: " ") }
      return "from \(times[0]) until \(times[1])"
    }
  }

  private struct Slot {
    var start: Instant
    var end: Instant
    var least: Int
    var most: Int
  }

  private var slots: [Slot] = []

  /// Counts people, where a skill is named those who hold it in full.
  init(_ people: [CheckedPerson], skill: String?, _ week: CheckedWeek) {
    let present = people.flatMap { person -> [TimeStretch] in
      guard let skill else {
        return person.shifts.map { TimeStretch(start: $0.start, end: $0.end) }
      }
      return person.shifts.flatMap { person.stretches(holding: skill, in: $0) }
    }
    var changes: [Instant: Int] = [:]
    for stretch in present where stretch.start < stretch.end {
      changes[stretch.start, default: 0] += 1
      changes[stretch.end, default: 0] -= 1
    }
    let moments = changes.keys.sorted()
    var (next, now) = (0, 0)
    for number in 0..<week.frame.slotCount {
      let start = week.frame.start.adding(minutes: number * week.frame.slotMinutes)
      let end = start.adding(minutes: week.frame.slotMinutes)
      while next < moments.count, moments[next] <= start {
        now += changes[moments[next], default: 0]
        next += 1
      }
      var slot = Slot(start: start, end: end, least: now, most: now)
      while next < moments.count, moments[next] < end {
        now += changes[moments[next], default: 0]
        next += 1
        slot.least = min(slot.least, now)
        slot.most = max(slot.most, now)
      }
      slots.append(slot)
    }
  }

  /// The slots with a count outside the limits, of those that are asked for by their start.
  func missed(_ limits: Limits<Int>, where isAsked: (Instant) -> Bool) -> [Miss] {
    slots.flatMap { slot -> [Miss] in
      let few = (limits.least ?? 0) - slot.least
      let many = slot.most - (limits.most ?? slot.most)
      guard few > 0 || many > 0, isAsked(slot.start) else { return [] }
      let misses = [(slot.least, few), (slot.most, many)].filter { $0.1 > 0 }
      return misses.map { Miss(start: slot.start, end: slot.end, heads: $0.0, missed: $0.1) }
    }
  }

  /// Slots side by side with as many heads in one.
  static func stretches(_ misses: [Miss]) -> [Miss] {
    var joined: [Miss] = []
    for miss in misses {
      if let last = joined.last, last.end == miss.start, last.heads == miss.heads {
        joined[joined.count - 1].end = miss.end
      } else {
        joined.append(miss)
      }
    }
    return joined
  }
}

extension CheckedPerson {
  /// The parts of a shift in which the person holds a skill in full.
  func stretches(holding skill: String, in shift: CheckedShift) -> [TimeStretch] {
    if let certificates = facts.certificates {
      return certificates.pieces(from: shift.start, until: shift.end)
        .filter { certificates.extent(of: skill, at: $0.start) == .free }
        .map { TimeStretch(start: $0.start, end: $0.end) }
    }
    var parts: [TimeStretch] = []
    var start = shift.start
    while start < shift.end {
      let date = facts.zone.local(at: start).date
      let end = min(shift.end, facts.zone.startOfDay(date.adding(days: 1)))
      if facts.holds(skill, on: date) { parts.append(TimeStretch(start: start, end: end)) }
      start = end
    }
    return parts
  }
}
