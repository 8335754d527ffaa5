import Interchange
public import Workforce

extension TimeOffRequest {
  /// The request in a line.
  public var line: String {
    let days = days == 1 ? "1 day" : "\(days) days"
    let by = decidedBy.map { " by \($0)" } ?? ""
    let said = answer.map { ": \($0)" } ?? ""
    return "\(number)  \(absence.employee)  \(AbsenceMoment.text(of: absence))  \(absence.kind)  "
      + "\(days)  \(state.rawValue)\(by)\(said)"
  }
}

extension TimeOffDesk.Outcome {
  /// The request and what the absence does, for a terminal.
  public var lines: [String] {
    let head =
      "Request \(request.number): \(request.absence.employee) away "
      + "\(AbsenceMoment.text(of: request.absence)), \(request.absence.kind), "
      + "\(request.state.rawValue)."
    return [head] + (answer?.lines() ?? [])
  }
}

extension TimeOffAnswer.Account {
  /// The year as text: `2026: 25 days, 3 taken, 22 left`.
  public var balance: String {
    let open = asked == 0 ? "" : " Requests ask for \(Self.days(Double(asked)))."
    guard let allowance, let left else {
      return "\(year): no allowance is on record, \(taken) taken." + open
    }
    let rest = left < 0 ? "\(Self.number(-left)) too many" : "\(Self.number(left)) left"
    return "\(year): \(Self.days(allowance)), \(taken) taken, \(rest)." + open
  }
}
