extension WeekPricer {
  /// Fills the layer after a date from the one before.
  mutating func advance(_ plan: PersonPlan, day: Int) {
    let today = plan.days[day]
    let before = plan.days[max(0, day - 1)]
    let (off, work) = (plan.states.off[day], plan.states.work[day])
    let width = day == 0 ? 1 : before.width
    let (count, kinds) = (today.starts.count, today.kinds.count)
    let (from, to, costs) = (layerOffsets[day], layerOffsets[day + 1], reducedOffsets[day])
    let nextWidth = today.width
    let isEven = gatherMoves(plan, day: day)
    let moves = self.moves
    unsafe layers.withUnsafeMutableBufferPointer { layers in
      unsafe arrival.withUnsafeMutableBufferPointer { arrival in
        unsafe reduced.withUnsafeBufferPointer { reduced in
          for state in 0..<plan.states.counts[day] {
            let base = from + state * width
            let row = unsafe UnsafeMutableBufferPointer(rebasing: layers[base..<base + width])
            let least = unsafe Self.least(row)
            guard least < .infinity else { continue }
            if off[state] >= 0 {
              let target = to + (Int(off[state]) + 1) * nextWidth - 1
              unsafe layers[target] = unsafe min(layers[target], least)
            }
            let fromOff = unsafe row[width - 1] + today.weekend.afterOff
            for start in 0..<count { unsafe arrival[start] = fromOff }
            unsafe Self.arrive(isEven ? moves : nil, plan, day, row: row, into: arrival)
            for kind in 0..<kinds where work[state * kinds + kind] >= 0 {
              let next = Int(work[state * kinds + kind])
              unsafe Self.lower(
                layers,
                at: to + next * nextWidth + today.classes[kind] * count,
                to: arrival,
                plus: reduced,
                from: costs + kind * count,
                count: count
              )
            }
          }
        }
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
    plus costs: UnsafeBufferPointer<Double>,
    from first: Int,
    count: Int
  ) {
    for start in 0..<count {
      let value = unsafe arrival[start] + costs[first + start]
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
    guard case .even(let shift, let lowest, let highest) = today.arrivals else { return false }
    let earlier = before.starts.count
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

  /// Lowers the values of getting to the starts of a date to those by way of one state's row; each
  /// pair of starts is looked at where there are no moves.
  @inline(__always)
  private static func arrive(
    _ moves: [Move]?,
    _ plan: PersonPlan,
    _ day: Int,
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    guard let moves else {
      let days = (plan.days[day - 1], plan.days[day])
      unsafe arriveUnevenly(plan, days, row: row, into: arrival)
      return
    }
    for move in moves {
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
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    let earlier = days.before.starts.count
    for start in days.today.starts.indices {
      for position in days.before.classLengths.indices {
        for other in 0..<earlier {
          guard let price = plan.price(days, start: start, after: other, lengthClass: position)
          else { continue }
          let value = unsafe row[position * earlier + other] + price
          unsafe arrival[start] = unsafe min(arrival[start], value)
        }
      }
    }
  }
}
