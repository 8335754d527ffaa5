import Forecasting
import Synchronization
public import Workforce

/// Forecasts past weeks as if they were still to come, and judges each method by what came.
///
/// Every week is forecast from the rows before its cutoff alone. Weeks run side by side; results
/// do not depend on how many at once.
public struct BacktestRunner: Sendable {
  private let source: BacktestSource
  private let options: BacktestOptions

  /// Takes what to repeat, and whose past.
  public init(_ source: BacktestSource, options: BacktestOptions) {
    self.source = source
    self.options = options
  }

  /// One task: a week of one queue, some weeks ahead.
  private struct Task: Sendable {
    var subject: Int
    var origin: LocalDate
    var lead: Int
    /// Whether the week was asked for; the others are only looked ahead to.
    var isAsked: Bool
  }

  /// One result per queue.
  ///
  /// Throws when a granularity does not fit the history, and when `stop` is cancelled.
  public func run(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws(ShiftwrightError) -> [BacktestResult] {
    let subjects = try source.subjects(contactMinutes: contactMinutes)
    var granularities: [[Int]] = []
    for subject in subjects { granularities.append(try self.granularities(of: subject)) }
    let plans = zip(subjects, granularities).map { subject, lengths in
      WeekBacktest(subject: subject, granularities: lengths, methods: options.methods)
    }
    let tasks = subjects.indices.flatMap { subject in
      options.leads.flatMap { lead in
        mondays(lead: lead).map {
          Task(subject: subject, origin: $0, lead: lead, isAsked: options.origins.contains($0))
        }
      }
    }
    let weeks = judge(tasks, plans, stop, progress)
    if stop.isStopped {
      throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
    }
    return subjects.indices.map { index in
      BacktestResult(
        name: subjects[index].name,
        zone: subjects[index].zone,
        granularities: granularities[index],
        leads: options.leads,
        methods: options.methods,
        weeks: zip(tasks, weeks).filter { $0.0.subject == index && $0.0.isAsked }.map(\.1),
        ahead: zip(tasks, weeks).filter { $0.0.subject == index && !$0.0.isAsked }.map(\.1)
      )
    }
  }

  /// The Mondays to forecast at a lead: those asked for, and those that lie so many weeks after
  /// them, so that every origin looks ahead at every lead.
  private func mondays(lead: Int) -> [LocalDate] {
    let later = options.origins.map { $0.adding(days: 7 * (lead - 1)) }
    return Set(options.origins + later).sorted()
  }

  private func judge(
    _ tasks: [Task],
    _ plans: [WeekBacktest],
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) -> [BacktestWeek] {
    let done = Mutex(0)
    return parallelMap(count: tasks.count, threads: options.threads) { index in
      let task = tasks[index]
      let week = plans[task.subject].week(task.origin, lead: task.lead, stop: stop)
      let count = done.withLock { done in
        done += 1
        return done
      }
      progress?(
        StageProgress(
          stage: "backtest",
          fraction: Fraction(Double(count) / Double(tasks.count)),
          detail: "week of \(task.origin), lead \(task.lead)"
        )
      )
      return week
    }
  }

  /// The interval for single contacts: the longest that all granularities are multiples of.
  private var contactMinutes: Int {
    guard let asked = options.granularities else { return 15 }
    return [60, 30, 15, 10, 5].first { minutes in asked.allSatisfy { $0 % minutes == 0 } } ?? 5
  }

  /// The granularities asked for, or all usual ones that the history gives.
  private func granularities(of subject: BacktestSubject) throws(ShiftwrightError) -> [Int] {
    let last = options.origins.max().map { $0.adding(days: 7 * (1 - (options.leads.min() ?? 1))) }
    guard let last else { return [] }
    let interval = try subject.intervalMinutes(before: last)
    guard let asked = options.granularities else {
      return Set([interval, 15, 30, 1440]).filter { $0 % interval == 0 }.sorted()
    }
    guard let wrong = asked.first(where: { $0 % interval != 0 }) else { return asked }
    let possible = [5, 10, 15, 30, 60].filter { $0 % interval == 0 }.map(String.init) + ["day"]
    throw ShiftwrightError(
      """
      The granularity of \(wrong) minutes does not fit \(subject.name), which has intervals of \
      \(interval) minutes.
      Give multiples of that which divide a day: \(possible.joined(separator: ",")).
      """
    )
  }
}
