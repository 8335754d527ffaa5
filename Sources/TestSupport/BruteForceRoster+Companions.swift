public import Workforce

extension BruteForceRoster {
  /// Identifiers of the people with a legal week, in the order of the condition of ``hasRoster``.
  public var identifiers: [String] { people.map(\.employee.id) }

  /// Whether some roster keeps everybody's rules and the budgets of overtime, and a condition on the
  /// shifts of each date.
  ///
  /// Breaks are not told apart.
  ///
  /// - Parameters:
  ///   - most: How many rosters are tried at most.
  ///   - isKept: Judges the date at a position of the week and one shift or none per person.
  /// - Returns: Whether there is one; `nil` when there are more than `most` rosters to try.
  public func hasRoster(
    most: Int,
    onEachDate isKept: (Int, [Shift?]) -> Bool
  ) -> Bool? {
    let weeks = people.map(\.distinctWeeks)
    let count = weeks.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    guard weeks.allSatisfy({ $0.count <= most }), count <= most else { return nil }
    var known: [[Int]: Bool] = [:]
    var place = [Int](repeating: 0, count: weeks.count)
    for _ in 0..<count {
      let chosen = zip(weeks, place).map { $0[$1] }
      let fits = (0..<7).allSatisfy { day in
        let key = [day] + chosen.map { $0.choice[day] }
        if let known = known[key] { return known }
        let shifts = zip(people, chosen).map { $0.options[day][$1.choice[day]].shift }
        let answer = isKept(day, shifts)
        known[key] = answer
        return answer
      }
      let isWithin = budgets.allSatisfy { budget in
        budget.people.reduce(0) { $0 + chosen[$1].overtimeMinutes } <= budget.minutes
      }
      if fits, isWithin { return true }
      var digit = 0
      while digit < place.count {
        place[digit] += 1
        if place[digit] < weeks[digit].count { break }
        place[digit] = 0
        digit += 1
      }
    }
    return false
  }
}

extension BruteForcePerson {
  /// A week without regard to breaks: of options that are as long at the same time, the first.
  struct DistinctWeek: Hashable {
    let choice: [Int]
    let overtimeMinutes: Int
  }

  /// The legal weeks that differ in more than breaks.
  var distinctWeeks: [DistinctWeek] {
    let first = options.map { day in
      day.map { option in
        day.firstIndex {
          $0.shift?.start == option.shift?.start && $0.shift?.end == option.shift?.end
        }
          ?? 0
      }
    }
    var seen: Set<DistinctWeek> = []
    return tours.compactMap { tour in
      let week = DistinctWeek(
        choice: zip(first, tour.choice).map { $0[$1] },
        overtimeMinutes: tour.overtimeMinutes
      )
      return seen.insert(week).inserted ? week : nil
    }
  }
}
