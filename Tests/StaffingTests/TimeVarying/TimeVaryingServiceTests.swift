import Foundation
import Testing
import Workforce

@testable import Staffing

@Suite struct TimeVaryingServiceTests {
  private func queue(
    _ arrivals: [Double],
    handled: Double = 300,
    variation: Double = 1,
    patience: Double? = nil,
    minutes: Int = 15
  ) -> TimeVaryingQueue {
    TimeVaryingQueue(
      arrivals: arrivals,
      averageHandleTime: Array(repeating: .seconds(handled), count: arrivals.count),
      handleTimeVariation: variation,
      patience: patience.map { .seconds($0) },
      interval: .minutes(minutes)
    )
  }

  private func model(_ load: Double, handled: Double, patience: Double?) -> any QueueModel {
    if let patience {
      return ErlangA(
        offeredLoad: load,
        averageHandleTime: .seconds(handled),
        patience: .seconds(patience)
      )
    }
    return ErlangC(offeredLoad: load, averageHandleTime: .seconds(handled))
  }

  /// A morning and an afternoon peak over twelve hours, `peak` erlangs at the first.
  private func doublePeak(_ peak: Double, handled: Double, minutes: Int) -> [Double] {
    let count = 720 / minutes
    return (0..<count).map { index in
      let hour = (Double(index) + 0.5) * Double(minutes) / 60
      let hump = { (center: Double) in exp(-pow((hour - center) / 0.8, 2) / 2) }
      let load = peak * (0.12 + 0.88 * hump(2.5) + 0.75 * hump(7.5))
      return load * Double(60 * minutes) / handled
    }
  }

  @Test(arguments: [nil, 120.0], [0, 0.5, 1, 3])
  func `even arrivals and agents settle to the steady state`(
    patience: Double?,
    variation: Double
  ) {
    let queue = queue(
      Array(repeating: 30, count: 96),
      variation: variation,
      patience: patience
    )
    let service = TimeVaryingService(queue)
    let last = service.intervals(agents: Array(repeating: 12, count: 96), within: .seconds(20))[95]
    let model = model(10, handled: 300, patience: patience)
    let steady = model.measures(agents: 12, within: .seconds(20))
    #expect(abs(last.load - 10) < 1e-4)
    #expect(abs(last.measures.serviceLevel - steady.serviceLevel) < 1e-5)
    #expect(abs(last.measures.secondsToAnswer - steady.secondsToAnswer) < 1e-2)
    #expect(abs(last.measures.abandonmentShare - steady.abandonmentShare) < 1e-5)
    #expect(abs(last.measures.occupancy - steady.occupancy) < 1e-5)
  }

  @Test(arguments: [nil, 120.0])
  func `a load that the agents cannot carry settles where contacts leave`(patience: Double?) {
    let queue = queue(Array(repeating: 45, count: 48), patience: patience)
    let service = TimeVaryingService(queue)
    let last = service.intervals(agents: Array(repeating: 12, count: 48), within: .seconds(20))[47]
    if patience != nil {
      let steady = model(15, handled: 300, patience: patience)
        .measures(agents: 12, within: .seconds(20))
      #expect(abs(last.measures.abandonmentShare - steady.abandonmentShare) < 1e-5)
      #expect(abs(last.measures.serviceLevel - steady.serviceLevel) < 1e-5)
    } else {
      // Nine more come in each interval than the agents end: 47.5 × 9 wait in the middle of the last.
      let seconds = 47.5 * 9 * 300 / 12
      #expect(abs(last.measures.secondsToAnswer / seconds - 1) < 0.03)
      #expect(last.measures.serviceLevel < 0.02)
    }
  }

  @Test(arguments: [0, 0.5, 1, 3])
  func `with agents for everybody the load is the modified offered load`(variation: Double) {
    let queue = queue(
      doublePeak(20, handled: 900, minutes: 15),
      handled: 900,
      variation: variation
    )
    let service = TimeVaryingService(queue)
    let intervals = service.intervals(
      agents: Array(repeating: 80, count: 48),
      within: .seconds(20)
    )
    for (interval, mean) in zip(intervals, ModifiedOfferedLoad(queue).means) {
      #expect(abs(interval.load - mean) < 0.02 * mean + 0.05)
    }
  }

  /// A case of the double-peak day.
  struct Case: CustomTestStringConvertible, Sendable {
    var handled: Double
    var patience: Double?
    var peak: Double
    var minutes: Int
    /// Agents of the interval-wise rule are multiplied by this.
    var staffing = 1.0

    var testDescription: String { "\(handled) s, \(patience ?? 0) s, \(peak) E, \(minutes) min" }
  }

  @Test(arguments: [
    Case(handled: 300, patience: 120, peak: 12, minutes: 30),
    Case(handled: 900, patience: 120, peak: 12, minutes: 15),
    Case(handled: 300, patience: nil, peak: 12, minutes: 30),
    Case(handled: 900, patience: nil, peak: 10, minutes: 15),
    Case(handled: 900, patience: 300, peak: 10, minutes: 15, staffing: 0.85),
  ])
  func `is closer to the Markov chain than Erlang interval by interval`(c: Case) {
    let arrivals = doublePeak(c.peak, handled: c.handled, minutes: c.minutes)
    let queue = queue(arrivals, handled: c.handled, patience: c.patience, minutes: c.minutes)
    let loads = arrivals.map { $0 * c.handled / Double(60 * c.minutes) }
    let models = loads.map { model($0, handled: c.handled, patience: c.patience) }
    let agents = models.map { model in
      let fewest = fewestAgents(near: 5) {
        model.serviceLevel(agents: $0, within: .seconds(20)) >= 0.8
      }
      return max(1, Int((Double(fewest) * c.staffing).rounded()))
    }
    let chain = TransientChain(
      arrivals: arrivals,
      agents: agents,
      handleSeconds: c.handled,
      leaving: c.patience.map { 1 / $0 } ?? 0,
      stepSeconds: Double(60 * c.minutes)
    )
    let service = TimeVaryingService(queue).intervals(agents: agents, within: .seconds(20))
    var differ = 0
    var closer = 0
    for (index, truth) in chain.serviceLevels().enumerated() {
      let plain = models[index].serviceLevel(agents: agents[index], within: .seconds(20))
      let corrected = service[index].measures.serviceLevel
      #expect(abs(corrected - truth) < 0.05)
      guard abs(plain - corrected) > 0.02 else { continue }
      differ += 1
      if abs(corrected - truth) < abs(plain - truth) { closer += 1 }
    }
    #expect(differ >= 5)
    #expect(10 * closer >= 9 * differ)
  }

  @Test func `what waits is given up when nobody comes any more, and carried while contacts come`()
  {
    let service = TimeVaryingService(queue([60, 10, 0, 10]))
    let carried = service.intervals(agents: [5, 20, 20, 20], within: .seconds(20))
    let given = service.intervals(agents: [5, 0, 0, 20], within: .seconds(20))
    #expect(carried[1].measures.serviceLevel < 0.95)
    #expect(carried[3].measures.serviceLevel > 0.999)
    #expect(given[1].measures.serviceLevel == 0)
    #expect(given[1].measures.abandonmentShare == 1)
    #expect(given[2].measures == .nothingOffered)
    #expect(given[3].measures.serviceLevel > 0.999)
  }

  @Test func `a queue without intervals has no service`() {
    #expect(TimeVaryingService(queue([])).intervals(agents: [], within: .seconds(20)) == [])
    let idle = TimeVaryingService(queue([0])).intervals(agents: [0], within: .seconds(20))
    #expect(idle[0].measures == .nothingOffered)
  }
}
