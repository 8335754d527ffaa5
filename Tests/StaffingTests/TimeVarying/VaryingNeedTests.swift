import Foundation
import Testing
import Workforce

@testable import Staffing

/// The need of days whose load changes, judged by the exact chain and by Erlang spelled out anew.
@Suite struct VaryingNeedTests {
  /// A day of twelve hours between closed ones.
  struct Case: CustomTestStringConvertible, Sendable {
    var handled: Double
    var patience: Double?
    var peak: Double
    var minutes: Int
    /// True for a day that opens at its peak.
    var opensBusy = false

    var testDescription: String { "\(handled) s, \(patience ?? 0) s, \(peak) E, \(minutes) min" }

    /// From midnight to midnight.
    var arrivals: [Double] {
      (0..<1440 / minutes).map { index in
        let hour = (Double(index) + 0.5) * Double(minutes) / 60 - 6
        guard (0..<12).contains(hour) else { return 0 }
        let hump = { (center: Double) in exp(-pow((hour - center) / 0.8, 2) / 2) }
        let share =
          opensBusy
          ? 0.3 + 0.7 * hump(0) + 0.6 * hump(8)
          : 0.12 + 0.88 * hump(2.5) + 0.75 * hump(7.5)
        return peak * share * Double(60 * minutes) / handled
      }
    }

    var queue: TestQueue {
      var queue = TestQueue(
        arrivals: 0,
        handleTime: .seconds(handled),
        patience: patience.map { .seconds($0) }
      )
      queue.intervalMinutes = minutes
      queue.arrivalsByInterval = arrivals
      return queue
    }

    func model(_ load: Double) -> any QueueModel {
      if let patience {
        return ErlangA(
          offeredLoad: load,
          averageHandleTime: .seconds(handled),
          patience: .seconds(patience)
        )
      }
      return ErlangC(offeredLoad: load, averageHandleTime: .seconds(handled))
    }

    /// The fewest agents that a steady state needs for 80 % in 20 seconds, by counting up.
    func steadyNeed(_ load: Double) -> Int {
      var agents = 1
      while model(load).serviceLevel(agents: agents, within: .seconds(20)) < 0.8 { agents += 1 }
      return agents
    }

    func chain(_ agents: [Int]) -> [Double] {
      TransientChain(
        arrivals: arrivals,
        agents: agents,
        handleSeconds: handled,
        leaving: patience.map { 1 / $0 } ?? 0,
        stepSeconds: Double(60 * minutes)
      ).serviceLevels()
    }
  }

  private static let cases = [
    Case(handled: 300, patience: 120, peak: 12, minutes: 30),
    Case(handled: 900, patience: 120, peak: 12, minutes: 15),
    Case(handled: 300, patience: nil, peak: 12, minutes: 15),
    Case(handled: 900, patience: nil, peak: 10, minutes: 30),
    Case(handled: 600, patience: nil, peak: 12, minutes: 15, opensBusy: true),
    Case(handled: 900, patience: 300, peak: 10, minutes: 15, opensBusy: true),
  ]

  /// By the Kolmogorov equations, not by what the need was found with.
  @Test(arguments: cases)
  func `no more intervals miss than with Erlang interval by interval, in no more hours`(
    c: Case
  ) throws {
    let need = try c.queue.need().queues[0].intervals.map(\.agents)
    let plain = c.arrivals.map { count in
      count > 0 ? c.steadyNeed(count * c.handled / Double(60 * c.minutes)) : 0
    }
    let open = c.arrivals.indices.filter { c.arrivals[$0] > 0 }
    #expect(need.indices.allSatisfy { (need[$0] > 0) == (c.arrivals[$0] > 0) })
    let (levels, plainLevels) = (c.chain(need), c.chain(plain))
    let missed = open.count { levels[$0] < 0.8 }
    #expect(missed <= open.count { plainLevels[$0] < 0.8 })
    #expect(need.reduce(0, +) <= plain.reduce(0, +))
    for index in open { #expect(levels[index] > 0.785, "interval \(index)") }
    // an opening leaves no line to the interval after it
    #expect(levels[open[0]] >= 0.8)
  }

  @Test(arguments: cases)
  func `one agent less fails by the carried work or by the lowest load`(c: Case) throws {
    let need = try c.queue.need().queues[0].intervals.map(\.agents)
    let step = Double(60 * c.minutes)
    let varying = TimeVaryingQueue(
      arrivals: c.arrivals,
      averageHandleTime: c.arrivals.map { _ in .seconds(c.handled) },
      patience: c.patience.map { .seconds($0) },
      interval: .minutes(c.minutes)
    )
    let load = ModifiedOfferedLoad(varying)
    let service = { (agents: [Int], index: Int) in
      TimeVaryingService(varying).intervals(agents: agents, within: .seconds(20))[index]
        .measures.serviceLevel
    }
    for index in need.indices where need[index] > 0 && index % 3 == 0 {
      let start = load.load(at: Double(index) * step)
      let end = load.load(at: Double(index + 1) * step)
      let lowest = c.steadyNeed(min(start, c.arrivals[index] * c.handled / step))
      if start < 0.1 * end {
        #expect(need[index] == c.steadyNeed(end))
        continue
      }
      #expect(need[index] >= lowest)
      #expect(service(need, index) >= 0.8)
      var fewer = need
      fewer[index] -= 1
      #expect(need[index] == lowest || service(fewer, index) < 0.8, "interval \(index)")
    }
  }

  /// The same day again and again, never closed: the first midnight is like the second.
  @Test(arguments: [nil, 120.0])
  func `a queue that never closes goes on at the start as it ends`(patience: Double?) throws {
    let day = (0..<48).map { 40 + 35 * cos(Double($0) / 48 * 2 * Double.pi) }
    var queue = TestQueue(
      arrivals: 0,
      handleTime: .seconds(900),
      patience: patience.map { .seconds($0) }
    )
    queue.arrivalsByInterval = day + day
    let agents = try queue.need().queues[0].intervals.map(\.agents)
    #expect(agents[..<48] == agents[48...])
    // from an empty start the falling load of midnight would ask for fewer
    queue.arrivalsByInterval = [0] + day.dropFirst() + day
    #expect(try queue.need().queues[0].intervals[1].agents < agents[1])
  }

  @Test func `after closed hours a queue starts anew`() throws {
    let open = Array(repeating: 40.0, count: 6)
    let closed = Array(repeating: 0.0, count: 12)
    var queue = TestQueue(arrivals: 0, handleTime: .seconds(300), patience: .seconds(120))
    queue.arrivalsByInterval = closed + open + closed + open + closed
    let agents = try queue.need().queues[0].intervals.map(\.agents)
    #expect(agents[12..<18] == agents[30..<36])
    for index in agents.indices where queue.arrivalsByInterval?[index] == 0 {
      #expect(agents[index] == 0)
    }
    // twelve hours of handle time still leave nobody in the closed hours
    queue.handleTime = .hours(12)
    let long = try queue.need().queues[0].intervals.map(\.agents)
    #expect(long[18..<30].allSatisfy { $0 == 0 })
  }

  @Test func `an explanation says what the need took over`() throws {
    let c = Self.cases[1]
    let queue = c.queue
    let settings = try queue.settings()
    let need = try queue.need().queues[0].intervals
    let open = need.indices.filter { need[$0].agents > 0 }
    for index in [open[0], open[7], open[20], open[47]] {
      let answer = try #require(
        RequirementCalculator(settings: settings).explanation(
          of: settings.queues[0],
          try queue.forecast().queues[0],
          at: index,
          minutes: c.minutes
        )
      )
      #expect(answer.agents == need[index].agents)
      let correction = try #require(answer.correction)
      #expect(correction.isOpening == (index == open[0]))
      #expect(correction.mean == need[index].offeredLoad)
      #expect(correction.agentsBefore == (index == open[0] ? 0 : need[index - 1].agents))
      // the waiting and those in hand are not far from those in hand if nobody waited
      let carried = correction.inHand + correction.waiting
      #expect(abs(carried - correction.start) < 0.25 * correction.start + 0.1)
    }
  }

  /// A curve tells what a person more or less does there, by the chain of the day.
  @Test(arguments: [cases[1], cases[3], cases[5]])
  func `the curves are closer to the chain than steady states interval by interval`(c: Case) throws
  {
    let queue = c.queue
    let need = try queue.need()
    let agents = need.queues[0].intervals.map(\.agents)
    let values = CoverValueBuilder(
      inputs: PlanningInputs(settings: try queue.settings(), employees: [])
    )
    .values(for: try queue.forecast(), requirement: need)
    var (error, plainError) = (0.0, 0.0)
    for index in agents.indices where agents[index] > 3 && index % 4 == 1 {
      let own = c.arrivals[index] * c.handled / Double(60 * c.minutes)
      for change in [-2, -1, 1] {
        var other = agents
        other[index] += change
        let truth = (1 - c.chain(other)[index]) * c.arrivals[index]
        let steady = c.model(own).missedShare(agents: other[index], within: .seconds(20))
        error += abs(values.queues[0][index].missed[other[index]] - truth)
        plainError += abs(steady * c.arrivals[index] - truth)
      }
    }
    #expect(error < 0.85 * plainError)
  }
}
