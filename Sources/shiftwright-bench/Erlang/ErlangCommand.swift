import ArgumentParser
import Staffing
import Workforce

/// Measures how many values of the queue models one core computes in a second.
struct ErlangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Measures the speed of Erlang C and Erlang A on one core; prints one line of JSON."
  )

  @Option(help: "Seconds to measure each model, above 0 and at most 60.")
  var seconds = 1.0
  @Option(help: "Agents in the middle of the cases, 20 to 10000.")
  var agents = 100

  func validate() throws {
    guard seconds > 0, seconds <= 60 else {
      throw ValidationError("--seconds is \(seconds).\nGive seconds above 0, at most 60.")
    }
    guard (20...10_000).contains(agents) else {
      throw ValidationError("--agents is \(agents).\nGive a whole number from 20 to 10000.")
    }
  }

  func run() throws {
    let cases = ErlangCases(agents: agents)
    let levels = ErlangRate(lasting: seconds) { cases.delayedLevel($0) }
    let measures = ErlangRate(lasting: seconds) { cases.impatientMeasures($0) }
    let line = ErlangLine(
      agents: agents,
      erlangCServiceLevelsPerSecond: levels.perSecond.rounded(),
      erlangAAllMeasuresPerSecond: measures.perSecond.rounded(),
      checksum: levels.checksum + measures.checksum
    )
    print(try line.jsonLine())
  }
}

/// What `erlang` prints.
struct ErlangLine: Encodable {
  /// Agents in the middle of the cases.
  let agents: Int
  /// Erlang C service levels per second.
  let erlangCServiceLevelsPerSecond: Double
  /// Sets of all measures of Erlang A per second.
  let erlangAAllMeasuresPerSecond: Double
  /// A sum of what was computed, so that nothing could be left out.
  let checksum: Double
}

/// The cases that are measured: 20 numbers of agents, each at a load of 80 to 99 % of them.
///
/// The load differs from call to call, so that nothing can be reused between them. Handle time 240 s,
/// threshold 20 s, patience 60 s to 240 s.
struct ErlangCases {
  private let agents: Int

  /// Takes the middle number of agents.
  init(agents: Int) { self.agents = agents }

  /// One service level of Erlang C.
  func delayedLevel(_ index: Int) -> Double {
    let count = count(index)
    return ErlangC(offeredLoad: load(index, count), averageHandleTime: .seconds(240))
      .serviceLevel(agents: count, within: .seconds(20))
  }

  /// All measures of Erlang A, added up.
  func impatientMeasures(_ index: Int) -> Double {
    let count = count(index)
    let measures = ErlangA(
      offeredLoad: load(index, count),
      averageHandleTime: .seconds(240),
      patience: .seconds(60 + index % 181)
    ).measures(agents: count, within: .seconds(20))
    return measures.delayProbability + measures.serviceLevel + measures.secondsToAnswer
      + measures.abandonmentShare + measures.occupancy
  }

  private func count(_ index: Int) -> Int { agents - 10 + index % 20 }

  private func load(_ index: Int, _ count: Int) -> Double {
    Double(count) * (0.8 + 0.19 * Double(index % 9973) / 9973)
  }
}

/// How often a function runs in a second.
struct ErlangRate {
  /// Calls per second.
  let perSecond: Double
  /// The mean of what the first calls gave.
  let checksum: Double

  /// Calls a function with 0, 1, 2 … in blocks of 10,000 until the time is over.
  init(lasting seconds: Double, _ value: (Int) -> Double) {
    var checksum = 0.0
    for index in 0..<10_000 { checksum += value(index) }
    let begin = ContinuousClock.now
    var (calls, spent, sum) = (0, 0.0, 0.0)
    repeat {
      for index in calls..<calls + 10_000 { sum += value(index) }
      calls += 10_000
      spent = (ContinuousClock.now - begin).inSeconds
    } while spent < seconds
    perSecond = sum.isFinite ? Double(calls) / spent : .nan
    self.checksum = checksum / 10_000
  }
}
