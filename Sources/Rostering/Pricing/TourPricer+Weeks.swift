extension TourPricer {
  /// Every legal week whose reduced cost is at most `most`, each once; `nil` when there are more
  /// than `limit`.
  ///
  /// People must not have classes to choose. Walks back from the end of the week; what it takes to get to a state is known, so that every
  /// branch ends in a week.
  mutating func weeks(atMost most: Double, overtimePrice: Double, limit: Int) -> [Week]? {
    precondition(employee.demands.isEmpty, "weeks with classes are not listed")
    guard cheapest(overtimePrice: overtimePrice) != nil else { return [] }
    var search = WeekSearch(pricer: self, most: most, limit: limit)
    let totals = employee.totals
    let width = optionWidth(dayCount)
    let perMinute = employee.wagePerMinute * prices.overtimePremium + overtimePrice
    for state in 0..<totals.count where totals.shiftsNeeded[state] == 0 {
      let premium = perMinute * Double(max(0, totals.paid[state] - employee.overtimeAfter))
      for sequence in 0..<employee.sequence.classCounts[dayCount] {
        for option in 0..<width {
          let place = WeekSearch.Place(state: state, sequence: sequence, option: option)
          let end = endPrice(totals: state, sequence: sequence)
          search.enter(place, day: dayCount, cost: premium + end)
        }
      }
    }
    return search.isFull ? nil : search.found
  }
}

/// Depth-first search for weeks, from the last date to the first.
private struct WeekSearch {
  /// An entry of a layer.
  struct Place {
    let state: Int
    let sequence: Int
    let option: Int
  }

  let pricer: TourPricer
  let most: Double
  let limit: Int
  private(set) var found: [TourPricer.Week] = []
  /// True when there are more weeks than the limit.
  private(set) var isFull = false
  private var chosen: [(day: Int, option: Int)] = []

  init(pricer: TourPricer, most: Double, limit: Int) {
    self.pricer = pricer
    self.most = most
    self.limit = limit
  }

  /// Goes on from an entry of layer `day` when `cost` of what comes after leaves room for it.
  mutating func enter(_ place: Place, day: Int, cost: Double) {
    let classes = pricer.employee.sequence.classCounts[day]
    let row = place.state * classes + place.sequence
    let value = pricer.layers[day][row * pricer.optionWidth(day) + place.option]
    guard value + cost <= most, !isFull else { return }
    guard day > 0 else {
      isFull = found.count == limit
      found.append(TourPricer.Week(reducedCost: cost, shifts: chosen.reversed()))
      return
    }
    if place.option == pricer.employee.days[day - 1].options.count {
      beforeOff(place, day: day - 1, cost: cost)
    } else {
      chosen.append((day - 1, place.option))
      beforeWork(place, day: day - 1, cost: cost + pricer.costs[day - 1][place.option])
      chosen.removeLast()
    }
  }

  private mutating func beforeOff(_ place: Place, day: Int, cost: Double) {
    let sequence = pricer.employee.sequence
    for earlier in 0..<sequence.classCounts[day]
    where sequence.onOff[day][earlier] == place.sequence {
      for option in 0..<pricer.optionWidth(day) {
        enter(
          Place(state: place.state, sequence: earlier, option: option),
          day: day,
          cost: cost + sequence.offPrice(day, earlier)
        )
      }
    }
  }

  private mutating func beforeWork(_ place: Place, day: Int, cost: Double) {
    let employee = pricer.employee
    let shift = employee.days[day].options[place.option]
    let arrivals = arrivals(at: place.option, day: day)
    for state in 0..<employee.totals.count
    where employee.totals.next(state, shape: shift.shape) == place.state {
      for earlier in 0..<employee.sequence.classCounts[day]
      where employee.sequence.afterWork(day, earlier, sort: shift.sort) == place.sequence {
        let own = cost + employee.sequence.workPrice(day, earlier, sort: shift.sort)
        for (option, price) in arrivals {
          enter(
            Place(state: state, sequence: earlier, option: option),
            day: day,
            cost: own + price
          )
        }
      }
    }
  }

  /// What may come the date before an option, with the price of the two together.
  private func arrivals(at option: Int, day: Int) -> [(option: Int, price: Double)] {
    let (employee, prices) = (pricer.employee, pricer.prices)
    let weekend = { (both: Bool) in
      prices.weekendCost(history: employee.weekendHistory, day: day, dayBeforeWorked: both)
    }
    guard day > 0 else { return [(0, weekend(false))] }
    let current = employee.days[day].options[option]
    let earlier = employee.days[day - 1].options
    let worked = earlier.indices.compactMap {
      index -> (option: Int, price: Double)? in
      pricer.pairPrice(current, after: earlier[index], on: day).map {
        (index, weekend(true) + $0)
      }
    }
    return [(earlier.count, weekend(false))] + worked
  }
}
