import Reporting
import Rostering
import Workforce

/// Adds weeks up person by person.
struct HorizonSums {
  private let inputs: PlanningInputs
  private let paid: PaidTime
  private let counter: BurdenCounter
  private var sums: [String: HorizonPerson]

  init(_ inputs: PlanningInputs) {
    self.inputs = inputs
    paid = PaidTime(inputs)
    counter = BurdenCounter(inputs)
    sums = Dictionary(
      inputs.employees.map { person in
        (
          person.id,
          HorizonPerson(employee: person.id, team: person.team, contract: person.contract)
        )
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Adds a week.
  mutating func add(_ roster: Roster) {
    for tour in roster.tours {
      let zone = roster.zone(of: tour)
      for shift in tour.shifts {
        let duty = PastDuty(
          employee: tour.employee,
          start: zone.local(at: shift.start),
          end: zone.local(at: shift.end)
        )
        let counts = counter.counts(of: duty)
        sums[tour.employee]?.add(counts, paid: paid.minutes(of: shift, for: tour.employee))
      }
    }
  }

  /// The people with what periods leave for the week that comes next.
  ///
  /// - Parameters:
  ///   - week: The week that comes next.
  ///   - inputs: The scenario with all past shifts.
  /// - Returns: The people, in file order.
  func people(before week: ISOWeek, after inputs: PlanningInputs) -> [HorizonPerson] {
    let rooms = PeriodRooms(inputs, week)
    return inputs.employees.compactMap { person in
      var sum = sums[person.id]
      sum?.left = rooms.left(for: person)
      return sum
    }
  }
}

extension HorizonPerson {
  fileprivate mutating func add(_ counts: BurdenCounts, paid: Int) {
    shifts += 1
    paidMinutes += paid
    weekends += Int(counts.weekends)
    lates += Int(counts.lates)
    nights += Int(counts.nights)
    refused += Int(counts.refused)
  }
}
