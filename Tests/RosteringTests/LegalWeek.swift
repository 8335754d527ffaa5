import Workforce

@testable import Rostering

extension RosterProblem {
  /// Whether a week, breaks not regarded, keeps the rules as the optimizer's numbers state them.
  func isLegal(_ shifts: [PlannedShift], of employee: RosterEmployee) -> Bool {
    let options = shifts.map { option(for: $0, of: employee) }
    guard options.allSatisfy({ $0 != nil }) else { return false }
    var state = employee.sequence.start
    for day in 0..<dayCount where state >= 0 {
      let own = zip(shifts, options).first { $0.0.day == day }?.1
      let sorts = employee.sequence.sorts
      state =
        own.map { employee.sequence.onWork[day][state * sorts + $0.sort] }
        ?? employee.sequence.onOff[day][state]
    }
    let paid = shifts.reduce(0) { $0 + shapes[$1.shape].paidMinutes }
    return state >= 0 && employee.totals.accepts(days: shifts.count, paid: paid)
      && zip(options, options.dropFirst()).enumerated().allSatisfy { index, pair in
        guard let earlier = pair.0, let later = pair.1 else { return false }
        return shifts[index + 1].day != shifts[index].day + 1
          || allows(later, on: shifts[index + 1].day, after: earlier, for: employee)
      }
  }

  /// Whether a shift's breaks lie where its shape wants them.
  func hasLegalBreaks(_ shift: PlannedShift) -> Bool {
    let shape = shapes[shift.shape]
    var from = 0
    for (index, pause) in shape.pauses.enumerated() {
      let offset = Int(shift.pauses[index])
      guard offset >= pause.earliest, offset <= pause.latest, shape.allowsStretch(offset - from)
      else { return false }
      from = offset + pause.length
    }
    return shape.allowsStretch(shape.length - from)
  }
}
