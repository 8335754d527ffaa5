extension WeekPricer {
  /// Walks back from an entry of the last layer.
  func trace(_ plan: PersonPlan, state: Int, cell: Int) -> [Pick] {
    var picks: [Pick] = []
    var place = (state: state, cell: cell)
    for day in plan.days.indices.reversed() {
      let width = plan.days[day].width
      if place.cell == width - 1 {
        place = beforeOff(plan, day: day, state: place.state)
      } else {
        let (pick, earlier) = beforeWork(plan, day: day, place: place)
        picks.append(pick)
        place = earlier
      }
    }
    return picks.reversed()
  }

  private func beforeOff(_ plan: PersonPlan, day: Int, state: Int) -> (state: Int, cell: Int) {
    let width = day == 0 ? 1 : plan.days[day - 1].width
    var best = Double.infinity
    var found = (state: 0, cell: width - 1)
    let prices = plan.states.offPrices
    for earlier in 0..<plan.states.counts[day] where Int(plan.states.off[day][earlier]) == state {
      let price = prices.isEmpty ? 0 : prices[day][earlier]
      for cell in 0..<width {
        let value = layers[layerOffsets[day] + earlier * width + cell] + price
        if value < best { (best, found) = (value, (earlier, cell)) }
      }
    }
    return found
  }

  private func beforeWork(
    _ plan: PersonPlan,
    day: Int,
    place: (state: Int, cell: Int)
  ) -> (Pick, (state: Int, cell: Int)) {
    let today = plan.days[day]
    let count = today.starts.count
    let (own, start) = place.cell.quotientAndRemainder(dividingBy: count)
    let kinds = today.kinds.count
    var best = Double.infinity
    var found = (pick: Pick(day: day, kind: 0, start: start), place: (state: 0, cell: 0))
    for earlier in 0..<plan.states.counts[day] {
      var arrived = [(value: Double, cell: Int)?](repeating: nil, count: today.entrySorts.count)
      for kind in 0..<kinds
      where today.classes[kind] == own
        && Int(plan.states.work[day][earlier * kinds + kind]) == place.state
      {
        let cost = reduced[reducedOffsets[day] + kind * count + start]
        guard cost < .infinity else { continue }
        let entry = today.entryClasses[kind]
        let from = arrived[entry] ?? arrivalCell(plan, day, entry, state: earlier, start: start)
        arrived[entry] = from
        let prices = plan.states.workPrices
        let price = prices.isEmpty ? 0 : prices[day][earlier * kinds + kind]
        if from.value + cost + price < best {
          best = from.value + cost + price
          found = (Pick(day: day, kind: kind, start: start), (earlier, from.cell))
        }
      }
    }
    return (found.pick, found.place)
  }

  /// Least value of getting to one start, and the entry of the layer before that it comes from.
  private func arrivalCell(
    _ plan: PersonPlan,
    _ day: Int,
    _ entry: Int,
    state: Int,
    start: Int
  ) -> (value: Double, cell: Int) {
    let today = plan.days[day]
    let width = day == 0 ? 1 : plan.days[day - 1].width
    let row = layerOffsets[day] + state * width
    var best = (value: layers[row + width - 1] + today.weekend.afterOff, cell: width - 1)
    guard day > 0 else { return best }
    let before = plan.days[day - 1]
    let earlier = before.starts.count
    for position in before.classLengths.indices {
      for other in 0..<earlier {
        let value = layers[row + position * earlier + other]
        guard value < best.value,
          let price = plan.price(
            (before, today),
            start: start,
            after: other,
            lengthClass: position,
            entry: entry
          )
        else { continue }
        if value + price < best.value {
          best = (value + price, position * earlier + other)
        }
      }
    }
    return best
  }
}
