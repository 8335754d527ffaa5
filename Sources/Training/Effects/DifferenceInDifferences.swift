public import Workforce

/// What a course changed in people's work: how those who took it changed, less how colleagues who
/// did not changed over the same days.
public struct DifferenceInDifferences: Sendable {
  /// Which days are compared.
  public struct Windows: Hashable, Sendable {
    /// Days before the course, and days after it; above 0.
    public var days: Int
    /// Days after the course that are left out.
    public var skipped: Int

    /// Makes windows.
    public init(days: Int = 28, skipped: Int = 7) {
      self.days = max(1, days)
      self.skipped = max(0, skipped)
    }

    func before(_ date: LocalDate) -> Range<LocalDate> { date.adding(days: -days)..<date }

    func after(_ date: LocalDate) -> Range<LocalDate> {
      let first = date.adding(days: 1 + skipped)
      return first..<first.adding(days: days)
    }
  }

  /// Somebody who took the course.
  public struct Trained: Hashable, Sendable {
    /// The person's identifier.
    public var employee: String
    /// The day of the course.
    public var date: LocalDate
    /// The group of people of the same queues.
    public var group: String
    /// Days on which the person took other courses.
    public var otherCourses: [LocalDate]

    /// Makes an entry.
    public init(
      employee: String,
      date: LocalDate,
      group: String,
      otherCourses: [LocalDate] = []
    ) {
      self.employee = employee
      self.date = date
      self.group = group
      self.otherCourses = otherCourses
    }
  }

  /// Fewer people on a side get a warning.
  public static let fewPeople = 10

  private let trained: [Trained]
  private let dates: [String: LocalDate]
  private let windows: Windows
  private let records: [PerformanceRecord]
  private let groups: [String: [String]]

  /// Takes who took the course when, and everybody's work.
  ///
  /// Somebody counts as a colleague only while not trained: who took the course before the end of
  /// the days that are compared does not.
  ///
  /// - Parameters:
  ///   - trained: Who took the course.
  ///   - groups: The people of each group, by identifier.
  ///   - records: Everybody's work.
  ///   - windows: Which days are compared.
  public init(
    _ trained: [Trained],
    groups: [String: [String]],
    records: [PerformanceRecord],
    windows: Windows = Windows()
  ) {
    self.trained = trained
    self.groups = groups
    self.records = records
    self.windows = windows
    dates = Dictionary(trained.map { ($0.employee, $0.date) }) { min($0, $1) }
  }

  /// The effect by one measure; `nil` where no trained person has days on both sides.
  public func effect(on measure: PerformanceRecord.Measure) -> EffectEstimate? {
    let work = WorkDays(records, measure)
    let own = trained.compactMap { entry in
      change(of: entry.employee, around: entry.date, work).map { (entry: entry, change: $0) }
    }
    guard !own.isEmpty else { return nil }
    let changes = own.map { $0.change.after - $0.change.before }
    let others = colleaguesChanges(own.map(\.entry), work)
    let othersChange = WelchDifference.mean(others)
    let count = Double(own.count)
    return EffectEstimate(
      measure: measure,
      trained: own.count,
      others: others.count,
      before: own.reduce(0) { $0 + $1.change.before } / count,
      after: own.reduce(0) { $0 + $1.change.after } / count,
      trainedChange: WelchDifference.mean(changes),
      othersChange: othersChange,
      effect: WelchDifference.difference(changes, others),
      warnings: warnings(own.map(\.entry), others: others.count, othersChange, work)
    )
  }

  private func change(of employee: String, around date: LocalDate, _ work: WorkDays)
    -> (before: Double, after: Double)?
  {
    guard let before = work.mean(of: employee, windows.before(date)),
      let after = work.mean(of: employee, windows.after(date))
    else { return nil }
    return (before, after)
  }

  private struct Beside: Hashable {
    var group: String
    var date: LocalDate
  }

  /// One change per colleague: the mean over the dates of the trained people beside whom they
  /// stand.
  ///
  /// Trained people of one group and date have the same colleagues, who change alike beside each.
  private func colleaguesChanges(_ entries: [Trained], _ work: WorkDays) -> [Double] {
    var counts: [Beside: Double] = [:]
    for entry in entries { counts[Beside(group: entry.group, date: entry.date), default: 0] += 1 }
    let order = counts.sorted { ($0.key.group, $0.key.date) < ($1.key.group, $1.key.date) }
    var sums: [String: (sum: Double, count: Double)] = [:]
    for (beside, count) in order {
      let end = windows.after(beside.date).upperBound
      for colleague in groups[beside.group, default: []] {
        if let own = dates[colleague], own < end { continue }
        guard let change = change(of: colleague, around: beside.date, work) else { continue }
        let before = sums[colleague] ?? (0, 0)
        sums[colleague] = (
          before.sum + (change.after - change.before) * count, before.count + count
        )
      }
    }
    return sums.sorted { $0.key < $1.key }.map { $0.value.sum / $0.value.count }
  }

  private func warnings(
    _ entries: [Trained],
    others: Int,
    _ othersChange: EffectEstimate.Change,
    _ work: WorkDays
  ) -> [EffectEstimate.Warning] {
    var warnings: [EffectEstimate.Warning] = []
    if min(entries.count, others) < Self.fewPeople {
      warnings.append(.tooFew(trained: entries.count, others: others))
    }
    if othersChange.isOff { warnings.append(.othersChanged) }
    if trend(entries, work).isOff { warnings.append(.trendBefore) }
    let mixed = entries.count { entry in
      let dates = windows.before(entry.date).lowerBound..<windows.after(entry.date).upperBound
      return entry.otherCourses.contains(where: dates.contains)
    }
    if mixed > 0 { warnings.append(.otherCourse(people: mixed)) }
    return warnings
  }

  /// How the second half of the days before differs from the first, over the trained.
  private func trend(_ entries: [Trained], _ work: WorkDays) -> EffectEstimate.Change {
    let differences = entries.compactMap { entry -> Double? in
      let days = windows.before(entry.date)
      let middle = days.lowerBound.adding(days: windows.days / 2)
      guard let first = work.mean(of: entry.employee, days.lowerBound..<middle),
        let second = work.mean(of: entry.employee, middle..<days.upperBound)
      else { return nil }
      return second - first
    }
    return WelchDifference.mean(differences)
  }
}
