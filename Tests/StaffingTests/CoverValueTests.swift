import Foundation
import Testing
import Workforce

@testable import Staffing

/// What people are worth in contacts, against sums and integrals taken the long way.
@Suite struct CoverValueTests {
  private func curve(_ queue: TestQueue, variation: Double) throws -> CoverCurve {
    var forecast = try queue.forecast()
    forecast.queues[0].dayVariation = variation
    let values = CoverValueBuilder(
      inputs: PlanningInputs(settings: try queue.settings(), employees: [])
    )
    .values(for: forecast, requirement: try queue.need())
    return try #require(values.queues[0].last)
  }

  @Test(arguments: [1e-6, 1e-4, 0.003, 0.02, 0.3, 1, 4])
  func `the quadrature has the moments of a gamma number`(variation: Double) {
    let rule = GammaQuadrature(variation: variation)
    var expected = 1.0
    for power in 1...13 {
      expected *= 1 + Double(power - 1) * variation
      let moment = rule.mean { pow($0, Double(power)) }
      #expect(abs(moment / expected - 1) < 1e-8, "moment \(power)")
    }
  }

  /// The share that misses with so many at work, averaged over the gamma rate by Simpson's rule.
  private func missed(_ queue: TestQueue, agents: Int, variation: Double) -> Double {
    let shape = 1 / variation
    let deviation = variation.squareRoot()
    let (low, high) = (max(1e-9, 1 - 9 * deviation), 1 + 12 * deviation)
    let count = 2000
    var (sum, mass) = (0.0, 0.0)
    for index in 0...count {
      let rate = low + (high - low) * Double(index) / Double(count)
      let simpson = index == 0 || index == count ? 1.0 : index % 2 == 1 ? 4 : 2
      let density = simpson * exp((shape - 1) * log(rate) - shape * (rate - 1))
      let load = queue.arrivals * rate * queue.handleTime.inSeconds / 1800
      let share =
        queue.patience.map { patience in
          ErlangA(
            offeredLoad: load,
            averageHandleTime: queue.handleTime,
            patience: patience
          ).missedShare(agents: agents, within: queue.threshold)
        }
        ?? ErlangC(offeredLoad: load, averageHandleTime: queue.handleTime)
        .missedShare(agents: agents, within: queue.threshold)
      sum += density * rate * share
      mass += density
    }
    return queue.arrivals * sum / mass
  }

  /// Of so many people, the number at work by all their combinations.
  private func binomial(_ people: Int, _ present: Double, _ value: (Int) -> Double) -> Double {
    var chances = [1.0]
    for _ in 0..<people {
      let stay = chances.map { $0 * (1 - present) } + [0]
      let come = [0] + chances.map { $0 * present }
      chances = zip(stay, come).map(+)
    }
    return chances.enumerated().reduce(0) { $0 + $1.element * value($1.offset) }
  }

  /// The cap as a loop over people tells it: how many of the contacts so few can take at it.
  @Test(arguments: [(400.0, 0.0), (400, 0.1), (3000, 0.05)])
  func `contacts above the cap on occupancy count as missed`(
    arrivals: Double,
    shrinkage: Double
  ) throws {
    var queue = TestQueue(
      arrivals: arrivals,
      handleTime: .seconds(300),
      patience: .seconds(120)
    )
    queue.shrinkage = shrinkage
    let free = try curve(queue, variation: 1e-6)
    queue.maximumOccupancy = 0.81
    let capped = try curve(queue, variation: 1e-6)
    let load = arrivals * 300 / 1800
    var people = 0
    while load > 0.8 * Double(people) * (1 - shrinkage) { people += 1 }
    #expect(capped.missed.count >= people)
    for (count, missed) in capped.missed.enumerated() {
      let taken = arrivals * Double(count) / Double(people)
      let late = count < free.missed.count ? free.missed[count] : 0
      #expect(abs(missed - max(late, arrivals - taken, 0)) < arrivals / Double(people))
    }
    #expect(capped.saved.prefix(people).allSatisfy { $0 > 0.5 * arrivals / Double(people) })
  }

  @Test(arguments: [(40.0, 0.0, 0.01), (40, 0.08, 0.02), (120, 0.15, 0.004), (6, 0.1, 0.05)])
  func `a curve is the mean over rate and absence`(
    arrivals: Double,
    shrinkage: Double,
    variation: Double
  ) throws {
    var queue = TestQueue(
      arrivals: arrivals,
      handleTime: .seconds(300),
      patience: .seconds(120)
    )
    queue.shrinkage = shrinkage
    let curve = try curve(queue, variation: variation)
    var known: [Int: Double] = [:]
    for people in curve.missed.indices {
      let expected = binomial(people, 1 - shrinkage) { agents in
        let value = known[agents] ?? missed(queue, agents: agents, variation: variation)
        known[agents] = value
        return value
      }
      #expect(abs(curve.missed[people] - expected) < 2e-4 * arrivals, "\(people) people")
    }
  }

  @Test func `without patience everybody misses while the load is not carried`() throws {
    let queue = TestQueue(arrivals: 60, handleTime: .seconds(300))
    let curve = try curve(queue, variation: 0)
    for people in 0...10 { #expect(curve.missed[people] == 60) }
    #expect(curve.missed[11] < 60)
    // flat, then steep: from nobody on the hull would be a straight line through all of it
    let whole = CoverCurve(missed: curve.missed)
    #expect(whole.hullDistance > 10)
    #expect(curve.floor > 10)
    #expect(curve.hullDistance < whole.hullDistance / 10)
  }

  @Test(arguments: 0..<60)
  func `the hull is the largest convex curve below, from the floor on`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "curves")
    var values = [40 * random.unit() + 1]
    for _ in 0..<(2 + Int(random.unit() * 25)) {
      let drop = random.unit() < 0.3 ? 0 : values[values.count - 1] * random.unit()
      values.append(values[values.count - 1] - drop)
    }
    let floor = Int(random.unit() * Double(values.count))
    let curve = CoverCurve(missed: values, floor: floor)
    let above = curve.saved.dropFirst(floor)
    #expect(zip(above, above.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(Set(curve.saved.prefix(floor).map { Int(($0 * 1e9).rounded()) }).count <= 1)
    for point in min(floor, curve.saved.count)...curve.saved.count {
      var hull = values[point]
      for low in floor...max(floor, point) {
        for high in point..<values.count where high > low {
          let share = Double(point - low) / Double(high - low)
          hull = min(hull, values[low] + share * (values[high] - values[low]))
        }
      }
      #expect(abs(curve.missedOnHull(people: point) - hull) < 1e-9)
      #expect(curve.missedOnHull(people: point) <= values[point] + 1e-9)
    }
  }

  /// Of the curves that plans are made with.
  @Test(arguments: 0..<20)
  func `from the floor on the hull of a queue never lies above its curve`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "hulls")
    var queue = TestQueue(
      arrivals: 1 + 80 * random.unit() * random.unit(),
      handleTime: .seconds(60 + 500 * random.unit()),
      patience: seed % 2 == 0 ? nil : .seconds(20 + 300 * random.unit())
    )
    queue.intervalMinutes = 240
    queue.arrivals *= 8
    queue.shrinkage = seed % 3 == 0 ? 0 : 0.3 * random.unit()
    var forecast = try queue.forecast()
    forecast.queues[0].dayVariation = seed % 4 == 0 ? 0 : 0.05 * random.unit()
    let values = CoverValueBuilder(
      inputs: PlanningInputs(settings: try queue.settings(), employees: [])
    )
    .values(for: forecast, requirement: try queue.need())
    var largest = 0.0
    for curve in values.queues[0] {
      let slopes = curve.saved.dropFirst(curve.floor)
      #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 >= $1 })
      for people in curve.missed.indices.dropFirst(curve.floor) {
        let below = curve.missed[people] - curve.missedOnHull(people: people)
        #expect(below > -1e-9, "\(people) people")
        largest = max(largest, below)
      }
    }
    #expect(abs(values.hullDistances[0] - largest) < 1e-9)
  }

  /// Against every way in which the people rostered may be there or away, item by item.
  @Test(arguments: [(3, 0.0, 600.0), (4, 0.2, 450), (6, 0.35, 1234), (1, 0.5, 60)])
  func `people of deferred work are worth the items that they do`(
    people: Int,
    shrinkage: Double,
    handled: Double
  ) throws {
    var queue = TestQueue(arrivals: 5, handleTime: .seconds(handled))
    queue.shrinkage = shrinkage
    var settings = try queue.settings()
    settings.queues[0].channel = .deferred
    var need = try queue.need()
    for index in need.queues[0].intervals.indices {
      need.queues[0].intervals[index].rostered = index == 20 ? people : 0
    }
    let values = CoverValueBuilder(inputs: PlanningInputs(settings: settings, employees: []))
      .values(for: try queue.forecast(), requirement: need)
    let curve = values.queues[0][20]
    let everybody = itemsDone(by: people, shrinkage, handled)
    #expect(curve.missed.count == people + 1)
    for present in 0...people {
      let missed = everybody - itemsDone(by: present, shrinkage, handled)
      #expect(abs(curve.missed[present] - missed) < 1e-9 * everybody)
      #expect(abs(curve.missedOnHull(people: present) - missed) < 1e-9 * everybody)
    }
    #expect(values.queues[0][19].saved.isEmpty)
    #expect(values.queues[0].allSatisfy { $0.floor == 0 })
  }

  /// The mean over all subsets of people who are there, each with half an hour, in items and parts of
  /// them.
  private func itemsDone(by people: Int, _ shrinkage: Double, _ handled: Double) -> Double {
    (0..<(1 << people)).reduce(0) { sum, subset in
      let there = subset.nonzeroBitCount
      let chance = pow(1 - shrinkage, Double(there)) * pow(shrinkage, Double(people - there))
      return sum + chance * Double(there) * 1800 / handled
    }
  }

  @Test func `prices are contacts times their price, by the minutes of a slot`() throws {
    var queue = TestQueue(arrivals: 40, handleTime: .seconds(300), patience: .seconds(120))
    queue.intervalMinutes = 30
    queue.rosterSlotMinutes = 15
    let values = CoverValueBuilder(
      inputs: PlanningInputs(settings: try queue.settings(), employees: [])
    )
    .values(for: try queue.forecast(), requirement: try queue.need())
    let costs = values.coverCosts(prices: [3], slotMinutes: 15)
    let curve = values.queues[0][0]
    // from the floor on as it is, but for a tail that saves next to nothing
    let most = try #require(curve.saved.max())
    let tail = try #require(curve.saved.firstIndex { $0 < 0.01 * most })
    for people in values.queues[0][0].floor...tail {
      let left = curve.saved.dropFirst(people).reduce(0, +)
      #expect(abs(costs.queues[0][0].cost(of: people) - 3 * left / 2) < 1e-9)
    }
    #expect(costs.queues[0][0].steps.count == tail - values.queues[0][0].floor + 2)
    #expect(costs.queues[0][0].capacity == curve.saved.count)
  }

  @Test func `a floor is dearer to miss than anything else`() throws {
    let queue = TestQueue(arrivals: 40, handleTime: .seconds(300), patience: .seconds(120))
    var settings = try queue.settings()
    settings.queues[0].target.intervalFloor = Fraction(0.6)
    settings.queues[0].target.minimumAgents = 2
    let forecast = try queue.forecast()
    let values = CoverValueBuilder(inputs: PlanningInputs(settings: settings, employees: []))
      .values(for: forecast, requirement: try queue.need())
    let model = ErlangA(
      offeredLoad: 40 * 300 / 1800,
      averageHandleTime: .seconds(300),
      patience: .seconds(120)
    )
    let floor = try #require(
      (0...30).first { model.serviceLevel(agents: $0, within: .seconds(20)) >= 0.6 }
    )
    #expect(values.queues[0][0].floor == floor)
    let steps = values.coverCosts(prices: [3], slotMinutes: 15).queues[0][0].steps
    let worths = steps.flatMap { Array(repeating: $0.worth, count: $0.people) }
    let plain = values.queues[0][0].saved.map { $0 * 3 / 2 }
    let dearest = plain.max() ?? 0
    let dear = worths.prefix(floor).filter { $0 > 4 * dearest }
    #expect(dear.count == floor)
    #expect(worths[floor] == plain[floor])
  }

  /// Interval by interval the people who make contacts and pay together cheapest, by trying all.
  @Test(arguments: 0..<20)
  func `a price gives the share that the cheapest people give`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "response")
    let curves = (0..<6).map { _ in
      var missed = [10 + 60 * random.unit()]
      for _ in 0..<(3 + Int(12 * random.unit())) {
        missed.append(missed[missed.count - 1] * (0.4 + 0.59 * random.unit()))
      }
      return CoverCurve(missed: missed, floor: Int(3 * random.unit()))
    }
    let grid = try TestQueue(arrivals: 1, handleTime: .seconds(60)).forecast().grid
    let values = CoverValues(grid: grid, queues: [curves])
    let wage = 20.0
    let response = PriceResponse(values: values, queue: 0, wage: wage)
    let pay = wage * Double(grid.stepMinutes) / 60
    let all = curves.reduce(0) { $0 + $1.missed[0] }
    var last = 0.0
    for step in 0..<40 {
      let price = exp(-3 + 0.2 * Double(step))
      let missed = curves.reduce(0.0) { sum, curve in
        let best = (curve.floor...curve.saved.count).min {
          cost($0, curve) < cost($1, curve)
        }
        return sum + curve.missedOnHull(people: best ?? 0)
      }
      func cost(_ people: Int, _ curve: CoverCurve) -> Double {
        price * curve.missedOnHull(people: people) + pay * Double(people)
      }
      let share = response.share(logPrice: log(price))
      #expect(abs(share - (1 - missed / all)) < 1e-9)
      #expect(share >= last)
      last = share
      let found = response.logPrice(share: share)
      // the floor's people are there at any price
      if share > response.share(logPrice: -50) { #expect(found <= log(price) + 1e-9) }
      #expect(response.share(logPrice: found) >= share - 1e-12)
    }
  }
}
