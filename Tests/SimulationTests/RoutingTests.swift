import Testing
import Workforce

@testable import Simulation

/// Replays single days against a simple second simulation that looks at every person and every
/// waiting contact at each event.
@Suite struct RoutingTests {
  /// Everyone at work, whom they serve and what they hold.
  private struct Person {
    var work: [Range<Double>]
    var queues: [Int]
    var hands: [(end: Double, queue: Int)] = []
    var since = 0.0
    var isOnDuty = false
  }

  /// The tally by brute force.
  private func slowTally(_ center: TestCenter, seed: UInt64) throws -> ServiceTally {
    var tally = ServiceTally()
    var people = center.duties.map { duty in
      Person(
        work: duty.work.map { Double($0.lowerBound * 60)..<Double($0.upperBound * 60) },
        queues: duty.queues.compactMap { name in
          center.queues.firstIndex { $0.name == name }
        }
      )
    }
    var waiting: [Contact] = []
    let capacity = center.queues.map(\.concurrency)

    func canTake(_ person: Person, _ queue: Int) -> Bool {
      person.isOnDuty && person.queues.contains(queue) && person.hands.count < capacity[queue]
        && person.hands.allSatisfy { capacity[$0.queue] > 1 }
    }
    func give(_ contact: Contact, to index: Int, at time: Double) {
      let queue = Int(contact.queue)
      tally.waitSeconds += time - contact.arrival
      if time - contact.arrival <= center.queues[queue].threshold { tally.answeredInTarget += 1 }
      people[index].hands.append((time + contact.work, queue))
      people[index].since = time
    }
    func serve(_ index: Int, at time: Double) {
      people[index].since = time
      tally.abandoned += Double(waiting.count { $0.leaves <= time })
      waiting.removeAll { $0.leaves <= time }
      while let place = waiting.firstIndex(where: { canTake(people[index], Int($0.queue)) }) {
        give(waiting.remove(at: place), to: index, at: time)
      }
    }
    func settle(until time: Double, after: inout Double) {
      while true {
        let bounds = people.enumerated().flatMap { index, person in
          person.work.flatMap { [($0.lowerBound, 1, index), ($0.upperBound, 0, index)] }
        }
        let change = bounds.filter { $0.0 >= after && $0.0 <= time }.min { $0 < $1 }
        let ends = people.enumerated().flatMap { index, person in
          person.hands.map { ($0.end, index) }
        }
        let end = ends.filter { $0.0 <= time }.min { $0 < $1 }
        if let change, change.0 <= end?.0 ?? .infinity {
          // Moments of change are whole minutes, so the next ones lie later.
          let same = bounds.filter { $0.0 == change.0 }.sorted { $0 < $1 }
          for (moment, kind, index) in same {
            people[index].isOnDuty = kind == 1
            if kind == 1 { serve(index, at: moment) }
          }
          after = change.0 + 1e-9
        } else if let (moment, index) = end {
          people[index].hands.removeAll { $0.end == moment }
          serve(index, at: moment)
        } else {
          return
        }
      }
    }

    var after = 0.0
    for contact in try center.contacts(seed: seed) {
      settle(until: contact.arrival, after: &after)
      tally.arrivals += 1
      let able = people.indices.filter { canTake(people[$0], Int(contact.queue)) }
      let best = able.min {
        (people[$0].hands.count, people[$0].since) < (people[$1].hands.count, people[$1].since)
      }
      if let best { give(contact, to: best, at: contact.arrival) } else { waiting.append(contact) }
    }
    settle(until: .greatestFiniteMagnitude, after: &after)
    tally.abandoned += Double(waiting.count)
    return tally
  }

  @Test(arguments: 0..<40)
  func `agrees with a simulation that looks at everyone`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "routing")
    var center = TestCenter(
      .init(name: "a", perHour: 20 + 60 * stream.unit(), variation: 0.8, patience: 90),
      .init(name: "b", perHour: 40 * stream.unit(), handleSeconds: 240, concurrency: 3),
      .init(name: "c", perHour: 30 * stream.unit(), patience: 300)
    )
    center.queues[1].concurrency = 1 + stream.below(3)
    let sets = [["a"], ["a", "b"], ["b"], ["a", "c"], ["a", "b", "c"], ["b", "c"]]
    for _ in 0..<4 + stream.below(8) {
      let start = 5 * stream.below(40)
      let rest = start + 30 + 5 * stream.below(40)
      let back = rest + 5 + 5 * stream.below(10)
      let end = back + 30 + 5 * stream.below(30)
      let queues = sets[stream.below(sets.count)]
      center = center.staffed(by: 1, work: start..<rest, back..<end, queues: queues)
    }
    let fast = try center.tally(seed: UInt64(seed)).total
    let slow = try slowTally(center, seed: UInt64(seed))
    #expect(fast.arrivals == slow.arrivals)
    #expect(fast.answeredInTarget == slow.answeredInTarget)
    #expect(fast.abandoned == slow.abandoned)
    #expect(abs(fast.waitSeconds - slow.waitSeconds) < 1e-6)
  }

  @Test func `a break waits for the contact in hand and none is taken in it`() throws {
    // One contact of exactly 40 minutes in each replication where the first comes early enough.
    let center = TestCenter(.init(perHour: 3, handleSeconds: 2400, variation: 0, open: 0..<1))
      .staffed(by: 1, work: 0..<60, 120..<480)
    for replication in 0..<200 {
      let contacts = try center.contacts(replication: replication)
      guard contacts.count == 2 else { continue }
      let tally = try center.tally(replication: replication)
      let firstEnd = contacts[0].arrival + 2400
      // The second is taken at the first one's end, if the break has not begun, or after it.
      let taken = max(contacts[1].arrival, firstEnd < 3600 ? firstEnd : 7200)
      #expect(abs(tally.total.waitSeconds - (taken - contacts[1].arrival)) < 1e-6)
      #expect(abs(tally.busySeconds - 4800) < 1e-6)
      #expect(tally.total.abandoned == 0)
    }
  }

  @Test func `people are away as often as the shrinkage says`() throws {
    var center = TestCenter(.init(perHour: 0)).staffed(by: 40, work: 0..<480)
    center.shrinkage = 0.25
    let idle = try (0..<400).map { try center.tally(replication: $0).idleSeconds }
    let present = idle.reduce(0, +) / 400 / 28_800
    // 16,000 shifts: standard error of the 30 present 0.14.
    #expect(abs(present - 30) < 0.6)
    #expect(Set(idle).count > 5)
    // Absence belongs to the person and the day, not to the roster's order.
    var reordered = center
    reordered.duties.reverse()
    #expect(try reordered.tally(replication: 7).idleSeconds == idle[7])
  }
}
