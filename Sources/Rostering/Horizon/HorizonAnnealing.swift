import Foundation
import Workforce

/// Simulated annealing over the days of a horizon.
///
/// Two people exchange some days, or one person's days change. Only legal rosters are visited.
struct HorizonAnnealing {
  /// What annealing gave.
  struct Outcome: Sendable {
    let roster: RosterState
    let meter: WorkMeter
    /// Moves tried.
    let moves: Int
  }

  /// Units of work of one move.
  static let unitsPerMove = 0.25
  /// Moves between two looks at the stop signal.
  private static let stride = 4096

  private var roster: AnnealedRoster
  private var random: RandomStream
  private var temperature = 0.0
  private var best: [Int32]
  private var bestCost: Double
  private var fresh: [Int32]
  private var other: [Int32]

  private init(_ state: RosterState, seed: UInt64) {
    roster = AnnealedRoster(state)
    random = RandomStream(seed: seed, name: "horizon annealing")
    best = roster.symbols
    bestCost = roster.cost
    fresh = [Int32](repeating: 0, count: roster.dayCount)
    other = fresh
  }

  /// Cools from one temperature to another over so many moves; gives the best roster met.
  static func run(
    from state: RosterState,
    temperatures: (first: Double, last: Double),
    moves: Int,
    seed: UInt64,
    stop: StopSignal
  ) -> Outcome {
    var annealing = HorizonAnnealing(state, seed: seed)
    var done = 0
    while done < moves, !stop.isStopped {
      let share = Double(done) / Double(max(1, moves))
      annealing.temperature =
        temperatures.first * pow(temperatures.last / temperatures.first, share)
      for _ in 0..<min(stride, moves - done) { annealing.step() }
      done += stride
    }
    var meter = WorkMeter()
    meter.add(units: unitsPerMove * Double(done))
    let found = annealing.roster.roster(annealing.best)
    let isBetter = found.objective < state.objective - 1e-9
    return Outcome(roster: isBetter ? found : state, meter: meter, moves: done)
  }

  private mutating func step() {
    let people = roster.problem.employees.count
    guard people > 0, roster.dayCount > 1 else { return }
    let limit = temperature * random.exponential()
    let person = random.below(people)
    let kind = random.below(100)
    let before = roster.cost
    if kind < 55, people > 1 {
      var second = random.below(people - 1)
      if second >= person { second += 1 }
      exchange(person, second, limit: limit)
    } else if kind < 75 {
      changeDay(person, limit: limit)
    } else if kind < 88 {
      changeRange(person, limit: limit)
    } else {
      turn(person, limit: limit)
    }
    if roster.cost < before, roster.cost < bestCost - 1e-9 {
      bestCost = roster.cost
      best = roster.symbols
    }
  }

  /// A range of dates: mostly short, at times up to four weeks.
  private mutating func drawSpan() -> Range<Int> {
    let most = min(roster.dayCount, random.below(8) == 0 ? 28 : 8)
    let length = 1 + random.below(most)
    let first = random.below(roster.dayCount - length + 1)
    return first..<first + length
  }

  /// Two people exchange a range of days.
  private mutating func exchange(_ person: Int, _ second: Int, limit: Double) {
    let span = drawSpan()
    var isSame = true
    for (step, day) in span.enumerated() {
      fresh[step] = roster.symbol(second, day)
      other[step] = roster.symbol(person, day)
      if fresh[step] != other[step] {
        isSame = false
        guard roster.offers(person, day, Int(fresh[step])),
          roster.offers(second, day, Int(other[step]))
        else { return }
      }
    }
    guard !isSame else { return }
    let before = roster.cost
    guard roster.change(person, from: span.lowerBound, to: fresh, count: span.count) != nil
    else { return }
    guard roster.change(second, from: span.lowerBound, to: other, count: span.count) != nil
    else {
      takeBack(person, span, other)
      return
    }
    guard roster.keepsWeekends(person), roster.keepsWeekends(second), roster.cost - before <= limit
    else {
      takeBack(person, span, other)
      takeBack(second, span, fresh)
      return
    }
  }

  /// One day of a person becomes another one.
  private mutating func changeDay(_ person: Int, limit: Double) {
    let day = random.below(roster.dayCount)
    var symbol = random.below(roster.width)
    if symbol > 0, random.below(2) == 0 {
      // of three kinds the one that saves most
      for _ in 0..<2 {
        let rival = 1 + random.below(roster.width - 1)
        if roster.saving(day, rival) > roster.saving(day, symbol) { symbol = rival }
      }
    }
    fresh[0] = Int32(symbol)
    other[0] = roster.symbol(person, day)
    guard fresh[0] != other[0] else { return }
    apply(person, day..<day + 1, limit: limit)
  }

  /// A few days of a person become days off, or shifts of one kind.
  private mutating func changeRange(_ person: Int, limit: Double) {
    let length = min(roster.dayCount, 2 + random.below(5))
    let first = random.below(roster.dayCount - length + 1)
    let symbol = random.below(3) == 0 ? Int32(0) : Int32(random.below(roster.width))
    for step in 0..<length {
      fresh[step] = symbol
      other[step] = roster.symbol(person, first + step)
    }
    apply(person, first..<first + length, limit: limit)
  }

  /// A range of a person's days turns by one date.
  private mutating func turn(_ person: Int, limit: Double) {
    let length = min(roster.dayCount, 2 + random.below(9))
    let first = random.below(roster.dayCount - length + 1)
    let isForward = random.below(2) == 0
    for step in 0..<length {
      other[step] = roster.symbol(person, first + step)
      let source = isForward ? (step + 1) % length : (step + length - 1) % length
      fresh[step] = roster.symbol(person, first + source)
    }
    apply(person, first..<first + length, limit: limit)
  }

  /// Changes a person's days where that is legal and not too dear.
  private mutating func apply(_ person: Int, _ span: Range<Int>, limit: Double) {
    let before = roster.cost
    guard roster.change(person, from: span.lowerBound, to: fresh, count: span.count) != nil
    else { return }
    guard roster.keepsWeekends(person), roster.cost - before <= limit else {
      takeBack(person, span, other)
      return
    }
  }

  private mutating func takeBack(_ person: Int, _ span: Range<Int>, _ symbols: [Int32]) {
    guard roster.change(person, from: span.lowerBound, to: symbols, count: span.count) != nil else {
      preconditionFailure("what was legal before stays so")
    }
  }
}
