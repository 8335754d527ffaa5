public import Workforce

/// A synthetic bank's service center of any size, the same for the same options.
///
/// Weekdays have two peaks, Saturdays are weak, Sundays closed. Pay days, month ends, a campaign
/// and holidays move the volumes; chat grows; bots take over part of some queues. Volumes are
/// scaled to the head-count: see ``SampleOptions/isUnderstaffed``.
public struct SampleScenario: Sendable {
  /// What was asked for.
  public let options: SampleOptions

  /// Prepares a scenario.
  public init(options: SampleOptions) { self.options = options }

  private static let shrinkage = 0.08

  /// The scenario; time grows with people and with queues times weeks.
  public func inputs() -> PlanningInputs {
    let queues = SampleQueue.catalogue(options.queues)
    let people = SamplePeople(options: options)
    let calendar = SampleCalendar.entries(
      from: options.week.adding(weeks: -options.weeks).monday,
      through: options.week.adding(weeks: 8).monday
    )
    let volumes = SampleVolumes(
      queues: queues,
      calendar: calendar,
      options: options,
      shrinkage: Self.shrinkage,
      workedHours: people.workedHours
    )
    let wishes = SampleWishes(people: people, calendar: calendar)
    guard let zone = Zone(identifier: "Europe/London") else {
      preconditionFailure("the time zone database lacks Europe/London")
    }
    let settings = settings(queues, zone)
    let skills = people.skills(queues, need: queues.indices.map(volumes.neededHours))
    let history = SampleHistory(volumes: volumes, zone: settings.zone, seed: options.seed)
    return PlanningInputs(
      settings: settings,
      history: queues.indices.map { index in
        QueueHistory(
          queue: queues[index].settings.name,
          intervalMinutes: 30,
          records: history.records(of: index)
        )
      },
      calendar: calendar,
      employees: people.employees,
      skills: skills,
      availability: wishes.availability,
      absences: people.absences,
      preferences: wishes.preferences,
      pastDuties: wishes.pastDuties,
      training: options.hasTraining
        ? SampleTraining(people: people, skills: skills, sites: settings.sites).training : .none
    )
  }

  /// The personal results that go with the scenario; none without training.
  public func records(for inputs: PlanningInputs) -> TrainingRecords {
    options.hasTraining ? SampleResults(options: options, inputs: inputs).records : .none
  }

  private func settings(_ queues: [SampleQueue], _ zone: Zone) -> ScenarioSettings {
    ScenarioSettings(
      name: options.name,
      isSynthetic: true,
      zone: zone,
      intervalMinutes: 30,
      rosterSlotMinutes: 15,
      shiftStartMinutes: 30,
      seed: options.seed,
      currency: "GBP",
      shrinkage: Fraction(Self.shrinkage) ?? .zero,
      queues: queues.map(\.settings),
      sites: SamplePeople.sites(people: options.people),
      shiftTemplates: SampleStaff.shiftTemplates,
      contracts: SampleStaff.contracts,
      costs: CostSettings(cover: .service),
      targetPeriod: .eachDay
    )
  }
}
