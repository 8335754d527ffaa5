import Workforce

/// The lines of the input files by person, so that each is found at once.
struct PeopleIndex {
  private let skills: [String: [SkillGrant]]
  private let spans: [String: [SkillSpan]]
  private let availability: [String: [Availability]]
  private let absences: [String: [Absence]]
  private let preferences: [String: [Preference]]
  private let pastDuties: [String: [PastDuty]]
  private let certificates: [String: Set<String>]
  private let stages: [String: [TraineeSpan]]
  private let courses: [LocalDate: [Course]]

  init(inputs: PlanningInputs, week: TimeGrid) {
    skills = Dictionary(grouping: inputs.skills, by: \.employee)
    spans = inputs.skillSpansByEmployee
    availability = Dictionary(grouping: inputs.availability, by: \.employee)
    absences = Dictionary(grouping: inputs.absences, by: \.employee)
    preferences = Dictionary(grouping: inputs.preferences, by: \.employee)
    let training = inputs.training
    certificates = Dictionary(grouping: training.certifications.filter { !$0.isRevoked }) {
      $0.employee
    }.mapValues { Set($0.map(\.course)) }
    stages = Dictionary(grouping: inputs.traineeSpans, by: \.employee)
    let names = Set(training.courses.map(\.name)).sorted()
    courses = Dictionary(
      week.dates.map { date in (date, names.compactMap { training.course($0, on: date) }) },
      uniquingKeysWith: { first, _ in first }
    )
    let monday = week.dates[0]
    pastDuties = Dictionary(
      grouping: inputs.pastDuties.filter { $0.start.date < monday },
      by: \.employee
    )
  }

  func skills(of employee: Employee) -> [SkillGrant] { skills[employee.id] ?? [] }
  func spans(of employee: Employee) -> [SkillSpan] { spans[employee.id] ?? [] }
  func availability(of employee: Employee) -> [Availability] { availability[employee.id] ?? [] }
  func absences(of employee: Employee) -> [Absence] { absences[employee.id] ?? [] }
  func preferences(of employee: Employee) -> [Preference] { preferences[employee.id] ?? [] }
  func pastDuties(of employee: Employee) -> [PastDuty] { pastDuties[employee.id] ?? [] }

  /// Courses of which the person has a certificate that was not taken back, in force or not.
  func certificates(of employee: Employee) -> Set<String> { certificates[employee.id] ?? [] }
  /// The stage of a curriculum in which a person is on a date; `nil` for somebody in service.
  func stage(of employee: Employee, on date: LocalDate) -> Curriculum.Stage? {
    stages[employee.id]?.last { $0.contains(date) }?.stage
  }
  /// Each course as it is on a date of the week.
  func courses(on date: LocalDate) -> [Course] { courses[date] ?? [] }

  /// Whether a person is employed on one of the dates at least.
  func isEmployed(_ employee: Employee, during dates: [LocalDate]) -> Bool {
    dates.contains { date in
      (employee.hired.map { $0 <= date } ?? true) && (employee.leaves.map { date <= $0 } ?? true)
    }
  }
}
