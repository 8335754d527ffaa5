public import Workforce

/// Judges weeks of the first person one by one, without listing all that there are: for scenarios
/// with many.
public struct BruteForceWeeks {
  private let person: BruteForcePerson
  private let week: ISOWeek
  private let zone: Zone

  /// Lists the shifts of each date; `nil` without people.
  public init?(inputs: PlanningInputs, week: ISOWeek) {
    guard let employee = inputs.employees.first else { return nil }
    person = BruteForcePerson(employee, inputs: inputs, week: week, isListing: false)
    self.week = week
    zone = inputs.settings.zone
  }

  /// How many ways there are to spend each date, with none at all.
  public var optionCounts: [Int] { person.options.map(\.count) }

  /// A random week: of any options, or day by day of those that the days before allow.
  ///
  /// - Parameters:
  ///   - random: The stream that is drawn from.
  ///   - isGuided: Whether the days before are looked at.
  /// - Returns: The roster, and what labor rules cost in it; `nil` for the cost where it is not
  ///   legal.
  public func randomWeek(
    _ random: inout RandomStream,
    isGuided: Bool
  ) -> (roster: Roster, rules: Double?) {
    var choice: [Int] = []
    var isLegal = true
    for options in person.options {
      let fitting = options.indices.filter { person.mayFollow(choice, $0) }
      if isGuided, !fitting.isEmpty {
        choice.append(fitting[random.below(fitting.count)])
      } else {
        let option = random.below(options.count)
        isLegal = isLegal && fitting.contains(option)
        choice.append(option)
      }
    }
    let shifts = zip(person.options, choice).compactMap { $0[$1].shift }
    let roster = Roster(
      week: week,
      zone: zone,
      tours: [Tour(employee: person.employee.id, shifts: shifts)]
    )
    return (roster, isLegal ? person.tour(choice)?.costs.rules : nil)
  }
}

extension BruteForcePerson {
  /// Whether no shift goes on on the next date.
  func endsEveryShiftOnItsDate(_ settings: ScenarioSettings) -> Bool {
    let zone = settings.zone(ofSite: employee.site)
    return options.joined().compactMap(\.shift).allSatisfy {
      $0.end <= zone.startOfDay($0.date.adding(days: 1))
    }
  }
}
