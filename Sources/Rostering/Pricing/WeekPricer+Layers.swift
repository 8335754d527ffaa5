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
    unsafe layers.withUnsafeMutableBufferPointer { layers in
      unsafe arrival.withUnsafeMutableBufferPointer { arrival in
        unsafe reduced.withUnsafeBufferPointer { reduced in
          for state in 0..<plan.states.counts[day] {
            let base = from + state * width
            let least = unsafe Self.least(layers, base..<base + width)
            guard least < .infinity else { continue }
            if off[state] >= 0 {
              let target = to + (Int(off[state]) + 1) * nextWidth - 1
              unsafe layers[target] = unsafe min(layers[target], least)
            }
            unsafe Self.arrive(
              plan,
              (day == 0 ? nil : before, today),
              row: UnsafeMutableBufferPointer(rebasing: layers[base..<base + width]),
              into: arrival
            )
            for kind in 0..<kinds {
              let next = Int(work[state * kinds + kind])
              guard next >= 0 else { continue }
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
  private static func least(
    _ layers: UnsafeMutableBufferPointer<Double>,
    _ cells: Range<Int>
  ) -> Double {
    var least = Double.infinity
    for cell in cells {
      let value = unsafe layers[cell]
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

  /// Least value of getting to each start of a date from one state's row.
  private static func arrive(
    _ plan: PersonPlan,
    _ days: (before: PersonPlan.Day?, today: PersonPlan.Day),
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    let today = days.today
    let count = today.starts.count
    let fromOff = unsafe row[row.count - 1] + today.weekend.afterOff
    for start in 0..<count { unsafe arrival[start] = fromOff }
    guard let before = days.before, !before.starts.isEmpty else { return }
    guard case .even(let shift, let lowest, let highest) = today.arrivals else {
      unsafe arriveUnevenly(plan, (before, today), row: row, into: arrival)
      return
    }
    let earlier = before.starts.count
    for (position, most) in highest.enumerated() where most >= lowest {
      for step in lowest...most {
        let price =
          today.weekend.afterWork + plan.startChangePerMinute * Double(abs(step) * plan.spacing)
        let low = max(0, -(shift + step))
        let high = min(count, earlier - shift - step)
        guard low < high else { continue }
        let source = position * earlier + shift + step
        for start in low..<high {
          let value = unsafe row[source + start] + price
          let known = unsafe arrival[start]
          unsafe arrival[start] = value < known ? value : known
        }
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
