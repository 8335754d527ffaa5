extension WeekPricer {
  /// Fills the layer after a date from the one before.
  mutating func advance(_ plan: PersonPlan, day: Int) {
    let isEven = gatherMoves(plan, day: day)
    let step = LayerStep(
      plan: plan,
      day: day,
      moves: isEven ? moves : nil,
      from: layerOffsets[day],
      to: layerOffsets[day + 1],
      costs: reducedOffsets[day]
    )
    unsafe layers.withUnsafeMutableBufferPointer { layers in
      unsafe arrival.withUnsafeMutableBufferPointer { arrival in
        unsafe reduced.withUnsafeBufferPointer { reduced in
          for state in 0..<plan.states.counts[day] {
            unsafe Self.extend(state, step, layers, arrival, reduced)
          }
        }
      }
    }
  }

  /// What the steps from all states of a layer share.
  private struct LayerStep {
    let plan: PersonPlan
    let day: Int
    /// Runs of starts at one price; `nil` where each pair must be looked at.
    let moves: [Move]?
    /// Where the layers and the date's costs begin.
    let (from, to, costs): (Int, Int, Int)
    let today: PersonPlan.Day
    /// Entries of a state before the date.
    let width: Int
    let (off, work): ([Int32], [Int32])
    /// Prices of sequences; `nil` where nothing has one.
    let prices: (off: [Double], work: [Double])?

    init(plan: PersonPlan, day: Int, moves: [Move]?, from: Int, to: Int, costs: Int) {
      (self.plan, self.day, self.moves) = (plan, day, moves)
      (self.from, self.to, self.costs) = (from, to, costs)
      today = plan.days[day]
      width = day == 0 ? 1 : plan.days[day - 1].width
      (off, work) = (plan.states.off[day], plan.states.work[day])
      let states = plan.states
      prices = states.offPrices.isEmpty ? nil : (states.offPrices[day], states.workPrices[day])
    }
  }

  /// Goes on from one state of a layer.
  @inline(__always)
  private static func extend(
    _ state: Int,
    _ step: LayerStep,
    _ layers: UnsafeMutableBufferPointer<Double>,
    _ arrival: UnsafeMutableBufferPointer<Double>,
    _ reduced: UnsafeBufferPointer<Double>
  ) {
    let (today, count, kinds) = (step.today, step.today.starts.count, step.today.kinds.count)
    let base = step.from + state * step.width
    let row = unsafe UnsafeMutableBufferPointer(rebasing: layers[base..<base + step.width])
    let least = unsafe least(row)
    guard least < .infinity else { return }
    if step.off[state] >= 0 {
      let target = step.to + (Int(step.off[state]) + 1) * today.width - 1
      let value = step.prices.map { least + $0.off[state] } ?? least
      unsafe layers[target] = unsafe min(layers[target], value)
    }
    let fromOff = unsafe row[step.width - 1] + today.weekend.afterOff
    for entry in today.entrySorts.indices {
      for start in 0..<count { unsafe arrival[start] = fromOff }
      unsafe arrive(step.moves, step.plan, (step.day, entry), row: row, into: arrival)
      for kind in 0..<kinds
      where step.work[state * kinds + kind] >= 0 && today.entryClasses[kind] == entry {
        let next = Int(step.work[state * kinds + kind])
        let first = today.ranges[kind].lowerBound
        unsafe lower(
          layers,
          at: step.to + next * today.width + today.classes[kind] * count + first,
          to: arrival,
          from: first,
          plus: reduced,
          from: step.costs + kind * count + first,
          and: step.prices.map { $0.work[state * kinds + kind] } ?? 0,
          count: today.ranges[kind].count
        )
      }
    }
  }

  @inline(__always)
  private static func least(_ row: UnsafeMutableBufferPointer<Double>) -> Double {
    var least = Double.infinity
    for cell in row.indices {
      let value = unsafe row[cell]
      least = value < least ? value : least
    }
    return least
  }

  /// Lowers entries of a layer to arrivals plus costs, where those are lower.
  @inline(__always)
  private static func lower(
    _ layers: UnsafeMutableBufferPointer<Double>,
    at target: Int,
    to arrival: UnsafeMutableBufferPointer<Double>,
    from origin: Int,
    plus costs: UnsafeBufferPointer<Double>,
    from first: Int,
    and price: Double,
    count: Int
  ) {
    for start in 0..<count {
      let value = unsafe arrival[origin + start] + costs[first + start] + price
      let known = unsafe layers[target + start]
      unsafe layers[target + start] = value < known ? value : known
    }
  }

  /// Lists the runs of starts between which one may go at one price; false where each pair must be
  /// looked at.
  private mutating func gatherMoves(_ plan: PersonPlan, day: Int) -> Bool {
    moves.removeAll(keepingCapacity: true)
    guard day > 0 else { return true }
    let (before, today) = (plan.days[day - 1], plan.days[day])
    guard !before.starts.isEmpty else { return true }
    let earlier = before.starts.count
    if case .graded(let shift, let lowest) = today.arrivals {
      gatherGradedMoves(plan, (before, today), shift: shift, lowest: lowest)
      return true
    }
    guard case .even(let shift, let lowest, let highest) = today.arrivals else { return false }
    for (position, most) in highest.enumerated() where most >= lowest {
      for step in lowest...most {
        let low = max(0, -(shift + step))
        let high = min(today.starts.count, earlier - shift - step)
        guard low < high else { continue }
        let change = plan.startChangePerMinute * Double(abs(step) * plan.spacing)
        moves.append(
          Move(
            source: position * earlier + shift + step,
            starts: low..<high,
            price: today.weekend.afterWork + change
          )
        )
      }
    }
    return true
  }

  /// The same where each pair of classes has its own prices.
  private mutating func gatherGradedMoves(
    _ plan: PersonPlan,
    _ days: (before: PersonPlan.Day, today: PersonPlan.Day),
    shift: Int,
    lowest: Int
  ) {
    let earlier = days.before.starts.count
    for entry in days.today.entrySorts.indices {
      for position in days.before.classLengths.indices where lowest <= -lowest {
        for step in lowest...(-lowest) {
          let low = max(0, -(shift + step))
          let high = min(days.today.starts.count, earlier - shift - step)
          guard low < high,
            let price = plan.price(
              ofStep: step,
              days,
              shift: shift,
              lengthClass: position,
              entry: entry
            )
          else { continue }
          let source = position * earlier + shift + step
          moves.append(Move(source: source, starts: low..<high, price: price, entry: entry))
        }
      }
    }
  }

  /// Lowers the values of getting to the starts of a date to those by way of one state's row; each
  /// pair of starts is looked at where there are no moves.
  @inline(__always)
  private static func arrive(
    _ moves: [Move]?,
    _ plan: PersonPlan,
    _ place: (day: Int, entry: Int),
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    guard let moves else {
      let days = (plan.days[place.day - 1], plan.days[place.day])
      unsafe arriveUnevenly(plan, days, place.entry, row: row, into: arrival)
      return
    }
    for move in moves where move.entry == place.entry {
      for start in move.starts {
        let value = unsafe row[move.source + start] + move.price
        let known = unsafe arrival[start]
        unsafe arrival[start] = value < known ? value : known
      }
    }
  }

  private static func arriveUnevenly(
    _ plan: PersonPlan,
    _ days: (before: PersonPlan.Day, today: PersonPlan.Day),
    _ entry: Int,
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    let earlier = days.before.starts.count
    for start in days.today.starts.indices {
      for position in days.before.classLengths.indices {
        for other in 0..<earlier {
          let found = plan.price(
            days,
            start: start,
            after: other,
            lengthClass: position,
            entry: entry
          )
          guard let price = found else { continue }
          let value = unsafe row[position * earlier + other] + price
          unsafe arrival[start] = unsafe min(arrival[start], value)
        }
      }
    }
  }
}
