public import Workforce

/// Re-forecasts the rest of a day for the queues of a scenario.
///
/// It learns from the history before the day and from what the day has brought so far.
public struct IntradayBuilder: Sendable {
  /// One queue's day as it is expected now.
  public struct QueueDay: Sendable {
    /// The queue's name.
    public let queue: String
    /// Whether the queue is open, per interval of the grid.
    public let isOpen: [Bool]
    /// What came, per interval; `nil` from the update on and where nothing was recorded.
    public let came: [Double?]
    /// Expected arrivals and their quantiles per interval of the wall clock.
    public let distribution: RootDistribution
    /// What was found on the way.
    public let findings: [Diagnostic]
  }

  private let inputs: PlanningInputs

  /// Makes a builder over a scenario whose history includes what has come so far.
  public init(inputs: PlanningInputs) { self.inputs = inputs }

  /// The queues that are open on the grid's day, in the order of the settings.
  ///
  /// - Parameters:
  ///   - grid: The planning intervals of the day.
  ///   - now: The first interval that is still to come.
  ///   - counts: What came, per queue of the settings and interval.
  ///   - overrides: Per queue and interval, how many times the method's own number the planners
  ///     expect; the update keeps these factors.
  /// - Returns: One entry per open queue with usable history before the day, and what is to be said
  ///   of the others.
  public func days(
    on grid: TimeGrid,
    now: Int,
    counts: [[Double?]],
    overrides: [[Double]]
  ) -> (days: [QueueDay], leftOut: [Diagnostic]) {
    var days: [QueueDay] = []
    var leftOut: [Diagnostic] = []
    for (index, queue) in inputs.settings.queues.enumerated() {
      let isOpen = inputs.openIntervals(of: queue, on: grid)
      guard isOpen.contains(true) else { continue }
      do throws(ShiftwrightError) {
        days.append(try day(queue, grid, now, counts[index], overrides[index], isOpen))
      } catch {
        let lines = error.message.split(separator: "\n", maxSplits: 1).map(String.init)
        leftOut.append(
          Diagnostic(
            .warning,
            file: "",
            message: lines[0] + " It is left out.",
            suggestion: lines.count > 1 ? lines[1] : ""
          )
        )
      }
    }
    return (days, leftOut)
  }

  private func day(
    _ queue: QueueSettings,
    _ grid: TimeGrid,
    _ now: Int,
    _ came: [Double?],
    _ overrides: [Double],
    _ isOpen: [Bool]
  ) throws(ShiftwrightError) -> QueueDay {
    let date = grid.dates[0]
    var work = QueueWork(inputs: inputs, queue: queue, grid: grid, cutoff: date)
    let past = try work.past()
    let target = work.targets[0]
    let cells = target.isOpen.count
    let factor = inputs.calendarFactor(on: date)
    var seen = [Double?](repeating: nil, count: cells)
    var factors = [Double](repeating: factor, count: cells)
    for index in 0..<grid.count where isOpen[index] {
      let cell = grid.cell(of: index)
      factors[cell] = factor * overrides[index]
      if index < now, let count = came[index], factors[cell] > 0 {
        seen[cell] = count / factors[cell]
      }
    }
    let update = IntradayUpdate(target: target, after: past, calendar: work.calendar)
    let end = now < grid.count ? grid.cell(of: now) : cells
    guard let distribution = update.updated(with: seen, before: end) else {
      throw ShiftwrightError(
        """
        contacts.csv: queue '\(queue.name)' has no usable contacts before \(date).
        Add its history, or remove the queue from scenario.yaml.
        """
      )
    }
    return QueueDay(
      queue: queue.name,
      isOpen: isOpen,
      came: came.indices.map { $0 < now ? came[$0] : nil },
      distribution: distribution.scaled(byInterval: factors),
      findings: work.findings + oddness(of: seen, before: end, update, queue.name)
    )
  }

  /// A warning when what came is nothing like any day of the past.
  private func oddness(
    of seen: [Double?],
    before end: Int,
    _ update: IntradayUpdate,
    _ queue: String
  ) -> [Diagnostic] {
    let known = seen.indices.filter { $0 < end && seen[$0] != nil }
    guard let dayAhead = update.dayAhead, !known.isEmpty else { return [] }
    var mask = [Double](repeating: 0, count: seen.count)
    for cell in known { mask[cell] = 1 }
    let expected = dayAhead.scaled(byInterval: mask)
    let sum = known.reduce(0) { $0 + (seen[$1] ?? 0) }
    let below = expected.probability(of: 0..<seen.count, atMost: sum)
    guard below < 1e-5 || below > 1 - 1e-5 else { return [] }
    return [
      Diagnostic(
        .warning,
        file: "",
        message: "queue '\(queue)': far \(below < 0.5 ? "fewer" : "more") contacts came than on"
          + " any usual day; what is expected now follows them only in part.",
        suggestion: "Check the record for an outage, or name the cause in calendar.csv."
      )
    ]
  }
}
