/// The steps of all cells for smoothed marginals, in one array: per cell pairs of (people up to the
/// step's end, worth), the last step endless and worth −o.
struct SmoothTable: Sendable {
  private let values: [Double]
  private let stride: Int

  init(_ cover: CoverTable) {
    let steps = cover.capacity.indices.map { cover.steps(of: $0) }
    let longest = (steps.map(\.count).max() ?? 0) + 1
    stride = 2 * longest
    var values: [Double] = []
    values.reserveCapacity(steps.count * stride)
    for list in steps {
      var reached = 0.0
      for step in list {
        reached += Double(step.people)
        values += [reached, step.worth]
      }
      for _ in list.count..<longest { values += [.infinity, -cover.idleCost] }
    }
    self.values = values
  }

  /// Mean worth of a further person between `people − half` and `people + half`: the marginal value
  /// of the cover cost smoothed over that width.
  @inline(__always)
  func mean(cell: Int, people: Double, half: Double) -> Double {
    unsafe values.withUnsafeBufferPointer { values in
      unsafe Self.mean(values, place: cell * stride, people: people, half: half)
    }
  }

  /// Σ amount × mean worth of the cells of a direction after a step.
  func sum(
    _ direction: Direction,
    step: Double,
    supply: [Double],
    halves: [Double]
  ) -> Double {
    unsafe values.withUnsafeBufferPointer { values in
      unsafe supply.withUnsafeBufferPointer { supply in
        unsafe halves.withUnsafeBufferPointer { halves in
          unsafe direction.changes.cells.withUnsafeBufferPointer { cells in
            unsafe direction.changes.amounts.withUnsafeBufferPointer { amounts in
              var sum = 0.0
              for position in 0..<direction.changes.count {
                let cell = unsafe Int(cells[position])
                let amount = unsafe amounts[position]
                sum +=
                  unsafe amount
                  * Self.mean(
                    values,
                    place: cell * stride,
                    people: supply[cell] + step * amount,
                    half: halves[cell]
                  )
              }
              return sum
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func mean(
    _ values: UnsafeBufferPointer<Double>,
    place: Int,
    people: Double,
    half: Double
  ) -> Double {
    let high = people + half
    var position = people - half
    var place = place
    var end = unsafe values[place]
    while end <= position {
      place += 2
      end = unsafe values[place]
    }
    guard end < high else { return unsafe values[place + 1] }
    var sum = 0.0
    while true {
      let next = end < high ? end : high
      sum += unsafe (next - position) * values[place + 1]
      if end >= high { return sum / (2 * half) }
      position = next
      place += 2
      end = unsafe values[place]
    }
  }
}
