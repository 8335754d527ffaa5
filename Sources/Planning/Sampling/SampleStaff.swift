import Workforce

/// The contracts of the synthetic bank and how many people have them.
enum SampleStaff {
  /// Shares of the four contracts, in the order of ``contracts``.
  static let shares = [0.50, 0.14, 0.22, 0.14]

  static let shiftTemplates = [
    GenericShifts.fullDay, GenericShifts.shortDay, GenericShifts.longDay, GenericShifts.halfDay,
    GenericShifts.lateDay,
  ]

  static let contracts = [
    GenericShifts.contract(
      "full_time",
      wage: 15,
      hours: (37.5, 40, 48),
      days: 5...6,
      shifts: [GenericShifts.fullDay, GenericShifts.shortDay]
    ),
    GenericShifts.contract(
      "four_day",
      wage: 15.4,
      hours: (36, 36, 45),
      days: 4...5,
      shifts: [GenericShifts.longDay]
    ),
    GenericShifts.contract(
      "part_time",
      wage: 14.2,
      hours: (20, 25, 25),
      days: 4...5,
      shifts: [GenericShifts.halfDay]
    ),
    GenericShifts.contract(
      "evening",
      wage: 14.8,
      hours: (24, 30, 30),
      days: 4...5,
      shifts: [GenericShifts.lateDay],
      window: "13:00-20:00"
    ),
  ]

  /// Time on contacts that a person of each contract gives on a working day, breaks left out.
  static let workedMinutes = [440.0, 510, 285, 345]

  /// The latest start on a weekday and on a Saturday, in minutes; `nil` where the shift does not
  /// fit the opening hours.
  static func lastStart(_ contract: Int, onSaturday: Bool) -> Int? {
    onSaturday ? [540, nil, 720, nil][contract] : [690, 630, 900, 840][contract]
  }

  /// The earliest start on a weekday and on a Saturday.
  static func firstStart(_ contract: Int, onSaturday: Bool) -> Int {
    contract == 3 ? 780 : onSaturday ? 540 : 480
  }

  /// The shift worked on a weekday and on a Saturday.
  static func shift(_ contract: Int, onSaturday: Bool) -> ShiftTemplate {
    let weekday = [
      GenericShifts.fullDay, GenericShifts.longDay, GenericShifts.halfDay, GenericShifts.lateDay,
    ]
    return onSaturday && contract == 0 ? GenericShifts.shortDay : weekday[contract]
  }
}

/// Deals `count` cards of several kinds so that every stretch holds each kind by its share.
func dealt(_ count: Int, shares: [Double]) -> [Int] {
  let total = shares.reduce(0, +)
  var given = [Double](repeating: 0, count: shares.count)
  return (0..<count).map { index in
    let owed = shares.indices.map { shares[$0] / total * Double(index + 1) - given[$0] }
    let kind = owed.indices.max { owed[$0] < owed[$1] } ?? 0
    given[kind] += 1
    return kind
  }
}
