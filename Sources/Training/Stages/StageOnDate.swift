public import Workforce

/// In which stage of which curriculum people are.
public struct StageOnDate: Sendable {
  /// Somebody's stretch of a curriculum.
  public struct PersonStage: Hashable, Sendable {
    /// The curriculum's name.
    public var curriculum: String
    /// The stage's position, from 0.
    public var number: Int
    /// The stage.
    public var stage: Curriculum.Stage
    /// First day.
    public var from: LocalDate
    /// First day after it.
    public var until: LocalDate
  }

  private let training: TrainingInputs
  private let enrolments: [String: [CurriculumEnrolment]]
  private let mentorings: [String: [Mentoring]]

  /// Takes the curricula and who is on them.
  public init(_ training: TrainingInputs) {
    self.training = training
    enrolments = Dictionary(grouping: training.enrolments, by: \.employee)
    mentorings = Dictionary(grouping: training.mentorings, by: \.employee)
  }

  /// The stage of a person on a date; `nil` for somebody in service.
  public func stage(of employee: String, on date: LocalDate) -> PersonStage? {
    stages(of: employee).last { $0.from <= date && date < $0.until }
  }

  /// All stages of a person, in order; a later enrolment ends what is left of the one before.
  public func stages(of employee: String) -> [PersonStage] {
    let own = enrolments[employee, default: []].enumerated().sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }.map(\.element)
    return own.enumerated().flatMap { index, enrolment -> [PersonStage] in
      let end = index + 1 < own.count ? own[index + 1].from : nil
      return stages(of: enrolment, before: end)
    }
  }

  /// Who looks after a person on a date, in file order.
  public func mentors(of employee: String, on date: LocalDate) -> [String] {
    mentorings[employee, default: []].filter { $0.from <= date && date <= $0.until }.map(\.mentor)
  }

  /// The curriculum, in the version that a person follows on a date; `nil` for none.
  public func curriculum(of employee: String, on date: LocalDate) -> Curriculum? {
    enrolment(of: employee, on: date).flatMap { training.curriculum($0.curriculum, on: $0.from) }
  }

  /// The enrolment that holds for a person on a date; `nil` for none.
  func enrolment(of employee: String, on date: LocalDate) -> CurriculumEnrolment? {
    let own = enrolments[employee, default: []].filter { $0.from <= date }
    let latest = own.enumerated().max {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }
    return latest?.element
  }

  private func stages(of enrolment: CurriculumEnrolment, before end: LocalDate?) -> [PersonStage] {
    guard let curriculum = training.curriculum(enrolment.curriculum, on: enrolment.from) else {
      return []
    }
    var from = enrolment.from
    var stages: [PersonStage] = []
    for (number, stage) in curriculum.stages.enumerated() {
      let until =
        switch stage.length {
        case .days(let days): from.adding(days: days)
        case .months(let months): LapseRule.date(from, plusMonths: months)
        }
      let cut = end.map { min($0, until) } ?? until
      guard from < cut else { break }
      stages.append(
        PersonStage(
          curriculum: curriculum.name,
          number: number,
          stage: stage,
          from: from,
          until: cut
        )
      )
      from = until
    }
    return stages
  }
}
