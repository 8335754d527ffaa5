/// Days on which a person is in a stage of a curriculum, worked out from the enrolments.
public struct TraineeSpan: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// First day.
  public var from: LocalDate
  /// First day after it.
  public var until: LocalDate
  /// The stage.
  public var stage: Curriculum.Stage

  /// Makes a span.
  public init(employee: String, from: LocalDate, until: LocalDate, stage: Curriculum.Stage) {
    self.employee = employee
    self.from = from
    self.until = until
    self.stage = stage
  }

  /// True on the days of the span.
  public func contains(_ date: LocalDate) -> Bool { from <= date && date < until }
}
