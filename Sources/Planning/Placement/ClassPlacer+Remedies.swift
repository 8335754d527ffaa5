import Workforce

extension ClassPlacer {
  /// Tries what would help those who must be placed and are not.
  func explain(
    _ result: inout PlacementResult,
    _ reader: PlacementReader,
    _ stop: StopSignal
  ) throws {
    let needed = reader.left().filter { reader.builder.seekers[$0].isNeeded }
    guard !needed.isEmpty else { return }
    let courses = Set(needed.map { reader.builder.seekers[$0].course })
    var help: [Int: [String]] = [:]
    for change in PlacementChange.allCases {
      let changed = change.applied(to: inputs, courses: courses)
      guard changed != inputs, !stop.isStopped else { continue }
      let left = try left(changed, reader, stop)
      guard left.count < needed.count else { continue }
      for seeker in needed where !left.contains(seeker) {
        help[seeker, default: []].append(change.words)
      }
      result.remedies.append(
        "\(change.sentence) would seat \(needed.count - left.count) more of the \(needed.count)."
      )
    }
    try combine(&result, reader, needed.count, stop)
    for (place, index) in reader.left().enumerated() where reader.builder.seekers[index].isNeeded {
      result.unplaced[place].help = (help[index] ?? []).joined(separator: "; ")
    }
  }

  /// Adds the changes together, the most helpful first, until everybody has a seat, where no one of
  /// them suffices.
  private func combine(
    _ result: inout PlacementResult,
    _ reader: PlacementReader,
    _ needed: Int,
    _ stop: StopSignal
  ) throws {
    var left = needed
    var changed = inputs
    var chosen: [PlacementChange] = []
    while left > 0, !stop.isStopped {
      var best: (change: PlacementChange, inputs: PlanningInputs, left: Int)?
      for change in PlacementChange.allCases where !chosen.contains(change) {
        let courses = Set(reader.left().map { reader.builder.seekers[$0].course })
        let tried = change.applied(to: changed, courses: courses)
        guard tried != changed else { continue }
        let still = try self.left(tried, reader, stop).count
        if still < (best?.left ?? left) { best = (change, tried, still) }
      }
      guard let best else { break }
      (changed, left) = (best.inputs, best.left)
      chosen.append(best.change)
    }
    guard chosen.count > 1 else { return }
    let words = chosen.map(\.words)
    let list = words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    let seated = left == 0 ? "all \(needed)" : "\(needed - left) more of the \(needed)"
    result.remedies.append(
      "\(list.prefix(1).uppercased() + list.dropFirst()) together would seat \(seated)."
    )
  }

  /// The seekers who must be placed and are not, with a changed scenario.
  private func left(
    _ changed: PlanningInputs,
    _ reader: PlacementReader,
    _ stop: StopSignal
  ) throws -> Set<Int> {
    let other = try solved(changed, reader.builder.seekers, like: reader.builder, stop)
    return Set(other.left().filter { other.builder.seekers[$0].isNeeded })
  }
}

extension PlacementChange {
  /// The change, as the start of a sentence.
  var sentence: String { words.prefix(1).uppercased() + words.dropFirst() }

  /// The change in words.
  var words: String {
    switch self {
    case .oneMoreClass: "one more class of a course a week"
    case .oneMoreSeat: "one more seat in each class and room"
    case .anotherTrainer: "another trainer"
    case .anotherRoom: "another room at each site"
    case .anHourEarlier: "classes from an hour earlier"
    case .anHourLater: "classes to an hour later"
    }
  }
}
