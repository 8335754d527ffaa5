import Workforce

/// How long people handle contacts, compared with the mean of the queue: by the level of the skill
/// that they hold on the day, by tenure, and by how much of a person they count for in a stage.
struct HandleFactors {
  private let settings: ScenarioSettings
  private let hired: [String: LocalDate]
  private let held: SkillLevels
  private let hasTrainees: Bool

  init(_ inputs: PlanningInputs) {
    settings = inputs.settings
    hired = Dictionary(
      inputs.employees.compactMap { person in person.hired.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    held = SkillLevels(inputs)
    hasTrainees = !inputs.traineeSpans.isEmpty
  }

  /// Shift by shift and queue by queue; empty when all are 1.
  func factors(of shifts: [SimulatedShift], _ employees: [String]) -> [Double] {
    guard !settings.proficiency.isEven || hasTrainees else { return [] }
    let factors = shifts.flatMap { shift in
      let date = LocalDate(daysSinceEpoch: shift.day)
      return settings.queues.map { factor(employees[shift.employee], $0.skill, on: date) }
    }
    return factors.allSatisfy { $0 == 1 } ? [] : factors
  }

  /// The factor of the person who handled a recorded contact; 1 where nobody is named who holds the
  /// queue's skill on the date.
  func factor(of contact: PastContact, queue: Int) -> Double {
    guard let employee = contact.employee else { return 1 }
    let date = settings.zone.local(at: contact.record.arrived).date
    let skill = settings.queues[queue].skill
    let isSkilled = !held.levels(of: employee, skill, on: date).isEmpty
    return isSkilled ? factor(employee, skill, on: date) : 1
  }

  /// The factor of a person on a date; of several levels that they hold, the quickest counts.
  ///
  /// Somebody who counts for half a person takes twice as long.
  func factor(_ employee: String, _ skill: String, on date: LocalDate) -> Double {
    let factor = settings.proficiency.factor(
      levels: held.levels(of: employee, skill, on: date),
      hired: hired[employee],
      on: date
    )
    let tenths = hasTrainees ? held.stage(of: employee, on: date)?.tenths ?? 10 : 10
    return tenths == 10 || tenths == 0 ? factor : factor * 10 / Double(tenths)
  }

  /// Whether a person serves on a date: not in a stage that counts for nothing.
  func serves(_ employee: String, on date: LocalDate) -> Bool {
    !hasTrainees || held.stage(of: employee, on: date)?.tenths != 0
  }
}
