public import Workforce

/// Where what is known of training lies: a scenario folder or a database.
public protocol TrainingSource: Sendable {
  /// The path, as the user gave it.
  var place: String { get }

  /// Everybody's attempts and certificates.
  ///
  /// Throws ``BadInput`` when files have errors, `ShiftwrightError` when something cannot be read.
  func book() throws -> TrainingBook

  /// Everything on record of one person, those who left included.
  ///
  /// Throws also when nobody has the identifier.
  func record(of employee: String) throws -> PersonalRecord

  /// How people's work was, by one measure, from one date to another.
  ///
  /// Throws as ``book()`` does.
  func performance(
    _ measure: PerformanceRecord.Measure,
    from first: LocalDate,
    through last: LocalDate
  ) throws -> [PerformanceRecord]
}
