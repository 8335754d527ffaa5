public import Workforce

/// A queue and a moment on the wall clock, as someone asks about them.
public struct QueueTime: Hashable, Sendable {
  /// The queue's name.
  public let queue: String
  /// The moment; the interval that holds it is meant.
  public let time: LocalDateTime

  /// Reads `phone 2026-03-03T10:30`, in one text or several; `nil` when it is something else.
  public init?(_ words: [String]) {
    let words = words.flatMap { $0.split(separator: " ") }
    let readings = [1, 2].filter { words.count > $0 }.compactMap { count in
      LocalDateTime(words.suffix(count).joined(separator: " ")).map { (count, $0) }
    }
    guard let (count, time) = readings.first else { return nil }
    self.time = time
    queue = words.dropLast(count).joined(separator: " ")
  }

  /// The queue's and the interval's position, or everything that is wrong with them.
  ///
  /// - Parameters:
  ///   - queues: The names of the queues.
  ///   - grid: The planning intervals that there are.
  /// - Returns: The two positions; no value where something is wrong.
  public func place(
    among queues: [String],
    in grid: TimeGrid
  ) -> Loaded<(queue: Int, index: Int)> {
    let findings = FileFindings(file: "")
    let number = queues.firstIndex(of: queue)
    if number == nil { findings.report("queue", .unknown("queue", queue, queues)) }
    let index = grid.index(of: grid.zone.instant(at: time))
    if case .skipped = grid.zone.resolve(time) {
      findings.report("time", .skippedMoment(time))
    } else if !(0..<grid.count).contains(index) {
      findings.report("time", .outsideForecast(time, grid.dates))
    }
    return Loaded(number.map { ($0, index) }, diagnostics: findings.diagnostics)
  }
}

extension Problem {
  fileprivate static func skippedMoment(_ time: LocalDateTime) -> Problem {
    Problem(
      "the wall clock never shows \(time): the clocks go forward over it.",
      "Give a time before or after the change."
    )
  }

  fileprivate static func outsideForecast(_ time: LocalDateTime, _ dates: [LocalDate]) -> Problem {
    let span = "\(dates.first?.description ?? "") to \(dates.last?.description ?? "")"
    return Problem(
      "\(time) is not in the forecast, which goes from \(span).",
      "Give a time of these days, or the forecast of another week."
    )
  }
}
