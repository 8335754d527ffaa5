import Workforce

/// Turns a fractional roster into whole weeks: settles people one by one (from 80 people on a
/// fortieth of them at a time) on a week of their mix and lets the others adapt.
struct Dive {
  /// Settles everyone; `nil` when told to stop.
  static func tours(
    from start: FrankWolfe,
    seed: UInt64,
    passes: Int,
    stop: StopSignal,
    meter: inout WorkMeter
  ) -> [PlannedTour]? {
    var relaxed = start
    relaxed.setWidth(0.7)
    var random = RandomStream(seed: seed, name: "dive")
    var open = Array(start.state.mixes.indices)
    random.shuffle(&open)
    let chunk = max(1, open.count / 40)
    let before = relaxed.meter.units
    while !open.isEmpty {
      if stop.isStopped { return nil }
      for employee in open.suffix(chunk) {
        relaxed.fix(employee, on: sample(relaxed.state.mixes[employee], &random))
      }
      open.removeLast(min(chunk, open.count))
      for _ in 0..<passes where !open.isEmpty { relaxed.pass(stop: stop) }
    }
    meter.add(units: relaxed.meter.units - before)
    return relaxed.state.mixes.map { $0[0].tour }
  }

  /// A week drawn by weight.
  private static func sample(
    _ mix: [SmoothState.Part],
    _ random: inout RandomStream
  ) -> PlannedTour {
    var left = random.unit() * mix.reduce(0) { $0 + $1.weight }
    for part in mix {
      left -= part.weight
      if left < 0 { return part.tour }
    }
    return mix[mix.count - 1].tour
  }
}
