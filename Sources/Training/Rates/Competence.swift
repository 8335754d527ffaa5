public import Workforce

/// How many days people need from their enrolment to all certificates of a stage.
public struct Competence: Hashable, Sendable {
  /// The days of each person, ascending.
  public let days: [Int]
  /// The middle of them; `nil` for nobody.
  public let median: Double?
  /// An interval of the median from order statistics, with at least 95 %; `nil` for too few.
  public let interval: ClosedRange<Int>?

  /// Makes a summary.
  public init(days: [Int]) {
    let sorted = days.sorted()
    self.days = sorted
    let (count, middle) = (sorted.count, sorted.count / 2)
    median =
      count == 0
      ? nil
      : count % 2 == 1
        ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    let skipped = Self.skipped(of: count)
    interval = skipped.map { sorted[$0]...sorted[count - 1 - $0] }
  }

  /// The days of everybody who holds, or once held, all certificates of a stage; those who are not
  /// done yet are left out.
  ///
  /// - Parameters:
  ///   - training: Curricula, enrolments and certificates.
  ///   - curriculum: The curriculum's name.
  ///   - stage: The stage's position, from 0.
  public init(_ training: TrainingInputs, curriculum: String, stage: Int) {
    let certificates = Dictionary(
      grouping: training.certifications.filter { !$0.isRevoked },
      by: \.employee
    )
    let own = training.enrolments.filter { $0.curriculum == curriculum }
    self.init(
      days: own.compactMap { enrolment -> Int? in
        guard let version = training.curriculum(curriculum, on: enrolment.from),
          version.stages.indices.contains(stage)
        else { return nil }
        let attained = version.stages[stage].courses.map { course in
          certificates[enrolment.employee, default: []].filter {
            $0.course == course && $0.attained >= enrolment.from
          }.map(\.attained).min()
        }
        let known = attained.compactMap(\.self)
        guard known.count == attained.count, let last = known.max() else { return nil }
        return last.daysSinceEpoch - enrolment.from.daysSinceEpoch
      }
    )
  }

  /// How many values of `count` can be left out at each end: the most for which a fair coin shows
  /// at most so many heads with a chance of at most 2.5 %.
  private static func skipped(of count: Int) -> Int? {
    guard count > 0 else { return nil }
    // Beyond this the smallest terms have no room in a double.
    guard count <= 1000 else { return largeSkipped(of: count) }
    var term = 1.0
    for _ in 0..<count { term /= 2 }
    var sum = 0.0
    var skipped: Int?
    for heads in 0..<count {
      sum += term
      if sum > 0.025 { break }
      skipped = heads
      term *= Double(count - heads) / Double(heads + 1)
    }
    return skipped
  }

  /// The same by the normal approximation.
  private static func largeSkipped(of count: Int) -> Int {
    let half = WilsonInterval.quantile95 * Double(count).squareRoot() / 2
    return Int((Double(count) / 2 - half).rounded(.down)) - 1
  }
}
