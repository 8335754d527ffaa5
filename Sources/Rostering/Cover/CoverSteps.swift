/// The steps of all cells in units of cover.
struct CoverSteps: Sendable {
  private let offsets: [Int32]
  /// Units up to the end of each step.
  private let ends: [Int32]
  /// Worth of each unit of the step.
  private let worths: [Double]

  init(_ cover: CoverTable, unitsPerPerson scale: Int) {
    var offsets: [Int32] = [0]
    var ends: [Int32] = []
    var worths: [Double] = []
    for cell in cover.capacity.indices {
      var reached = 0
      for step in cover.steps(of: cell) {
        reached += step.people * scale
        ends.append(Int32(reached))
        worths.append(step.worth / Double(scale))
      }
      offsets.append(Int32(ends.count))
    }
    (self.offsets, self.ends, self.worths) = (offsets, ends, worths)
  }

  /// What the next unit saves when `count` are there, and how many save as much; `-.infinity` when
  /// no more can be used.
  @inline(__always)
  func next(after count: Int, cell: Int) -> (worth: Double, room: Int) {
    var step = Int(offsets[cell])
    let end = Int(offsets[cell + 1])
    while step < end {
      if count < Int(ends[step]) { return (worths[step], Int(ends[step]) - count) }
      step += 1
    }
    return (-.infinity, 0)
  }

  /// What the last of `count` units saves, `count` > 0, and how many save as much.
  @inline(__always)
  func last(of count: Int, cell: Int) -> (worth: Double, room: Int) {
    let first = Int(offsets[cell])
    var step = first
    while Int(ends[step]) < count { step += 1 }
    return (worths[step], count - (step > first ? Int(ends[step - 1]) : 0))
  }
}

extension CoverTable {
  /// Units in which people are counted: one per person, or ten where some group is worth less or
  /// more than a person.
  func unitsPerPerson(_ groups: [RosterGroup]) -> Int {
    groups.allSatisfy { $0.tenths % RosterGroup.fullPerson == 0 } ? 1 : RosterGroup.fullPerson
  }
}
