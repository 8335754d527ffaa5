public import Workforce

/// How fast complaints were taken up: within 1 h by somebody, within 4 h by a supervisor, within 24 h
/// by the head of a unit, unless they were settled before.
public struct EscalationTimes: Sendable {
  private let complaints: [Complaint]
  private let date: LocalDate
  private let zone: Zone

  /// Takes complaints.
  ///
  /// - Parameters:
  ///   - complaints: The complaints; those received after the day do not count.
  ///   - date: The last day that counts.
  ///   - zone: The clock of days and weeks.
  public init(_ complaints: [Complaint], through date: LocalDate, zone: Zone) {
    let end = zone.startOfDay(date.adding(days: 1))
    self.complaints = complaints.filter { $0.received < end }
    self.date = date
    self.zone = zone
  }

  /// The row of all complaints, then one per week of the last `count` weeks, the latest last.
  public func rows(weeks count: Int) -> [ScorecardResult.Escalation] {
    guard !complaints.isEmpty else { return [] }
    let last = ISOWeek(containing: date)
    let weeks = (0..<count).map { last.adding(weeks: $0 - count + 1) }
    return [row("all", complaints)]
      + weeks.map { week in
        row(
          week.description,
          complaints.filter { ISOWeek(containing: zone.local(at: $0.received).date) == week }
        )
      }
  }

  private func row(_ label: String, _ complaints: [Complaint]) -> ScorecardResult.Escalation {
    ScorecardResult.Escalation(
      label: label,
      complaints: complaints.count,
      levels: EscalationLevel.Step.allCases.map { level($0, complaints) }
    )
  }

  /// How one step went.
  ///
  /// A complaint had to go further up when it was not settled within the step's hours; everybody must
  /// be answered. One whose hours are not over yet is not counted.
  private func level(_ step: EscalationLevel.Step, _ complaints: [Complaint]) -> EscalationLevel {
    let end = zone.startOfDay(date.adding(days: 1))
    var (needed, inTime, late) = (0, 0, 0)
    var minutes: [Double] = []
    for complaint in complaints {
      let limit = complaint.received.adding(minutes: 60 * step.hours)
      let taken = complaint.moment(of: step).flatMap { $0 < end ? $0 : nil }
      if let taken {
        let seconds = taken.secondsSinceEpoch - complaint.received.secondsSinceEpoch
        minutes.append(Double(seconds) / 60)
      }
      let isSettled = step != .firstContact && complaint.closed.map { $0 <= limit } ?? false
      guard !isSettled, limit < end else { continue }
      needed += 1
      if let taken { if taken <= limit { inTime += 1 } else { late += 1 } }
    }
    return EscalationLevel(
      step: step,
      needed: needed,
      inTime: inTime,
      late: late,
      interval: Self.interval(inTime, of: needed),
      medianMinutes: Self.median(minutes)
    )
  }

  /// The interval of a share after Wilson (1927).
  static func interval(_ hits: Int, of count: Int) -> ClosedRange<Double> {
    guard count > 0 else { return 0...1 }
    let (n, square) = (Double(count), 1.959963984540054 * 1.959963984540054)
    let share = Double(hits) / n
    let middle = (share + square / (2 * n)) / (1 + square / n)
    let half =
      (square * (share * (1 - share) / n + square / (4 * n * n))).squareRoot() / (1 + square / n)
    return max(0, middle - half)...min(1, middle + half)
  }

  private static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

extension Complaint {
  /// When a step was taken; who settles a complaint has answered it.
  func moment(of step: EscalationLevel.Step) -> Instant? {
    switch step {
    case .firstContact: [firstContact, closed].compactMap(\.self).min()
    case .supervisor: supervisor
    case .headOfUnit: headOfUnit
    }
  }
}
