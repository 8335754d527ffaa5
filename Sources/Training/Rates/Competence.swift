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

  /// The stages with courses of every curriculum, each with the days from enrolment to the last of
  /// its certificates, of everybody who has them all by a date.
  ///
  /// - Parameters:
  ///   - book: Curricula, enrolments and certificates.
  ///   - date: The day on which is asked.
  /// - Returns: The stages in the order of the curricula.
  public static func stages(of book: TrainingBook, on date: LocalDate) -> [StageCompetence] {
    let training = book.inputs.training
    let courses = NameTable(book.courses)
    let people = book.positions
    var stages: [StageCompetence] = []
    for name in NameTable(training.curricula.map(\.name)).names {
      let own = training.enrolments.filter { $0.curriculum == name && $0.from <= date }
      let count = training.curricula.filter { $0.name == name }.map(\.stages.count).max() ?? 0
      for number in 0..<count {
        var title: String?
        let days = own.compactMap { enrolment -> Int? in
          guard let person = people[enrolment.employee],
            let version = training.curriculum(name, on: enrolment.from),
            version.stages.indices.contains(number), !version.stages[number].courses.isEmpty
          else { return nil }
          let stage = version.stages[number]
          title = stage.name
          let needed = stage.courses.map(courses.known)
          return lastPass(book.certificates[person], needed, from: enrolment.from, through: date)
        }
        guard let title else { continue }
        let summary = Competence(days: days)
        stages.append(StageCompetence(curriculum: name, stage: title, summary))
      }
    }
    return stages
  }

  /// Days from a date to the last of the first passes of some courses; `nil` while one is missing.
  private static func lastPass(
    _ own: [TrainingBook.Certificate],
    _ courses: [Int?],
    from first: LocalDate,
    through last: LocalDate
  ) -> Int? {
    let days = first.daysSinceEpoch...max(first, last).daysSinceEpoch
    let passes = courses.map { course in
      own.filter {
        Int($0.course) == course && !$0.isRevoked && days.contains(Int($0.attained))
      }.map(\.attained).min()
    }
    let known = passes.compactMap(\.self)
    guard known.count == passes.count, let latest = known.max() else { return nil }
    return Int(latest) - first.daysSinceEpoch
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

extension StageCompetence {
  init(curriculum: String, stage: String, _ days: Competence) {
    self.init(
      curriculum: curriculum,
      stage: stage,
      people: days.days.count,
      median: days.median,
      interval: days.interval
    )
  }
}
