import Workforce

/// Settles when the meetings of a week are held.
///
/// Of the starts on the slot grid at which the fewest of those meant could not come (by contract and
/// availability), the one is taken at which the fewest people are needed, the earliest of equals.
struct MeetingChooser {
  private let inputs: PlanningInputs
  private let week: ISOWeek

  init(_ inputs: PlanningInputs, _ week: ISOWeek) {
    self.inputs = inputs
    self.week = week
  }

  /// The meetings of the week whose time is not settled, with their dates.
  var open: [(meeting: Meeting, date: LocalDate)] {
    let settled = Set(inputs.meetingTimes.map { [$0.meeting, $0.start.date.description] })
    return week.dates.filter { inputs.operatingWeekday(on: $0) != nil }.flatMap { date in
      inputs.settings.labor.meetings
        .filter { meeting in
          meeting.weekdays.contains(date.weekday)
            && !settled.contains([meeting.name, date.description])
        }
        .map { ($0, date) }
    }
  }

  /// Whether some meeting can be held at several times, so that the need decides.
  var hasChoice: Bool { open.contains { starts(of: $0.meeting, on: $0.date).count > 1 } }

  /// The times that are chosen, by date.
  ///
  /// - Parameter need: The week's need; `nil` where there is no choice.
  /// - Returns: The times.
  func times(_ need: Requirement?) -> [MeetingTime] {
    open.compactMap { meeting, date in
      let starts = starts(of: meeting, on: date)
      let costs = starts.map { start in
        (missing(meeting, date, start), need.map { needed($0, meeting, date, start) } ?? 0)
      }
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return nil }
      let start = LocalDateTime(date: date, time: .midnight).adding(minutes: starts[best])
      return MeetingTime(
        meeting: meeting.name,
        start: start,
        end: start.adding(minutes: meeting.length.wholeMinutes)
      )
    }
  }

  /// Minutes after midnight at which a meeting can begin, on the slot grid.
  private func starts(of meeting: Meeting, on date: LocalDate) -> [Int] {
    let latest = meeting.hours.endMinutes - meeting.length.wholeMinutes
    let step = inputs.settings.rosterSlotMinutes
    let first = (meeting.hours.start.minutes + step - 1) / step * step
    return Array(stride(from: first, through: latest, by: step))
  }

  /// How many of those meant have no shift around a meeting in their contract's window and their hours.
  private func missing(_ meeting: Meeting, _ date: LocalDate, _ start: Int) -> Int {
    let end = start + meeting.length.wholeMinutes
    return inputs.employees.count { person in
      guard meeting.scope.speaks(of: person) else { return false }
      let shifts = inputs.settings.contract(named: person.contract)?.shiftWindow
      let windows = availability(of: person.id, on: date)
      return [shifts.map { [$0] }, windows].compactMap(\.self).contains { windows in
        !windows.contains { $0.start.minutes <= start && end <= $0.endMinutes }
      }
    }
  }

  /// A person's windows on a date; `nil` for any time.
  private func availability(of employee: String, on date: LocalDate) -> [ClockWindow]? {
    let own = inputs.availability.filter { $0.employee == employee }
    for level in [DayPattern.date(date), .weekday(date.weekday), .everyDay] {
      let lines = own.filter { $0.days == level }
      if !lines.isEmpty { return lines.compactMap(\.window) }
    }
    return nil
  }

  /// People needed in the meeting's time, summed over the intervals that it touches.
  private func needed(_ need: Requirement, _ meeting: Meeting, _ date: LocalDate, _ start: Int)
    -> Double
  {
    let midnight = LocalDateTime(date: date, time: .midnight)
    let from = inputs.settings.zone.instant(at: midnight.adding(minutes: start))
    return stride(from: 0, to: meeting.length.wholeMinutes, by: 5).reduce(0) { sum, minute in
      let interval = need.grid.index(of: from.adding(minutes: minute))
      return sum
        + need.queues.reduce(0) { inner, queue in
          guard queue.intervals.indices.contains(interval) else { return inner }
          return inner + Double(queue.intervals[interval].rostered)
        }
    }
  }
}
