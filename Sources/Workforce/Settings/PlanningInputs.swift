/// Everything that a plan starts from, wherever it was loaded from.
public struct PlanningInputs: Hashable, Sendable {
  /// The scenario's settings.
  public var settings: ScenarioSettings
  /// The past of each queue, in the order of the settings.
  public var history: [QueueHistory]
  /// Days that differ from their weekday, ascending.
  public var calendar: [CalendarEntry]
  /// Changes to the forecast, in the order in which they act.
  public var overrides: [ForecastOverride]
  /// The people, in file order.
  public var employees: [Employee]
  /// Who holds which skill when.
  public var skills: [SkillGrant]
  /// When people can work.
  public var availability: [Availability]
  /// When people are away.
  public var absences: [Absence]
  /// What people would like.
  public var preferences: [Preference]
  /// The last weeks' shifts.
  public var pastDuties: [PastDuty]
  /// Dates that are settled beforehand.
  public var locks: [RosterLock] = []
  /// Who follows which rotation.
  public var rotationPlaces: [RotationPlace] = []
  /// What people carried over from weeks before the past shifts.
  public var ledger: [LedgerEntry] = []
  /// When meetings are held, as far as it is settled.
  public var meetingTimes: [MeetingTime] = []
  /// Whose turn it was to be called in the last weeks.
  public var pastOnCall: [OnCallTurn] = []
  /// What is known of training; ``TrainingInputs/none`` where skills are what the grants say.
  public var training: TrainingInputs
  /// Who may use which skill when, worked out from grants and certificates; empty when there is no
  /// training, and the grants say it.
  public var skillSpans: [SkillSpan]
  /// Who is in which stage of a curriculum when, worked out from the enrolments.
  public var traineeSpans: [TraineeSpan]
  /// What a what-if expects otherwise; empty for the scenario as it is.
  public var assumptions: [ForecastAssumption] = []

  /// Makes inputs.
  public init(
    settings: ScenarioSettings,
    history: [QueueHistory] = [],
    calendar: [CalendarEntry] = [],
    overrides: [ForecastOverride] = [],
    employees: [Employee],
    skills: [SkillGrant] = [],
    availability: [Availability] = [],
    absences: [Absence] = [],
    preferences: [Preference] = [],
    pastDuties: [PastDuty] = [],
    training: TrainingInputs = .none,
    skillSpans: [SkillSpan] = [],
    traineeSpans: [TraineeSpan] = []
  ) {
    self.settings = settings
    self.history = history
    self.calendar = calendar
    self.overrides = overrides
    self.employees = employees
    self.skills = skills
    self.availability = availability
    self.absences = absences
    self.preferences = preferences
    self.pastDuties = pastDuties
    self.training = training
    self.skillSpans = skillSpans
    self.traineeSpans = traineeSpans
  }

  /// The calendar's entries for a date.
  public func calendarEntries(on date: LocalDate) -> [CalendarEntry] {
    calendar.filter { $0.date == date }
  }

  /// How many times as many contacts as usual the calendar expects on a date: the product of its
  /// factors, 1 without any.
  public func calendarFactor(on date: LocalDate) -> Double {
    calendarEntries(on: date).compactMap(\.factor).reduce(1, *)
  }

  /// The weekday whose opening hours and pattern a date follows: its own, Friday's on a make-up
  /// working day; `nil` when the calendar closes the date.
  public func operatingWeekday(on date: LocalDate) -> Weekday? {
    let kinds = calendarEntries(on: date).map(\.kind)
    if kinds.contains(.closed) { return nil }
    return kinds.contains(.makeUpDay) ? .friday : date.weekday
  }

  /// Whether the calendar closes a date on whose weekday some queue is open otherwise, such as a
  /// public holiday.
  public func isClosedWorkingDay(_ date: LocalDate) -> Bool {
    calendarEntries(on: date).contains { $0.kind == .closed }
      && settings.queues.contains { !$0.openingHours.windows(on: date.weekday).isEmpty }
  }

  /// Whether a queue takes contacts in each interval of a grid: an interval counts as open when
  /// its start lies in an opening window of its date, or of the date before past midnight.
  public func openIntervals(of queue: QueueSettings, on grid: TimeGrid) -> [Bool] {
    let first = grid.dates[0].adding(days: -1)
    let windows = (0...grid.dates.count).map { offset -> [ClockWindow] in
      operatingWeekday(on: first.adding(days: offset)).map(queue.openingHours.windows(on:)) ?? []
    }
    return (0..<grid.count).map { index in
      let local = grid.local(at: index)
      let day = local.date.daysSinceEpoch - first.daysSinceEpoch
      let minute = local.minuteOfDay
      return windows[day].contains { $0.start.minutes <= minute && minute < $0.endMinutes }
        || windows[day - 1].contains { minute + 1440 < $0.endMinutes }
    }
  }

  /// The queues, by position in the settings, that a person may serve through the whole of a
  /// date and, when `overMidnight`, the next one too.
  public func queues(servedBy employee: String, on date: LocalDate, overMidnight: Bool) -> [Int] {
    if hasCertificates {
      let site = employees.first { $0.id == employee }?.site
      return queues(
        allowedBy: skillSpans.filter { $0.employee == employee },
        from: date,
        days: overMidnight ? 2 : 1,
        zone: site.map(settings.zone(ofSite:)) ?? settings.zone
      )
    }
    let held = skills.filter { $0.employee == employee }
    let isHeld = { (skill: String, date: LocalDate) in
      held.contains { $0.skill == skill && $0.isHeld(on: date) }
    }
    return settings.queues.indices.filter { index in
      let skill = settings.queues[index].skill
      return isHeld(skill, date) && (!overMidnight || isHeld(skill, date.adding(days: 1)))
    }
  }
}
