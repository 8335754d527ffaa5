public import Workforce

/// Small scenarios for tests; everything not named is permissive, so a test names what it is about.
public enum ScenarioFixtures {
  /// The week of most tests: 2026-03-02 to 2026-03-08.
  public static let week = week("2026-W10")

  /// Reads a week; a test that misspells it ends.
  public static func week(_ text: String) -> ISOWeek { parsed(ISOWeek(text), text) }
  /// Reads a date; a test that misspells it ends.
  public static func date(_ text: String) -> LocalDate { parsed(LocalDate(text), text) }
  /// Reads a local time; a test that misspells it ends.
  public static func time(_ text: String) -> LocalDateTime { parsed(LocalDateTime(text), text) }
  /// Reads a window; a test that misspells it ends.
  public static func window(_ text: String) -> ClockWindow { parsed(ClockWindow(text), text) }
  /// Reads a time of day; a test that misspells it ends.
  public static func clock(_ text: String) -> ClockTime { parsed(ClockTime(text), text) }
  /// Looks a zone up; a test that misspells it ends.
  public static func zone(_ name: String) -> Zone { parsed(Zone(identifier: name), name) }
  /// Makes a share; a test outside 0…1 ends.
  public static func share(_ value: Double) -> Fraction { parsed(Fraction(value), "\(value)") }

  private static func parsed<Value>(_ value: Value?, _ text: String) -> Value {
    guard let value else { preconditionFailure("\(text) is not readable") }
    return value
  }

  /// Everyone of the same contract and site.
  public static func people(_ ids: String..., contract: String = "contract") -> [Employee] {
    ids.map { Employee(id: $0, name: "Name of \($0)", site: "site", contract: contract) }
  }

  /// A queue that is open in one window of some weekdays.
  public static func queue(
    _ name: String = "phone",
    skill: String? = nil,
    open: String = "00:00-24:00",
    on weekdays: [Weekday] = Weekday.allCases,
    weight: Double = 1
  ) -> QueueSettings {
    QueueSettings(
      name: name,
      channel: .phone,
      skill: skill ?? name,
      openingHours: OpeningHours(
        windows: Weekday.allCases.map { weekdays.contains($0) ? [window(open)] : [] }
      ),
      target: ServiceTarget(serviceLevel: share(0.8), threshold: .seconds(20)),
      averageHandleTime: .seconds(240),
      weight: weight
    )
  }

  /// A shape of shifts whose stretches of work are free unless told.
  public static func template(
    _ name: String = "shift",
    minutes: Int,
    breaks: [BreakTemplate] = [],
    stretch: ClosedRange<Int> = 0...1440
  ) -> ShiftTemplate {
    ShiftTemplate(
      name: name,
      length: .minutes(minutes),
      breaks: breaks,
      minimumStretch: .minutes(stretch.lowerBound),
      maximumStretch: .minutes(stretch.upperBound)
    )
  }

  /// A contract that forbids nothing unless told; hours and days are those of a week.
  public static func contract(
    _ name: String = "contract",
    wage: Double = 20,
    hours: ClosedRange<Double> = 0...168,
    overtimeAfter: Double = 168,
    days: ClosedRange<Int> = 0...7,
    templates: [String] = ["shift"],
    window: String? = nil,
    rules: TourRuleSettings = TourRuleSettings(
      minimumRest: .zero,
      maximumConsecutiveDays: 7,
      maximumStartChange: nil
    )
  ) -> ContractSettings {
    ContractSettings(
      name: name,
      wagePerHour: wage,
      minimumWeeklyHours: .hours(hours.lowerBound),
      maximumWeeklyHours: .hours(hours.upperBound),
      overtimeAfter: .hours(overtimeAfter),
      minimumDays: days.lowerBound,
      maximumDays: days.upperBound,
      shiftTemplates: templates,
      shiftWindow: window.map(Self.window),
      rules: rules
    )
  }

  /// Inputs in which everyone holds every queue's skill; change the result for more.
  public static func inputs(
    people: [Employee],
    queues: [QueueSettings] = [queue()],
    templates: [ShiftTemplate] = [template(minutes: 480)],
    contracts: [ContractSettings] = [contract()],
    costs: CostSettings = CostSettings(),
    zone: Zone = .utc,
    intervalMinutes: Int = 60,
    slotMinutes: Int = 30,
    startMinutes: Int = 30,
    overtimeBudget: Duration? = nil
  ) -> PlanningInputs {
    PlanningInputs(
      settings: ScenarioSettings(
        name: "Test",
        zone: zone,
        intervalMinutes: intervalMinutes,
        rosterSlotMinutes: slotMinutes,
        shiftStartMinutes: startMinutes,
        queues: queues,
        sites: [Site(name: "site", overtimeBudget: overtimeBudget)],
        shiftTemplates: templates,
        contracts: contracts,
        costs: costs
      ),
      employees: people,
      skills: people.flatMap { person in
        queues.map { SkillGrant(employee: person.id, skill: $0.skill) }
      }
    )
  }

  /// A requirement for a week: what `rostered` says by queue position and local time where the
  /// queue is open, none elsewhere.
  public static func requirement(
    _ inputs: PlanningInputs,
    week: ISOWeek = week,
    rostered: (Int, LocalDateTime) -> Int
  ) -> Requirement {
    let settings = inputs.settings
    let made = TimeGrid(week: week, stepMinutes: settings.intervalMinutes, zone: settings.zone)
    let grid = parsed(made, "a grid of \(settings.intervalMinutes) minutes")
    let queues = settings.queues.enumerated().map { position, queue in
      let open = inputs.openIntervals(of: queue, on: grid)
      return QueueRequirement(
        queue: queue.name,
        intervals: (0..<grid.count).map {
          interval(rostered: open[$0] ? rostered(position, grid.local(at: $0)) : 0)
        }
      )
    }
    return Requirement(grid: grid, queues: queues)
  }

  private static func interval(rostered: Int) -> IntervalRequirement {
    IntervalRequirement(
      agents: rostered,
      rostered: rostered,
      offeredLoad: Double(rostered) * 0.8,
      serviceLevel: 0.8,
      occupancy: 0.8,
      bindingTarget: rostered == 0 ? .none : .serviceLevel
    )
  }
}
